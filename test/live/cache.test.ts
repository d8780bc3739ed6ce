import 'fake-indexeddb/auto'
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ClientConfig} from '@sanity/client'
import {clear, createStore, entries, set, setMany, update} from 'idb-keyval'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import type {Headline} from '../../plugin/domain/headline.ts'
import {CACHE_VERSION} from '../../plugin/live/cache/cacheKeys.ts'
import {clearShopCache} from '../../plugin/live/cache/clearShopCache.ts'
import type {KeptHeader} from '../../plugin/live/cache/keptShop.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {snapshotParts, typesOfPart} from '../../plugin/live/workingSet.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {projectRoot} from '../../studio/run/projectRoot.mjs'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {sample} from './sampleDocuments.ts'

const database = createStore('sanity-plugin-shop', 'shops')

let lake: TestLake
let proxy: ListenProxy
const open = new Set<LiveShopStore>()

beforeEach(async () => {
  lake = await startTestLake()
  proxy = await startListenProxy(lake.url)
  await lake.client().create({_id: 'b1', ...sample.brand('Volta')})
  await lake.client().create({_id: 'p1', ...sample.product('Lamp')})
})
afterEach(async () => {
  for (const store of open) store.destroy()
  open.clear()
  await clearShopCache()
  await proxy.close()
  await lake.close()
})

function visit(
  user: string | undefined = 'asha',
  token = lake.token,
  config: ClientConfig = {},
): LiveShopStore {
  const client = createLakeClient({url: proxy.url, token}, 'production').withConfig(config)
  const store = createShopStore({client, cache: {user}})
  open.add(store)
  return store
}

function leave(store: LiveShopStore) {
  store.destroy()
  open.delete(store)
}

const kept = async () => (await entries<string, unknown>(database)).map(([key]) => key)
const headers = async () => (await kept()).filter((key) => key.endsWith('header'))
const untilKept = (count: number) =>
  expect.poll(async () => (await headers()).length, {timeout: 10_000}).toBe(count)

/** A visit that leaves its working set behind. */
async function leaveSomething(user?: string, token?: string) {
  const store = visit(user, token)
  await store.ready
  leave(store)
  await untilKept(1)
}

/** What a visit shows while no question to the lake is answered. */
async function firstSight(store: LiveShopStore) {
  await expect.poll(() => store.getStatus().name, {timeout: 10_000}).not.toBe('connecting')
  const {brands} = store.getSnapshot()
  return {status: store.getStatus(), names: [...brands.values()].map(({name}) => name)}
}

/** For whole documents, page by page. */
const isWholePage = (query: string) =>
  query.includes('[0...$limit]') && !query.includes('[0...$limit]{_id, _rev}')
const wholePages = () => proxy.asked().filter(isWholePage).length

/** The form of what is kept, and what its documents must look like. */
function sourcesOfKept(): string[] {
  const shapes = readdirSync(join(projectRoot, 'plugin/live/shapes')).toSorted()
  return [
    'cache/keptShop.ts',
    'shape.ts',
    'userRow.ts',
    ...shapes.map((name) => `shapes/${name}`),
  ].map((name) => `plugin/live/${name}`)
}

const brandNames = (store: LiveShopStore) =>
  [...store.getSnapshot().brands.values()].map(({name}) => name)

