import {useCallback, useMemo, useState} from 'react'
import type {TableRow} from './columns.ts'

const NONE: ReadonlySet<string> = new Set()

export interface Selection {
  ids: ReadonlySet<string>
  /** Chooses or drops one; it becomes the end from which `extendTo` counts. */
  toggle: (id: string) => void
  /** Chooses everything between the last toggled row and this one. */
  extendTo: (id: string) => void
  selectAll: () => void
  clear: () => void
}

/** Which of the shown rows are chosen: what a search or a filter hides is chosen no more. */
export function useSelection<R extends TableRow>(rows: readonly R[]): Selection {
  const [state, setState] = useState<{chosen: ReadonlySet<string>; anchor: string | undefined}>({
    chosen: NONE,
    anchor: undefined,
  })
  const ids = useMemo(
    () =>
      state.chosen.size === 0
        ? NONE
        : new Set(rows.map(({id}) => id).filter((id) => state.chosen.has(id))),
    [rows, state.chosen],
  )
  const toggle = useCallback((id: string) => {
    setState(({chosen}) => {
      const next = new Set(chosen)
      if (!next.delete(id)) next.add(id)
      return {chosen: next, anchor: id}
    })
  }, [])
  const extendTo = useCallback(
    (id: string) =>
      setState(({chosen, anchor}) => ({
        chosen: new Set([...chosen, ...between(rows, anchor ?? id, id)]),
        anchor: anchor ?? id,
      })),
    [rows],
  )
  const selectAll = useCallback(
    () => setState({chosen: new Set(rows.map(({id}) => id)), anchor: undefined}),
    [rows],
  )
  const clear = useCallback(() => setState({chosen: NONE, anchor: undefined}), [])
  return {ids, toggle, extendTo, selectAll, clear}
}

function between(rows: readonly TableRow[], from: string, to: string): readonly string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id))
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return first < 0 ? [to] : rows.slice(first, last + 1).map(({id}) => id)
}
