import {randomBytes} from 'node:crypto'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import type {ShopOperations} from '../../plugin/operations/commands.ts'
import {createShopOperations} from '../../plugin/operations/createShopOperations.ts'
import {createLake} from '../../studio/lake/lake.ts'
import type {Lake} from '../../studio/lake/lake.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {sample} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'

const ADMIN = randomBytes(12).toString('hex')
const TILL = randomBytes(12).toString('hex')
const options = {currency: 'USD', timeZone: 'UTC'} as const

let lake: Lake
let store: LiveShopStore
let till: ShopOperations

/** A till that takes itself for an administrator's, at a lake that lets it change everything but stock levels. */
beforeEach(async () => {
  lake = await createLake({
    directory: ':memory:',
    tokens: [
      {token: ADMIN, role: 'administrator'},
      {token: TILL, role: 'till'},
    ],
    grants: {
      till: [
        {filter: '_id in path("**")', permissions: ['read']},
        {filter: '_type != "stockLevel"', permissions: ['create', 'update']},
      ],
    },
  })
  await admin().create({_id: 'p1', ...sample.product('Lamp')})
  await admin().create({_id: 'stockLevel.p1', ...sample.level('p1', 10)})
  const client = createLakeClient({url: lake.url, token: TILL}, 'production')
  store = createShopStore({client, options})
  const actor = {id: 'u1', name: 'Asha'}
  const roles = ['administrator']
  const {optimistic} = store
  till = createShopOperations({client, actor, roles, options, optimistic})
  await store.ready
})
afterEach(async () => {
  store.destroy()
  await lake.close()
})

const admin = () => createLakeClient({url: lake.url, token: ADMIN}, 'production')
const onHand = () => store.getSnapshot().stockLevels.get('stockLevel.p1')?.onHand

/** Every value of the stock that was shown, with whether it was marked as pending. */
function watchStock() {
  const seen: string[] = []
  store.subscribe(() => {
    const isPending = store.getSnapshot().pending.has('stockLevel.p1')
    const now = `${onHand()}${isPending ? ' pending' : ''}`
    if (seen.at(-1) !== now) seen.push(now)
  })
  return seen
}

const adjustment = {
  key: 'k1',
  product: 'p1',
  quantity: -3,
  reason: 'broken',
  kind: 'damage',
} as const

describe('an operation that the lake refuses', () => {
  it("shows its value as pending, then the server's again, and says why", async () => {
    const seen = watchStock()
    await expect(till.stock.adjust(adjustment)).rejects.toMatchObject({code: 'not-permitted'})
    expect(seen).toEqual(['7 pending', '10'])
    const {pending, stockTransactions} = store.getSnapshot()
    expect([...pending]).toEqual([])
    expect(stockTransactions.size).toBe(0)
    const {rejection} = store.getStatus()
    expect(rejection?.reason).toBe(
      'Your role may not do this. Nothing was saved; ask an administrator.',
    )
    expect(rejection?.documents).toContain('stockLevel.p1')
  })

  it('takes back its own documents only: what another write has pending stays', async () => {
    const end = store.optimistic.begin({
      transactionId: 'other',
      mutations: [{patch: {id: 'p1', set: {name: 'Lamp 2'}}}],
    })
    await expect(till.stock.adjust(adjustment)).rejects.toMatchObject({code: 'not-permitted'})
    expect(store.getSnapshot().products.get('p1')?.name).toBe('Lamp 2')
    expect([...store.getSnapshot().pending]).toEqual(['p1'])
    expect(store.getStatus().rejection?.documents).not.toContain('p1')
    end({rejected: new Error('no')})
    expect(store.getSnapshot().products.get('p1')?.name).toBe('Lamp')
  })

  it('is applied anew on what another till writes meanwhile, before and after', async () => {
    const end = store.optimistic.begin({
      transactionId: 'mine',
      mutations: [{patch: {id: 'stockLevel.p1', dec: {onHand: 3}}}],
    })
    await admin().patch('stockLevel.p1').set({onHand: 20}).commit()
    await untilSnapshot(store, () => onHand() === 17)
    expect(store.getSnapshot().pending.has('stockLevel.p1')).toBe(true)
    end({rejected: new Error('The lake said no.')})
    expect(onHand()).toBe(20)
  })
})
