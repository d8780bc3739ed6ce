import {dequal} from 'dequal'
import {evaluate, parse} from 'groq-js'
import {defer, EMPTY, mergeMap, throwError, timer} from 'rxjs'
import {describe, expect, it} from 'vitest'
import {publishedIdOf} from '../../plugin/live/draftIndex.ts'
import {LiveError} from '../../plugin/live/errors.ts'
import type {ListeningQuery} from '../../plugin/live/listeningQuery.ts'
import {observeQuery} from '../../plugin/live/observeQuery.ts'
import type {QueryState} from '../../plugin/live/observeQuery.ts'
import {observeRechecks} from '../../plugin/live/queryRechecks.ts'
import {createRelevance} from '../../plugin/live/queryRelevance.ts'
import type {QueryView} from '../../plugin/live/queryRelevance.ts'
import {readQuery} from '../../plugin/live/readQuery.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {createRandom, randomInteger} from '../operations/random.ts'
import {sized} from '../rig/size.ts'
import {createMemoryLake} from './memoryLake.ts'
import type {Faults, MemoryLake} from './memoryLake.ts'
import {randomChange, randomQuery} from './randomQueries.ts'
import {createVirtualTime} from './virtualTime.ts'

const count = Number(process.env['SCHEDULES'] ?? sized(40, 2_000))
const firstSeed = Number(process.env['SEED'] ?? 1)
const QUERIES = 6
const BURSTS = 8
/** The longest way of an event, and then the longest wait for another try. */
const QUIET_MS = 40_000
/** What was lost without a trace is made good for by then. */
const RECHECKED_MS = 5 * 60_000 + QUIET_MS

describe('queries over any interval of disorder, duplicates, delays, losses, cuts and failed fetches', () => {
  it(
    `show at every quiet moment what a fresh fetch shows (${count} schedules from seed ${firstSeed})`,
    {timeout: sized(60_000, 30 * 60_000)},
    async () => {
      for (let seed = firstSeed; seed < firstSeed + count; seed++) await runSchedule(seed)
    },
  )
})

type Time = ReturnType<typeof createVirtualTime>

async function runSchedule(seed: number): Promise<void> {
  const random = createRandom(seed)
  const time = createVirtualTime({early: 1})
  const lake = createMemoryLake(time.scheduler)
  const faults: Faults = {
    random: createRandom(-seed),
    indexLag: random() * 500,
    delay: random() < 0.3 ? 0 : random() * 1_500,
    duplicate: random() * 0.5,
    drop: random() < 0.6 ? 0 : random() * 0.3,
    failFetch: random() < 0.6 ? 0 : random() * 0.4,
    fetchDelay: random() * 400,
  }
  const quiet = faults.drop > 0 ? RECHECKED_MS : QUIET_MS
  const open = Array.from({length: QUERIES}, () =>
    openQuery(randomQuery(random), {lake, faults, time}),
  )
  for (let burst = 0; burst < BURSTS; burst++) {
    for (let left = randomInteger(random, 1, 4); left > 0; left--) {
      await advance(time, random() < 0.5 ? random() * 50 : random() * 2_000)
      commit(lake, random, random() * faults.indexLag)
      if (random() < 0.1) lake.cut(random() * 3_000, random() < 0.5)
      if (random() < 0.05) lake.reset()
    }
    const {failFetch} = faults
    Object.assign(faults, {failFetch: 0})
    await advance(time, quiet)
    Object.assign(faults, {failFetch})
    for (const {request, state} of open) {
      const {query, params, options} = request
      const message = `seed ${seed}, burst ${burst}: ${JSON.stringify({query, params, options, faults})}`
      const fresh = await ask(lake, request)
      expect(state(), message).toMatchObject({loading: false, error: undefined})
      expect(dequal(state()?.data, fresh), message).toBe(true)
    }
  }
  for (const {close} of open) close()
}

interface Surroundings {
  lake: MemoryLake
  faults: Faults
  time: Time
}

function openQuery(request: ListeningQuery, {lake, faults, time}: Surroundings) {
  const {scheduler} = time
  const {query, params = {}} = request
  const port = lake.portWith(faults)
  let last: QueryState | undefined
  const subscription = observeQuery({
    fetch: () =>
      timer(faults.random() * faults.fetchDelay, scheduler).pipe(
        mergeMap(() =>
          faults.random() < faults.failFetch
            ? throwError(() => new LiveError('unreachable', 'a fault'))
            : defer(() => ask(lake, request)),
        ),
      ),
    connection$: shareListener(() => port.listen(['product', 'brand', 'note']), {scheduler}),
    mayChange: createRelevance({reading: readQuery(query, params), view: viewOf(request)}),
    recheck$: observeRechecks({lostEvents$: EMPTY, wake$: EMPTY, scheduler}),
    scheduler,
  }).subscribe((state) => (last = state))
  return {request, state: () => last, close: () => subscription.unsubscribe()}
}

/** Drafts in place of what they are of are for a real lake to show. */
function viewOf({options}: ListeningQuery): QueryView {
  return options?.perspective === 'published' ? 'published' : 'raw'
}

async function ask(lake: MemoryLake, request: ListeningQuery): Promise<unknown> {
  const {query, params = {}} = request
  const isSeen = (id: string) => viewOf(request) === 'raw' || publishedIdOf(id) === undefined
  const dataset = lake.indexed().filter(({_id}) => isSeen(_id))
  const options = {params: {...params}}
  const value = await evaluate(parse(query, options), {...options, dataset})
  return value.get()
}

function commit(lake: MemoryLake, random: () => number, lag: number): void {
  const writes = Array.from({length: randomInteger(random, 1, 3)}, () => randomChange(random))
  // the last write of a document is what its transaction comes to
  const byId = new Map(writes.map((write) => [write.id, write]))
  lake.commit([...byId.values()], lag)
}

const STEP_MS = 20

/** Promises settle in real time: the clock waits for them after every step in which something happened. */
async function advance(time: Time, ms: number): Promise<void> {
  const until = time.now() + ms
  while (time.now() < until) {
    time.advance(Math.min(STEP_MS, until - time.now()))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
