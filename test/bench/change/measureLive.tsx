import type {SanityClient} from '@sanity/client'
import {createRoot} from 'react-dom/client'
import {EMPTY, NEVER, of, Subject} from 'rxjs'
import {createShopStore} from '../../../plugin/live/createShopStore.ts'
import {SanityRealtimeProvider, useShopFigures} from '../../../plugin/realtime/index.ts'
import {answeringClient} from './answeringClient.ts'
import {changedLevel, eventText} from './fixture.ts'
import type {Fixture, LakeDocument} from './fixture.ts'
import {measureCpu, wait} from './measureCpu.ts'

export interface LiveCost {
  /** CPU time of each change with its React component, µs. */
  times: number[]
  event: string
}

const noOptions = {}

/** Further apart than the changes of a burst, so that each is shown by itself. */
const APART_MS = 120

/** The live layer's hook on the same documents: one event a change. */
export async function measureLive(
  client: SanityClient,
  fixture: Fixture,
  rounds: number,
): Promise<LiveCost> {
  const {events, answered, nextEvent} = serveEvents(client, fixture)
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <SanityRealtimeProvider client={answered} options={noOptions}>
      <LiveFigures />
    </SanityRealtimeProvider>,
  )
  while (!events.observed) await wait(20)
  events.next({type: 'welcome', listenerName: 'l'})
  while (!isFilled(element)) await wait(20)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await wait(APART_MS)
    const text = nextEvent()
    const shown = element.textContent
    times.push(
      await measureCpu(
        () => events.next({type: 'mutation', ...JSON.parse(text)}),
        () => element.textContent !== shown,
      ),
    )
  }
  root.unmount()
  return {times, event: nextEvent()}
}

/** Until the engine has compiled what runs for every change. */
const WARM_UP = 10_000
const CHUNK = 1_000
/** No event is longer, on the average. */
const MESSAGE_BYTES = 2_000

/**
 * CPU time of one change in the store alone, without React: the event parsed, all figures read after it; µs, of each
 * thousand changes.
 */
export async function measureStore(
  client: SanityClient,
  fixture: Fixture,
  rounds: number,
): Promise<number[]> {
  const {events, answered, nextEvent} = serveEvents(client, fixture)
  const store = createShopStore({client: answered, cache: false})
  while (!events.observed) await wait(20)
  events.next({type: 'welcome', listenerName: 'l'})
  await store.ready
  let total = 0
  const run = (messages: readonly Buffer[]) => {
    const start = process.cpuUsage()
    for (const message of messages) {
      events.next({type: 'mutation', ...JSON.parse(message.toString('latin1'))})
      total += store.getSnapshot().figures.stockValue
    }
    const {user, system} = process.cpuUsage(start)
    return (user + system) / messages.length
  }
  const times: number[] = []
  for (let done = 0; done < WARM_UP + rounds; done += CHUNK) {
    // made beforehand, and never more of them than these
    const messages = encodeAll(nextEvent)
    await wait(0)
    const cost = run(messages)
    if (done >= WARM_UP) times.push(cost)
  }
  const steps = store.getSnapshot().version
  store.destroy()
  if (steps < WARM_UP + rounds || total === 0) throw new Error('Events were not applied.')
  return times
}

/**
 * As bytes, one message after the other, the way they come from the network: texts would be so much for the collector to
 * carry about while the store is being measured.
 */
function encodeAll(nextEvent: () => string): Buffer[] {
  const bytes = Buffer.alloc(CHUNK * MESSAGE_BYTES)
  let end = 0
  return Array.from({length: CHUNK}, () => {
    const start = end
    end += bytes.write(nextEvent(), start, 'latin1')
    return bytes.subarray(start, end)
  })
}

const isFilled = (element: Element) => /stock [1-9]/.test(element.textContent ?? '')

/** A lake of these documents in memory, and its changes one after the other. */
function serveEvents(client: SanityClient, {documents, levels}: Fixture) {
  const events = new Subject<unknown>()
  // documents that move here too would be as much for the collector as those of the store
  const changedAt = new Int32Array(levels.length).fill(-1)
  const levelIn = (index: number): LakeDocument => {
    const level = levels[index]
    const round = changedAt[index] ?? -1
    if (level === undefined) throw new Error('The level is missing.')
    return round < 0 ? level : changedLevel(level, round)
  }
  const answered = answeringClient(client, {
    listen: (query) => (query.includes('!(') ? EMPTY : events),
    // events are made before they are sent: a digest would tell of changes that are still to come
    fetch: (query, params) =>
      query.endsWith('{_id, _rev}') ? NEVER : of(answerOf(documents, params)),
  })
  let round = 0
  /** The event of the next change, as text. */
  const nextEvent = (): string => {
    const index = (round * 7_919) % levels.length
    const before = levelIn(index)
    changedAt[index] = round
    round += 1
    return eventText(before, levelIn(index), true)
  }
  return {events, answered, nextEvent}
}

/** What the live layer asks: the pages of a part, the lake's clock, and what has been written meanwhile. */
function answerOf(
  documents: readonly LakeDocument[],
  {types, after, since}: Record<string, unknown>,
): unknown {
  const at = new Date().toISOString()
  if (since !== undefined) {
    const revisions = documents.map(({_id, _rev}) => ({_id, _rev}))
    return {at, documents: [], count: documents.length, revisions}
  }
  if (types === undefined) return at
  return after === '' && Array.isArray(types)
    ? documents.filter(({_type}) => types.includes(_type))
    : []
}

function LiveFigures() {
  const {stockValue, lowStock} = useShopFigures()
  return <i>{`stock ${stockValue} low ${lowStock.length}`}</i>
}
