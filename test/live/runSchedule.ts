import {Subscription} from 'rxjs'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {buildFigures} from '../../plugin/domain/figures.ts'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {LiveError} from '../../plugin/live/errors.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import type {Slicing} from '../../plugin/live/inSlices.ts'
import {boundsOn} from '../../plugin/live/shopCalendar.ts'
import type {ShopStore} from '../../plugin/live/types.ts'
import type {RawDocument} from '../../plugin/live/wire.ts'
import {isInWorkingSet, shopTypes} from '../../plugin/live/workingSet.ts'
import {createRandom} from '../operations/random.ts'
import {createMemoryLake, noFaults, randomFaults} from './memoryLake.ts'
import type {Faults, MemoryLake, Write} from './memoryLake.ts'
import {sample} from './sampleDocuments.ts'
import {createVirtualTime} from './virtualTime.ts'
import {watchTransactions} from './watchTransactions.ts'

/**
 * One random history under faults: the view once everything is quiet, a fresh load of the same lake, and what was seen
 * on the way that must never be seen.
 */
export function runSchedule(seed: number) {
  const random = createRandom(seed)
  const time = createVirtualTime({early: 1})
  const isIndexInOrder = random() < 0.9
  const lake = createMemoryLake(time.scheduler, {isIndexInOrder})
  const today = dayOf(new Date(time.now()).toISOString(), 'UTC')
  const faults = randomFaults(random)
  for (let index = 0; index < 10; index++) lake.commit(randomWrites(random, lake, today))
  // of its own, so that a seed keeps its history
  const slicing = seed % 2 === 0 ? undefined : sliceAtRandom(createRandom(-seed), time)
  const store = openStore(lake, faults, time, slicing)
  const bounds = boundsOn(today, undefined, {})
  const isHeld = (document: RawDocument) => isInWorkingSet(document, bounds)
  const watch = watchTransactions({store, history: lake.history, isHeld})
  // a third of all histories are crowded: many transactions at one moment
  const pauseOf = (pause: number) => (seed % 3 === 0 ? Math.max(0, pause - 200) / 2 : pause)
  for (let index = 0; index < 40; index++) {
    time.advance(pauseOf(random() * 400))
    const writes = randomWrites(random, lake, today)
    if (random() < 0.15) writeOptimistically(random, {lake, store, time, writes})
    else lake.commit(writes, random() * faults.indexLag)
    disturb(random, lake)
  }
  Object.assign(faults, {drop: 0, failFetch: 0})
  time.advance(200_000)
  const other = openStore(lake, noFaults(random), time)
  time.advance(1_000)
  const live = plainView(store)
  const fresh = plainView(other)
  const window = {from: addDays(today, -13), to: today}
  const sources = {...store.getSnapshot(), malformed: []}
  const recomputed = buildFigures(sources, today, () => true, window)
  store.destroy()
  other.destroy()
  return {live, fresh, recomputed, seen: isIndexInOrder ? watch.found() : [], steps: watch.steps()}
}

type VirtualTime = ReturnType<typeof createVirtualTime>

function openStore(lake: MemoryLake, faults: Faults, {scheduler}: VirtualTime, slicing?: Slicing) {
  const port = lake.portWith(faults)
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler, slicing})
  return createShopStoreOver({port, connection$, scheduler})
}

/** As in a page that has more to do than it can: events wait for tasks that come whenever they come. */
function sliceAtRandom(random: () => number, {scheduler}: VirtualTime): Slicing {
  let busy = 0
  return {
    now: () => (busy += random() * 10),
    openTasks: (run) => {
      const tasks = new Subscription()
      return {
        post: () => void tasks.add(scheduler.schedule(run, random() * 300)),
        close: () => tasks.unsubscribe(),
      }
    },
  }
}

