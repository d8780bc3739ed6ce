import {createHash} from 'node:crypto'
import type {Identity, TokenRole} from './types.ts'

/** Finds who a bearer token belongs to. */
export interface Tokens {
  identify: (token: string) => Identity | null
  /** Every identity that has a token, the first of each role under the role's name. */
  identities: readonly Identity[]
}

/**
 * Tokens are kept and compared as digests, so that neither memory dumps nor timing tell them. The
 * first token of a role acts as user `<role>`, the second as `<role>-2`, and so on.
 */
export function createTokens(entries: readonly TokenRole[]): Tokens {
  const byDigest = new Map<string, Identity>()
  const counts = new Map<string, number>()
  for (const {token, role} of entries) {
    const key = digest(token)
    if (byDigest.has(key)) continue
    const count = (counts.get(role) ?? 0) + 1
    counts.set(role, count)
    byDigest.set(key, {id: count === 1 ? role : `${role}-${count}`, role})
  }
  return {
    identify: (token) => byDigest.get(digest(token)) ?? null,
    identities: [...byDigest.values()],
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest('base64')
