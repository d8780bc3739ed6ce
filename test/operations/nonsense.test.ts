import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {addDays} from '../../plugin/domain/calendar.ts'
import {LONGEST_TERMS, MOST} from '../../plugin/domain/limits.ts'
import type {ShopOptions} from '../../plugin/domain/options.ts'
import {createShopOperations} from '../../plugin/operations/createShopOperations.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

let keys = 0
const nextKey = () => `nonsense ${++keys}`

/** Refused as `invalid` at these paths, in words, and nothing of the shop has changed. */
async function expectRefused(
  attempt: () => Promise<unknown>,
  paths: readonly string[],
  words?: RegExp,
) {
  const before = await shop.documents()
  const refused = await attempt().then(
    (answer) => ({answer}),
    (error: unknown) => error,
  )
  expect(refused).toMatchObject({code: 'invalid', issues: paths.map((path) => ({path}))})
  expect(refused).toHaveProperty('message', expect.stringMatching(/^Nothing was saved: .{10,}\.$/s))
  if (words !== undefined) expect(refused).toHaveProperty('message', expect.stringMatching(words))
  expect(await shop.documents()).toEqual(before)
}

const visit = {name: 'Visit', quantity: 1, unitPrice: 100_00}

describe('a bill refuses', () => {
  const create = (fields: object) =>
    shop.operations.bills.create({key: nextKey(), lines: [visit], ...fields})

  it('to be due before its own day, or further ahead than any terms; its own day is the earliest', async () => {
    const occurredAt = '2026-03-04T20:00:00.000Z'
    const day = '2026-03-05'
    await expectRefused(
      () => create({occurredAt, dueDate: addDays(day, -1)}),
      ['dueDate'],
      /due date 2026-03-04 is before the bill's own day \(2026-03-05\)/,
    )
    await expectRefused(() => create({dueDate: '1026-03-05'}), ['dueDate'])
    await expectRefused(
      () => create({occurredAt, dueDate: addDays(day, LONGEST_TERMS + 1)}),
      ['dueDate'],
      /look at the year/,
    )
    for (const dueDate of [day, addDays(day, LONGEST_TERMS)]) {
      expect((await create({occurredAt, dueDate})).bill.dueDate).toBe(dueDate)
    }
  })

  it('to have happened in the future or before anybody kept such books', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    await expectRefused(() => create({occurredAt: tomorrow}), ['occurredAt'], /future/)
    await expectRefused(() => create({occurredAt: '0026-11-22T09:30:00Z'}), ['occurredAt'], /1970/)
  })

  it('amounts and quantities beyond what sums exactly', async () => {
    const line = (fields: object) => create({lines: [{...visit, ...fields}]})
    await expectRefused(() => line({quantity: MOST + 1}), ['lines.0.quantity'])
    await expectRefused(() => line({unitPrice: Number.MAX_SAFE_INTEGER}), ['lines.0.unitPrice'])
    for (const wrong of [0, -1, 1.5, Number.NaN, Infinity]) {
      await expectRefused(() => line({quantity: wrong}), ['lines.0.quantity'])
    }
    await expectRefused(() => line({quantity: MOST, unitPrice: MOST}), ['lines'], /counted exactly/)
    await expectRefused(() => create({lines: [{...visit, unitPrice: MOST}, visit]}), ['lines'])
    await expectRefused(() => line({taxRate: 10_001}), ['lines.0.taxRate'], /100 %/)
  })

  it('a discount above what it is taken from, of a line or of the whole', async () => {
    await expectRefused(
      () => create({lines: [{...visit, discount: {amount: 100_01}}]}),
      ['lines.0.discount'],
    )
    await expectRefused(() => create({discount: {amount: 100_01}}), ['discount'])
    await expectRefused(() => create({discount: {rate: 10_001}}), ['discount.rate'])
    await expectRefused(() => create({discount: {amount: -1}}), ['discount.amount'])
    expect((await create({discount: {rate: 10_000}})).bill.totals.total).toBe(0)
  })

  it('payments of nothing, of less than nothing, and too many of them', async () => {
    const pay = (amount: number, count = 1) =>
      create({payments: Array.from({length: count}, () => ({method: 'cash', amount}))})
    await expectRefused(() => pay(0), ['payments.0.amount'])
    await expectRefused(() => pay(-5), ['payments.0.amount'])
    await expectRefused(() => pay(1, 101), ['payments'])
    await expectRefused(() => create({payments: 'all of it'}), ['payments'])
  })

  it('names that nobody can read', async () => {
    for (const name of ['', '  \n', '\u200b\u2060', '\u0000', 'Fan\u0007', '\ud800']) {
      await expectRefused(() => create({lines: [{...visit, name}]}), ['lines.0.name'])
    }
    const unit = {name: ' ', decimals: 0}
    await expectRefused(() => create({lines: [{...visit, unit}]}), ['lines.0.unit.name'])
    for (const name of ['تركيب', '⚡ 220 V', 'x']) {
      expect((await create({lines: [{...visit, name}]})).bill.lines[0]?.name).toBe(name)
    }
  })

  it('a key that is no whole text: two of them would be one', async () => {
    await expectRefused(() => create({key: '\ud800'}), ['key'])
    await expectRefused(() => create({key: ''}), ['key'])
  })
})

