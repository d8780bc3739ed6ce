import {dequal} from 'dequal'
import {
  asyncScheduler,
  BehaviorSubject,
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  NEVER,
  of,
  scan,
  Subject,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import {toLiveError} from './errors.ts'
import type {LiveError} from './errors.ts'
import {retryDelay} from './keepListening.ts'
import type {ConnectionEvent} from './keepListening.ts'
import type {MutationEvent} from './wire.ts'

export interface QueryState<T = unknown> {
  /** The last answer, `undefined` until there is one; kept while a newer one is fetched, and when fetching fails. */
  data: T | undefined
  /** No answer yet. */
  loading: boolean
  error: LiveError | undefined
}

export interface QueryRequest<T> {
  /** One request of the query; unsubscribing aborts it. */
  fetch: () => Observable<T>
  /** The listeners whose events may concern the query. */
  connection$: Observable<ConnectionEvent>
  /** Whether an event may change the result. */
  mayChange: (event: MutationEvent) => Promise<boolean>
  /** Emits when events may have been lost. */
  recheck$?: Observable<unknown>
  /** `false` while nobody waits for an answer: the fetch under way is aborted, and none is begun. */
  isWanted$?: Observable<boolean>
  scheduler?: SchedulerLike
}

/** Between two fetches of one query, so that a stream of events does not become a stream of requests. */
const REST_MS = 150

/** A query that follows the listener: fetched on the welcome and after every event that may change its result. */
export function observeQuery<T>(request: QueryRequest<T>): Observable<QueryState<T>> {
  const {fetch, connection$, mayChange, scheduler = asyncScheduler} = request
  const {recheck$ = NEVER, isWanted$ = of(true)} = request
  return defer(() => {
    const wanted$ = new BehaviorSubject(false)
    const rested$ = new Subject<void>()
    const retry$ = new Subject<number | undefined>()
    let failures = 0
    let isStale = false

    const onFailure = (cause: unknown): Observable<Partial<QueryState<T>>> => {
      const error = toLiveError(cause)
      failures += 1
      // a query that the lake refuses stays refused until something changes
      if (error.code !== 'refused') retry$.next(retryDelay(error, failures))
      return of({loading: false, error})
    }
    const aborted$ = wanted$.pipe(
      filter((isWanted) => !isWanted),
      tap(() => {
        isStale = true
      }),
    )
    const fetchOnce = (): Observable<Partial<QueryState<T>>> => {
      isStale = false
      const answer$ = defer(fetch).pipe(
        map((answer) => {
          failures = 0
          retry$.next(undefined)
          return {data: answer, loading: false, error: undefined}
        }),
        catchError(onFailure),
        takeUntil(aborted$),
      )
      const rest$ = timer(REST_MS, scheduler).pipe(ignoreElements())
      return concat(answer$, rest$).pipe(finalize(() => rested$.next()))
    }

    const retries$ = retry$.pipe(
      switchMap((delay) => (delay === undefined ? EMPTY : timer(delay, scheduler))),
    )
    const triggers$ = merge(retries$, recheck$, triggersOf(connection$, mayChange)).pipe(
      tap(() => {
        isStale = true
      }),
    )
    return merge(
      // one fetch at a time; whatever comes meanwhile is one more fetch afterwards
      merge(rested$, wanted$, triggers$).pipe(
        filter(() => isStale && wanted$.value),
        exhaustMap(fetchOnce),
      ),
      isWanted$.pipe(
        tap((isWanted) => wanted$.next(isWanted)),
        ignoreElements(),
      ),
    ).pipe(scan(nextState<T>, initialState))
  })
}

const initialState: QueryState<never> = {data: undefined, loading: true, error: undefined}

function nextState<T>(state: QueryState<T>, change: Partial<QueryState<T>>): QueryState<T> {
  const next = {...state, ...change}
  // an equal answer keeps its identity, so that nothing renders anew
  return dequal(state.data, next.data) ? {...next, data: state.data} : next
}

/** At least one at once: the query does not wait for the listener, but is asked again once the link stands. */
function triggersOf(
  connection$: Observable<ConnectionEvent>,
  mayChange: (event: MutationEvent) => Promise<boolean>,
): Observable<unknown> {
  return defer(() => {
    let isAsked = false
    const links$ = connection$.pipe(
      filter(({type}) => type === 'welcome' || type === 'reset'),
      tap(() => {
        isAsked = true
      }),
    )
    const changes$ = connection$.pipe(
      filter((event) => event.type === 'mutation'),
      concatMap(mayChange),
      filter((may) => may),
    )
    return merge(
      changes$,
      links$,
      defer(() => (isAsked ? EMPTY : of(null))),
    )
  })
}
