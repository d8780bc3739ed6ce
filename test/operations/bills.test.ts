import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {InvalidCommandError, OutOfStockError} from '../../plugin/domain/errors.ts'
import type {DaySummary} from '../../plugin/domain/documents.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

const shelf = () => shop.documents('stockTransaction')

describe('a bill', () => {
  it('is number, balance, payment, stock and day in one transaction', async () => {
    const brand = await shop.operations.brands.create({name: 'Crompton', isActive: true})
    const reference = {_type: 'reference' as const, _ref: brand._id}
    const fan = await shop.stocked(10, {brand: reference})
    const customer = await shop.operations.users.create({name: 'Ravi', role: 'customer'})
    const {bill, entries} = await shop.operations.bills.create({
      key: 'form 1',
      customer: customer._id,
      lines: [
        {product: fan._id, quantity: 3, discount: {rate: 1000}},
        {name: 'Visit fee', quantity: 1, unitPrice: 200_00},
      ],
      discount: {amount: 5_00},
      payments: [{method: 'cash', amount: 100_00}],
      occurredAt: '2026-03-04T20:00:00.000Z',
    })
    // 3 × 150.00 − 10 % = 405.00, + 200.00 − 5.00 = 600.00, + 18 % = 708.00
    expect(bill.totals).toMatchObject({gross: 650_00, discount: 50_00, net: 600_00, tax: 108_00})
    expect(bill.totals.total).toBe(708_00)
    expect(bill).toMatchObject({
      number: `B-${bill.issuedAt.slice(0, 4)}-00001`,
      sequence: 1,
      customerName: 'Ravi',
      day: '2026-03-05',
      dueDate: '2026-03-05',
      currency: 'INR',
      issuedBy: {id: 'Asha', name: 'Asha'},
    })
    expect(entries).toMatchObject([{kind: 'sale', quantity: -3, balanceAfter: 7, sequence: 2}])
    expect(await shop.balanceOf(bill)).toMatchObject({total: 708_00, paid: 100_00, balance: 608_00})
    const day = await shop.client.getDocument<DaySummary>('daySummary.2026-03-05')
    expect(day).toMatchObject({
      bills: 1,
      sales: 708_00,
      tax: 108_00,
      cost: 300_00,
      byHour: {h01: 708_00},
      byMethod: {cash: 100_00},
    })
    const written = await shop.client.fetch<string[]>('*[_rev == $rev]._type | order(@ asc)', {
      rev: bill._rev,
    })
    expect(written.toSorted()).toEqual([
      'bill',
      'billBalance',
      'customerAccount',
      'daySummary',
      'payment',
      'series',
      'stockLevel',
      'stockTransaction',
    ])
  })

  it('with free lines only touches no stock', async () => {
    await shop.operations.bills.create({
      key: 'labour',
      serviceType: 'repair',
      lines: [{name: 'Labour', quantity: 150, unitPrice: 400_00, unit: {name: 'h', decimals: 2}}],
    })
    expect(await shelf()).toEqual([])
    expect(await shop.documents('stockLevel')).toEqual([])
  })

  it('is a sale unless it says which service it was; any other is refused', async () => {
    const lines = [{name: 'Labour', quantity: 1, unitPrice: 100_00}]
    const {create} = shop.operations.bills
    expect((await create({key: 'said nothing', lines})).bill.serviceType).toBe('sale')
    const types = ['sale', 'repair', 'installation', 'maintenance', 'custom'] as const
    for (const serviceType of types) {
      expect((await create({key: serviceType, lines, serviceType})).bill.serviceType).toBe(
        serviceType,
      )
    }
    const unknown: object = {serviceType: 'gift'}
    await expect(create({key: 'unknown', lines, ...unknown})).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'serviceType', message: expect.stringContaining('must be sale, repair')}],
    })
  })

  it('of a service keeps no stock', async () => {
    const service = await shop.product({trackStock: false})
    await shop.operations.bills.create({
      key: 'service',
      lines: [{product: service._id, quantity: 2}],
    })
    expect(await shelf()).toEqual([])
  })

  it('that is short of goods names every shortage, saves nothing and consumes no number', async () => {
    const [fan, lamp] = [await shop.stocked(2), await shop.stocked(1)]
    const short = shop.operations.bills.create({
      key: 'short',
      lines: [
        {product: fan._id, quantity: 2},
        {product: lamp._id, quantity: 4},
        {product: fan._id, quantity: 1},
      ],
    })
    await expect(short).rejects.toBeInstanceOf(OutOfStockError)
    await expect(short).rejects.toMatchObject({
      shortages: [
        {product: fan._id, requested: 3, available: 2},
        {product: lamp._id, requested: 4, available: 1},
      ],
    })
    const {bill} = await shop.operations.bills.create({
      key: 'fits',
      lines: [{product: fan._id, quantity: 2}],
    })
    expect(bill.sequence).toBe(1)
    expect(await shop.onHand(lamp)).toBe(1)
  })

  it('goes below zero only under policy allow', async () => {
    const fan = await shop.stocked(1, {stockPolicy: 'allow'})
    await shop.operations.bills.create({key: 'more', lines: [{product: fan._id, quantity: 3}]})
    expect(await shop.onHand(fan)).toBe(-2)
    const line = {product: fan._id, quantity: 5, unitCost: 120_00}
    await shop.operations.stock.receive({key: 'refill', lines: [line]})
    expect(await shop.client.getDocument(`stockLevel.${fan._id}`)).toMatchObject({
      onHand: 3,
      value: 360_00,
    })
  })

  it('of a product that is only a draft says to publish it first', async () => {
    await shop.client.create({_id: 'drafts.new', _type: 'product', name: 'New', sku: 'N', price: 1})
    const lines = [{product: 'new', quantity: 1}]
    await expect(shop.operations.bills.create({key: 'draft', lines})).rejects.toThrow(
      /only a draft: publish it first/,
    )
  })

  it('lists everything that is wrong with a command at once', async () => {
    const wrong = {
      key: '',
      lines: [
        {product: 'a,b', quantity: 1.5},
        {name: 'x', quantity: 1, unitPrice: -1},
      ],
      dueDate: '2026-02-30',
    }
    const outcome = shop.operations.bills.create(wrong)
    await expect(outcome).rejects.toBeInstanceOf(InvalidCommandError)
    await expect(outcome).rejects.toMatchObject({
      code: 'invalid',
      issues: [
        {path: 'key'},
        {path: 'lines.0.product'},
        {path: 'lines.0.quantity'},
        {path: 'lines.1.unitPrice'},
        {path: 'dueDate'},
      ],
    })
  })

  it('refuses the key of another command', async () => {
    const line = {name: 'x', quantity: 1, unitPrice: 100}
    await shop.operations.bills.create({key: 'same', lines: [line]})
    const other = shop.operations.bills.create({key: 'same', lines: [{...line, quantity: 2}]})
    await expect(other).rejects.toMatchObject({code: 'key-reused'})
    expect(await shop.documents('bill')).toHaveLength(1)
  })

  it('of 700 lines is one transaction', async () => {
    const names = Array.from({length: 700}, (_, index) => index)
    await shop.client.mutate(
      names.map((index) => ({
        create: {
          _id: `p${index}`,
          _type: 'product',
          name: `P ${index}`,
          sku: `P${index}`,
          price: 99,
        },
      })),
    )
    const line = (index: number) => ({product: `p${index}`, quantity: 2})
    await shop.operations.stock.open({key: 'open', lines: names.map(line)})
    const {bill, entries} = await shop.operations.bills.create({
      key: 'long',
      lines: names.map(line),
    })
    expect(entries).toHaveLength(700)
    expect(bill.totals.gross).toBe(700 * 198)
    const written = await shop.client.fetch<number>('count(*[_rev == $rev])', {rev: bill._rev})
    expect(written).toBe(700 * 2 + 4)
  })

  it('that was parked is issued once and its draft goes with it', async () => {
    const line = {name: 'Wire', quantity: 1, unitPrice: 100}
    const {draft} = await shop.operations.bills.park({
      key: 'parked',
      title: 'Ravi comes back',
      content: {lines: [line]},
    })
    expect(JSON.parse(draft.content)).toEqual({lines: [line]})
    await shop.operations.bills.create({key: 'issued', lines: [line], draft: draft._id})
    expect(await shop.documents('billDraft')).toEqual([])
    const twice = shop.operations.bills.create({key: 'again', lines: [line], draft: draft._id})
    await expect(twice).rejects.toMatchObject({code: 'not-found'})
  })

  it('needs the rights to write: a viewer is told so', async () => {
    const viewer = shop.till('Guest', {
      client: shop.lake.client('production', shop.lake.viewerToken),
    })
    const lines = [{name: 'x', quantity: 1, unitPrice: 1}]
    await expect(viewer.bills.create({key: 'no', lines})).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })

  it('stays in the currency and time zone that are stored', async () => {
    const lines = [{name: 'x', quantity: 1, unitPrice: 1}]
    await shop.operations.bills.create({key: 'first', lines})
    const euro = shop.till('Euro', {options: {currency: 'EUR', timeZone: 'Europe/Paris'}})
    const refused = euro.bills.create({key: 'second', lines})
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'currency'}, {path: 'timeZone'}],
    })
  })
})