describe('what a device keeps of a shop', () => {
  it('is shown at once as stale, with when it was right, and becomes live by reading only what differs', async () => {
    await leaveSomething()
    await lake.client().patch('b1').set({name: 'Lumen'}).commit()
    const before = Date.now()
    proxy.holdQueries(true)
    const store = visit()
    const {status, names} = await firstSight(store)
    expect(names).toEqual(['Volta'])
    expect(status.name).toBe('stale')
    expect(Date.parse(status.asOf ?? '')).toBeLessThanOrEqual(before)
    const pages = wholePages()
    proxy.holdQueries(false)
    await store.ready
    expect(store.getStatus().name).toBe('live')
    expect(brandNames(store)).toEqual(['Lumen'])
    expect(wholePages()).toBe(pages)
  })

  it('says in the tiles what they said then, before its documents are read', async () => {
    await leaveSomething()
    proxy.holdQueries(true)
    const seen = headlinesOf(visit())
    await expect.poll(() => seen.length, {timeout: 10_000}).toBe(2)
    const [first, second] = seen
    expect(first).toMatchObject({status: 'connecting', products: 0})
    expect(first?.headline).toMatchObject({stock: {products: 1}, sales: {now: {bills: 0}}})
    expect(second).toMatchObject({headline: undefined, products: 1})
    proxy.holdQueries(false)
  })

  it("does not take another day's sales for today's", async () => {
    await leaveSomething()
    for (const key of await headers()) {
      await update<KeptHeader>(key, (header) => withSalesOf(header, '2020-02-29'), database)
    }
    proxy.holdQueries(true)
    const seen = headlinesOf(visit())
    await expect.poll(() => seen.length, {timeout: 10_000}).toBe(2)
    expect(seen[0]?.headline?.sales).toBeUndefined()
    expect(seen[0]?.headline?.stock).toMatchObject({products: 1})
    proxy.holdQueries(false)
  })

  it("is one user's: another sees nothing of it, and it is gone with the other's visit", async () => {
    await leaveSomething('asha')
    const [ashas] = await headers()
    proxy.holdQueries(true)
    const store = visit('binu')
    await expect.poll(kept, {timeout: 10_000}).toEqual([])
    expect(brandNames(store)).toEqual([])
    proxy.holdQueries(false)
    await store.ready
    leave(store)
    await untilKept(1)
    expect(await headers()).not.toEqual([ashas])
  })

  it.each([
    ['a bucket is cut short', (text: string) => text.slice(0, -5)],
    ['a bucket has lost its documents', () => '[]'],
    ['a bucket holds something else', () => '[{"name": "no document"}]'],
    ['a bucket is no text', () => 7],
  ])('is dropped, not trusted, when %s', async (_what, damage) => {
    await leaveSomething()
    for (const [key, value] of await entries<string, unknown>(database)) {
      if (typeof value === 'string' && value.includes('Volta')) {
        await set(key, damage(value), database)
      }
    }
    await expectDropped()
  })

  it.each([
    ['is from the future', (header: object) => ({...header, asOf: Date.now() + 3_600_000})],
    ['is older than a week', (header: object) => ({...header, asOf: Date.now() - 8 * 86_400_000})],
    ['does not say of which days it is', (header: object) => ({...header, bounds: {}})],
    ['is no header', () => 'header'],
  ])('is dropped when its header %s', async (_what, damage) => {
    await leaveSomething()
    for (const key of await headers()) {
      await update<object>(key, (header) => Object(damage(header ?? {})), database)
    }
    await expectDropped()
  })

  it('of an older version is deleted unread', async () => {
    await leaveSomething()
    const older = new Map(
      (await entries<string, unknown>(database)).map(([key, value]) => [
        key.replace(`|v${CACHE_VERSION}|`, `|v${CACHE_VERSION - 1}|`),
        value,
      ]),
    )
    await clear(database)
    await setMany([...older], database)
    expect(await headers()).toEqual([expect.stringContaining(`|v${CACHE_VERSION - 1}|`)])
    await expectDropped()
  })

  it('has a version of its own for everything that says what is kept and how it is read', async () => {
    await leaveSomething()
    const queries = new Set(proxy.asked().filter(isWholePage))
    const types = snapshotParts.map((part) => [part, typesOfPart(part)])
    const digest = createHash('sha256')
      .update(JSON.stringify([...queries].toSorted()))
      .update(JSON.stringify(types))
    for (const path of sourcesOfKept()) digest.update(readFileSync(join(projectRoot, path)))
    expect(
      {version: CACHE_VERSION, digest: digest.digest('hex').slice(0, 12)},
      'What is kept has changed: raise CACHE_VERSION in cacheKeys.ts, and write the new pair here.',
    ).toEqual({version: 4, digest: 'dd0ac1ea882b'})
  })

  it.each([
    ['dataset', {dataset: 'second'}],
    ['project', {projectId: 'second'}],
  ])("is one %s's: another sees nothing of it and leaves it alone", async (_what, config) => {
    await lake.client().datasets.create('second')
    await lake.client('second').create({_id: 'b2', ...sample.brand('Lumen')})
    await leaveSomething()
    const [firsts] = await headers()
    const pages = wholePages()
    const store = visit('asha', lake.token, config)
    const statuses = new Set<string>()
    const stop = store.subscribe(() => statuses.add(store.getStatus().name))
    await store.ready
    stop()
    expect(statuses).not.toContain('stale')
    expect(wholePages()).toBeGreaterThan(pages)
    leave(store)
    await untilKept(2)
    expect(await headers()).toContain(firsts)
  })

  it('is deleted on logout, and open stores keep nothing more', async () => {
    await leaveSomething()
    const store = visit()
    await store.ready
    await clearShopCache(lake.client().withConfig({apiHost: proxy.url}))
    expect(await kept()).toEqual([])
    await lake.client().patch('b1').set({name: 'Lumen'}).commit()
    await expect.poll(() => brandNames(store), {timeout: 10_000}).toEqual(['Lumen'])
    leave(store)
    await clearedFor(200)
  })

  it('is not shown to whom the lake refuses, and deleted', async () => {
    await leaveSomething('asha', lake.viewerToken)
    // the listener of the first visit lingers
    await expect.poll(() => proxy.listening(), {timeout: 10_000}).toBe(0)
    proxy.refuseListening(401)
    const store = visit('asha', lake.viewerToken)
    await expect(store.ready).rejects.toMatchObject({code: 'unauthorized'})
    expect(store.getStatus().name).toBe('unauthorized')
    expect(brandNames(store)).toEqual([])
    await expect.poll(kept, {timeout: 10_000}).toEqual([])
    proxy.refuseListening(undefined)
  })

  it('never holds the token', async () => {
    await leaveSomething()
    const everything = JSON.stringify(await entries(database))
    expect(everything).toContain('Volta')
    expect(everything).not.toContain(lake.token)
  })
})

/** What is shown whenever the headline comes or goes. */
function headlinesOf(store: LiveShopStore) {
  const seen: {headline: Headline | undefined; status: string; products: number}[] = []
  store.subscribe(() => {
    const {headline, products} = store.getSnapshot()
    if (headline === seen.at(-1)?.headline) return
    seen.push({headline, status: store.getStatus().name, products: products.size})
  })
  return seen
}

function withSalesOf(header: KeptHeader | undefined, day: string): KeptHeader {
  if (header?.headline.sales === undefined) throw new Error('The visit left no sales.')
  return {...header, headline: {...header.headline, sales: {...header.headline.sales, day}}}
}

async function expectDropped() {
  proxy.holdQueries(true)
  const store = visit()
  await expect.poll(kept, {timeout: 10_000}).toEqual([])
  expect(brandNames(store)).toEqual([])
  expect(store.getStatus().name).toBe('connecting')
  proxy.holdQueries(false)
  await store.ready
  expect(brandNames(store)).toEqual(['Volta'])
}

/** Nothing is written during so many turns of the event loop. */
async function clearedFor(turns: number) {
  for (let turn = 0; turn < turns; turn++) await vi.dynamicImportSettled()
  expect(await kept()).toEqual([])
}
