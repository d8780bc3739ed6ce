import {ApiError} from '../http/apiError.ts'
import type {Dataset} from '../types.ts'
import {createDocumentAccess, type DocumentAccess} from './grants.ts'
import {administratorRole, anonymousGrants, defaultRoleGrants} from './roles.ts'
import {createTokens} from './tokens.ts'
import type {Grant, Identity, RoleGrants, TokenRole} from './types.ts'

/** Decides who a request is and what it may do. */
export interface Access {
  /**
   * The identity of an `Authorization` header, `null` without one.
   * @throws ApiError 401 for a token that is not known
   */
  identify: (authorization: string | undefined) => Identity | null
  /** @throws ApiError 401 without a token in a private dataset */
  reader: (identity: Identity | null, dataset: Dataset) => DocumentAccess
  /** @throws ApiError 401 without a token, in every dataset */
  writer: (identity: Identity | null) => DocumentAccess
  /** @throws ApiError 403 unless it is the administrator */
  requireAdministrator: (identity: Identity | null) => Identity
  /** @throws ApiError 401 without a token */
  requireIdentity: (identity: Identity | null) => Identity
  grantsOf: (identity: Identity) => readonly Grant[]
  identities: readonly Identity[]
}

/**
 * @param grants - added to, or replacing, the generic roles by name
 * @throws LakeError 400 `queryParseError` for a grant filter that is no GROQ
 * @throws RangeError for a token whose role has no grants
 */
export function createAccess(tokens: readonly TokenRole[], grants: RoleGrants = {}): Access {
  const roleGrants = new Map(Object.entries({...defaultRoleGrants, ...grants}))
  const unknown = tokens.find(({role}) => !roleGrants.has(role))
  if (unknown !== undefined) throw new RangeError(`The role "${unknown.role}" has no grants.`)
  const known = createTokens(tokens)
  const anonymous = createDocumentAccess('<anonymous>', anonymousGrants)
  const grantsOf = (identity: Identity) => roleGrants.get(identity.role) ?? []
  const accessById = new Map(
    known.identities.map((identity) => [
      identity.id,
      createDocumentAccess(identity.id, grantsOf(identity)),
    ]),
  )
  const accessOf = (identity: Identity) => accessById.get(identity.id) ?? anonymous
  return {
    identify: (authorization) => identify(authorization, known.identify),
    reader: (identity, dataset) => {
      if (identity !== null) return accessOf(identity)
      if (dataset.aclMode === 'public') return anonymous
      throw unauthorized()
    },
    writer: (identity) => accessOf(requireIdentity(identity)),
    requireAdministrator,
    requireIdentity,
    grantsOf,
    identities: known.identities,
  }
}

function identify(
  authorization: string | undefined,
  find: (token: string) => Identity | null,
): Identity | null {
  if (authorization === undefined) return null
  const token = /^Bearer (?<token>\S+)$/i.exec(authorization)?.groups?.token
  const identity = token === undefined ? null : find(token)
  if (identity === null) throw unauthorized()
  return identity
}

function requireIdentity(identity: Identity | null): Identity {
  if (identity === null) throw unauthorized()
  return identity
}

function requireAdministrator(identity: Identity | null): Identity {
  if (requireIdentity(identity).role === administratorRole) return requireIdentity(identity)
  throw new ApiError(403, 'Forbidden', 'Only an administrator of the lake may do this')
}

const unauthorized = () =>
  new ApiError(401, 'Unauthorized', 'Session not found: send a token of this lake as bearer token')
