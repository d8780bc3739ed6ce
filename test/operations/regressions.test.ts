import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {NEVER} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Bill, BillBalance, Product} from '../../plugin/domain/documents.ts'
import {isOverdue} from '../../plugin/domain/alerts.ts'
import {stockTransactionId} from '../../plugin/domain/ids.ts'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import * as queries from '../../plugin/queries.ts'
import {shopSchemaTypes} from '../../schemas/index.ts'
import {createMemoryLake, noFaults} from '../live/memoryLake.ts'
import {createVirtualTime} from '../live/virtualTime.ts'
import {startFaultProxy} from './faultProxy.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

/* Bugs read in shops built on Sanity, each as a test that fails where the bug is. */

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

const sell = (key: string, {_id}: Product, quantity: number) =>
  shop.operations.bills.create({key, lines: [{product: _id, quantity}]})

const balanceOf = async ({_id}: Bill) => {
  const balance = await shop.client.getDocument<BillBalance>(_id.replace('bill.', 'billBalance.'))
  if (balance === undefined) throw new Error('The bill has no balance.')
  return balance
}

describe('regression', () => {
  it('the "atomic" transaction holds only the bill; stock follows in a promise nobody awaits', async () => {
    const fan = await shop.stocked(5)
    const {bill} = await sell('together', fan, 2)
    const withIt = await shop.client.fetch<string[]>('array::unique(*[_rev == $rev]._type)', {
      rev: bill._rev,
    })
    expect(withIt).toEqual(expect.arrayContaining(['bill', 'stockLevel', 'stockTransaction']))
    // and where one part of it cannot be written, nothing is
    const {_id} = await shop.client.create({_id: stockTransactionId(fan._id, 3), _type: 'page'})
    const before = await shop.documents()
    const lines = [{product: fan._id, quantity: 1}]
    const hasty = shop.till('Till', {deadline: 300})
    await expect(hasty.bills.create({key: 'stuck', lines})).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await shop.documents()).toEqual(before)
    await shop.client.delete(_id)
  })

  it('check by query, then inc/dec per item: two tills both sell the last one', async () => {
    const [fan, lamp] = [await shop.stocked(1), await shop.stocked(1)]
    const lines = [fan, lamp].map(({_id}) => ({product: _id, quantity: 1}))
    const outcomes = await Promise.allSettled(
      ['Ravi', 'Meera', 'Asha'].map((name) => shop.till(name).bills.create({key: name, lines})),
    )
    expect(outcomes.filter(({status}) => status === 'fulfilled')).toHaveLength(1)
    expect([await shop.onHand(fan), await shop.onHand(lamp)]).toEqual([0, 0])
  })

  it('snapshot then absolute set: a receipt is lost under a sale at the same moment', async () => {
    const fan = await shop.stocked(10)
    const line = {product: fan._id, quantity: 7, unitCost: 1}
    await Promise.all([
      ...['a', 'b', 'c'].map((key) => shop.till(key).stock.receive({key, lines: [line]})),
      ...['d', 'e', 'f'].map((key) =>
        shop.till(key).bills.create({key, lines: [{product: fan._id, quantity: 2}]}),
      ),
    ])
    expect(await shop.onHand(fan)).toBe(10 + 3 * 7 - 3 * 2)
  })

  it('number = last six digits of the clock: the same again after 16 min 40 s', async () => {
    const lines = [{name: 'Visit', quantity: 1, unitPrice: 1}]
    const numberAt = async (milliseconds: number) => {
      const clock = () => new Date(Date.UTC(2026, 5, 1) + milliseconds)
      return (await shop.till('Till', {clock}).bills.create({key: `${milliseconds}`, lines})).bill
        .number
    }
    const numbers = [await numberAt(0), await numberAt(1_000_000), await numberAt(500)]
    expect(numbers).toEqual(['B-2026-00001', 'B-2026-00002', 'B-2026-00003'])
  })

  it('number = latest + 1 by query: the query is behind, and two bills get one number', async () => {
    const lines = [{name: 'Visit', quantity: 1, unitPrice: 1}]
    const bills = await Promise.all(
      Array.from({length: 6}, (_, index) =>
        shop.till(`Till ${index}`).bills.create({key: `${index}`, lines}),
      ),
    )
    const sequences = bills.map(({bill}) => bill.sequence).toSorted((a, b) => a - b)
    expect(sequences).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('`balance || total`: a bill paid in full owes everything again', async () => {
    const fan = await shop.stocked(5)
    const {bill} = await sell('bill', fan, 1)
    const {total} = bill.totals
    const pay = {bill: bill._id, amount: total, method: 'cash' as const}
    await shop.operations.bills.recordPayment({key: 'all of it', ...pay})
    expect((await balanceOf(bill)).balance).toBe(0)
    const again = shop.operations.bills.recordPayment({key: 'again', ...pay, amount: 1})
    await expect(again).rejects.toMatchObject({code: 'invalid'})
    const free = await shop.operations.bills.create({
      key: 'free',
      lines: [{name: 'Advice', quantity: 1, unitPrice: 0}],
    })
    expect((await balanceOf(free.bill)).balance).toBe(0)
    expect(isOverdue(await balanceOf(free.bill), '2999-01-01')).toBe(false)
  })

  it('an adjustment that does nothing on one path and only adds on another', async () => {
    const fan = await shop.stocked(10)
    const adjust = (quantity: number) =>
      shop.operations.stock.adjust({
        key: `by ${quantity}`,
        product: fan._id,
        quantity,
        reason: 'shelf',
        kind: 'adjustment',
      })
    await adjust(-4)
    expect(await shop.onHand(fan)).toBe(6)
    await adjust(3)
    expect(await shop.onHand(fan)).toBe(9)
    await expect(adjust(0)).rejects.toMatchObject({code: 'invalid', issues: [{path: 'quantity'}]})
  })

  it('`dec` by 1 whatever the quantity', async () => {
    const wire = await shop.stocked(10_000, {unit: {name: 'm', decimals: 2}})
    await sell('25.50 m', wire, 2_550)
    expect(await shop.onHand(wire)).toBe(7_450)
  })

  it('"overdue" filtered on but never written', async () => {
    const fan = await shop.stocked(1)
    const {bill} = await shop.operations.bills.create({
      key: 'late',
      lines: [{product: fan._id, quantity: 1}],
      occurredAt: '2026-01-31T06:00:00.000Z',
      dueDate: '2026-01-31',
    })
    const balance = await balanceOf(bill)
    expect(JSON.stringify(await shop.documents())).not.toMatch(/overdue/i)
    expect([isOverdue(balance, '2026-01-31'), isOverdue(balance, '2026-02-01')]).toEqual([
      false,
      true,
    ])
  })

  it('"Connected" before `welcome`', () => {
    const time = createVirtualTime()
    const {portWith} = createMemoryLake(time.scheduler)
    const store = createShopStoreOver({
      port: portWith(noFaults(() => 0)),
      connection$: NEVER,
      scheduler: time.scheduler,
    })
    time.advance(60_000)
    expect(store.getStatus().name).not.toBe('live')
    store.destroy()
  })

  it('array items without `_key`', async () => {
    const fan = await shop.operations.products.create({
      name: 'Fan',
      sku: 'F',
      price: 1,
      // as a script without types sends it
      ...JSON.parse(
        '{"specifications": [{"name": "Power", "value": "50 W"}], "images": [{"_type": "image"}]}',
      ),
    })
    const stored = await shop.client.getDocument(fan._id)
    expect(stored).toMatchObject({
      specifications: [{_key: expect.stringMatching(/^[0-9a-f]{12}$/), name: 'Power'}],
      images: [{_key: expect.stringMatching(/^[0-9a-f]{12}$/)}],
    })
    const {bill} = await shop.operations.bills.create({
      key: 'bill',
      lines: [
        {name: 'Visit', quantity: 1, unitPrice: 1},
        {name: 'Visit', quantity: 1, unitPrice: 1},
      ],
    })
    expect(bill.lines.map(({_key}) => _key)).toEqual(['line1', 'line2'])
    expect(bill.totals.taxes.every(({_key}) => _key !== '')).toBe(true)
  })

  it('restock committed before publish: a failed publish and a retry restock twice', async () => {
    const fan = await shop.stocked(5)
    const {bill} = await sell('bill', fan, 3)
    const proxy = await startFaultProxy({target: shop.lake.url, seed: 1, rates: {}})
    const till = shop.till('Till', {client: shop.clientThrough(proxy.url)})
    // the answers are lost, so the till sends the same command again
    proxy.script(['errorAfter', 'cutAfter'])
    const lines = [{line: 'line1', quantity: 2, restock: true}]
    const command = {key: 'two back', bill: bill._id, reason: 'broken', lines}
    await till.bills.credit(command)
    await till.bills.credit(command)
    expect(await shop.onHand(fan)).toBe(4)
    expect(await shop.documents('creditNote')).toHaveLength(1)
    await proxy.close()
  })

  it('shortage recorded, stock still goes negative', async () => {
    const fan = await shop.stocked(1)
    await expect(sell('too many', fan, 2)).rejects.toMatchObject({
      code: 'out-of-stock',
      shortages: [{requested: 2, available: 1}],
    })
    expect(await shop.onHand(fan)).toBe(1)
    expect(await shop.documents('bill')).toEqual([])
  })

  it('a query with quoted parameters that never matches', async () => {
    const fan = await shop.stocked(3)
    const {bill} = await sell('bill', fan, 1)
    for (const [name, query] of Object.entries(queries)) {
      expect(query, name).not.toMatch(/["'`]\$\w+["'`]/)
    }
    const sources = ['plugin', 'schemas', 'studio'].flatMap(sourcesUnder)
    const quoted = sources.filter((path) =>
      /\*\[[^\]]*["']\$\w+["']/.test(readFileSync(path, 'utf8')),
    )
    expect(quoted).toEqual([])
    const find = (query: string, params: object) =>
      shop.client.fetch<unknown[]>(query, {limit: 9, ...params})
    const {day} = bill
    expect(await find(queries.billsOfDaysQuery, {from: day, to: day})).toHaveLength(1)
    expect(await find(queries.billSearchQuery, {search: 'B*'})).toHaveLength(1)
    expect(await find(queries.openBalancesQuery, {})).toHaveLength(1)
    expect(await find(queries.daySummariesQuery, {from: day, to: day})).toHaveLength(1)
    expect(
      await find(queries.ledgerOfProductQuery, {product: fan._id, after: null, until: null}),
    ).toHaveLength(2)
    expect(await find(queries.referrersQuery, {id: fan._id})).not.toEqual([])
  })

  it('stock on the draftable product', async () => {
    const product = shopSchemaTypes().find(({name}) => name === 'product')
    const fields = product !== undefined && 'fields' in product ? (product.fields ?? []) : []
    const names = fields.map(({name}) => name)
    expect(names).toEqual(expect.arrayContaining(['reorderLevel', 'trackStock', 'price']))
    expect(names.filter((name) => /onhand|^stock$|quantity$|cost/i.test(name))).toEqual([
      'reorderQuantity',
    ])
    const fan = await shop.product()
    const {_rev} = (await shop.client.getDocument(fan._id)) ?? {_rev: ''}
    await shop.operations.stock.receive({key: 'in', lines: [{product: fan._id, quantity: 3}]})
    await sell('out', fan, 2)
    expect((await shop.client.getDocument(fan._id))?._rev).toBe(_rev)
  })

  it('cancel and refund that never restock', async () => {
    const fan = await shop.stocked(9)
    const [voided, credited] = [(await sell('1', fan, 4)).bill, (await sell('2', fan, 5)).bill]
    expect(await shop.onHand(fan)).toBe(0)
    await shop.operations.bills.void({key: 'v', bill: voided._id, reason: 'wrong'})
    expect(await shop.onHand(fan)).toBe(4)
    const lines = [{line: 'line1', quantity: 5, restock: true}]
    await shop.operations.bills.credit({key: 'c', bill: credited._id, reason: 'back', lines})
    expect(await shop.onHand(fan)).toBe(9)
  })

  it('a double click that doubles', async () => {
    const fan = await shop.stocked(5)
    const [first, second] = await Promise.all([sell('one form', fan, 2), sell('one form', fan, 2)])
    expect(second.bill._id).toBe(first.bill._id)
    expect(await shop.onHand(fan)).toBe(3)
    expect(await shop.documents('bill')).toHaveLength(1)
  })
})

function sourcesUnder(room: string): string[] {
  const root = join(import.meta.dirname, '../..', room)
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|node_modules/.test(name))
    .map((name) => join(root, name))
}
