import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sized} from '../../../test/rig/size.ts'
import {sample} from '../../../test/live/sampleDocuments.ts'
import type {Content} from '../../../test/live/sampleDocuments.ts'
import {proveHeldShop} from '../../domain/proof/fromScratch.ts'
import {customerAccountId} from '../../domain/ids.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import {createShopState} from '../shopState.ts'

const day = '2026-03-10'
const from = {billsFrom: '2026-03-05', entriesFrom: '2026-03-01'}
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
const anyDay = fc.constantFrom('2026-03-04', '2026-03-09', day)
const by = {id: 'u1', name: 'Asha'}

/** Documents of two products and one series, more often wrong than right; `null` deletes. */
const write: fc.Arbitrary<{id: string; content: Content | null}> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({product: small, sequence: small, quantity: amount, after: small, of: small})
      .map(({product, sequence, quantity, after, of}) => ({
        id: `stockTransaction.${product % 2}-${sequence}-${of % 2}`,
        content: {
          ...sample.entry(`p${product % 2}`, sequence, quantity, day),
          balanceAfter: after,
          source: weak(`bill.${of}`),
        },
      })),
  },
  fc
    .record({product: small, onHand: small, sequence: small})
    .map(({product, onHand, sequence}) => ({
      id: `stockLevel.p${product % 2}`,
      content: sample.level(`p${product % 2}`, onHand, sequence),
    })),
  fc
    .record({number: small, sequence: small, total: small, on: anyDay})
    .map(({number, sequence, total, on}) => ({
      id: `bill.${number}`,
      content: {...sample.bill(`B-${sequence}`, total, on), sequence},
    })),
  fc
    .record({number: small, sequence: small, of: small, on: anyDay})
    .map(({number, sequence, of, on}) => ({
      id: `creditNote.${number}`,
      content: {
        ...sample.creditNote(`CN-${number}`, 1, on),
        sequence,
        ...(of === 0 ? {} : {bill: weak(`bill.${of}`)}),
      },
    })),
  fc
    .record({number: small, total: small, paid: small, off: amount, owner: small, on: anyDay})
    .map(({number, total, paid, off, owner, on}) => ({
      id: `billBalance.${number}`,
      content: sample.balance(`bill.${number}`, total, paid, on, {
        balance: total - paid + off,
        ...(owner < 2 ? {customer: weak(`user.${owner}`)} : {}),
        ...(owner === 4 ? {void: {at: `${on}T06:00:00.000Z`, by, reason: 'wrong'}} : {}),
      }),
    })),
  fc
    .record({number: small, paid: amount, of: small, owner: small, on: anyDay})
    .map(({number, paid, of, owner, on}) => ({
      id: `payment.${number}`,
      content: {
        _type: 'payment',
        method: of === 1 ? 'customerCredit' : 'cash',
        amount: paid,
        at: `${on}T06:00:00.000Z`,
        day: on,
        by,
        ...(of === 0 ? {} : {bill: weak(`bill.${of}`)}),
        ...(owner < 2 ? {customer: weak(`user.${owner}`)} : {}),
      },
    })),
  fc.record({on: anyDay, bills: small, sales: small}).map(({on, bills, sales}) => ({
    id: `daySummary.${on}`,
    content: {_type: 'daySummary', day: on, bills, sales, byHour: {h05: sales}},
  })),
  fc.record({owner: small, owed: amount, credit: small}).map(({owner, owed, credit}) => ({
    id: customerAccountId(`user.${owner % 2}`),
    content: {_type: 'customerAccount', customer: weak(`user.${owner % 2}`), owed, credit},
  })),
  fc.record({owner: small, name: small}).map(({owner, name}) => ({
    id: `user.${owner % 2}`,
    content: {_type: 'user', name: `Name ${name}`, role: 'customer', isActive: true},
  })),
  small.map((last) => ({
    id: 'series.bill-2026',
    content: {_type: 'series', name: 'bill-2026', kind: 'bill', last},
  })),
  fc
    .record({type: fc.constantFrom('bill', 'creditNote', 'billBalance', 'payment'), number: small})
    .map(({type, number}) => ({id: `${type}.${number}`, content: null})),
  fc.record({product: small, sequence: small, of: small}).map(({product, sequence, of}) => ({
    id: `stockTransaction.${product % 2}-${sequence}-${of % 2}`,
    content: null,
  })),
  small.map((product) => ({id: `stockLevel.p${product % 2}`, content: null})),
  anyDay.map((on) => ({id: `daySummary.${on}`, content: null})),
  small.map((owner) => ({id: customerAccountId(`user.${owner % 2}`), content: null})),
)

const plain = (suspicions: readonly Suspicion[]): string[] =>
  suspicions.map((suspicion) => JSON.stringify(suspicion)).toSorted()

describe('the proof that the live view moves by deltas', () => {
  it('suspects after every write what a proof from scratch suspects on the same documents', () => {
    const suspected = new Map<string, number>()
    let tasks = 0
    fc.assert(
      fc.property(
        fc.array(write, {maxLength: 60}),
        fc.nat(3),
        fc.constantFrom(1, 4, 1_000),
        (writes, every, limit) => {
          const state = createShopState({})
          writes.forEach(({id, content}, index) => {
            place(state, id, content)
            if (index % (every + 1) !== 0) return
            while (state.judgeMore(new Set(), from, limit)) tasks++
            const moved = [...state.suspicions(new Set(), from).values()].flat()
            const held = {...state.collections(), settings: state.settings()}
            const scratch = proveHeldShop(held, from)
            for (const {drift} of scratch) {
              suspected.set(drift.kind, (suspected.get(drift.kind) ?? 0) + 1)
            }
            expect(plain(moved)).toEqual(plain(scratch))
          })
        },
      ),
      {numRuns: sized(300, 20_000)},
    )
    expect(tasks).toBeGreaterThan(200)
    for (const kind of ['ledger', 'level', 'number', 'total', 'balance', 'account', 'summary']) {
      expect(suspected.get(kind), kind).toBeGreaterThan(100)
    }
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
    expect(state.suspicions(new Set(), from).size).toBe(0)
    place(state, 'stockLevel.p1', {...level, onHand: 2})
    expect(state.suspicions(new Set(['stockLevel.p1']), from).size).toBe(0)
    expect(state.suspicions(new Set(), from).size).toBe(1)
  })

  it('takes a change of one of many thousand entries without reading the others', () => {
    const state = createShopState({})
    const count = 20_000
    for (let sequence = 1; sequence <= count; sequence++) {
      const entry = {...sample.entry('p1', sequence, 1, day), balanceAfter: sequence, value: 1}
      place(state, `stockTransaction.${sequence}`, entry)
    }
    place(state, 'stockLevel.p1', {...sample.level('p1', count, count), value: count})
    expect(state.suspicions(new Set(), from).size).toBe(0)
    const started = performance.now()
    for (let round = 0; round < 2_000; round++) {
      place(state, 'stockLevel.p1', {...sample.level('p1', round, count), value: count})
      expect(state.suspicions(new Set(), from).size).toBe(1)
    }
    // 20,000 entries read 2,000 times take seconds
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
