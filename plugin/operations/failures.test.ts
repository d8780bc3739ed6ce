import {describe, expect, it} from 'vitest'
import {waitBefore} from './backOff.ts'
import {canonicalJson} from './canonicalJson.ts'
import {referencingIds, toFailure} from './failures.ts'

function httpError(statusCode: number, headers: Record<string, string> = {}, body: unknown = {}) {
  return Object.assign(new Error('refused'), {statusCode, response: {body, headers, statusCode}})
}

describe('what a failed request means', () => {
  it('is told by its status', () => {
    const meanings = [409, 429, 408, 500, 503, 401, 403, 404, 413, 400].map((status) => {
      const failure = toFailure(httpError(status))
      if (failure.kind === 'final') return failure.error.code
      return failure.kind === 'conflict' ? 'again: conflict' : `again: ${failure.reason}`
    })
    expect(meanings).toEqual([
      'again: conflict',
      'again: rate-limited',
      'again: offline',
      'again: offline',
      'again: offline',
      'not-permitted',
      'not-permitted',
      'not-found',
      'invalid',
      'invalid',
    ])
  })

  it('is a lost connection without a status, but never a defect of this code', () => {
    expect(toFailure(new TypeError('fetch failed'))).toMatchObject({kind: 'again'})
    expect(toFailure(new DOMException('timed out', 'TimeoutError'))).toMatchObject({kind: 'again'})
    expect(toFailure(new TypeError('x is not a function'))).toMatchObject({kind: 'final'})
  })

  it('waits as long as the lake asks, and after lost races longest in the middle', () => {
    const asked = toFailure(httpError(429, {'retry-after': '2'}))
    if (asked.kind === 'final') throw asked.error
    expect(waitBefore(1, asked, 0, 10)).toBe(2000)
    const conflict = toFailure(httpError(409))
    if (conflict.kind === 'final') throw conflict.error
    expect([1, 3, 50].map((attempt) => waitBefore(attempt, conflict, 1, 10))).toEqual([10, 80, 20])
    expect(waitBefore(4, conflict, 1, 500)).toBe(4000)
    expect(waitBefore(3, conflict, 0, 10)).toBe(0)
  })

  it('names what keeps a document from being deleted', () => {
    const error = {type: 'documentHasExistingReferencesError', referencingIDs: ['a', 'b']}
    expect(referencingIds(httpError(409, {}, {error: {items: [{error}]}}))).toEqual(['a', 'b'])
    expect(referencingIds(httpError(409, {}, {error: {}}))).toEqual([])
  })
})

describe('the content of a command', () => {
  it('is the same text whatever the order of its attributes', () => {
    expect(canonicalJson({b: 1, a: [{d: 1, c: undefined}]})).toBe('{"a":[{"d":1}],"b":1}')
    expect(canonicalJson({a: [1, 2]})).not.toBe(canonicalJson({a: [2, 1]}))
  })
})
