import {uuid} from '@sanity/uuid'
import type {Subscription} from 'rxjs'
import type {LatencyTest} from '../../domain/documents.ts'
import type {LiveShopStore} from '../../live/liveShopStore.ts'
import type {ShopOperations} from '../../operations/commands.ts'
import {arrivalOf} from './arrivalOf.ts'
import {awaitArrival} from './awaitArrival.ts'
import {deviceName} from './deviceName.ts'
import {THIS_WINDOW} from './thisWindow.ts'

/** A change that has not come by then is not waited for. */
const PATIENCE_MS = 10_000

/** Several providers of a page are one window: tests that one of them answers. */
const answered = new Set<string>()

/**
 * Answers every test of the windows that begins while this one is open. Costs nothing while there is none; whoever may
 * not write does not answer.
 */
export function answerLatencyTests(
  store: LiveShopStore,
  operations: Pick<ShopOperations, 'latencyTests'>,
): Subscription {
  return store.latencyTests$.subscribe(({isNew, test}) => {
    if (!isNew || test === undefined || answered.has(test._id)) return
    answered.add(test._id)
    void answerOne(test, store, operations)
  })
}

async function answerOne(
  test: LatencyTest,
  store: LiveShopStore,
  {latencyTests}: Pick<ShopOperations, 'latencyTests'>,
): Promise<void> {
  const committed = await committedAt(test, store)
  if (committed === undefined) return
  const isHidden = document.visibilityState === 'hidden'
  await painted(isHidden)
  const paintedAt = Date.now()
  try {
    // after the measurement, so that nothing of it stands in its way
    const {offset, uncertainty} = await store.readClock()
    await latencyTests.answer({
      key: uuid(),
      test: test._id,
      window: THIS_WINDOW,
      device: deviceName(navigator.userAgent),
      place: window.location.pathname.slice(0, 300),
      isHidden,
      ms: wholeMs(paintedAt + offset - Date.parse(committed)),
      uncertainty: wholeMs(uncertainty),
      ...latencyOf(store),
    })
  } catch {
    // the test is over, or this role may only look: then the tester misses the window and says so
  }
}

/** ISO UTC of the commit of what the test waits for, once it is in this window. */
async function committedAt(
  {change, _createdAt}: LatencyTest,
  store: LiveShopStore,
): Promise<string | undefined> {
  if (change.what === 'nothing') return _createdAt
  const {arrival} = awaitArrival(store, () => arrivalOf(store, change), PATIENCE_MS)
  return (await arrival)?._createdAt
}

/** After the next frame has been painted; a window in the background paints none. */
function painted(isHidden: boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isHidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}

function latencyOf(store: LiveShopStore) {
  const {latency} = store.getStatus()
  if (latency === undefined) return {}
  const {p50, p95, measured} = latency
  return {latency: {p50: wholeMs(p50), p95: wholeMs(p95), measured}}
}

const HOUR_MS = 3_600_000
const wholeMs = (ms: number) => Math.min(HOUR_MS, Math.max(0, Math.round(ms)))
