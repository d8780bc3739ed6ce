import './installDom.ts'
import {randomBytes} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asyncScheduler, filter, firstValueFrom} from 'rxjs'
import type {SchedulerLike} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {dayOf} from '../../plugin/domain/calendar.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import type {LiveStatus, LiveStatusName} from '../../plugin/live/types.ts'
import {createLake} from '../../studio/lake/lake.ts'
import type {Lake, LakeOptions} from '../../studio/lake/lake.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {sample} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'
import {createVirtualTime} from './virtualTime.ts'

const ADMIN = randomBytes(12).toString('hex')
const TILL = randomBytes(12).toString('hex')
const DAY_MS = 24 * 60 * 60_000
const today = dayOf(new Date().toISOString(), 'UTC')
const everything = {filter: '_id in path("**")', permissions: ['read'] as const}

let directory: string
let lake: Lake
let proxy: ListenProxy
let store: LiveShopStore

/** The same data at the same port, but with other tokens or grants. */
async function openLake(port: number, changed: Partial<LakeOptions> = {}) {
  lake = await createLake({
    directory,
    port,
    tokens: [
      {token: ADMIN, role: 'administrator'},
      {token: TILL, role: 'till'},
    ],
    grants: {till: [everything]},
    ...changed,
  })
}

async function reopenLake(changed: Partial<LakeOptions> = {}) {
  const {port} = lake
  await lake.close()
  await openLake(port, changed)
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'test-failures-'))
  await openLake(0)
  proxy = await startListenProxy(lake.url)
  await admin().create({_id: 'b1', ...sample.brand('Volta')})
})
afterEach(async () => {
  store.destroy()
  await proxy.close()
  await lake.close()
  rmSync(directory, {recursive: true, force: true})
})

const admin = () => createLakeClient({url: lake.url, token: ADMIN}, 'production')

async function openStore(schedule: SchedulerLike = asyncScheduler) {
  store = createShopStore({
    client: createLakeClient({url: proxy.url, token: TILL}, 'production'),
    schedule,
  })
  await store.ready
}

const untilStatus = (is: (status: LiveStatus) => boolean) =>
  firstValueFrom(store.status$.pipe(filter(is)))
const untilName = (wanted: LiveStatusName) => untilStatus(({name}) => name === wanted)

/** What a person does who wants to know: comes back to the tab. */
const focus = () => window.dispatchEvent(new Event('focus'))

const brands = () => [...store.getSnapshot().brands.values()].map(({name}) => name)

describe('a failure has its status, its words and its way back', () => {
  it('token expired: unauthorized, log in again; live again once it is valid', async () => {
    await openStore()
    await reopenLake({tokens: [{token: ADMIN, role: 'administrator'}]})
    const refused = await untilName('unauthorized')
    expect(refused.reason).toBe(
      'The lake refused access (401). Log in again; the shop tries again by itself.',
    )
    expect(brands()).toEqual(['Volta'])
    await reopenLake()
    await admin().patch('b1').set({name: 'Lumen'}).commit()
    focus()
    await untilName('live')
    await untilSnapshot(store, () => brands().join() === 'Lumen')
    expect(store.getStatus().reason).toBeUndefined()
  })

  it('permission revoked: unauthorized, ask an administrator; live again once it is granted', async () => {
    await openStore()
    await reopenLake({grants: {till: []}})
    const refused = await untilName('unauthorized')
    expect(refused.reason).toBe(
      'Your role may not read this shop. Ask an administrator for read access; the shop tries again by itself.',
    )
    expect(brands()).toEqual(['Volta'])
    await reopenLake()
    await untilName('live')
    expect(brands()).toEqual(['Volta'])
  })

  it('no permission from the start is no empty shop', async () => {
    await reopenLake({grants: {till: []}})
    await expect(openStore()).rejects.toMatchObject({code: 'unauthorized'})
    expect(store.getStatus().name).toBe('unauthorized')
  })

  it('listener refused: reconnecting, with the status and words of the lake; live again by itself', async () => {
    await openStore()
    proxy.refuseListening(404)
    proxy.cut()
    const refused = await untilStatus(({reason}) => reason?.includes('404') === true)
    expect(refused.name).toBe('reconnecting')
    expect(refused.reason).toMatch(/^The lake refused the request \(404: .*\)\. The shop tries/)
    await admin().patch('b1').set({name: 'Lumen'}).commit()
    proxy.refuseListening(undefined)
    await untilName('live')
    await untilSnapshot(store, () => brands().join() === 'Lumen')
  })

  it.each([
    ['behind', -DAY_MS],
    ['ahead of', DAY_MS],
  ])('clock a day %s: days go by the lake, the words say which clock to set', async (side, by) => {
    await admin().create({_id: 'bill.1', ...sample.bill('B-1', 500, today)})
    let error = by
    await openStore({
      now: () => Date.now() + error,
      schedule: asyncScheduler.schedule.bind(asyncScheduler),
    })
    const status = store.getStatus()
    expect(status).toMatchObject({
      name: 'live',
      reason: `The clock of this device is 24 h ${side} the lake's. The shop goes by the lake's clock; set this device's clock right.`,
    })
    expect(Math.abs(Date.parse(status.asOf ?? '') - Date.now())).toBeLessThan(60_000)
    expect(store.getSnapshot().figures).toMatchObject({day: today, billsToday: 1, salesToday: 500})
    expect(Math.abs(store.now() - Date.now())).toBeLessThan(60_000)
    error = 0
    focus()
    await untilStatus(({reason}) => reason === undefined)
    expect(store.getSnapshot().figures.day).toBe(today)
  })
})

describe('while the stream stands', () => {
  it.each([
    [401, 'Log in again'],
    [403, 'Ask an administrator for read access'],
  ])(
    'requests refused with %i: unauthorized, with what to do; live again by itself',
    async (status, need) => {
      await openStore()
      proxy.refuseRequests(() => status)
      focus()
      const refused = await untilName('unauthorized')
      expect(refused.reason).toBe(
        `The lake refused access (${status}). ${need}; the shop tries again by itself.`,
      )
      expect(brands()).toEqual(['Volta'])
      proxy.refuseRequests(() => undefined)
      await expect.poll(comeBack, {timeout: 15_000}).toBe('live')
      expect(proxy.listened()).toBe(1)
    },
  )

  it('a lake that accepts the stream and never says welcome: told after half a minute, then connected anew', async () => {
    const time = createVirtualTime({start: new Date().toISOString()})
    proxy.muteListening(true)
    store = createShopStore({
      client: createLakeClient({url: proxy.url, token: TILL}, 'production'),
      schedule: time.scheduler,
    })
    await expect.poll(() => proxy.listened()).toBe(1)
    time.advance(29_000)
    expect(store.getStatus()).toMatchObject({name: 'connecting'})
    expect(store.getStatus().reason).toBeUndefined()
    time.advance(1_000)
    expect(store.getStatus()).toMatchObject({
      name: 'connecting',
      reason:
        'The lake did not answer the live connection within 30 s. The shop connects anew by itself.',
    })
    proxy.muteListening(false)
    time.advance(1_000)
    await untilName('live')
    expect(brands()).toEqual(['Volta'])
    expect(proxy.listened()).toBe(2)
  })
})

/** What a person does who tries again and again. */
function comeBack(): LiveStatusName {
  focus()
  return store.getStatus().name
}
