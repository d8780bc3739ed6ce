import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sized} from '../../../test/rig/size.ts'
import {sample} from '../../../test/live/sampleDocuments.ts'
import type {Content} from '../../../test/live/sampleDocuments.ts'
import {proveHeldShop} from '../../domain/proof/fromScratch.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import {createShopState} from '../shopState.ts'

const day = '2026-03-10'
const entriesFrom = '2026-03-01'
const weak = (id: string) => ({_type: 'reference', _ref: id, _weak: true})

const place = (state: ReturnType<typeof createShopState>, id: string, content: Content | null) => {
  const document =
    content === null
      ? undefined
      : {...content, _id: id, _rev: 'r', _createdAt: day, _updatedAt: day}
  state.place(id, content?._type ?? id.split('.')[0] ?? '', document)
}

const small = fc.integer({min: 0, max: 4})
const amount = fc.integer({min: -3, max: 3})

/** Documents of two products and one series, more often wrong than right; `null` deletes. */
const write: fc.Arbitrary<{id: string; content: Content | null}> = fc.oneof(
  fc
    .record({product: small, sequence: small, quantity: amount, after: small, of: small})
    .map(({product, sequence, quantity, after, of}) => ({
      id: `stockTransaction.${product % 2}-${sequence}-${of % 2}`,
      content: {
        ...sample.entry(`p${product % 2}`, sequence, quantity, day),
        balanceAfter: after,
        source: weak(`bill.${of}`),
      },
    })),
  fc
    .record({product: small, onHand: small, sequence: small})
    .map(({product, onHand, sequence}) => ({
      id: `stockLevel.p${product % 2}`,
      content: sample.level(`p${product % 2}`, onHand, sequence),
    })),
  fc.record({number: small, sequence: small, total: small}).map(({number, sequence, total}) => ({
    id: `bill.${number}`,
    content: {...sample.bill(`B-${sequence}`, total, day), sequence},
  })),
  fc.record({number: small, sequence: small}).map(({number, sequence}) => ({
    id: `creditNote.${number}`,
    content: {...sample.creditNote(`CN-${number}`, 1, day), sequence},
  })),
  fc
    .record({number: small, total: small, paid: small, off: amount})
    .map(({number, total, paid, off}) => ({
      id: `billBalance.${number}`,
      content: sample.balance(`bill.${number}`, total, paid, day, {balance: total - paid + off}),
    })),
  small.map((last) => ({
    id: 'series.bill-2026',
    content: {_type: 'series', name: 'bill-2026', kind: 'bill', last},
  })),
  fc
    .record({type: fc.constantFrom('bill', 'creditNote', 'billBalance'), number: small})
    .map(({type, number}) => ({id: `${type}.${number}`, content: null})),
  fc.record({product: small, sequence: small, of: small}).map(({product, sequence, of}) => ({
    id: `stockTransaction.${product % 2}-${sequence}-${of % 2}`,
    content: null,
  })),
  small.map((product) => ({id: `stockLevel.p${product % 2}`, content: null})),
)

const plain = (suspicions: readonly Suspicion[]): string[] =>
  suspicions.map((suspicion) => JSON.stringify(suspicion)).toSorted()

describe('the proof that the live view moves by deltas', () => {
  it('suspects after every write what a proof from scratch suspects on the same documents', () => {
    let suspected = 0
    fc.assert(
      fc.property(fc.array(write, {maxLength: 40}), fc.nat(3), (writes, every) => {
        const state = createShopState({})
        writes.forEach(({id, content}, index) => {
          place(state, id, content)
          if (index % (every + 1) !== 0) return
          const moved = [...state.suspicions(new Set(), entriesFrom).values()].flat()
          const scratch = proveHeldShop(state.collections(), entriesFrom)
          suspected += scratch.length
          expect(plain(moved)).toEqual(plain(scratch))
        })
      }),
      {numRuns: sized(300, 20_000)},
    )
    expect(suspected).toBeGreaterThan(1_000)
  })

  it('judges a level only when its optimistic value is settled', () => {
    const state = createShopState({})
    const level = {...sample.level('p1', 3, 1), value: 3}
    place(state, 'stockTransaction.1', {
      ...sample.entry('p1', 1, 3, day),
      balanceAfter: 3,
      value: 3,
    })
    place(state, 'stockLevel.p1', level)
    expect(state.suspicions(new Set(), entriesFrom).size).toBe(0)
    place(state, 'stockLevel.p1', {...level, onHand: 2})
    expect(state.suspicions(new Set(['stockLevel.p1']), entriesFrom).size).toBe(0)
    expect(state.suspicions(new Set(), entriesFrom).size).toBe(1)
  })

  it('takes a change of one of many thousand entries without reading the others', () => {
    const state = createShopState({})
    const count = 20_000
    for (let sequence = 1; sequence <= count; sequence++) {
      const entry = {...sample.entry('p1', sequence, 1, day), balanceAfter: sequence, value: 1}
      place(state, `stockTransaction.${sequence}`, entry)
    }
    place(state, 'stockLevel.p1', {...sample.level('p1', count, count), value: count})
    expect(state.suspicions(new Set(), entriesFrom).size).toBe(0)
    const started = performance.now()
    for (let round = 0; round < 2_000; round++) {
      place(state, 'stockLevel.p1', {...sample.level('p1', round, count), value: count})
      expect(state.suspicions(new Set(), entriesFrom).size).toBe(1)
    }
    // 20,000 entries read 2,000 times take seconds
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