describe('what comes back refuses', () => {
  const back = (bill: string, fields: object) =>
    shop.operations.bills.refund({key: nextKey(), bill, amount: 1, method: 'cash', ...fields})

  it('more money than was paid, and a day before the bill', async () => {
    const {bill} = await shop.operations.bills.create({
      key: nextKey(),
      lines: [visit],
      payments: [{method: 'cash', amount: 10_00}],
    })
    await expectRefused(() => back(bill._id, {amount: 10_01}), ['amount'], /10\.00 is paid/)
    await expectRefused(() => back(bill._id, {amount: 0}), ['amount'])
    const occurredAt = '2020-01-01T00:00:00Z'
    await expectRefused(
      () => back(bill._id, {occurredAt}),
      ['occurredAt'],
      new RegExp(`before ${bill.number} itself`),
    )
    await expectRefused(
      () =>
        shop.operations.bills.credit({
          key: nextKey(),
          bill: bill._id,
          reason: 'broken',
          lines: [{line: 'line1', quantity: 1, restock: false}],
          occurredAt,
        }),
      ['occurredAt'],
    )
  })

  it('more of a line than was sold, also in two lines of one note', async () => {
    const lines = [{...visit, quantity: 3}]
    const {bill} = await shop.operations.bills.create({key: nextKey(), lines})
    const credit = (...quantities: number[]) =>
      shop.operations.bills.credit({
        key: nextKey(),
        bill: bill._id,
        reason: 'broken',
        lines: quantities.map((quantity) => ({line: 'line1', quantity, restock: false})),
      })
    await expectRefused(() => credit(4), ['lines.0.quantity'])
    await expectRefused(() => credit(2, 2), ['lines.1.quantity'])
    await credit(1, 2)
  })
})

it('cancelling, crediting and adjusting refuse to go without a reason', async () => {
  const fan = await shop.stocked(3)
  const lines = [{product: fan._id, quantity: 1}]
  const {bill} = await shop.operations.bills.create({key: nextKey(), lines})
  const {bills, stock} = shop.operations
  const reason = ' '
  await expectRefused(() => bills.void({key: nextKey(), bill: bill._id, reason}), ['reason'])
  const back = [{line: 'line1', quantity: 1, restock: true}]
  await expectRefused(
    () => bills.credit({key: nextKey(), bill: bill._id, reason, lines: back}),
    ['reason'],
  )
  const adjust = {key: nextKey(), product: fan._id, reason: 'broken', quantity: -1}
  await expectRefused(() => stock.adjust({...adjust, kind: 'damage', reason}), ['reason'])
  await expectRefused(
    () => stock.adjust({...adjust, kind: 'adjustment', quantity: 0}),
    ['quantity'],
  )
  await expectRefused(() => stock.adjust({...adjust, kind: 'damage', quantity: 1}), ['quantity'])
})

