import type {ReactNode} from 'react'
import type {BadgeTone} from '../../actions/shared/tones.ts'

/** A row of a table: one document and what stands beside it. */
export interface TableRow {
  id: string
  /** A change of it makes the row flash. */
  revision: string
  /** Lower case: what the search looks in. */
  text: string
  state: string
  tone: BadgeTone
  /** Link to the document. */
  type: string
}

export interface Column<R extends TableRow> {
  name: string
  title: string
  /** Numbers stand at the right. */
  numeric?: boolean
  /** What the column is sorted by. */
  value(row: R): string | number
  /** What stands in the cell; absent: the value. */
  render?(row: R): ReactNode
}

export interface Order {
  column: string
  descending: boolean
}

/** `total` or `-total` (descending), as it stands in the URL. */
export function parseOrder(text: string): Order {
  return text.startsWith('-')
    ? {column: text.slice(1), descending: true}
    : {column: text, descending: false}
}

export interface Wanted<R extends TableRow> {
  query: string
  state: string | undefined
  order: Order
  /** What the choice of a state lets through; absent: rows of that state. */
  isInState?: ((row: R, state: string) => boolean) | undefined
}

const hasState = (row: TableRow, state: string): boolean => row.state === state

/** Rows that the search and the state let through, in order; equal ones by id, so that they never swap. */
export function arrangeRows<R extends TableRow>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  wanted: Wanted<R>,
): readonly R[] {
  const {query, state, order, isInState = hasState} = wanted
  const column = columns.find(({name}) => name === order.column)
  const sign = order.descending ? -1 : 1
  return rows
    .filter((row) => (state === undefined || isInState(row, state)) && row.text.includes(query))
    .map((row) => ({row, value: column?.value(row) ?? row.state}))
    .toSorted((a, b) => sign * compare(a.value, b.value) || compare(a.row.id, b.row.id))
    .map(({row}) => row)
}

/** `fresh` rows in the order of `shown`: rows that are gone leave, new ones wait. */
export function holdOrder<R extends TableRow>(
  shown: readonly string[],
  fresh: readonly R[],
): {rows: readonly R[]; waiting: number} {
  const byId = new Map(fresh.map((row) => [row.id, row]))
  const rows = shown.flatMap((id) => byId.get(id) ?? [])
  const moved = rows.filter((row, index) => fresh[index]?.id !== row.id).length
  return {rows, waiting: Math.max(moved, fresh.length - rows.length)}
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
