import {concat, defer, ignoreElements, of, scheduled, tap} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {KeptShop} from './cache/keptShop.ts'
import type {LiveError} from './errors.ts'
import type {StepsRead} from './liveView.ts'
import type {Step} from './replica.ts'
import type {StoreParts} from './storeParts.ts'
import type {SyncSignal} from './sync/syncSignal.ts'

/** Moves view, status and cache by what the synchronisation says. */
export function receiveSignal(parts: StoreParts, signal: SyncSignal): void {
  const {days, view, keeper, ready} = parts
  switch (signal.type) {
    case 'event':
      // who is told of the change reads the counters too
      parts.status.receive(signal)
      if (signal.steps.length > 0) applySteps(parts, signal.steps)
      return
    case 'steps':
      applySteps(parts, signal.steps, signal.origin === 'waiting' ? undefined : signal)
      break
    case 'synced':
      days.load(signal.bounds)
      ready.open()
      parts.hasDocuments$.next()
      view.touch()
      break
    case 'unlinked':
    case 'failed':
      if (signal.error?.code === 'unauthorized') refuseAccess(parts, signal.error)
      break
    default:
  }
  tellStatus(parts, signal)
  if (signal.type === 'synced' || signal.type === 'verified' || signal.type === 'linked') {
    keeper?.agree()
  }
}

/** So many documents are put in place in one task. */
const SEEDED_A_TASK = 1_000

/** Shows what an earlier visit left, as of then: in one step, put together over several tasks. */
export function seedStore(
  parts: StoreParts,
  {documents, bounds, asOf}: KeptShop,
  scheduler: SchedulerLike,
): Observable<undefined> {
  const {days, replica, view, hasDocuments$} = parts
  const slices = inSlices(documents, SEEDED_A_TASK)
  const begin = () => {
    days.load(bounds)
    view.hold()
    return slices.length > 1 ? scheduled(slices, scheduler) : of(...slices)
  }
  const end = () => {
    hasDocuments$.next()
    view.release()
    tellStatus(parts, {type: 'seeded', asOf})
    return of(undefined)
  }
  return concat(
    defer(begin).pipe(
      tap((slice) => applySteps(parts, replica.seed(slice))),
      ignoreElements(),
    ),
    defer(end),
  )
}

function inSlices<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({length: count}, (_, index) => items.slice(index * size, (index + 1) * size))
}

/** Another day begins, or is looked at. */
export function moveDays(parts: StoreParts, today: string, asOf: string | undefined): void {
  const {days, replica, view, refetch$} = parts
  const needsMore = days.move(today, asOf)
  applySteps(parts, replica.releaseUnheld())
  view.touch()
  if (needsMore) refetch$.next()
}

function applySteps(
  {view, status, keeper, timeZone$, clock, unsure$}: StoreParts,
  steps: readonly Step[],
  read?: StepsRead,
): void {
  const unsure = view.applySteps(steps, read)
  if (unsure.length > 0) unsure$.next(unsure)
  keeper?.note(steps)
  for (const {timestamp} of steps) {
    if (timestamp !== undefined) status.sample(timestamp, clock.now())
  }
  const {timeZone} = view.settings()
  if (timeZone !== timeZone$.value) timeZone$.next(timeZone)
}

/** What was kept is deleted, and what an earlier visit left is not shown to someone who may not read it now. */
function refuseAccess(parts: StoreParts, error: LiveError): void {
  const {days, replica, view, keeper, ready} = parts
  keeper?.forget()
  parts.hasDocuments$.next()
  if (!ready.isOpen() && replica.size() > 0) {
    days.load(undefined)
    applySteps(parts, replica.clear())
    view.touch()
    tellStatus(parts, {type: 'unseeded'})
  }
  ready.refuse(error)
}

function tellStatus({status, status$}: StoreParts, signal: SyncSignal): void {
  if (status.receive(signal)) status$.next(status.current())
}
