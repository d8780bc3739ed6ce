import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {sized} from '../rig/size.ts'
import {startFaultProxy} from './faultProxy.ts'
import type {FaultProxy} from './faultProxy.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop
let through: FaultProxy

beforeEach(async () => {
  shop = await startTestShop()
  through = await startFaultProxy({target: shop.lake.url, seed: 1, rates: {}, latency: 10})
})
afterEach(async () => {
  await through.close()
  await shop.close()
})

const upTo = (count: number) => Array.from({length: count}, (_, index) => index + 1)

describe('tills that share neither product nor series', () => {
  it('never conflict, from the first bills of a day on: not one 409 at the lake', async () => {
    const bills = sized(4, 40)
    const products = await Promise.all(upTo(8).map(() => shop.stocked(1_000)))
    const pattern = {'series.bill': '{series}-{year}-{sequence}'}
    await shop.client.patch('shopSettings.shop').set(pattern).commit()
    const client = shop.clientThrough(through.url)
    await Promise.all(
      products.map(async ({_id}, index) => {
        const till = shop.till(`Till ${index}`, {client, series: `T${index}`})
        for (const bill of upTo(bills)) {
          const key = `${index} ${bill}`
          const lines = [{product: _id, quantity: 1, unitPrice: 100_00 + bill}]
          await till.bills.create({key, lines, payments: [{method: 'cash', amount: 118_00}]})
        }
      }),
    )
    expect(through.conflicts()).toBe(0)
    expect(await shop.documents('bill')).toHaveLength(8 * bills)
    expect(await shop.documents('daySummary')).toHaveLength(1)
    expect(await shop.differences()).toEqual([])
  })
})

describe('one till that does many things at once', () => {
  it('never loses a race against itself', async () => {
    const fan = await shop.stocked(1_000)
    const till = shop.till('Till', {client: shop.clientThrough(through.url)})
    const commands = upTo(12).map((bill) => ({
      key: `bill ${bill}`,
      lines: [{product: fan._id, quantity: 1}],
    }))
    const results = await Promise.all(commands.map((command) => till.bills.create(command)))
    expect(results.map(({bill}) => bill.sequence)).toEqual(upTo(12))
    expect(through.conflicts()).toBe(0)
    expect(await shop.differences()).toEqual([])
  })
})

describe('a lost race', () => {
  it('names who won, when, and what is left; nothing of the loser is saved', async () => {
    const fan = await shop.stocked(3, {name: 'Ceiling fan'})
    const slow = shop.till('Slow till', {client: shop.clientThrough(through.url)})
    const line = {product: fan._id, quantity: 2}
    // The slow till has read 3; before its commit arrives, another sells 2 of them.
    through.script(['conflict'])
    const losing = slow.bills.create({key: 'slow', lines: [line]})
    const {bill} = await shop.till('Ravi').bills.create({key: 'fast', lines: [line]})
    await expect(losing).rejects.toMatchObject({
      code: 'out-of-stock',
      message:
        `Not enough in stock. Ceiling fan: 1 pcs left, 2 pcs asked for ` +
        `(${bill.number} sold 2 pcs just now, Ravi). Nothing was saved; lower the quantity.`,
      shortages: [{product: fan._id, requested: 2, available: 1}],
    })
    expect(await shop.documents('bill')).toHaveLength(1)
    expect(await shop.onHand(fan)).toBe(1)
  })
})
