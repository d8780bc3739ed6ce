import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Product, StockLevel} from '../../plugin/domain/documents.ts'
import {stockLevelId, stockTransactionId} from '../../plugin/domain/ids.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(() => shop.close())

const correct = (product: Product, key = `correct ${product._id}`) =>
  shop.operations.stock.correct({key, product: product._id})

/** 10 on hand: an opening of 12 and two adjustments. */
async function traded(): Promise<Product> {
  const product = await shop.stocked(12)
  for (const reason of ['first', 'second']) {
    await shop.operations.stock.adjust({
      key: `${reason} ${product._id}`,
      product: product._id,
      quantity: -1,
      reason,
      kind: 'adjustment',
    })
  }
  return product
}

describe('stock.correct', () => {
  it('takes a forged level back to its ledger, with an entry that says what it was', async () => {
    const product = await traded()
    await shop.client.patch(stockLevelId(product._id)).inc({onHand: 5, value: 7}).commit()
    expect(await shop.differences()).toHaveLength(2)
    const {entries} = await correct(product)
    expect(entries).toMatchObject([
      {
        sequence: 4,
        kind: 'adjustment',
        quantity: 0,
        value: 0,
        balanceAfter: 10,
        reason:
          'Drift correction: on hand was 15, the ledger says 10; value was 100007, the ledger says 100000',
        actor: {name: 'Asha'},
      },
    ])
    expect(await shop.onHand(product)).toBe(10)
    expect(await shop.differences()).toEqual([])
  })

  it('the same click twice corrects once, and says when nothing has drifted', async () => {
    const product = await traded()
    await shop.client.patch(stockLevelId(product._id)).set({onHand: -3}).commit()
    const first = await correct(product)
    expect((await correct(product)).entries.map(({_id}) => _id)).toEqual(
      first.entries.map(({_id}) => _id),
    )
    await expect(correct(product, 'another click')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('follows from its ledger already'),
    })
  })

  it('posts an entry that was deleted again, as the entries around it prove it', async () => {
    const product = await traded()
    await shop.client.delete(stockTransactionId(product._id, 2))
    expect(await shop.differences()).toEqual([
      expect.stringContaining('entry before is missing, should be 2'),
    ])
    const {entries} = await correct(product)
    expect(entries.map(({sequence, quantity}) => [sequence, quantity])).toEqual([
      [2, -1],
      [4, 0],
    ])
    expect(await shop.onHand(product)).toBe(10)
    expect(await shop.differences()).toEqual([])
  })

  it('posts the deleted entries of a sale, a return and a void again as their papers say, so that these agree with their entries', async () => {
    const {bills} = shop.operations
    const product = await shop.stocked(12)
    const lines = [
      {product: product._id, quantity: 3},
      {product: product._id, quantity: 1, unitPrice: 1},
    ]
    const {bill} = await bills.create({key: `sale ${product._id}`, lines})
    await bills.credit({
      key: `return ${product._id}`,
      bill: bill._id,
      reason: 'broken',
      lines: [{line: 'line1', quantity: 2, restock: true}],
    })
    await bills.void({key: `void ${product._id}`, bill: bill._id, reason: 'mistake'})
    await shop.operations.stock.receive({
      key: `more ${product._id}`,
      lines: [{product: product._id, quantity: 1, unitCost: 130_00}],
    })
    const before = await shop.client.getDocument<StockLevel>(stockLevelId(product._id))
    for (const sequence of [2, 3, 4]) {
      await shop.client.delete(stockTransactionId(product._id, sequence))
    }
    expect((await shop.differences()).length).toBeGreaterThan(3)
    const {entries} = await correct(product)
    expect(
      entries.map((entry) => [entry.sequence, entry.kind, entry.quantity, entry.source?.label]),
    ).toEqual([
      [2, 'sale', -4, bill.number],
      [3, 'return', 2, expect.stringMatching(/^CN-/)],
      [4, 'void', 2, bill.number],
      [6, 'adjustment', 0, 'Drift correction'],
    ])
    expect(entries[0]?.reason).toContain(
      `entry 2 was missing; its quantity follows from ${bill.number}`,
    )
    expect(await shop.client.getDocument(stockLevelId(product._id))).toMatchObject({
      onHand: before?.onHand,
      value: before?.value,
    })
    expect(await shop.differences()).toEqual([])
  })

  it('believes the ledger where its last entry was deleted, or the level', async () => {
    const product = await traded()
    await shop.client.delete(stockTransactionId(product._id, 3))
    await correct(product)
    expect(await shop.onHand(product)).toBe(11)
    await shop.client.delete(stockLevelId(product._id))
    await correct(product, 'level')
    expect(await shop.onHand(product)).toBe(11)
    expect(await shop.differences()).toEqual([])
  })

  it('leaves an edited entry to people', async () => {
    const product = await traded()
    const id = stockTransactionId(product._id, 2)
    await shop.client.patch(id).set({quantity: -4}).commit()
    await expect(correct(product)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('edited by hand'),
    })
    await shop.client.patch(id).set({quantity: -1}).commit()
    expect(await shop.differences()).toEqual([])
  })

  it('refuses a level that counts more entries than there can be', async () => {
    const product = await traded()
    await shop.client.patch(stockLevelId(product._id)).set({sequence: 1e9}).commit()
    await expect(correct(product)).rejects.toMatchObject({
      message: expect.stringContaining('npm run verify -- --repair'),
    })
    await shop.client.patch(stockLevelId(product._id)).set({sequence: 3}).commit()
  })

  it('is for administrators', async () => {
    const product = await traded()
    await shop.client.patch(stockLevelId(product._id)).set({onHand: 1}).commit()
    const viewer = shop.till('viewer', {
      client: shop.lake.client('production', shop.lake.viewerToken),
    })
    await expect(viewer.stock.correct({key: 'viewer', product: product._id})).rejects.toMatchObject(
      {code: 'not-permitted'},
    )
    await correct(product)
    expect(await shop.differences()).toEqual([])
  })
})
