import {useState} from 'react'

interface Arrivals {
  ids: ReadonlySet<string>
  search: string
  /** Present from the second list on: nothing has arrived while the first one loads. */
  arrived: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** Ids that came in while the list stood open (not those a changed search uncovered): their rows flash. */
export function useArrivals(ids: readonly string[], search: string): ReadonlySet<string> {
  const [source, setSource] = useState(ids)
  const [state, setState] = useState<Arrivals>(() => ({ids: new Set(ids), search, arrived: NONE}))
  if (source !== ids) {
    setSource(ids)
    const comparable = state.search === search && state.ids.size > 0
    setState({
      ids: new Set(ids),
      search,
      arrived: comparable ? new Set(ids.filter((id) => !state.ids.has(id))) : NONE,
    })
  }
  return state.arrived
}
