import {useCallback} from 'react'
import {useRouter} from 'sanity/router'

/** One search parameter of the view's URL (`?sort=total`) and how to set several; `undefined` removes one. */
export function useViewParams(): {
  get: (name: string) => string | undefined
  set: (changes: Readonly<Record<string, string | undefined>>) => void
} {
  const {navigate, state} = useRouter()
  const params = state._searchParams
  const get = useCallback(
    (name: string) => params?.find(([known]) => known === name)?.[1],
    [params],
  )
  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      const kept = (params ?? []).filter(([name]) => !Object.hasOwn(changes, name))
      const added = Object.entries(changes).flatMap(([name, value]): [string, string][] =>
        value === undefined || value === '' ? [] : [[name, value]],
      )
      navigate({...state, _searchParams: [...kept, ...added]}, {replace: true})
    },
    [navigate, params, state],
  )
  return {get, set}
}
