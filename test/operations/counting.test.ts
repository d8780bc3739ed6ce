import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Product} from '../../plugin/domain/documents.ts'
import {sized} from '../rig/size.ts'
import {createRandom, newSeed, randomInteger} from './random.ts'
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

/** Something that happened `minute` minutes ago, and is only told now. */
type Happening =
  | {kind: 'sale' | 'receipt' | 'damage'; minute: number; quantity: number}
  | {kind: 'count'; minute: number; counted: number}

const ago = (minute: number) => new Date(Date.now() - minute * 60_000).toISOString()

async function tell({_id}: Product, happening: Happening, key: string): Promise<void> {
  const {operations} = shop
  const occurredAt = ago(happening.minute)
  switch (happening.kind) {
    case 'count':
      return void (await operations.stock.count({
        key,
        product: _id,
        counted: happening.counted,
        countedAt: occurredAt,
      }))
    case 'sale':
      return void (await operations.bills.create({
        key,
        lines: [{product: _id, quantity: happening.quantity}],
        occurredAt,
      }))
    case 'receipt':
      return void (await operations.stock.receive({
        key,
        lines: [{product: _id, quantity: happening.quantity, unitCost: 90_00}],
        occurredAt,
      }))
    case 'damage':
      return void (await operations.stock.adjust({
        key,
        product: _id,
        quantity: -happening.quantity,
        reason: 'broken',
        kind: 'damage',
        occurredAt,
      }))
  }
}

/** What is on the shelf now, whatever the order in which it was told. */
function shelf(opened: number, happenings: readonly Happening[]): number {
  const inOrder = happenings.toSorted((a, b) => b.minute - a.minute)
  return inOrder.reduce((onHand, happening) => {
    if (happening.kind === 'count') return happening.counted
    return onHand + happening.quantity * (happening.kind === 'receipt' ? 1 : -1)
  }, opened)
}

/** Random happenings at minutes of their own, told in any order; only counts come in theirs, as the shop wants it. */
function invent(random: () => number): Happening[] {
  const minutes = Array.from({length: 8}, (_, index) => 100 - 10 * index)
  const told = minutes.map((minute): Happening => {
    const kind = (['sale', 'receipt', 'damage', 'count'] as const)[randomInteger(random, 0, 3)]
    const quantity = randomInteger(random, 1, 9)
    return kind === undefined || kind === 'count'
      ? {kind: 'count', minute, counted: quantity * 3}
      : {kind, minute, quantity}
  })
  const shuffled = told
    .map((happening) => ({happening, place: random()}))
    .toSorted((a, b) => a.place - b.place)
    .map(({happening}) => happening)
  const counts = told.filter(({kind}) => kind === 'count')
  return shuffled.map((happening) =>
    happening.kind === 'count' ? (counts.shift() ?? happening) : happening,
  )
}

describe('a physical count', () => {
  it('is what was counted plus what happened after it, in whatever order it is told', async () => {
    const seed = newSeed()
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    for (let round = 0; round < sized(12, 200); round++) {
      const product = await shop.stocked(20, {stockPolicy: 'allow'})
      const happenings = invent(random)
      for (const [index, happening] of happenings.entries()) {
        await tell(product, happening, `${seed} ${round} ${index}`)
      }
      const words = `seed ${seed}, round ${round}: ${JSON.stringify(happenings)}`
      expect(await shop.onHand(product), words).toBe(shelf(20, happenings))
    }
  })

  it('of many products is saved whole or not at all, each by its own time', async () => {
    const [fan, lamp] = [await shop.stocked(10), await shop.stocked(10)]
    const countedAt = ago(2)
    await tell(fan, {kind: 'sale', minute: 1, quantity: 3}, 'after the count')
    await tell(lamp, {kind: 'count', minute: 1, counted: 9}, 'a newer count')
    const counts = [fan, lamp].map(({_id}) => ({product: _id, counted: 8, countedAt}))
    const refused = shop.operations.stock.count({key: 'round', counts})
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'counts.1.countedAt'}],
    })
    expect(await shop.onHand(fan)).toBe(7)
    const own = counts.map((count, index) => (index === 0 ? count : {...count, countedAt: ago(0)}))
    const {entries} = await shop.operations.stock.count({key: 'round 2', counts: own})
    expect(entries.map(({kind, quantity, balanceAfter}) => [kind, quantity, balanceAfter])).toEqual(
      [
        ['count', -2, 5],
        ['count', -1, 8],
      ],
    )
    const twice = {key: 'twice', counts: [own[0], own[0]].filter((count) => count !== undefined)}
    await expect(shop.operations.stock.count(twice)).rejects.toMatchObject({code: 'invalid'})
  })

  it('at the very moment of a movement has seen it, whichever is told first', async () => {
    const moment = ago(5)
    const sell = (key: string, {_id}: Product) =>
      shop.operations.bills.create({
        key,
        lines: [{product: _id, quantity: 4}],
        occurredAt: moment,
      })
    const count = (key: string, {_id}: Product) =>
      shop.operations.stock.count({key, product: _id, counted: 6, countedAt: moment})
    const [first, second] = [await shop.stocked(10), await shop.stocked(10)]
    await sell('sold first', first)
    await count('counted second', first)
    await count('counted first', second)
    await sell('sold second', second)
    expect([await shop.onHand(first), await shop.onHand(second)]).toEqual([6, 6])
  })
})

describe('stock below zero', () => {
  it("follows the product's policy, else the shop's", async () => {
    const usual = await shop.stocked(1)
    const strict = await shop.stocked(1, {stockPolicy: 'deny'})
    const sell = (key: string, product: Product) =>
      tell(product, {kind: 'sale', minute: 0, quantity: 2}, key)
    await expect(sell('denied by the shop', usual)).rejects.toMatchObject({code: 'out-of-stock'})
    await shop.client.patch('shopSettings.shop').set({stockPolicy: 'allow'}).commit()
    await sell('allowed by the shop', usual)
    await expect(sell('denied by the product', strict)).rejects.toMatchObject({
      code: 'out-of-stock',
    })
    expect([await shop.onHand(usual), await shop.onHand(strict)]).toEqual([-1, 1])
  })
})

it('value and margin follow from the costs that the lines carry, not from what things cost today', async () => {
  const fan = await shop.stocked(10)
  const sell = (key: string) =>
    shop.operations.bills.create({key, lines: [{product: fan._id, quantity: 2}]})
  const {bill: before} = await sell('before')
  await shop.operations.stock.receive({
    key: 'dearer',
    lines: [{product: fan._id, quantity: 8, unitCost: 200_00}],
  })
  const {bill: after} = await sell('after')
  // 8 at 100.00 and 8 at 200.00: 150.00 on average
  const margin = ({totals}: typeof before) => totals.net - totals.cost
  expect([margin(before), margin(after)]).toEqual([300_00 - 200_00, 300_00 - 300_00])
  const level = await shop.client.getDocument(`stockLevel.${fan._id}`)
  expect(level).toMatchObject({onHand: 14, value: 14 * 150_00, unitCost: 150_00})
  const {creditNote} = await shop.operations.bills.credit({
    key: 'one back',
    bill: before._id,
    reason: 'broken',
    lines: [{line: 'line1', quantity: 1, restock: true}],
  })
  // it comes back at the cost it left with
  expect(creditNote.totals.cost).toBe(100_00)
  expect(await shop.client.getDocument(`stockLevel.${fan._id}`)).toMatchObject({
    onHand: 15,
    value: 14 * 150_00 + 100_00,
  })
})
