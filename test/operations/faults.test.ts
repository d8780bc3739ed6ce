import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Bill} from '../../plugin/domain/documents.ts'
import {sized} from '../rig/size.ts'
import {startFaultProxy} from './faultProxy.ts'
import type {FaultProxy, FaultProxyOptions} from './faultProxy.ts'
import {newSeed} from './random.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop
let proxy: FaultProxy | undefined

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(async () => {
  await proxy?.close()
  proxy = undefined
  await shop.close()
})

async function faulty(options: Partial<FaultProxyOptions>): Promise<FaultProxy> {
  const seed = options.seed ?? newSeed()
  console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
  proxy = await startFaultProxy({target: shop.lake.url, rates: {}, ...options, seed})
  return proxy
}

describe('a lake that fails', () => {
  it('15 200 parallel bills under forced 409 and 429, 5xx and cut connections: none lost, none doubled', async () => {
    const through = await faulty({
      rates: {
        conflict: 0.05,
        rateLimit: 0.05,
        errorBefore: 0.03,
        errorAfter: 0.03,
        cutBefore: 0.03,
        cutAfter: 0.03,
        silentBefore: 0.01,
        silentAfter: 0.01,
      },
      latency: 10,
    })
    const client = shop.clientThrough(through.url)
    const count = sized(200, 1000)
    const products = await Promise.all(Array.from({length: 20}, () => shop.stocked(100_000)))
    const tills = Array.from({length: 20}, (_, index) =>
      shop.till(`Till ${index}`, {client, deadline: 300_000, requestTimeout: 2_000}),
    )
    const results = await Promise.all(
      tills.map(async (till, index) => {
        const bills: Bill[] = []
        for (let number = index; number < count; number += tills.length) {
          const lines = [index, index + number].map((at) => ({
            product: products[at % products.length]?._id ?? '',
            quantity: 1 + (number % 3),
          }))
          // A till sells one after the other.
          bills.push((await till.bills.create({key: `bill ${number}`, lines})).bill)
        }
        return bills
      }),
    )
    const sequences = results.flat().map((bill) => bill.sequence)
    expect(sequences.toSorted((a, b) => a - b)).toEqual(
      Array.from({length: count}, (_, index) => index + 1),
    )
    expect(await shop.documents('bill')).toHaveLength(count)
    expect(await shop.differences()).toEqual([])
    expect(Object.values(through.counts).every((injected) => injected > 0)).toBe(true)
  })

  it('finds what was saved when only the answer was lost', async () => {
    const fan = await shop.stocked(5)
    const through = await faulty({})
    through.script(['cutAfter', 'errorAfter', 'silentAfter'])
    const client = shop.clientThrough(through.url)
    const till = shop.till('Till', {client, requestTimeout: 1_000})
    const first = await till.bills.create({key: 'lost', lines: [{product: fan._id, quantity: 5}]})
    const second = await till.stock.receive({
      key: 'lost',
      lines: [{product: fan._id, quantity: 3, unitCost: 1}],
    })
    const third = await till.stock.adjust({
      key: 'silent',
      product: fan._id,
      quantity: -1,
      reason: 'broken',
      kind: 'damage',
    })
    expect(third.entries).toHaveLength(1)
    expect(first.bill.sequence).toBe(1)
    expect(first.entries).toHaveLength(1)
    expect(second.entries).toHaveLength(1)
    expect(await shop.onHand(fan)).toBe(2)
    expect(through.counts).toMatchObject({cutAfter: 1, errorAfter: 1, silentAfter: 1})
    expect(await shop.differences()).toEqual([])
  })

  it('says that it is unsure when the lake stays away, and the same key later does it once', async () => {
    const fan = await shop.stocked(5)
    const through = await faulty({rates: {cutBefore: 1}})
    const command = {key: 'offline', lines: [{product: fan._id, quantity: 2}]}
    const offline = shop.till('Till', {client: shop.clientThrough(through.url), deadline: 1000})
    await expect(offline.bills.create(command)).rejects.toMatchObject({code: 'offline'})
    expect(await shop.documents('bill')).toEqual([])
    const {bill} = await shop.operations.bills.create(command)
    const again = await shop.operations.bills.create(command)
    expect(again.bill._rev).toBe(bill._rev)
    expect(await shop.onHand(fan)).toBe(3)
    expect(await shop.differences()).toEqual([])
  })

  it('gives up with conflict and with rate-limited after the deadline, and saves nothing', async () => {
    const fan = await shop.stocked(5)
    const line = {product: fan._id, quantity: 1}
    const attempt = async (rates: FaultProxyOptions['rates']) => {
      const through = await faulty({rates})
      const till = shop.till('Till', {client: shop.clientThrough(through.url), deadline: 500})
      const outcome = till.bills.create({key: JSON.stringify(rates), lines: [line]})
      await expect(outcome).rejects.toMatchObject({
        code: rates.conflict === 1 ? 'conflict' : 'rate-limited',
      })
      await through.close()
      proxy = undefined
    }
    await attempt({conflict: 1})
    await attempt({rateLimit: 1})
    expect(await shop.documents('bill')).toEqual([])
    expect(await shop.documents('series')).toEqual([])
    expect(await shop.onHand(fan)).toBe(5)
  })

  it('keeps what was acknowledged when the lake restarts in the middle', async () => {
    const fan = await shop.stocked(1000)
    const till = shop.till('Till', {deadline: 60_000})
    const selling = Promise.all(
      Array.from({length: 30}, (_, index) =>
        till.bills.create({key: `${index}`, lines: [{product: fan._id, quantity: 1}]}),
      ),
    )
    await till.bills.create({key: 'first', lines: [{product: fan._id, quantity: 1}]})
    await shop.lake.restart()
    await selling
    expect(await shop.onHand(fan)).toBe(969)
    expect(await shop.documents('bill')).toHaveLength(31)
    expect(await shop.differences()).toEqual([])
  })
})
