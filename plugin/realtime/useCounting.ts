import type {SanityClient} from '@sanity/client'
import {useCallback, useEffect, useState} from 'react'
import {catchError, map, of, startWith, Subject, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../live/errors.ts'
import type {LiveError} from '../live/errors.ts'
import {useRealtime} from './contexts.ts'

export interface Counting<T> {
  /** The last emission; a finished one stays until the next is finished. */
  value: T | undefined
  error: LiveError | undefined
  again: () => void
}

interface State<T> {
  key: string
  value?: T
  error?: LiveError
}

/**
 * Reads a history that is too long to be held, from its beginning. `count` keeps its identity while it counts the same
 * (`key`); what another key had counted is forgotten.
 */
export function useCounting<T extends {isDone: boolean}>(
  count: (client: SanityClient) => Observable<T>,
  key: string,
): Counting<T> {
  const {client} = useRealtime().connection
  const [again$] = useState(() => new Subject<void>())
  const [state, setState] = useState<State<T>>({key})
  useEffect(() => {
    const counts$ = again$.pipe(
      startWith(undefined),
      switchMap(() =>
        count(client).pipe(
          map((value): Omit<State<T>, 'key'> => ({value})),
          catchError((cause: unknown) => of({error: toLiveError(cause)})),
        ),
      ),
    )
    const subscription = counts$.subscribe((change) =>
      setState((before) => nextState(before, key, change)),
    )
    return () => subscription.unsubscribe()
  }, [client, count, key, again$])
  const again = useCallback(() => again$.next(), [again$])
  const current: State<T> = state.key === key ? state : {key}
  return {value: current.value, error: current.error, again}
}

function nextState<T extends {isDone: boolean}>(
  before: State<T>,
  key: string,
  change: Omit<State<T>, 'key'>,
): State<T> {
  if (before.key !== key) return {key, ...change}
  if (change.error !== undefined) return {...before, error: change.error}
  const isRecount = before.value?.isDone === true && change.value?.isDone !== true
  return isRecount ? before : {key, ...change}
}
