import * as fc from 'fast-check'
import {addDays} from '../../plugin/domain/calendar.ts'
import {sample} from './sampleDocuments.ts'
import type {Content} from './sampleDocuments.ts'

/** The day that random papers are of, or of fifteen or thirty days before. */
export const today = '2026-03-10'
const zones = ['UTC', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe']

/** Any document of few, written anew or deleted. */
export interface RandomWrite {
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
export const randomWrites = fc.oneof(
  paper.map(({number, amount: total, day: onDay, at, lines: all}): RandomWrite => ({
    id: `bill.${number}`,
    type: 'bill',
    content: {
      ...sample.bill(`B-${number}`, total, onDay),
      customer: reference(`u${total % 2}`),
      occurredAt: at,
      lines: all,
    },
  })),
  paper.map(({number, amount: total, day: onDay, lines: all}): RandomWrite => ({
    id: `creditNote.${number}`,
    type: 'creditNote',
    content: {
      ...sample.creditNote(`C-${number}`, total, onDay),
      bill: reference(`bill.${total % 2}`),
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
    .map(({number, amount: total, day: onDay, isVoid, credited}): RandomWrite => ({
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
    .map(({number, amount: paid, day: onDay, method}): RandomWrite => ({
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
      fc.constantFrom('sale', 'return', 'void', 'damage').map((kind): RandomWrite => ({
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
    .map(({number, onHand}): RandomWrite => ({
      id: `stockLevel.p${number}`,
      type: 'stockLevel',
      content: sample.level(`p${number}`, onHand),
    })),
  fc
    .record({number: few, isActive: fc.boolean(), reorderLevel: few})
    .map(({number, isActive, reorderLevel}): RandomWrite => ({
      id: `p${number}`,
      type: 'product',
      content: sample.product(`P${number}`, {
        isActive,
        reorderLevel,
        brand: reference(`b${reorderLevel % 2}`),
        category: reference(`c${reorderLevel % 3}`),
      }),
    })),
  fc.record({day, amount, group: few}).map(({day: onDay, amount: sales, group}): RandomWrite => ({
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
  fc.constantFrom(...zones).map((zone): RandomWrite => ({
    id: 'shopSettings.shop',
    type: 'shopSettings',
    content: sample.settings(zone),
  })),
  fc
    .record({type: fc.constantFrom('bill', 'billBalance', 'creditNote', 'payment'), number: pair})
    .map(({type, number}): RandomWrite => ({id: `${type}.${number}`, type, content: undefined})),
)
