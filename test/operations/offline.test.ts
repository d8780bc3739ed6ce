import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startFaultProxy} from './faultProxy.ts'
import type {FaultProxy} from './faultProxy.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop
let proxy: FaultProxy

beforeEach(async () => {
  repeated = 0
  shop = await startTestShop()
  proxy = await startFaultProxy({target: shop.lake.url, seed: 1, rates: {cutBefore: 1}})
})
afterEach(async () => {
  await proxy.close()
  await shop.close()
})

const volta = {name: 'Volta', isActive: true}

let repeated = 0

/** A till behind a lake that cuts every request. */
const till = (connection: 'offline' | 'lost') =>
  shop.till('Till 2', {
    client: shop.clientThrough(proxy.url),
    connection: () => connection,
    onConflict: () => repeated++,
  })

describe('a write without a connection', () => {
  it('is refused at once, in words, on a device that is offline: nothing is sent', async () => {
    await expect(till('offline').brands.create(volta, 'k')).rejects.toMatchObject({
      code: 'offline',
      message: 'This device is offline. Nothing was saved; try again when the network is back.',
    })
    expect(proxy.counts.cutBefore).toBe(0)
  })

  it('is tried once, not for half a minute, when the lake is known to be gone', async () => {
    await expect(till('lost').brands.create(volta, 'k')).rejects.toMatchObject({code: 'offline'})
    expect(proxy.counts.cutBefore).toBeGreaterThan(0)
    expect(repeated).toBe(0)
  })

  it('with the same key, once the network is back, is done once', async () => {
    await expect(till('offline').brands.create(volta, 'k')).rejects.toMatchObject({code: 'offline'})
    const first = await shop.operations.brands.create(volta, 'k')
    const again = await shop.operations.brands.create(volta, 'k')
    expect(again._id).toBe(first._id)
    expect((await shop.documents('brand')).length).toBe(1)
  })
})
