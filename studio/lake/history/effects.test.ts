import * as fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {describe, expect, it, vi} from 'vitest'
import type {StoredDocument} from '../types.ts'
import {buildEffects} from './effects.ts'

const seed = Number(process.env.FC_SEED ?? Date.now() % 1_000_000)
const runs = {seed, numRuns: Number(process.env.FC_RUNS ?? 500)}
vi.setConfig({testTimeout: 10_000 + 20 * runs.numRuns})
console.info(`effects: FC_SEED=${seed}`)

function toDocument(content: object, revision: string): StoredDocument {
  return {
    ...content,
    _id: 'a',
    _type: 't',
    _rev: revision,
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: revision,
  }
}

const key = fc.constantFrom('a', 'b', 'c', 'Z', 'é', '_k')
const {value} = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4, depthSize: 'small'},
    fc.constantFrom(null, 0, 1, 'x', 'y', true, ''),
    fc.dictionary(key, tie('value'), {maxKeys: 4, noNullPrototype: true}),
    fc.array(tie('value'), {maxLength: 5}),
    fc.uniqueArray(
      fc.record(
        {_key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), v: tie('value')},
        {noNullPrototype: true},
      ),
      {
        selector: (item) => item._key,
        maxLength: 4,
      },
    ),
  ),
}))
const content = fc.dictionary(key, value, {maxKeys: 5, noNullPrototype: true})

describe('effects', () => {
  it('decode from one document to the other and back, for any two documents', () => {
    fc.assert(
      fc.property(content, content, (left, right) => {
        const before = toDocument(left, 'r1')
        const after = toDocument(right, 'r2')
        const {_rev: revisionBefore, ...from} = before
        const {_rev: revisionAfter, ...to} = after
        const {apply, revert} = buildEffects(before, after)
        expect(applyPatch(from, apply)).toEqual(to)
        expect(applyPatch(to, revert)).toEqual(from)
        expect([revisionBefore, revisionAfter]).toEqual(['r1', 'r2'])
      }),
      runs,
    )
  })

  it('tell creation and deletion as the Studio looks for them', () => {
    const document = toDocument({n: 1}, 'r1')
    const {_rev, ...rest} = document
    expect(buildEffects(null, document)).toEqual({apply: [0, rest], revert: [0, null]})
    expect(buildEffects(document, null)).toEqual({apply: [0, null], revert: [0, rest]})
  })

  it('carry only what changed: one line of a long bill', () => {
    const lines = Array.from({length: 700}, (_, n) => ({_key: `k${n}`, quantity: n}))
    const after = lines.with(350, {_key: 'k350', quantity: -1})
    const {apply} = buildEffects(toDocument({lines}, 'r1'), toDocument({lines: after}, 'r2'))
    expect(JSON.stringify(apply).length).toBeLessThan(150)
  })
})
