import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {ShopDocument} from '../../../plugin/domain/documents.ts'
import {proveShop} from '../../../plugin/domain/proof.ts'
import {toDriftAlerts} from '../../../plugin/domain/proof/driftAlerts.ts'
import {createShopState} from '../../../plugin/live/shopState.ts'
import {isRawDocument} from '../../../plugin/live/wire.ts'
import {carryOutCorrection} from '../../../plugin/operations/carryOutCorrection.ts'
import {startTestShop} from '../shopRig.ts'
import type {TestShop} from '../shopRig.ts'

let shop: TestShop
let all: readonly ShopDocument[]
let books: readonly ShopDocument[]

beforeAll(async () => {
  shop = await startTestShop()
  await trade(shop)
  all = await shop.documents()
  books = all.filter(({_type}) => BOOKS.has(_type))
})
afterAll(() => shop.close())

const BOOKS: ReadonlySet<string> = new Set([
  'bill',
  'billBalance',
  'payment',
  'creditNote',
  'stockLevel',
  'stockTransaction',
  'series',
  'daySummary',
  'customerAccount',
])
/** What only repeats others: one click makes it follow again. */
const REPEATING: ReadonlySet<string> = new Set([
  'billBalance',
  'stockLevel',
  'daySummary',
  'customerAccount',
])
/** Numbers that no money and no stock is counted from: what a paper or an alert says besides. */
const SAID_BESIDES: ReadonlySet<string> = new Set([
  'creditNote.lines.0.unit.decimals',
  'creditNote.lines.0.unitPrice',
  'creditNote.lines.0.unitCost',
  'stockTransaction.unitCost',
  'stockLevel.lastEntry.quantity',
])

describe('what is changed behind the back of the operations is found, by verify and by the live view', () => {
  it('nothing, as long as nobody does', () => {
    expect(found(all)).toEqual({verify: 0, live: 0})
  })

  it('any number of the books', () => {
    const forged = books.flatMap((document) => {
      const paths = numbersOf(document).filter(
        (path) => !SAID_BESIDES.has(`${document._type}.${path.join('.')}`),
      )
      return paths.map((path) => ({document, path}))
    })
    expect(forged.length).toBeGreaterThan(150)
    const missed = forged.filter(({document, path}) => {
      const {verify, live} = found(
        without(
          document,
          changed(document, path, (was) => was + 1),
        ),
      )
      return verify === 0 || live === 0
    })
    expect(missed.map(({document, path}) => `${document._type}.${path.join('.')}`)).toEqual([])
  })

  it.each([
    ['bill', 'number', 'B-X'],
    ['bill', 'day', '2026-01-01'],
    ['bill', 'dueDate', '2027-01-01'],
    ['bill', 'customer', {_type: 'reference', _ref: 'nobody', _weak: true}],
    ['billBalance', 'number', 'B-X'],
    ['billBalance', 'day', '2026-01-01'],
    ['billBalance', 'dueDate', '2027-01-01'],
    ['billBalance', 'customer', {_type: 'reference', _ref: 'nobody', _weak: true}],
    ['payment', 'method', 'upi'],
    ['payment', 'day', '2026-01-01'],
    ['daySummary', 'day', '2026-01-01'],
    ['customerAccount', 'customer', {_type: 'reference', _ref: 'nobody', _weak: true}],
  ])('%s.%s', (type, field, value) => {
    for (const document of books.filter(({_type}) => _type === type)) {
      const {verify, live} = found(without(document, {...document, [field]: value}))
      expect(Math.min(verify, live), document._id).toBeGreaterThan(0)
    }
  })

  it('any document of the books that is deleted', () => {
    for (const document of books) {
      const {verify, live} = found(without(document))
      expect(verify, document._id).toBeGreaterThan(0)
      // the first entry held may have one before it that is older than what is held: verify alone knows
      const mayBeOlder = 'sequence' in document && document._type === 'stockTransaction'
      if (!mayBeOlder || document.sequence !== 1) expect(live, document._id).toBeGreaterThan(0)
    }
  })

  it('one click makes what repeats others follow again, whichever number was changed', async () => {
    const forged = books
      .filter(({_type}) => REPEATING.has(_type))
      .flatMap((document) => numbersOf(document).map((path) => ({document, path})))
      .filter(({document, path}) => !SAID_BESIDES.has(`${document._type}.${path.join('.')}`))
    expect(forged.length).toBeGreaterThan(30)
    for (const [index, {document, path}] of forged.entries()) {
      const attribute = path
        .map((step) => (typeof step === 'number' ? `[${step}]` : step))
        .join('.')
      await shop.client
        .patch(document._id)
        .inc({[attribute.replaceAll('.[', '[')]: 1})
        .commit()
      const corrections = toDriftAlerts(proveShop(await shop.documents())).map(
        ({correction}) => correction,
      )
      expect(corrections.length, `${document._type}.${attribute}`).toBeGreaterThan(0)
      for (const correction of corrections) {
        if (correction !== undefined)
          await carryOutCorrection(correction, `correct ${index}`, shop.operations)
      }
      expect(await shop.differences(), `${document._type}.${attribute}`).toEqual([])
    }
  })
})

