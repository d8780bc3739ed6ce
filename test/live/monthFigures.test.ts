import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Bill} from '../../plugin/domain/documents.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {startTestShop} from '../operations/shopRig.ts'
import type {TestShop} from '../operations/shopRig.ts'
import {sized} from '../rig/size.ts'
import {expectFiguresOverMonths} from './figuresOverMonths.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

describe('figures over months', () => {
  it('come from the day summaries, agree with `npm run verify`, and ask for no bill', async () => {
    const seed = newSeed()
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const fan = await shop.stocked(10_000)
    for (let number = 0; number < sized(80, 1_000); number++) {
      const {bill} = await shop.operations.bills.create({
        key: `bill ${number}`,
        lines: [{product: fan._id, quantity: randomInteger(random, 1, 5), unitPrice: 33_33}],
        occurredAt: daysAgo(randomInteger(random, 0, 150)),
      })
      await follow(random, bill)
    }
    expect(await shop.differences()).toEqual([])
    const {days, bills, held} = await expectFiguresOverMonths(shop.lake, 'production')
    expect(days).toBeGreaterThan(30)
    expect(held).toBeLessThan(bills / 2)
  })
})

/** Paid, partly given back, void, or left open: on its own day or today. */
async function follow(random: () => number, {_id: bill, totals, occurredAt}: Bill) {
  const dice = random()
  const key = `after ${bill}`
  const {bills} = shop.operations
  if (dice < 0.5) await bills.recordPayment({key, bill, amount: totals.total, method: 'upi'})
  else if (dice < 0.7) {
    const lines = [{line: 'line1', quantity: 1, restock: true}]
    const at = random() < 0.5 ? {occurredAt} : {}
    await bills.credit({key, bill, reason: 'broken', lines, ...at})
  } else if (dice < 0.8) await bills.void({key, bill, reason: 'wrong customer'})
}
