import {LakeError} from '../errors.ts'
import {compileTrustedFilter} from '../query/index.ts'
import type {ChangeGuard, EarlyGuard, ReadGuard, StoredDocument} from '../types.ts'
import type {Grant, Permission} from './types.ts'

/** What one identity may do with documents. */
export interface DocumentAccess {
  /** Author of its transactions. */
  author: string
  allows: (permission: Permission, document: StoredDocument) => boolean
  /** GROQ filter of the readable documents; `null` when all are. */
  readFilter: string | null
  /** Refuses changes whose before or after document is not allowed; for `LakeStore.commit`. */
  guard: ChangeGuard
  earlyGuard: EarlyGuard
  /** Refuses to copy what may not be read; for `LakeStore.applyActions`. */
  readGuard: ReadGuard
}

const everything = '_id in path("**")'

/**
 * Grants of one identity as questions about documents.
 * @throws LakeError 400 `queryParseError` for a filter that is no GROQ
 */
export function createDocumentAccess(author: string, grants: readonly Grant[]): DocumentAccess {
  const compiled = grants.map((grant) => ({
    permissions: new Set(grant.permissions),
    matches: compileGrantFilter(grant.filter, author),
  }))
  const allows = (permission: Permission, document: StoredDocument) =>
    compiled.some((grant) => grant.permissions.has(permission) && grant.matches(document))
  const need = (permission: Permission, document: StoredDocument) => {
    if (!allows(permission, document)) throw insufficientPermissions(permission)
  }
  const readGuard = (document: StoredDocument) => need('read', document)
  return {
    author,
    allows,
    readFilter: toReadFilter(grants),
    guard: createGuard(need),
    earlyGuard: {
      update: (before) => need('update', before),
      create: (after) => need('create', after),
    },
    readGuard,
  }
}

function compileGrantFilter(filter: string, identity: string) {
  if (filter === everything) return () => true
  const compiled = compileTrustedFilter(filter, identity)
  return (document: StoredDocument) => compiled.matches(document)
}

function toReadFilter(grants: readonly Grant[]): string | null {
  const filters = grants.filter((grant) => grant.permissions.includes('read')).map((g) => g.filter)
  if (filters.includes(everything)) return null
  return filters.length === 0 ? 'false' : filters.map((filter) => `(${filter})`).join(' || ')
}

function createGuard(
  need: (permission: Permission, document: StoredDocument) => void,
): ChangeGuard {
  return ({before, after}) => {
    if (before === null && after !== null) need('create', after)
    if (before !== null) need('update', before)
    if (before !== null && after !== null) need('update', after)
  }
}

function insufficientPermissions(permission: Permission): LakeError {
  const description = `Insufficient permissions; permission "${permission}" required`
  return new LakeError(403, 'mutationError', `The mutation(s) failed: ${description}`, {
    items: [{error: {type: 'insufficientPermissionsError', description, permission}, index: 0}],
  })
}
