import {
  BehaviorSubject,
  distinctUntilChanged,
  Observable,
  of,
  ReplaySubject,
  share,
  switchMap,
  timer,
} from 'rxjs'

/**
 * One source for all subscribers; a late one gets the last value. Without subscribers the source is told at once that
 * it is not wanted (in the next task: a remount is no pause) and is let go `linger` ms later.
 */
export function shareWhileWanted<T>(
  create: (isWanted$: Observable<boolean>) => Observable<T>,
  linger: number,
): Observable<T> {
  const subscribers$ = new BehaviorSubject(0)
  const isWanted$ = subscribers$.pipe(
    switchMap((count) => (count > 0 ? of(true) : timer(0).pipe(switchMap(() => of(false))))),
    distinctUntilChanged(),
  )
  const shared = create(isWanted$).pipe(
    share({connector: () => new ReplaySubject(1), resetOnRefCountZero: () => timer(linger)}),
  )
  return new Observable<T>((subscriber) => {
    subscribers$.next(subscribers$.value + 1)
    subscriber.add(() => subscribers$.next(subscribers$.value - 1))
    return shared.subscribe(subscriber)
  })
}
