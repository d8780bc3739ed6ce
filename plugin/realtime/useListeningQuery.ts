import {useEffect, useMemo, useState} from 'react'
import type {LiveError} from '../live/errors.ts'
import {observeListeningQuery, queryKey} from '../live/listeningQuery.ts'
import type {ListeningQuery, ListeningQueryOptions} from '../live/listeningQuery.ts'
import type {QueryState} from '../live/observeQuery.ts'
import {useRealtime} from './contexts.ts'

export interface UseListeningQueryConfig<V> {
  params?: Readonly<Record<string, unknown>>
  options?: ListeningQueryOptions
  /** Shown until the first answer. */
  initialValue?: V | null
  /** `false`: nothing is asked and nothing is loading; absent: asked. */
  enabled?: boolean
  /** Checks the lake's answer; without it `V` is taken on trust. */
  parse?: (answer: unknown) => V
}

export interface ListeningQueryResult<V> {
  data: V | null
  /** No answer yet. */
  loading: boolean
  error: LiveError | null
}

interface Answer {
  key: string
  state: QueryState
}

/**
 * A GROQ query that stays up to date. It has no connection of its own: the shared listener tells when its result may
 * have changed. While it fetches anew, and when fetching fails, the previous data stays; it recovers by itself. Events that
 * were lost are made good for when the store finds a gap, when someone comes back to the page, and within five minutes.
 * With other parameters or after the unmount the request under way is aborted.
 * `V` is the caller's word for what the query returns.
 *
 * @example const {data} = useListeningQuery<number>('count(*[_type == "bill"])', {initialValue: 0})
 */
export function useListeningQuery<V = unknown>(
  query: string | {fetch: string; listen?: string},
  config: UseListeningQueryConfig<V> = {},
): ListeningQueryResult<V> {
  const {client} = useRealtime().connection
  const {params, options, initialValue = null, enabled = true, parse} = config
  const text = typeof query === 'string' ? query : query.fetch
  const wanted: ListeningQuery = {
    query: text,
    ...(params === undefined ? {} : {params}),
    ...(options === undefined ? {} : {options}),
  }
  const key = queryKey(wanted)
  const request = useSteady(wanted, key)
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    if (!enabled) return undefined
    const subscription = observeListeningQuery(client, request).subscribe((state) =>
      setAnswer({key: queryKey(request), state}),
    )
    return () => subscription.unsubscribe()
  }, [client, request, enabled])
  return {
    data: useParsed(answer?.state.data, parse) ?? initialValue,
    loading: enabled && (answer === undefined || answer.key !== key || answer.state.loading),
    error: answer?.state.error ?? null,
  }
}

/** The first of the values with this key: params and options may be new objects in every render. */
function useSteady<T>(value: T, key: string): T {
  const [held, setHeld] = useState({key, value})
  if (held.key === key) return held.value
  setHeld({key, value})
  return value
}

function useParsed<V>(data: unknown, parse: ((answer: unknown) => V) | undefined): V | undefined {
  return useMemo(() => {
    if (data === undefined || data === null) return undefined
    if (parse !== undefined) return parse(data)
    return isTrusted<V>(data) ? data : undefined
  }, [data, parse])
}

/** The type of an answer is the caller's word, as with `client.fetch<V>`. */
function isTrusted<V>(value: unknown): value is V {
  return value !== undefined
}