/** Some of everything: a bill in parts, a credit, a deposit that pays, a void, damage, a count. */
async function trade({operations, ...rest}: TestShop): Promise<void> {
  const fan = await rest.stocked(20)
  const wire = await rest.stocked(5_000, {unit: {name: 'm', decimals: 2}})
  const {_id: customer} = await operations.users.create({name: 'Meera', role: 'customer'})
  const {bill} = await operations.bills.create({
    key: 'sold',
    customer,
    lines: [
      {product: fan._id, quantity: 3, discount: {amount: 500}},
      {product: wire._id, quantity: 150},
      {name: 'Visit', quantity: 1, unitPrice: 100_00},
    ],
    discount: {rate: 500},
    payments: [
      {method: 'cash', amount: 10_00},
      {method: 'card', amount: 5_00},
    ],
  })
  const [line] = bill.lines
  if (line === undefined) throw new Error('The bill has no lines.')
  await operations.bills.credit({
    key: 'back',
    bill: bill._id,
    lines: [{line: line._key, quantity: 1, restock: true}],
    reason: 'broken',
  })
  await operations.bills.deposit({key: 'deposit', customer, amount: 50_00, method: 'cash'})
  await operations.bills.recordPayment({
    key: 'from credit',
    bill: bill._id,
    amount: 2_00,
    method: 'customerCredit',
  })
  const {bill: wrong} = await operations.bills.create({
    key: 'wrong',
    lines: [{product: fan._id, quantity: 1}],
  })
  await operations.bills.void({key: 'void', bill: wrong._id, reason: 'wrong customer'})
  await operations.stock.adjust({
    key: 'damage',
    product: wire._id,
    quantity: -10,
    reason: 'cut',
    kind: 'damage',
  })
}

type Path = readonly (string | number)[]

function numbersOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number') return [path]
  if (Array.isArray(value)) return value.flatMap((one, index) => numbersOf(one, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => numbersOf(one, [...path, key]))
}

function changed(value: unknown, path: Path, change: (was: number) => number): unknown {
  const [step, ...rest] = path
  if (step === undefined) return typeof value === 'number' ? change(value) : value
  if (Array.isArray(value))
    return value.map((one, index) => (index === step ? changed(one, rest, change) : one))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([key, one]) => [key, key === step ? changed(one, rest, change) : one]),
  )
}

const without = (document: ShopDocument, instead?: unknown): unknown[] => [
  ...all.filter(({_id}) => _id !== document._id),
  ...(instead === undefined ? [] : [instead]),
]

const EVER = {billsFrom: '2000-01-01', entriesFrom: '2000-01-01'}

/** How many drifts `verify` and the live view find. */
function found(documents: readonly unknown[]) {
  const state = createShopState({})
  for (const document of documents) {
    if (isRawDocument(document)) state.place(document._id, document._type, document)
  }
  state.judgeMore(new Set(), EVER, Infinity)
  const suspicions = [...state.suspicions(new Set(), EVER).values()].flat()
  const {malformed} = state.figures('2026-01-01', true)
  return {verify: proveShop(documents).length, live: suspicions.length + malformed.length}
}
