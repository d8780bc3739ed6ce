import './installDom.ts'
import {gzipSync} from 'node:zlib'
import {startTestLake} from '../../rig/lake.ts'
import {report, round, size, time} from '../results.ts'
import {makeFixture} from './fixture.ts'
import {median} from './measureCpu.ts'
import {measureLive, measureStore} from './measureLive.tsx'
import {measureRefetch} from './measureRefetch.ts'

/**
 * Cost of ONE changed document with all figures up to date, `useListeningQuery` of sanity-plugin-utils against the live
 * layer: what each does without React (a refetch parsed, compared and derived; an event applied), then both with a React
 * component of the same content, the hook's in a Studio with its document store, over a DOM in Node. One process. The
 * network is left out of both: each is given the text that the lake would send, and parses it.
 *
 * `change.bench.ts 1000 10000` measures these sizes.
 */
const lake = await startTestLake()
const asked = process.argv.slice(2).map(Number)
const sizes = asked.length > 0 ? asked : [1_000, 10_000, 100_000]

/** Our side is small: the more changes, the less a busy machine moves their median. */
const ROUNDS = 60_000

const alone = new Map<number, Alone>()
for (const count of sizes) alone.set(count, await measureAlone(count))
// from here on the Studio lies in the memory that the collector goes through
const {measureHook} = await import('./measureHook.tsx')
for (const [count, costs] of alone) await compare(count, costs)
await lake.close()
// the Studio leaves timers behind
process.exit(0)

/** Without a Studio, µs. */
interface Alone {
  store: number
  refetch: number
}

async function measureAlone(count: number): Promise<Alone> {
  const fixture = makeFixture(count)
  // a listener is shared by all stores of a dataset: each measurement has its own
  const store = median(await measureStore(lake.client(`store-${count}`), fixture, ROUNDS))
  const refetch = median(measureRefetch(fixture, count > 50_000 ? 9 : 41))
  return {store, refetch}
}

async function compare(count: number, {store, refetch}: Alone): Promise<void> {
  const fixture = makeFixture(count)
  const live = await measureLive(lake.client(`live-${count}`), fixture, 300)
  const hook = await measureHook(lake.client(), fixture, count > 50_000 ? 5 : 9)
  const hookTime = median(hook.times)
  const liveTime = median(live.times)
  const documents = `${count.toLocaleString('en')} documents`
  report({
    what: `CPU of a change until all figures are known, ${documents}: the hook as it runs, in a Studio; the store`,
    theirs: time(hookTime),
    ours: time(store),
    ratio: round(hookTime / store),
  })
  report({
    what: `the same with neither React nor Studio on either side: a refetch parsed, compared and derived; an event applied`,
    theirs: time(refetch),
    ours: time(store),
    ratio: round(refetch / store),
  })
  report({
    what: `the same until React has rendered them, on both sides`,
    theirs: time(hookTime),
    ours: time(liveTime),
    ratio: round(hookTime / liveTime),
  })
  const zipped = gzipSync(hook.answer).length
  const hookBytes = hook.answer.length + hook.event.length
  report({
    what: `bytes of a change, ${documents} (compressed answer)`,
    theirs: `${size(hookBytes)} (${size(zipped)})`,
    ours: size(live.event.length),
    ratio: `${round(hookBytes / live.event.length)} (${round(zipped / live.event.length)})`,
  })
}
