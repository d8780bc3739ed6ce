import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sample} from '../../test/live/sampleDocuments.ts'
import type {Content} from '../../test/live/sampleDocuments.ts'
import {createShopState} from './shopState.ts'
import type {RawDocument} from './wire.ts'
import {shopTypes} from './workingSet.ts'

const day = '2026-03-10'
const good: Record<string, Content> = {
  p1: sample.product('P1'),
  'stockLevel.p1': sample.level('p1', 3),
  'bill.1': sample.bill('B-1', 500, day),
  'billBalance.1': sample.balance('bill.1', 500, 0, day),
  'creditNote.1': sample.creditNote('CN-1', 100, day),
  'stockTransaction.1': sample.entry('p1', 1, -2, day),
  'shopSettings.shop': sample.settings('UTC'),
}

const raw = (id: string, content: Content): RawDocument => ({
  ...content,
  _id: id,
  _rev: 'r',
  _createdAt: day,
  _updatedAt: day,
})

const poison = fc.oneof(
  fc.constant(null),
  fc.constant('12'),
  fc.constant(Number.NaN),
  fc.constant(1e300),
  fc.constant('x'.repeat(1_048_576)),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "_ref": 5}')),
  fc.constant([]),
  fc.constant([null]),
  fc.jsonValue(),
)

describe('malformed documents', () => {
  it('any one attribute of any document poisoned: never a crash, figures stay whole numbers', () => {
    const cases = fc.record({
      id: fc.constantFrom(...Object.keys(good)),
      attribute: fc.nat(),
      value: poison,
    })
    fc.assert(
      fc.property(fc.array(cases, {maxLength: 4}), (poisoned) => {
        const state = createShopState({})
        for (const [id, content] of Object.entries(good))
          state.place(id, content._type, raw(id, content))
        for (const {id, attribute, value} of poisoned) {
          const content = good[id]
          if (content === undefined) continue
          const names = Object.keys(content).filter((name) => name !== '_type')
          const name = names[attribute % names.length] ?? 'name'
          state.place(id, content._type, raw(id, {...content, [name]: value}))
        }
        const figures = state.figures(day, true)
        for (const value of Object.values(figures)) {
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
        }
        expect({}).not.toHaveProperty('polluted')
      }),
      {numRuns: 300},
    )
  })

  it('documents of nothing but JSON are flagged, never counted', () => {
    const document = fc.record({
      type: fc.constantFrom(...shopTypes),
      content: fc.dictionary(fc.string(), fc.jsonValue()),
    })
    fc.assert(
      fc.property(document, ({type, content}) => {
        const state = createShopState({})
        state.place('x', type, raw('x', {...content, _type: type}))
        const figures = state.figures(day, true)
        const isShown = Object.values(state.collections()).some((map) => map.size > 0)
        // a day without sums is a day of nothing
        if (!isShown && type !== 'shopSettings')
          expect(figures.malformed.map(({id}) => id)).toEqual(['x'])
        expect([figures.salesToday, figures.stockValue, figures.receivables]).toEqual([0, 0, 0])
      }),
      {numRuns: 500},
    )
  })

  it('what is mended counts at once', () => {
    const state = createShopState({})
    const level = sample.level('p1', 3)
    state.place('stockLevel.p1', 'stockLevel', raw('stockLevel.p1', {...level, value: '2100'}))
    expect(state.figures(day, true)).toMatchObject({
      stockValue: 0,
      malformed: [
        {id: 'stockLevel.p1', type: 'stockLevel', reason: 'value must be a whole number'},
      ],
    })
    state.place('stockLevel.p1', 'stockLevel', raw('stockLevel.p1', level))
    expect(state.figures(day, true)).toMatchObject({stockValue: 2100, malformed: []})
  })
})
