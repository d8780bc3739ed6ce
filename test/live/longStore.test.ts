import {EMPTY, of, Subject} from 'rxjs'
import {expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {connectStore} from '../../plugin/live/connectStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {shopTypes} from '../../plugin/live/workingSet.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {sized} from '../rig/size.ts'
import {reachableHeap} from './heap.ts'
import {createMemoryLake} from './memoryLake.ts'
import type {Faults, MemoryLake, Write} from './memoryLake.ts'
import {plainView} from './runSchedule.ts'
import {sample} from './sampleDocuments.ts'
import {createVirtualTime} from './virtualTime.ts'

const SALES_A_DAY = 60
const DAY_MS = 24 * 60 * 60_000
/** The shop sells for so long a day; then the device sleeps. */
const OPEN_MS = 60_000
const window = {billDays: 5, entryDays: 3}
/** The lake deletes what nobody holds any more after so many days: it must not grow itself. */
const KEPT_DAYS = 8
const PRODUCTS = 50
/** Until the days are held, and at full size until the engine has compiled what it will. */
const WARM_UP = sized(10_000, 66_000)
const events = WARM_UP + sized(20_000, 230_000)
/**
 * The least heap of the first events after the warm-up is compared with that of the last: what is remembered of events
 * and of documents that are gone has a limit, and is forgotten at once when it is reached. At full size each span holds
 * several such moments.
 */
const SPAN = sized(3_000, 115_000)
/** Quick, what is remembered of 20,000 events has grown by 6.5 MB; documents that are held would be 20 MB and more; at full size it has grown by 0.4 MB. */
const GROWTH_LIMIT = sized(10_000_000, 2_000_000)
const seed = newSeed()

it(`a store that stays open for ${events} events, over many days, holds no more at their end (seed ${seed})`, async () => {
  console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
  const random = createRandom(seed)
  const time = createVirtualTime()
  const lake = createMemoryLake(time.scheduler, {keepsHistory: false})
  const faults: Faults = {
    random,
    indexLag: 0,
    delay: 300,
    duplicate: 0.1,
    drop: 0.01,
    failFetch: 0.02,
    fetchDelay: 200,
  }
  const wake$ = new Subject<void>()
  const open = () => {
    const port = lake.portWith(faults)
    const connection$ = shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler})
    return connectStore({
      port,
      connection$,
      options: {},
      window,
      scheduler: time.scheduler,
      wake$,
      online$: EMPTY,
      keptHeadline$: of(undefined),
      kept$: of(undefined),
    })
  }
  const store = open()
  time.advance(2_000)
  const heaps: Heap[] = []
  let sent = 0
  for (let day = 0; sent < events; day++) {
    const today = dayOf(new Date(time.now()).toISOString(), 'UTC')
    for (let sale = 0; sale < SALES_A_DAY; sale++) {
      const number = day * SALES_A_DAY + sale
      const writes = saleOf(random, number, today)
      lake.commit(removalOf(number - KEPT_DAYS * SALES_A_DAY))
      sent += writes.length
      sell(random, {lake, store, writes})
      time.advance(OPEN_MS / SALES_A_DAY)
    }
    look(store, today)
    if (random() < 0.2) lake.cut(2_000, random() < 0.5)
    time.sleep(DAY_MS - OPEN_MS)
    wake$.next()
    // promises of the store's get their turn
    await new Promise((resolve) => setImmediate(resolve))
    if (sent > WARM_UP && day % 4 === 0) heaps.push({sent, bytes: reachableHeap()})
  }
  Object.assign(faults, {drop: 0, failFetch: 0})
  time.advance(200_000)
  const fresh = open()
  time.advance(2_000)
  expect(plainView(store)).toEqual(plainView(fresh))
  const first = leastOf(heaps.filter(({sent}) => sent < WARM_UP + SPAN))
  const last = leastOf(heaps.filter(({sent}) => sent > events - SPAN))
  console.log(`least heap in the first ${SPAN} events: ${mb(first)}, in the last: ${mb(last)}`)
  expect(last - first, `seed ${seed}`).toBeLessThan(GROWTH_LIMIT)
  store.destroy()
  fresh.destroy()
})

const leastOf = (heaps: readonly Heap[]) => Math.min(...heaps.map(({bytes}) => bytes))

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`

/** What a till writes at once: six documents. */
function saleOf(random: () => number, number: number, today: string): Write[] {
  const product = `p${randomInteger(random, 1, PRODUCTS)}`
  const total = randomInteger(random, 1, 100) * 100
  const paid = random() < 0.9 ? total : 0
  return [
    {id: `bill.${number}`, after: sample.bill(`B-${number}`, total, today)},
    {id: `billBalance.${number}`, after: sample.balance(`bill.${number}`, total, paid, today)},
    {id: `stockTransaction.${number}`, after: sample.entry(product, number, -1, today)},
    {id: `stockLevel.${product}`, after: sample.level(product, randomInteger(random, 0, 99))},
    {id: product, after: sample.product(product, {price: total})},
    {id: `drafts.${product}`, after: random() < 0.5 ? sample.product('draft') : null},
  ]
}

const removalOf = (number: number): Write[] =>
  ['bill', 'billBalance', 'stockTransaction'].map((type) => ({
    id: `${type}.${number}`,
    after: null,
  }))

interface Heap {
  /** Events so far. */
  sent: number
  bytes: number
}

interface Sale {
  lake: MemoryLake
  store: LiveShopStore
  writes: readonly Write[]
}

/** A third of them by this window's own till: shown before the lake has them, some refused. */
function sell(random: () => number, {lake, store, writes}: Sale): void {
  const dice = random()
  if (dice > 0.33) return void lake.commit(writes)
  const transactionId = `own${random()}`
  const mutations = writes.map(({id, after}) =>
    after === null ? {delete: {id}} : {createOrReplace: {...after, _id: id}},
  )
  const end = store.optimistic.begin({transactionId, mutations})
  if (dice < 0.03) return end({rejected: new Error('refused')})
  lake.commit(writes, 0, transactionId)
  end('committed')
}

/** A day at the dashboard: lists, ranges, another day, rows that come and go. */
function look(store: LiveShopStore, today: string): void {
  const stops = [
    store.subscribe(() => undefined),
    store.subscribeChanges(() => undefined),
    ...[...store.getSnapshot().bills.keys()].map((id) => store.subscribeTo(id, () => undefined)),
  ]
  store.setDay(addDays(today, -20))
  store.figuresOf(addDays(today, -1))
  store.figuresBetween(addDays(today, -30), today)
  store.setDay(undefined)
  for (const stop of stops) stop()
}
