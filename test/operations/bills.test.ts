import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {InvalidCommandError, OutOfStockError} from '../../plugin/domain/errors.ts'
import type {Bill, BillBalance, DaySummary} from '../../plugin/domain/documents.ts'
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

const balanceOf = (bill: Bill) =>
  shop.client.fetch<BillBalance>('*[_type == "billBalance" && bill._ref == $id][0]', {id: bill._id})

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
    expect(await balanceOf(bill)).toMatchObject({total: 708_00, paid: 100_00, balance: 608_00})
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

describe('after the bill', () => {
  const sell = async (paid: number) => {
    const fan = await shop.stocked(10)
    const {bill} = await shop.operations.bills.create({
      key: 'bill',
      lines: [
        {product: fan._id, quantity: 3},
        {name: 'Visit', quantity: 1, unitPrice: 100_00},
      ],
      ...(paid === 0 ? {} : {payments: [{method: 'card', amount: paid}]}),
    })
    return {fan, bill}
  }

  it('payments and refunds move the balance and never the bill', async () => {
    const {bill} = await sell(0)
    const {payment} = await shop.operations.bills.recordPayment({
      key: 'pay',
      bill: bill._id,
      amount: bill.totals.total,
      method: 'upi',
    })
    expect(payment).toMatchObject({amount: bill.totals.total, method: 'upi'})
    expect(await balanceOf(bill)).toMatchObject({paid: bill.totals.total, balance: 0})
    const more = {bill: bill._id, amount: 1, method: 'cash' as const}
    await expect(
      shop.operations.bills.recordPayment({key: 'too much', ...more}),
    ).rejects.toMatchObject({code: 'invalid', issues: [{path: 'amount'}]})
    await shop.operations.bills.refund({key: 'back', ...more, amount: 50_00})
    await shop.operations.bills.refund({key: 'back', ...more, amount: 50_00})
    expect(await balanceOf(bill)).toMatchObject({paid: bill.totals.total - 50_00, balance: 50_00})
    expect((await shop.client.getDocument(bill._id))?._rev).toBe(bill._rev)
  })

  it('credits in any steps end at exactly 0 and restock only what comes back', async () => {
    const fan = await shop.stocked(10)
    const {bill} = await shop.operations.bills.create({
      key: 'odd',
      lines: [{product: fan._id, quantity: 3, unitPrice: 33_33}],
      discount: {amount: 1_01},
    })
    const step = (key: string, restock: boolean) =>
      shop.operations.bills.credit({
        key,
        bill: bill._id,
        reason: 'broken',
        lines: [{line: 'line1', quantity: 1, restock}],
      })
    const notes = [await step('1', true), await step('2', false), await step('3', true)]
    const credited = notes.reduce((sum, {creditNote}) => sum + creditNote.totals.total, 0)
    expect(credited).toBe(bill.totals.total)
    expect(await balanceOf(bill)).toMatchObject({credited: bill.totals.total, balance: 0})
    expect(await shop.onHand(fan)).toBe(9)
    expect(notes.map(({creditNote}) => creditNote.sequence)).toEqual([1, 2, 3])
    await expect(step('4', true)).rejects.toMatchObject({code: 'invalid'})
  })

  it('void restocks once, only what credits have not, and pays back what was paid', async () => {
    const {fan, bill} = await sell(200_00)
    await shop.operations.bills.credit({
      key: 'one back',
      bill: bill._id,
      reason: 'broken',
      lines: [{line: 'line1', quantity: 1, restock: true}],
      refund: {method: 'cash', amount: 50_00},
    })
    const command = {key: 'void', bill: bill._id, reason: 'wrong customer'}
    const first = await shop.operations.bills.void(command)
    const again = await shop.operations.bills.void(command)
    expect(first.entries).toMatchObject([{kind: 'void', quantity: 2}])
    expect(again.entries.map(({_id}) => _id)).toEqual(first.entries.map(({_id}) => _id))
    expect(await shop.onHand(fan)).toBe(10)
    expect(await balanceOf(bill)).toMatchObject({balance: 0, paid: 0})
    await expect(shop.operations.bills.void({...command, key: 'another'})).rejects.toMatchObject({
      code: 'invalid',
    })
    const day = await shop.client.getDocument<DaySummary>(`daySummary.${bill.day}`)
    expect(day).toMatchObject({bills: 0, byMethod: {card: 50_00, cash: -50_00}})
    expect((day?.sales ?? 0) - (day?.credits ?? 0)).toBe(0)
    expect((await shop.client.getDocument(bill._id))?._rev).toBe(bill._rev)
  })

  it('one credit note takes each line back as it says: this one on the shelf, that one not, labour never', async () => {
    const [fan, lamp] = [await shop.stocked(5), await shop.stocked(5)]
    const {bill} = await shop.operations.bills.create({
      key: 'three lines',
      lines: [
        {product: fan._id, quantity: 2},
        {product: lamp._id, quantity: 2},
        {name: 'Fitting', quantity: 1, unitPrice: 50_00},
      ],
    })
    const {creditNote, entries} = await shop.operations.bills.credit({
      key: 'all of it',
      bill: bill._id,
      reason: 'wrong colour, one broken',
      lines: [
        {line: 'line1', quantity: 2, restock: true},
        {line: 'line2', quantity: 2, restock: false},
        {line: 'line3', quantity: 1, restock: true},
      ],
    })
    expect(creditNote.totals.total).toBe(bill.totals.total)
    expect(entries).toMatchObject([{kind: 'return', quantity: 2, reason: creditNote.reason}])
    expect([await shop.onHand(fan), await shop.onHand(lamp)]).toEqual([5, 3])
    expect(await balanceOf(bill)).toMatchObject({balance: 0, credited: bill.totals.total})
  })

  it('goods come back without a receipt', async () => {
    const {fan} = await sell(0)
    const {creditNote, entries} = await shop.operations.bills.credit({
      key: 'no receipt',
      reason: 'no receipt',
      lines: [{product: fan._id, quantity: 1, unitPrice: 100_00, restock: true}],
      refund: {method: 'cash', amount: 118_00},
    })
    expect(creditNote.totals).toMatchObject({total: 118_00, cost: 100_00})
    expect(entries).toMatchObject([{kind: 'return', quantity: 1, balanceAfter: 8}])
  })
})
