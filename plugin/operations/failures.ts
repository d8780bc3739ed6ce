import {InvalidCommandError, ShopError} from '../domain/errors.ts'

/**
 * What a failed request means for the operation: `conflict` plans again on fresh documents, `again` sends again with
 * the same key, `final` gives up with the error.
 */
export type Failure =
  | {kind: 'conflict'; cause: unknown}
  | {kind: 'again'; reason: 'rate-limited' | 'offline'; retryAfter?: number; cause: unknown}
  | {kind: 'final'; error: ShopError}

/** A query that does not know the latest commit yet: planned again like a lost race. */
export class QueryBehindError extends Error {
  override readonly name = 'QueryBehindError'

  constructor(document: string) {
    super(`Queries do not know the latest revision of ${document} yet.`)
  }
}

interface HttpFailure {
  statusCode: number
  message: string
  body: unknown
  retryAfter: number | undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function toHttpFailure(error: unknown): HttpFailure | undefined {
  if (!isRecord(error) || typeof error.statusCode !== 'number') return undefined
  const response = isRecord(error.response) ? error.response : {}
  const headers = isRecord(response.headers) ? response.headers : {}
  const seconds = Number(headers['retry-after'])
  return {
    statusCode: error.statusCode,
    message: typeof error.message === 'string' ? error.message : '',
    body: response.body,
    retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
  }
}

/** Sorts whatever a request threw; anything without an HTTP status is a lost connection or a time-out. */
export function toFailure(cause: unknown): Failure {
  if (cause instanceof ShopError) return {kind: 'final', error: cause}
  if (cause instanceof QueryBehindError) return {kind: 'conflict', cause}
  const http = toHttpFailure(cause)
  if (http === undefined) {
    return isTransport(cause)
      ? {kind: 'again', reason: 'offline', cause}
      : {kind: 'final', error: unexpected(cause)}
  }
  const {statusCode} = http
  if (statusCode === 409) return toConflict(cause)
  if (statusCode === 429) {
    const wait = http.retryAfter === undefined ? {} : {retryAfter: http.retryAfter}
    return {kind: 'again', reason: 'rate-limited', cause, ...wait}
  }
  if (statusCode >= 500 || statusCode === 408) return {kind: 'again', reason: 'offline', cause}
  return {kind: 'final', error: toFinalError(http, cause)}
}

/** Planning again helps against what others have changed, not against a reference to what does not exist. */
function toConflict(cause: unknown): Failure {
  const [lost] = itemsOf(cause).flatMap(({type, referenceID}) =>
    type === 'documentReferencesNonExistentDocumentError' ? [String(referenceID)] : [],
  )
  if (lost === undefined) return {kind: 'conflict', cause}
  const words = `It refers to ${lost}, which does not exist or is only a draft.`
  const advice = 'Nothing was saved; publish that first, or choose another.'
  return {kind: 'final', error: new ShopError('not-found', `${words} ${advice}`, {cause})}
}

/** A defect in this code throws a TypeError too, but only `fetch` says it in these words. */
function isTransport(cause: unknown): boolean {
  if (!(cause instanceof Error)) return true
  if (cause.name === 'ValiError') return false
  if (!(cause instanceof TypeError || cause instanceof RangeError)) return true
  return /fetch|network|load failed|terminated|socket|body/i.test(cause.message)
}

function unexpected(cause: unknown): ShopError {
  const words = cause instanceof Error ? cause.message : String(cause)
  return new ShopError(
    'invalid',
    `The operation stopped on something unexpected, nothing was saved: ${words}`,
    {
      cause,
    },
  )
}

function toFinalError(http: HttpFailure, cause: unknown): ShopError {
  switch (http.statusCode) {
    case 401:
      return new ShopError(
        'not-permitted',
        'You are not logged in any more. Nothing was saved; log in and try again.',
        {cause},
      )
    case 403:
      return new ShopError(
        'not-permitted',
        'Your role may not do this. Nothing was saved; ask an administrator.',
        {cause},
      )
    case 404:
      return new ShopError(
        'not-found',
        'The dataset does not exist on this lake. Nothing was saved; check project and dataset.',
        {cause},
      )
    case 413:
      return new InvalidCommandError(
        'This is too large for one transaction (4 MB). Nothing was saved; split it in two.',
      )
    default:
      return new ShopError(
        'invalid',
        `The lake refused the transaction (${http.statusCode}): ${http.message} Nothing was saved.`,
        {cause},
      )
  }
}

/** Ids of documents that keep a document from being deleted, from a 409 of the lake. */
export function referencingIds(cause: unknown): string[] {
  return itemsOf(cause).flatMap(({referencingIDs: ids}) =>
    Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [],
  )
}

/** What a refused mutation says of each of its parts. */
function itemsOf(cause: unknown): Record<string, unknown>[] {
  const body = toHttpFailure(cause)?.body
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const items: unknown[] = Array.isArray(error.items) ? error.items : [{error}]
  return items.map((item) => (isRecord(item) && isRecord(item.error) ? item.error : {}))
}
