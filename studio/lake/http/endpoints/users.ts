import type {Identity} from '../../access/types.ts'
import {json} from '../reply.ts'
import type {Route} from '../router.ts'
import {type LakeContext, param, splitIds} from '../context.ts'

/** `users/me` and `users/<ids>`. */
export function userRoutes({access, project}: LakeContext): Route[] {
  const toKnownUser = (id: string) => {
    const identity = access.identities.find((each) => each.id === id)
    return identity === undefined ? [] : [toUser(identity, project)]
  }
  return [
    {
      method: 'GET',
      path: '/users/me',
      answer: ({identity}) => json(toCurrentUser(access.requireIdentity(identity))),
    },
    {
      method: 'GET',
      path: '/users/:ids',
      answer: (request) => {
        access.requireIdentity(request.identity)
        const users = splitIds(param(request, 'ids')).flatMap(toKnownUser)
        return json(users.length === 1 ? users[0] : users)
      },
    },
  ]
}

/** `warehouse-clerk` → `Warehouse clerk`. */
export const toTitle = (role: string) => {
  const words = role.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function toCurrentUser({id, role}: Identity) {
  return {
    id,
    name: toTitle(id),
    email: `${id}@localhost`,
    profileImage: null,
    provider: 'sanity-token',
    role,
    roles: [{name: role, title: toTitle(role), description: `The ${role} of this lake`}],
  }
}

function toUser({id}: Identity, project: string) {
  return {
    id,
    sanityUserId: id,
    projectId: project,
    displayName: toTitle(id),
    familyName: null,
    givenName: toTitle(id),
    middleName: null,
    imageUrl: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    isCurrentUser: false,
  }
}
