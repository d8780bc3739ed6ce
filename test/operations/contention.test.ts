import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {OutOfStockError} from '../../plugin/domain/errors.ts'
import type {Bill} from '../../plugin/domain/documents.ts'
import {sized} from '../rig/size.ts'
import {createRandom, newSeed, randomInteger} from './random.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

function numbersOf(bills: readonly Bill[]): number[] {
  return bills.map((bill) => bill.sequence).toSorted((a, b) => a - b)
}

const upTo = (count: number) => Array.from({length: count}, (_, index) => index + 1)

describe('many tills at once', () => {
  it('lose no bill, double none and leave no gap: one product, one series', async () => {
    const seed = newSeed()
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const tills = sized(50, 200)
    const fan = await shop.stocked(10_000)
    const others = await Promise.all([shop.stocked(10_000), shop.stocked(10_000)])
    const commands = upTo(tills).map((till) => ({
      key: `till ${till}`,
      lines: [fan, ...others]
        .slice(0, randomInteger(random, 1, 3))
        .map(({_id}) => ({product: _id, quantity: randomInteger(random, 1, 4)})),
    }))
    const results = await Promise.all(
      commands.map((command, index) =>
        shop.till(`Till ${index}`, {deadline: 120_000}).bills.create(command),
      ),
    )
    const sold = commands.reduce((sum, command) => sum + (command.lines[0]?.quantity ?? 0), 0)
    expect(numbersOf(results.map((result) => result.bill))).toEqual(upTo(tills))
    expect(new Set(results.map((result) => result.bill.number)).size).toBe(tills)
    expect(await shop.documents('bill')).toHaveLength(tills)
    expect(await shop.onHand(fan)).toBe(10_000 - sold)
    expect(await shop.differences()).toEqual([])
  })

  it('all make progress: none goes without a bill while the others make their share many times over', async () => {
    const tills = sized(6, 50)
    const share = 30
    const fan = await shop.stocked(100_000)
    const made = Array.from({length: tills}, () => 0)
    const sold = () => made.reduce((sum, count) => sum + count, 0)
    await Promise.all(
      upTo(tills).map(async (till) => {
        const operations = shop.till(`Till ${till}`, {deadline: 600_000})
        while (sold() < tills * share) {
          const lines = [{product: fan._id, quantity: 1}]
          await operations.bills.create({key: `${till} ${made[till - 1]}`, lines})
          made[till - 1] = (made[till - 1] ?? 0) + 1
        }
      }),
    )
    console.log(`bills per till: ${made.toSorted((a, b) => a - b).join(' ')}`)
    expect(Math.min(...made)).toBeGreaterThanOrEqual(1)
    expect(await shop.onHand(fan)).toBe(100_000 - sold())
    expect(numbersOf(await bills())).toEqual(upTo(sold()))
    expect(await shop.differences()).toEqual([])
  })

  it('number bills that share nothing but the series without a gap', async () => {
    const line = {name: 'Labour', quantity: 1, unitPrice: 100_00}
    const results = await Promise.all(
      upTo(20).map((till) =>
        shop.till(`Till ${till}`).bills.create({key: `labour ${till}`, lines: [line]}),
      ),
    )
    expect(numbersOf(results.map((result) => result.bill))).toEqual(upTo(20))
    expect(await shop.differences()).toEqual([])
  })

  it('take payments for one bill at once: none lost, and never more than is due', async () => {
    const line = {name: 'Labour', quantity: 1, unitPrice: 1000, taxRate: 0}
    const {bill} = await shop.operations.bills.create({key: 'bill', lines: [line]})
    const outcomes = await Promise.allSettled(
      upTo(12).map((till) =>
        shop.till(`Till ${till}`).bills.recordPayment({
          key: `payment ${till}`,
          bill: bill._id,
          amount: 100,
          method: 'cash',
        }),
      ),
    )
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map((outcome) => outcome.reason.code)).toEqual(['invalid', 'invalid'])
    expect(await shop.documents('billBalance')).toMatchObject([{paid: 1000, balance: 0}])
    expect(await shop.differences()).toEqual([])
  })

  it('4 with k units and N buyers under deny at most k are sold; the rest get a typed shortage', async () => {
    const fan = await shop.stocked(7)
    const outcomes = await Promise.allSettled(
      upTo(20).map((buyer) =>
        shop
          .till(`Till ${buyer}`)
          .bills.create({key: `buyer ${buyer}`, lines: [{product: fan._id, quantity: 1}]}),
      ),
    )
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(7)
    expect(refused.every((reason) => reason instanceof OutOfStockError)).toBe(true)
    expect(refused[0]).toMatchObject({
      code: 'out-of-stock',
      shortages: [{product: fan._id, requested: 1, available: 0}],
    })
    expect(refused[0].shortages[0].takenBy).toMatch(/^B-\d{4}-\d{5} sold 1 pcs .*, Till \d+$/)
    expect(await shop.onHand(fan)).toBe(0)
    expect(numbersOf(await bills())).toEqual(upTo(7))
    expect(await shop.differences()).toEqual([])
  })

  it('make one bill of one key, however often and from wherever it is sent', async () => {
    const fan = await shop.stocked(10)
    const command = {key: 'double click', lines: [{product: fan._id, quantity: 2}]}
    const results = await Promise.all(
      upTo(6).map((till) => shop.till(`Till ${till}`).bills.create(command)),
    )
    expect(new Set(results.map((result) => result.bill._rev)).size).toBe(1)
    expect(new Set(results.flatMap((result) => result.entries.map(({_id}) => _id))).size).toBe(1)
    expect(await shop.onHand(fan)).toBe(8)
    expect(await shop.differences()).toEqual([])
  })

  it('start a shop once: first settings, first series, first level', async () => {
    const fan = await shop.product()
    await Promise.all(
      upTo(8).map((till) =>
        shop.till(`Till ${till}`).stock.receive({
          key: `receipt ${till}`,
          lines: [{product: fan._id, quantity: till, unitCost: 100_00}],
        }),
      ),
    )
    expect(await shop.onHand(fan)).toBe(36)
    expect(await shop.documents('shopSettings')).toHaveLength(1)
    expect(await shop.differences()).toEqual([])
  })
})

async function bills(): Promise<Bill[]> {
  return shop.client.fetch<Bill[]>('*[_type == "bill"]')
}