function disturb(random: () => number, lake: MemoryLake) {
  const dice = random()
  if (dice < 0.06) lake.cut(random() * 3_000, random() < 0.5)
  else if (dice < 0.08) lake.fail(new LiveError('unreachable', 'a fault'))
  else if (dice < 0.1) lake.reset()
}

interface OwnWrites {
  lake: MemoryLake
  store: LiveShopStore
  time: VirtualTime
  writes: readonly Write[]
}

/** As an operation does: announced, sent, and then acknowledged or refused. */
function writeOptimistically(random: () => number, {lake, store, time, writes}: OwnWrites) {
  const transactionId = `own${time.now()}`
  const mutations = writes.map(({id, after}) =>
    after === null ? {delete: {id}} : {createOrReplace: {...after, _id: id}},
  )
  const end = store.optimistic.begin({transactionId, mutations})
  time.advance(random() * 50)
  if (random() < 0.3) return end({rejected: new Error('refused')})
  lake.commit(writes, random() * 800, transactionId)
  time.advance(random() * 50)
  return end('committed')
}

/** Everything that a reader can see, in plain objects; but the proof, which waits before it says something. */
export function plainView(store: ShopStore) {
  const {version: _version, proof: _proof, pending, drafts, ...rest} = store.getSnapshot()
  const view = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      isMap(value)
        ? Object.fromEntries([...value].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ]),
  )
  return {...view, figures: rest.figures, drafts: [...drafts], pending: [...pending]}
}

const isMap = (value: unknown): value is ReadonlyMap<string, unknown> =>
  typeof value === 'object' && value !== null && 'entries' in value && 'size' in value

const pick = <T>(random: () => number, items: readonly T[]): T | undefined =>
  items[Math.floor(random() * items.length)]

function randomWrites(random: () => number, lake: MemoryLake, today: string): Write[] {
  const writes = new Map<string, Write>()
  const count = 1 + Math.floor(random() * 5)
  for (let index = 0; index < count; index++) {
    const write = randomWrite(random, lake, today)
    writes.set(write.id, write)
  }
  return [...writes.values()]
}

function randomWrite(random: () => number, lake: MemoryLake, today: string): Write {
  const number = Math.floor(random() * 6)
  const day = addDays(today, -Math.floor(random() * 3) * 30)
  const some = Math.floor(random() * 40)
  const writes: readonly (() => Write)[] = [
    () => ({id: `p${number}`, after: sample.product(`P${number}`, {reorderLevel: some % 9})}),
    () => ({id: `stockLevel.p${number}`, after: sample.level(`p${number}`, some - 5, some)}),
    () => ({id: `b${number}`, after: sample.brand(`Brand ${some}`)}),
    () => ({id: `drafts.p${number}`, after: sample.product('draft')}),
    () => ({id: `versions.r1.p${number}`, after: sample.product('version')}),
    // deleted and made anew as something else, or as something that no listener sees
    () => ({id: `b${number}`, after: {...sample.brand(`Category ${some}`), _type: 'category'}}),
    () => ({id: `b${number}`, after: {_type: 'note', title: `Note ${some}`}}),
    () => ({id: `bill.${number}`, after: sample.bill(`B-${number}`, 100 * some, day)}),
    () => ({
      id: `billBalance.${number}`,
      after: sample.balance(`bill.${number}`, 100 * some, random() < 0.5 ? 100 * some : 0, day),
    }),
    () => ({
      id: `billBalance.${number}`,
      after: sample.balance(`bill.${number}`, 0, 0, day, {
        void: {at: today, by: {id: 'u', name: 'u'}, reason: 'x'},
      }),
    }),
    () => ({id: `stockTransaction.${some}`, after: sample.entry(`p${number}`, some, -1, day)}),
    () => ({id: `creditNote.${number}`, after: sample.creditNote(`CN-${number}`, some, day)}),
    () => ({id: pick(random, [...lake.documents.keys()]) ?? 'p0', after: null}),
  ]
  return (pick(random, writes) ?? (() => ({id: 'p0', after: null})))()
}
