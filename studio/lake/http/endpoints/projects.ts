import {toTitle} from './users.ts'
import {administratorRole} from '../../access/roles.ts'
import {notFound} from '../apiError.ts'
import {type LakeContext, param} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

/** The one project of this lake: itself, its grants, its access list. */
export function projectRoutes(context: LakeContext): Route[] {
  const {access, project} = context
  /** @throws ApiError 401, 404 */
  const inProject = (request: LakeRequest) => {
    const identity = access.requireIdentity(request.identity)
    if (param(request, 'project') !== project) {
      throw notFound(`This lake holds the project "${project}" only`)
    }
    return identity
  }
  const get = (path: string, answer: (request: LakeRequest) => unknown): Route => ({
    method: 'GET',
    path,
    answer: (request): Reply => {
      inProject(request)
      return json(answer(request))
    },
  })
  return [
    {
      method: 'GET',
      path: '/projects',
      answer: ({identity}) => {
        access.requireIdentity(identity)
        return json([toProject(context)])
      },
    },
    get('/projects/:project', () => toProject(context)),
    get('/projects/:project/grants', ({identity}) =>
      identity?.role === administratorRole ? administratorGrants : {},
    ),
    get('/projects/:project/roles', () =>
      [...new Set(access.identities.map(({role}) => role))].map((name) => ({
        name,
        title: toTitle(name),
        isCustom: false,
        isRootRole: name === administratorRole,
      })),
    ),
    get('/projects/:project/datasets/:dataset/acl', (request) => {
      context.requireDataset(param(request, 'dataset'))
      return access.grantsOf(access.requireIdentity(request.identity))
    }),
    get('/projects/:project/user-applications', () => []),
    get('/projects/:project/new-content-release-allowed', () => ({data: releaseLimits})),
    get('/projects/:project/datasets/:dataset/settings/indexing', () => ({})),
    get('/subscriptions/project/:project', () => ({id: 'local', plan: {planTypeId: 'local'}})),
    get('/access/project/:project/requests', () => []),
  ]
}

/** As many releases as one likes; `null` is no limit to the Studio. */
const releaseLimits = {
  datasetReleaseLimit: 10_000,
  orgActiveReleaseLimit: null,
  orgMeteredActiveReleaseCount: 0,
}

const grant = (name: string) => ({name, params: {}})

/** What the Studio reads to offer management to administrators. */
const administratorGrants = {
  'sanity.project': [
    {id: 'local', name: 'project', title: 'Project', grants: [grant('read'), grant('update')]},
  ],
  'sanity.project.datasets': [
    {id: 'local', name: 'datasets', title: 'Datasets', grants: [grant('read'), grant('create')]},
  ],
}

function toProject({project, access}: LakeContext) {
  return {
    id: project,
    displayName: toTitle(project),
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    metadata: {},
    features: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    members: access.identities.map(({id, role}) => ({
      id,
      role,
      isRobot: false,
      isCurrentUser: false,
      roles: [{name: role, title: toTitle(role)}],
    })),
  }
}
