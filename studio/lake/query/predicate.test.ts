import * as fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'

import {documentArbitrary, localCondition} from './grammar.ts'
import {compilePredicate} from './matchPredicate.ts'
import {parseQuery} from './parseQuery.ts'
import {toPredicate} from './predicate.ts'

describe('predicates of listeners and grants', () => {
  it('answer what groq-js answers, for any document and condition', () => {
    const seed = Number(process.env['PREDICATE_SEED'] ?? Date.now() % 1_000_000)
    console.info(`PREDICATE_SEED=${seed}`)
    let compiled = 0
    const property = fc.property(documentArbitrary, localCondition, (document, condition) => {
      const predicate = toPredicate(parseQuery(condition, {}).tree)
      if (predicate === null) return
      compiled += 1
      const expected = evaluateSync(parse(condition), {root: document}).data === true
      expect(compilePredicate(structuredClone(predicate))(document), condition).toBe(expected)
    })
    fc.assert(property, {numRuns: 5000, seed})
    expect(compiled).toBeGreaterThan(2000)
  })

  it.each([
    '_type in ["a", "b"]',
    '_id in path("drafts.**") || _id in path("versions.**")',
    '_type == "product" && price > 3 && !(_id in path("_.**"))',
    '_id == "a" || _id == "drafts.a"',
    'sanity::versionOf("a")',
    'defined(slug.current)',
    'coalesce(day >= "2026-03-01", true)',
  ])('cover %s', (condition) => {
    expect(toPredicate(parseQuery(condition, {}).tree)).not.toBeNull()
  })

  it.each([
    'title match "a*"',
    'brand->title == "x"',
    'count(tags) > 2',
    'coalesce(day >= "2026-03-01", price)',
    '_id in path("**.**.**.**.**")',
  ])('leave %s to the worker', (condition) => {
    expect(toPredicate(parseQuery(condition, {}).tree)).toBeNull()
  })

  it.each(['2026-03-02', '2026-02-01', 7, null, undefined])(
    'count what cannot be compared as coalesce() says: %s',
    (day) => {
      for (const otherwise of [true, false]) {
        const condition = `coalesce(day >= "2026-03-01", ${otherwise})`
        const predicate = toPredicate(parseQuery(condition, {}).tree)
        if (predicate === null) throw new Error('no predicate')
        const document = {_id: 'a', day}
        const expected = evaluateSync(parse(condition), {root: document}).data
        expect(compilePredicate(predicate)(document)).toBe(expected)
      }
    },
  )

  it('stay flat for a chain of thousands of terms', () => {
    const condition = Array.from({length: 2000}, (_, index) => `a == ${index}`).join(' || ')
    const predicate = toPredicate(parseQuery(condition, {}).tree)
    if (predicate === null) throw new Error('no predicate')
    expect(compilePredicate(predicate)({a: 1999})).toBe(true)
    expect(compilePredicate(predicate)({a: 2000})).toBe(false)
  })
})
