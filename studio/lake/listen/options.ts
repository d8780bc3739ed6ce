import {LakeError} from '../errors.ts'
import {isVersionFrom} from '../http/request.ts'
import {toQueryParams} from '../http/queryParams.ts'

/** What a listener asked for, from the address of its request. */
export interface ListenOptions {
  query: string
  params: Readonly<Record<string, unknown>>
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  /** Whether events of drafts and versions are delivered too. */
  includeAllVersions: boolean
  effects: boolean
  enableResume: boolean
}

/** From this API version on, a listener hears of published documents only unless it asks for all. */
const publishedOnlySince = '2025-02-19'

/** @throws LakeError 400 for a missing query or a parameter that is no JSON */
export function readListenOptions(query: URLSearchParams, apiVersion: string): ListenOptions {
  const text = query.get('query')
  if (text === null || text.trim() === '') {
    throw new LakeError(400, 'queryParseError', 'A listener needs a query', {
      query: '',
      start: 0,
      end: 0,
    })
  }
  const isOn = (name: string) => query.get(name) === 'true'
  return {
    query: text,
    params: toQueryParams(query),
    includeResult: isOn('includeResult'),
    includePreviousRevision: isOn('includePreviousRevision'),
    includeMutations: query.get('includeMutations') !== 'false',
    includeAllVersions:
      isOn('includeAllVersions') || !isVersionFrom(apiVersion, publishedOnlySince),
    effects: query.get('effectFormat') === 'mendoza',
    enableResume: isOn('enableResume'),
  }
}
