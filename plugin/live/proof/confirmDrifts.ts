import {
  auditTime,
  catchError,
  concatMap,
  defer,
  EMPTY,
  expand,
  last,
  map,
  merge,
  of,
  Subject,
  timer,
} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import type {LivePort} from '../port.ts'
import {askForMissing, missingKey} from './askForMissing.ts'

export interface DriftWatch {
  port: LivePort
  scheduler: SchedulerLike
  /** Emits after every step of the view. */
  changes$: Observable<unknown>
  /** What is suspected now; `undefined` until the working set is loaded. */
  suspicions(): ReadonlyMap<string, readonly Suspicion[]> | undefined
  /** Judges some of what has moved; whether some of it is left. */
  judgeMore(): boolean
}

/** Longer than the parts of a torn transaction or a repair take to arrive. */
const SETTLE_MS = 1_500
/** Between two tasks that judge. */
const BREATH_MS = 10

/**
 * The keys of suspicions that count: they have stood for a while, and what they miss is missing in the lake too, not
 * only among the held documents.
 */
export function confirmDrifts(watch: DriftWatch): Observable<ReadonlySet<string>> {
  const again$ = new Subject<void>()
  let standing: ReadonlySet<string> = new Set()
  let answers: ReadonlyMap<string, boolean> = new Map()

  const judge = (): Observable<ReadonlySet<string>> => {
    const all = [...(watch.suspicions()?.values() ?? [])].flat()
    const keys = new Set(all.map(({key}) => key))
    const settled = all.filter(({key}) => standing.has(key))
    const hasNew = settled.length < all.length
    standing = keys
    answers = stillNeeded(answers, all)
    if (hasNew) again$.next()
    return askForMissing(watch.port, settled, answers).pipe(
      // the next change asks again; until then what is not known does not count
      catchError(() => EMPTY),
      map((found) => {
        answers = found
        return new Set(settled.filter((one) => isWrong(one, found)).map(({key}) => key))
      }),
    )
  }

  return merge(watch.changes$, again$).pipe(
    auditTime(SETTLE_MS, watch.scheduler),
    concatMap(() => judgeSlowly(watch)),
    concatMap(judge),
  )
}

/** Emits once everything that has moved is judged. */
function judgeSlowly({judgeMore, scheduler}: DriftWatch): Observable<unknown> {
  return defer(() => of(judgeMore())).pipe(
    expand((isLeft) => (isLeft ? timer(BREATH_MS, scheduler).pipe(map(judgeMore)) : EMPTY)),
    last(),
  )
}

function isWrong({missing}: Suspicion, exists: ReadonlyMap<string, boolean>): boolean {
  return missing === undefined || exists.get(missingKey(missing)) === false
}

function stillNeeded(
  answers: ReadonlyMap<string, boolean>,
  suspicions: readonly Suspicion[],
): ReadonlyMap<string, boolean> {
  const needed = new Set(suspicions.flatMap(({missing}) => (missing ? [missingKey(missing)] : [])))
  return new Map([...answers].filter(([key]) => needed.has(key)))
}
