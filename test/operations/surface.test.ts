import {afterAll, beforeAll, expect, it} from 'vitest'
import {createShopOperations} from '../../plugin/core.ts'
import type {ShopOperations} from '../../plugin/core.ts'
import type {ShopDocument} from '../../plugin/domain/documents.ts'
import {attemptEach, layGround} from './roles/eachOperation.ts'
import type {Ground} from './roles/eachOperation.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop
let ground: Ground
let operations: ShopOperations

beforeAll(async () => {
  shop = await startTestShop()
  ground = await layGround(shop, 'surface')
  operations = createShopOperations({
    client: shop.client,
    actor: {id: 'asha', name: 'Asha'},
    options: {currency: 'INR', timeZone: 'Asia/Kolkata', tax: {defaultRate: 1800}},
  })
})
afterAll(() => shop.close())

/** What every operation answers with, by the names that callers rely on. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'bills.create': ['bill', 'entries', 'warnings'],
  'bills.recordPayment': ['payment'],
  'bills.refund': ['payment'],
  'bills.credit': ['creditNote', 'entries'],
  'bills.void': ['bill', 'entries'],
  'bills.park': ['draft'],
  'bills.deposit': ['payment'],
  'bills.withdraw': ['payment'],
  'bills.correctBalance': ['balance'],
  'bills.correctSeries': ['series'],
  'bills.correctDay': ['summary'],
  'bills.correctAccount': ['account'],
  'stock.open': ['entries'],
  'stock.receive': ['entries'],
  'stock.returnToSupplier': ['entries'],
  'stock.adjust': ['entries'],
  'stock.count': ['entries'],
  'stock.correct': ['entries'],
  'alerts.note': ['note'],
  'latencyTests.begin': ['test'],
  'latencyTests.answer': ['test'],
}
const CATALOGUE = ['brands', 'categories', 'products', 'users']
const WITHOUT_ANSWER = [
  'bills.discard',
  'latencyTests.end',
  ...CATALOGUE.map((room) => `${room}.delete`),
]

/** Commands that leave no document that could prove them: the second time there is nothing left to do. */
const GONE = WITHOUT_ANSWER

it('has the names that scripts and front ends rely on, and no others', () => {
  const crud = ['create', 'update', 'archive', 'delete']
  const names = Object.fromEntries(
    Object.entries(operations).map(([room, calls]) => [room, Object.keys(calls)]),
  )
  expect(names).toEqual({
    brands: crud,
    categories: crud,
    products: crud,
    users: crud,
    bills: [
      'create',
      'recordPayment',
      'refund',
      'credit',
      'void',
      'park',
      'discard',
      'deposit',
      'withdraw',
      'correctBalance',
      'correctSeries',
      'correctDay',
      'correctAccount',
    ],
    alerts: ['note'],
    latencyTests: ['begin', 'answer', 'end'],
    stock: ['open', 'receive', 'returnToSupplier', 'adjust', 'count', 'correct'],
  })
})

it('3 the same command twice gives one bill, one number, one set of entries: every operation, twice', async () => {
  const attempts = attemptEach(operations, ground, 'twice')
  for (const [name, attempt] of Object.entries(attempts)) {
    const first = await attempt()
    const after = await shop.documents()
    if (GONE.includes(name)) {
      expect(first, name).toBeUndefined()
      await expect(attempt(), name).rejects.toMatchObject({code: 'not-found'})
    } else {
      const again = await attempt()
      expect(identities(again), name).toEqual(identities(first))
      expect(identities(first).length, name).toBeGreaterThan(0)
    }
    expect(await shop.documents(), name).toEqual(after)
  }
})

it('answers every operation with what it wrote', async () => {
  const other = await layGround(shop, 'answers')
  const attempts = attemptEach(operations, other, 'answers')
  for (const [name, attempt] of Object.entries(attempts)) {
    const answer = await attempt()
    const [room = ''] = name.split('.')
    if (WITHOUT_ANSWER.includes(name)) expect(answer, name).toBeUndefined()
    else if (CATALOGUE.includes(room)) expect(answer, name).toMatchObject({_id: expect.any(String)})
    else expect(Object.keys(answer ?? {}), name).toEqual(ANSWERS[name])
    for (const document of documentsOf(answer)) {
      expect(await shop.client.getDocument(document._id), name).toMatchObject({
        _id: document._id,
        _type: document._type,
        _rev: document._rev,
      })
    }
  }
  expect(await shop.differences()).toEqual([])
})

it('writes every amount as an integer and every time in UTC', async () => {
  for (const document of await shop.documents()) {
    for (const [path, value] of leaves(document)) {
      if (typeof value === 'number')
        expect(value, `${document._id} ${path}`).toSatisfy(Number.isSafeInteger)
      if (/(At|^at|\.at)$/.test(path)) expect(value, path).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    }
  }
})

const identities = (answer: unknown) => documentsOf(answer).map(({_id, _type}) => `${_type} ${_id}`)

function documentsOf(value: unknown): ShopDocument[] {
  if (Array.isArray(value)) return value.flatMap(documentsOf)
  if (isDocument(value)) return [value]
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(documentsOf)
    : []
}

function isDocument(value: unknown): value is ShopDocument {
  return typeof value === 'object' && value !== null && '_id' in value && '_rev' in value
}

function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  )
}
