import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {startTestShop} from '../operations/shopRig.ts'
import type {TestShop} from '../operations/shopRig.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {untilSnapshot} from './untilSnapshot.ts'

let shop: TestShop
let proxy: ListenProxy
let store: LiveShopStore | undefined

beforeEach(async () => {
  shop = await startTestShop()
  proxy = await startListenProxy(shop.lake.url)
  const fan = await shop.stocked(10)
  await shop.operations.bills.create({key: 'sold', lines: [{product: fan._id, quantity: 3}]})
})
afterEach(async () => {
  store?.destroy()
  await proxy.close()
  await shop.close()
})

function visit(timeZone: string): LiveShopStore {
  const client = createLakeClient({url: proxy.url, token: shop.lake.token}, 'production')
  store = createShopStore({client, options: {currency: 'INR', timeZone}})
  return store
}

const untilHeadline = async (of: LiveShopStore) =>
  (await untilSnapshot(of, ({headline}) => headline !== undefined)).headline

describe('the headline of a first visit', () => {
  it('says what the tiles say, before any document is there, and goes when they come', async () => {
    proxy.refuseListening(503)
    const first = visit('Asia/Kolkata')
    const headline = await untilHeadline(first)
    expect(first.getSnapshot().bills.size).toBe(0)
    expect(first.getStatus().asOf).toBeUndefined()
    proxy.refuseListening(undefined)
    await first.ready
    const {figures, products, headline: later} = first.getSnapshot()
    expect(later).toBeUndefined()
    expect(figures.salesToday).toBeGreaterThan(0)
    expect(headline).toMatchObject({
      sales: {day: figures.day, now: {bills: 1, sales: figures.salesToday}},
      stock: {value: figures.stockValue, products: products.size},
      receivables: {sum: figures.receivables},
    })
  })

  it('follows the stored settings: sales of a day of another time zone are not told', async () => {
    proxy.refuseListening(503)
    const headline = await untilHeadline(visit('Pacific/Kiritimati'))
    expect(headline).toMatchObject({currency: 'INR', timeZone: 'Asia/Kolkata'})
    expect(headline?.sales).toBeUndefined()
    expect(headline?.receivables.sum).toBeGreaterThan(0)
    proxy.refuseListening(undefined)
  })
})
