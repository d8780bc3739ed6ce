import {filter, firstValueFrom} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {untilSnapshot} from './untilSnapshot.ts'
import {sample} from './sampleDocuments.ts'

let lake: TestLake
let store: LiveShopStore

beforeEach(async () => {
  lake = await startTestLake()
  store = createShopStore({client: lake.client()})
  await store.ready
})

afterEach(async () => {
  store.destroy()
  await lake.close()
})

describe('the live store over a real lake', () => {
  it('is live after welcome and shows a create, an update and a delete', async () => {
    const client = lake.client()
    expect(store.getStatus().name).toBe('live')
    await client.create({_id: 'b1', ...sample.brand('Volta')})
    await untilSnapshot(store, ({brands}) => brands.get('b1')?.name === 'Volta')
    await client.patch('b1').set({name: 'Lumen'}).commit()
    await untilSnapshot(store, ({brands}) => brands.get('b1')?.name === 'Lumen')
    await client.delete('b1')
    await untilSnapshot(store, ({brands}) => brands.size === 0)
    expect(store.getStatus()).toMatchObject({name: 'live', events: 3, repairs: 0, resyncs: 0})
  })

  it('shows a transaction of 1,400 documents as one step', async () => {
    const transaction = lake.client().transaction()
    for (let index = 0; index < 700; index++) {
      transaction.create({_id: `p${index}`, ...sample.product(`P${index}`)})
      transaction.create({_id: `stockLevel.p${index}`, ...sample.level(`p${index}`, 10)})
    }
    const before = store.getSnapshot().version
    await transaction.commit()
    await untilSnapshot(store, ({products}) => products.size > 0)
    expect(store.getSnapshot().version).toBe(before + 1)
    expect(store.getSnapshot().products.size).toBe(700)
    expect(store.getSnapshot().stockLevels.size).toBe(700)
    expect(store.getSnapshot().figures.outOfStock).toEqual([])
  })

  it('sees what was written while the lake was away', async () => {
    await lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await untilSnapshot(store, ({brands}) => brands.has('b1'))
    await lake.restart()
    const client = lake.client()
    // the client asks a read again, a write never: it finds out that the connection from before is dead
    await client.getDocument('b1')
    await client.createOrReplace({_id: 'b1', ...sample.brand('Lumen')})
    await untilSnapshot(store, ({brands}) => brands.get('b1')?.name === 'Lumen')
    await firstValueFrom(store.status$.pipe(filter(({name}) => name === 'live')))
  })

  it('keeps drafts apart', async () => {
    await lake.client().create({_id: 'drafts.p1', ...sample.product('draft')})
    await untilSnapshot(store, ({drafts}) => drafts.has('p1'))
    expect(store.getSnapshot().products.size).toBe(0)
    expect(store.getSnapshot().drafts.get('p1')).toEqual(['drafts.p1'])
  })

  it('shows malformed documents as such and counts none of them', async () => {
    const client = lake.client()
    await client.create({_id: 'bill.1', _type: 'bill', number: null, totals: 'x', day: 5})
    await client.create({_id: 'p1', ...sample.product('P1', {price: '10'})})
    await untilSnapshot(store, ({figures}) => figures.malformed.length === 2)
    expect(store.getSnapshot().figures).toMatchObject({
      billsToday: 0,
      malformed: [
        {id: 'bill.1', type: 'bill', reason: 'number is missing'},
        {id: 'p1', type: 'product', reason: 'price must be a whole number'},
      ],
    })
    await client.patch('p1').set({price: 10}).commit()
    await untilSnapshot(store, ({products}) => products.get('p1')?.price === 10)
    expect(store.getSnapshot().figures.malformed.length).toBe(1)
  })
})

describe('a store without access', () => {
  it('says so and rejects ready', async () => {
    const refused = createShopStore({client: lake.client('production', 'wrong')})
    await expect(refused.ready).rejects.toMatchObject({code: 'unauthorized'})
    expect(refused.getStatus()).toMatchObject({
      name: 'unauthorized',
      reason: expect.stringContaining('Log in again'),
    })
    refused.destroy()
  })
})