describe('stock refuses', () => {
  it('more than can be counted, at once or bit by bit', async () => {
    const fan = await shop.product()
    const receive = (quantity: number, unitCost: number) =>
      shop.operations.stock.receive({
        key: nextKey(),
        lines: [{product: fan._id, quantity, unitCost}],
      })
    await expectRefused(() => receive(MOST + 1, 1), ['lines.0.quantity'])
    await expectRefused(() => receive(MOST, 2), ['quantity'], /counted exactly/)
    await receive(MOST, 1)
    await expectRefused(() => receive(1, 0), ['quantity'], /counted exactly/)
  })
})

describe('the catalogue refuses', () => {
  it('prices, terms and rates that are none, and names that nobody can read', async () => {
    const {products, users, brands} = shop.operations
    const fields = {name: 'Fan', sku: 'NONSENSE', price: 1}
    await expectRefused(() => products.create({...fields, price: -1}), ['price'])
    await expectRefused(() => products.create({...fields, price: MOST + 1}), ['price'])
    await expectRefused(() => products.create({...fields, taxRate: 10_001}), ['taxRate'])
    await expectRefused(() => products.create({...fields, sku: ' '}), ['sku'])
    await expectRefused(() => products.create({...fields, name: '\u200b'}), ['name'])
    await expectRefused(
      () => users.create({name: 'Ravi', paymentTermDays: -1}),
      ['paymentTermDays'],
    )
    await expectRefused(
      () => users.create({name: 'Ravi', paymentTermDays: LONGEST_TERMS + 1}),
      ['paymentTermDays'],
    )
    await expectRefused(() => users.create({name: 'Ravi', creditLimit: -1}), ['creditLimit'])
    await expectRefused(() => brands.create({name: ''}), ['name'])
  })
})

describe('a shop refuses to open', () => {
  const open = (options: ShopOptions) =>
    createShopOperations({client: shop.lake.client('empty'), actor: {id: 'a', name: 'A'}, options})
  const sell = (options: ShopOptions) => () =>
    open({currency: 'INR', timeZone: 'Asia/Kolkata', ...options}).bills.create({
      key: nextKey(),
      lines: [visit],
    })

  it('with rates, terms and coins that are none', async () => {
    await shop.client.request({method: 'PUT', url: '/datasets/empty', body: {}})
    await expectRefused(sell({tax: {defaultRate: 10_001}}), ['tax.defaultRate'])
    await expectRefused(
      sell({paymentTermDays: -1}),
      ['paymentTermDays'],
      /where the shop is set up/,
    )
    await expectRefused(sell({paymentTermDays: LONGEST_TERMS + 1}), ['paymentTermDays'])
    await expectRefused(sell({cashRounding: 0}), ['cashRounding'])
    await expectRefused(sell({cashRounding: 0.5}), ['cashRounding'])
    await expectRefused(sell({approvals: {discountOver: -1}}), ['approvals.discountOver'])
    await expectRefused(sell({approvals: {lossOver: -1}}), ['approvals.lossOver'])
    await expectRefused(sell({series: {bill: 'B-{year}'}}), ['settings.series.bill'])
    await expectRefused(sell({currency: 'RUPEES'}), ['currency'])
    await expectRefused(sell({timeZone: 'Mysuru'}), ['timeZone'])
  })

  it('to somebody without a name: every entry says who', async () => {
    const lines = [visit]
    for (const actor of [
      {id: '', name: 'Asha'},
      {id: 'asha', name: ' '},
    ]) {
      const [missing = ''] = Object.entries(actor).find(([, value]) => value.trim() === '') ?? []
      const nobody = shop.till('x', {actor})
      await expectRefused(
        () => nobody.bills.create({key: nextKey(), lines}),
        [`actor.${missing}`],
        /say who does this/,
      )
    }
  })
})
