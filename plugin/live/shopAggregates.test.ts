import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sample} from '../../test/live/sampleDocuments.ts'
import type {Content} from '../../test/live/sampleDocuments.ts'
import {sized} from '../../test/rig/size.ts'
import {addDays} from '../domain/calendar.ts'
import {stockCover, sumSold} from '../domain/cover.ts'
import {buildDayFigures, buildRangeFigures} from '../domain/dayFiguresFromScratch.ts'
import {buildFigures} from '../domain/figures.ts'
import {createShopState} from './shopState.ts'
import type {ShopState} from './shopState.ts'

const today = '2026-03-10'
const zones = ['UTC', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe']

interface Write {
  id: string
  type: string
  content: Content | undefined
}

const reference = (id: string) => ({_type: 'reference', _ref: id, _weak: true})
const few = fc.nat({max: 4})
/** Two papers only, so that they are written again and again. */
const pair = fc.nat({max: 1})
const amount = fc.integer({min: 0, max: 9_999})
const day = fc.integer({min: -2, max: 0}).map((days) => addDays(today, days * 15))
const instant = fc
  .date({
    min: new Date('2026-03-07T00:00:00Z'),
    max: new Date('2026-03-10T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString())

const line = fc
  .record({product: few, isFree: fc.boolean(), quantity: fc.integer({min: 1, max: 6}), amount})
  .map(({product, isFree, quantity, amount: total}) => ({
    _key: `line${product}`,
    _type: 'billLine',
    ...(isFree ? {} : {product: reference(`p${product}`), cost: Math.floor(total / 2)}),
    ...(product < 3
      ? {category: reference(`c${product}`), brand: reference(`b${product % 2}`)}
      : {}),
    name: `P${product}`,
    unit: {name: 'pcs', decimals: product === 4 ? 3 : 0},
    quantity,
    unitPrice: 100,
    gross: total,
    discount: 0,
    billDiscount: 0,
    taxRate: 0,
    net: total,
    tax: 0,
    total,
  }))
const lines = fc.uniqueArray(line, {selector: ({_key}) => _key, maxLength: 4})

const paper = fc.record({number: pair, amount, day, at: instant, lines})
const writes = fc.oneof(
  paper.map(({number, amount: total, day: onDay, at, lines: all}): Write => ({
    id: `bill.${number}`,
    type: 'bill',
    content: {...sample.bill(`B-${number}`, total, onDay), occurredAt: at, lines: all},
  })),
  paper.map(({number, amount: total, day: onDay, lines: all}): Write => ({
    id: `creditNote.${number}`,
    type: 'creditNote',
    content: {
      ...sample.creditNote(`C-${number}`, total, onDay),
      lines: all.map((one, index) => ({...one, restock: index % 2 === 0})),
    },
  })),
  fc
    .record({
      number: pair,
      amount,
      day,
      isVoid: fc.boolean(),
      credited: fc.integer({min: 0, max: 4}),
    })
    .map(({number, amount: total, day: onDay, isVoid, credited}): Write => ({
      id: `billBalance.${number}`,
      type: 'billBalance',
      content: sample.balance(`bill.${number}`, total, 0, onDay, {
        dueDate: addDays(onDay, -40),
        creditedLines: [{_key: `line${number}`, quantity: credited, amount: credited}],
        ...(isVoid ? {void: {at: onDay, by: {id: 'u', name: 'u'}, reason: 'x'}} : {}),
      }),
    })),
  fc
    .record({number: pair, amount, day, method: fc.constantFrom('cash', 'card', 'upi')})
    .map(({number, amount: paid, day: onDay, method}): Write => ({
      id: `payment.${number}`,
      type: 'payment',
      content: {
        _type: 'payment',
        bill: reference(`bill.${number}`),
        method,
        amount: paid - 500,
        at: `${onDay}T05:00:00.000Z`,
        day: onDay,
        by: {id: 'u', name: 'u'},
      },
    })),
  fc
    .record({product: few, number: few, day, quantity: fc.integer({min: -5, max: 5})})
    .chain((entry) =>
      fc.constantFrom('sale', 'return', 'void', 'damage').map((kind): Write => ({
        id: `stockTransaction.${entry.product}${entry.number}`,
        type: 'stockTransaction',
        content: {
          ...sample.entry(`p${entry.product}`, entry.number, entry.quantity, entry.day),
          kind,
        },
      })),
    ),
  fc
    .record({number: few, onHand: fc.integer({min: -3, max: 9})})
    .map(({number, onHand}): Write => ({
      id: `stockLevel.p${number}`,
      type: 'stockLevel',
      content: sample.level(`p${number}`, onHand),
    })),
  fc
    .record({number: few, isActive: fc.boolean(), reorderLevel: few})
    .map(({number, isActive, reorderLevel}): Write => ({
      id: `p${number}`,
      type: 'product',
      content: sample.product(`P${number}`, {isActive, reorderLevel}),
    })),
  fc.record({day, amount, group: few}).map(({day: onDay, amount: sales, group}): Write => ({
    id: `daySummary.${onDay}`,
    type: 'daySummary',
    content: {
      _type: 'daySummary',
      day: onDay,
      bills: group,
      sales,
      creditNotes: 0,
      credits: 0,
      tax: 0,
      cost: 0,
      byHour: {[`h0${group}`]: sales},
      byMethod: {cash: sales},
      byCategory: {[`k_c${group}`]: sales},
      byBrand: {},
    },
  })),
  fc.constantFrom(...zones).map((zone): Write => ({
    id: 'shopSettings.shop',
    type: 'shopSettings',
    content: sample.settings(zone),
  })),
  fc
    .record({type: fc.constantFrom('bill', 'billBalance', 'creditNote', 'payment'), number: pair})
    .map(({type, number}): Write => ({id: `${type}.${number}`, type, content: undefined})),
)

const steps = fc.array(
  fc.record({
    write: writes,
    today: fc.integer({min: 0, max: 3}),
    hasWindow: fc.boolean(),
    isCounted: fc.boolean(),
  }),
  {minLength: 1, maxLength: 100, size: 'max'},
)

const place = (state: ShopState, {id, type, content}: Write, revision: number) => {
  const stamp = {_id: id, _rev: `r${revision}`, _createdAt: today, _updatedAt: today}
  state.place(id, type, content && {...content, ...stamp})
}

describe('figures moved by deltas', () => {
  it('equal those from scratch after every write, whatever day and window are looked at', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const state = createShopState({})
        for (const [index, {write, today: days, hasWindow, isCounted}] of all.entries()) {
          place(state, write, index)
          const onDay = addDays(today, days * 15 - 30)
          const window = {from: addDays(today, hasWindow ? -13 : -29), to: today}
          state.setSalesWindow(window)
          const sources = {...state.collections(), settings: state.settings(), malformed: []}
          expect(state.figures(onDay, isCounted)).toEqual(
            buildFigures(sources, onDay, () => isCounted, window),
          )
          expect(state.figuresOf(today, true)).toEqual(buildDayFigures(sources, today, true))
          const range = [addDays(today, -20), today] as const
          expect(state.figuresBetween(...range)).toEqual(
            buildRangeFigures(sources.daySummaries.values(), ...range),
          )
          const sold = sumSold(sources.stockTransactions.values(), window)
          for (const [id, product] of sources.products) {
            const level = sources.stockLevels.get(`stockLevel.${id}`)
            const days = hasWindow ? 14 : 30
            expect(state.related.coverOf(id)).toEqual(
              stockCover(product, level, sold.get(id) ?? 0, days),
            )
          }
        }
      }),
      {numRuns: sized(60, 3_000)},
    )
  })

  it('keep their identity while nothing of their day or range changes', () => {
    const state = createShopState({})
    place(state, {id: 'bill.1', type: 'bill', content: sample.bill('B-1', 100, today)}, 1)
    const before = [state.figuresOf(today, true), state.figuresBetween(today, today)]
    const other = addDays(today, -1)
    place(state, {id: 'bill.2', type: 'bill', content: sample.bill('B-2', 100, other)}, 1)
    place(state, {id: 'p1', type: 'product', content: sample.product('P1')}, 1)
    const after = [state.figuresOf(today, true), state.figuresBetween(today, today)]
    expect(after.map((figures, index) => figures === before[index])).toEqual([true, true])
  })
})
