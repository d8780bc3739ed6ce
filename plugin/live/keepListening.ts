import {
  asyncScheduler,
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  ignoreElements,
  map,
  merge,
  NEVER,
  of,
  race,
  Subject,
  switchMap,
  take,
  tap,
  throwError,
  timer,
} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import {endedStreamError, silentLakeError, toLiveError} from './errors.ts'
import type {LiveError} from './errors.ts'
import type {WireEvent} from './wire.ts'

/** The stream failed and is opened anew after a pause. */
export interface FailedEvent {
  type: 'failed'
  error: LiveError
}

export type ConnectionEvent = WireEvent | FailedEvent

export interface KeepListeningOptions {
  scheduler?: SchedulerLike
  /** Emits when a retry is worth trying now: focus, online. */
  wake$?: Observable<unknown>
  /** How long the link may be without a welcome, ms. */
  welcomeWithin?: number
}

const UNAUTHORIZED_RETRY_MS = 30_000

/** A listen stream that never ends and never errors: it is opened anew with back-off, or at once when woken. */
export function keepListening(
  open: () => Observable<WireEvent>,
  {scheduler = asyncScheduler, wake$ = NEVER, welcomeWithin = 30_000}: KeepListeningOptions = {},
): Observable<ConnectionEvent> {
  return defer(() => {
    let failures = 0
    const attempt$ = concat(
      defer(open),
      throwError(() => endedStreamError()),
    ).pipe(
      expectWelcome(welcomeWithin, scheduler),
      tap((event) => {
        if (isLinked(event)) failures = 0
      }),
    )
    return attempt$.pipe(
      catchError((cause: unknown, again): Observable<ConnectionEvent> => {
        const error = toLiveError(cause)
        failures += 1
        const pause$ = race(timer(retryDelay(error, failures), scheduler), wake$).pipe(take(1))
        return concat(of({type: 'failed' as const, error}), pause$.pipe(ignoreElements()), again)
      }),
    )
  })
}

/** 1, 2, 4 … 30 s. */
export function retryDelay(error: LiveError, failures: number): number {
  if (error.code === 'unauthorized') return UNAUTHORIZED_RETRY_MS
  return Math.min(1000 * 2 ** (failures - 1), 30_000)
}

function isLinked(event: WireEvent): boolean {
  return event.type !== 'reconnect'
}

/** A 200 with an error in its body makes the client reconnect for ever: only a welcome counts as a connection. */
function expectWelcome(within: number, scheduler: SchedulerLike) {
  const silence = (turns$: Observable<WireEvent>) =>
    concat(of(false), turns$.pipe(map(isLinked))).pipe(
      distinctUntilChanged(),
      switchMap((linked) => (linked ? NEVER : timer(within, scheduler))),
      switchMap(() => throwError(() => silentLakeError(within))),
    )
  return (source: Observable<WireEvent>): Observable<WireEvent> =>
    defer(() => {
      // only these: a mutation says nothing of the link, and there are many
      const turns$ = new Subject<WireEvent>()
      const told$ = source.pipe(
        tap((event) => {
          if (isTurn(event)) turns$.next(event)
        }),
      )
      return merge(silence(turns$), told$)
    })
}

const isTurn = (event: WireEvent) => event.type !== 'mutation'
