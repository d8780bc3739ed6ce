import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Product} from '../../plugin/domain/documents.ts'
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

const levelOf = (product: Product) => shop.client.getDocument(`stockLevel.${product._id}`)
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('stock', () => {
  it('comes in at its cost and goes out at the moving average', async () => {
    const fan = await shop.stocked(10)
    const receipt = [
      {product: fan._id, quantity: 5, unitCost: 130_00},
      {product: fan._id, quantity: 5, unitCost: 110_00},
    ]
    const {entries} = await shop.operations.stock.receive({key: 'r', lines: receipt})
    expect(entries).toMatchObject([{kind: 'purchase', quantity: 10, balanceAfter: 20}])
    expect(await levelOf(fan)).toMatchObject({onHand: 20, value: 2200_00, unitCost: 110_00})
    const line = {product: fan._id, quantity: 4}
    const {bill} = await shop.operations.bills.create({key: 'b', lines: [line]})
    expect(bill.totals.cost).toBe(440_00)
    expect(await levelOf(fan)).toMatchObject({onHand: 16, value: 1760_00})
    await shop.operations.stock.returnToSupplier({key: 's', lines: [{...line, quantity: 16}]})
    expect(await levelOf(fan)).toMatchObject({onHand: 0, value: 0, unitCost: 110_00})
  })

  it('opens once', async () => {
    const fan = await shop.stocked(10)
    const again = shop.operations.stock.open({
      key: 'again',
      lines: [{product: fan._id, quantity: 1}],
    })
    await expect(again).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'lines.0.product'}],
    })
  })

  it('is adjusted by exactly what is said, up and down, and never below zero', async () => {
    const fan = await shop.stocked(10)
    const adjust = (key: string, quantity: number, kind: 'adjustment' | 'damage') =>
      shop.operations.stock.adjust({key, product: fan._id, quantity, reason: 'shelf', kind})
    await adjust('1', 3, 'adjustment')
    await adjust('2', -4, 'adjustment')
    await adjust('2', -4, 'adjustment')
    await adjust('3', -2, 'damage')
    expect(await shop.onHand(fan)).toBe(7)
    await expect(adjust('4', -8, 'damage')).rejects.toMatchObject({code: 'out-of-stock'})
    await expect(adjust('5', 1, 'damage')).rejects.toMatchObject({code: 'invalid'})
    await expect(adjust('3', -3, 'damage')).rejects.toMatchObject({code: 'key-reused'})
    expect(await shop.onHand(fan)).toBe(7)
  })

  it('is what was counted plus what moved after the count', async () => {
    const fan = await shop.stocked(10)
    const countedAt = minutesAgo(1)
    await shop.operations.bills.create({key: 'after', lines: [{product: fan._id, quantity: 2}]})
    const {entries} = await shop.operations.stock.count({
      key: 'c',
      product: fan._id,
      counted: 9,
      countedAt,
    })
    expect(entries).toMatchObject([{kind: 'count', quantity: -1, balanceAfter: 7}])
    const older = shop.operations.stock.count({
      key: 'older',
      product: fan._id,
      counted: 5,
      countedAt: minutesAgo(60),
    })
    await expect(older).rejects.toMatchObject({code: 'invalid'})
  })

  it('does not move twice when a sale of before the count arrives after it', async () => {
    const fan = await shop.stocked(10)
    await shop.operations.stock.count({
      key: 'c',
      product: fan._id,
      counted: 0,
      countedAt: minutesAgo(1),
    })
    const {bill, entries} = await shop.operations.bills.create({
      key: 'offline sale',
      lines: [{product: fan._id, quantity: 4}],
      occurredAt: minutesAgo(30),
    })
    expect(entries).toMatchObject([
      {kind: 'sale', quantity: -4, balanceAfter: -4},
      {kind: 'count', quantity: 4, balanceAfter: 0},
    ])
    expect(await shop.onHand(fan)).toBe(0)
    expect(bill.lines[0]?.cost).toBe(400_00)
  })

  it('never changes when a stale draft of the product is published', async () => {
    const fan = await shop.stocked(10)
    const draft = {...fan, _id: `drafts.${fan._id}`, name: 'Renamed'}
    await shop.client.createOrReplace(draft)
    await shop.operations.bills.create({key: 'b', lines: [{product: fan._id, quantity: 6}]})
    await shop.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: draft._id,
      publishedId: fan._id,
    })
    expect((await shop.client.getDocument(fan._id))?.name).toBe('Renamed')
    expect(await shop.onHand(fan)).toBe(4)
  })
})
