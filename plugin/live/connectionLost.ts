import {asyncScheduler, distinctUntilChanged, map, of, scan, switchMap, timer} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {LiveStatus, LiveStatusName} from './types.ts'

/** The shop is out of touch with the lake: what is shown may be old. */
export interface ConnectionLoss {
  /** ISO UTC. */
  since: string
  reason: string | undefined
}

/** A link that comes back within this time is not worth an alert; it closes at once when the link is back. */
export const LOSS_COUNTS_MS = 5_000

const LOST: readonly LiveStatusName[] = ['reconnecting', 'offline', 'stale']

/** The loss once it counts, `undefined` while there is none. */
export function observeConnectionLoss(
  status$: Observable<LiveStatus>,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<ConnectionLoss | undefined> {
  return status$.pipe(
    map(({name, since, reason}) => (LOST.includes(name) ? {since, reason} : undefined)),
    scan(continueLoss, undefined),
    distinctUntilChanged((a, b) => a?.since === b?.since && a?.reason === b?.reason),
    switchMap((loss) => {
      if (loss === undefined) return of(undefined)
      const rest = Date.parse(loss.since) + LOSS_COUNTS_MS - scheduler.now()
      return timer(Math.max(0, rest), scheduler).pipe(map(() => loss))
    }),
  )
}

/** From reconnecting to offline it is still the same loss. */
function continueLoss(
  before: ConnectionLoss | undefined,
  next: ConnectionLoss | undefined,
): ConnectionLoss | undefined {
  return next === undefined ? undefined : {...next, since: before?.since ?? next.since}
}
