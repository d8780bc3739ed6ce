import {compileReadFilter} from './readFilter.ts'
import {isLakeDocument} from './guards.ts'

/** A filter from the lake's own configuration (grants), evaluated at once and in process; never for filters of users. */
export interface TrustedFilter {
  /** null (no document) never matches. */
  matches(document: {readonly [attribute: string]: unknown} | null): boolean
}

/** @throws LakeError 400 `queryParseError` */
export function compileTrustedFilter(filter: string, identity?: string): TrustedFilter {
  const compiled = compileReadFilter(filter, {all: () => [], get: () => null, identity})
  return {matches: (document) => isLakeDocument(document) && compiled.allows(document)}
}
