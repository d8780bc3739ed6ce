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

/** Arranges the rows of one table, time after time. */
export type Arrange<R extends TableRow> = (
  rows: readonly R[],
  columns: readonly Column<R>[],
  wanted: Wanted<R>,
) => readonly R[]

interface Placed<R> {
  row: R
  value: string | number
}

/** More rows than this have changed: sorting all of them anew is not slower. */
const FEW = 200

/**
 * Rows that the search and the state let through, in order; equal ones by id, so that they never swap. Asked the same
 * again with a few other rows, it moves only those: a sale changes one of ten thousand.
 */
export function createArrange<R extends TableRow>(): Arrange<R> {
  let last:
    | {rows: readonly R[]; placed: readonly Placed<R>[]; asked: readonly unknown[]}
    | undefined
  return (rows, columns, {query, state, order, isInState = hasState}) => {
    const asked = [columns, query, state, order, isInState]
    const column = columns.find(({name}) => name === order.column)
    const sign = order.descending ? -1 : 1
    const isWanted = (row: R) =>
      (state === undefined || isInState(row, state)) && row.text.includes(query)
    const place = (row: R): Placed<R> => ({row, value: column?.value(row) ?? row.state})
    const compare = (a: Placed<R>, b: Placed<R>) =>
      sign * compareValues(a.value, b.value) || compareValues(a.row.id, b.row.id)
    const changed =
      last !== undefined && asked.every((part, index) => part === last?.asked[index])
        ? changedRows(last.rows, rows)
        : undefined
    const placed =
      last === undefined || changed === undefined
        ? rows.filter(isWanted).map(place).toSorted(compare)
        : replaceFew(last.placed, changed.filter(isWanted).map(place), {
            gone: new Set(changed.map(({id}) => id)),
            compare,
          })
    last = {rows, placed, asked}
    return placed.map(({row}) => row)
  }
}

/** Those that stand in the place of others; `undefined` when rows have come or gone, or too many have changed. */
function changedRows<R extends TableRow>(
  before: readonly R[],
  after: readonly R[],
): readonly R[] | undefined {
  if (before.length !== after.length) return undefined
  const changed = after.filter((row, index) => row !== before[index])
  const isFew =
    changed.length <= FEW &&
    after.every((row, index) => row === before[index] || row.id === before[index]?.id)
  return isFew ? changed : undefined
}

/** What is sorted stays so: rows of `gone` leave, `come` go where they belong. */
function replaceFew<R extends TableRow>(
  placed: readonly Placed<R>[],
  come: readonly Placed<R>[],
  {gone, compare}: {gone: ReadonlySet<string>; compare: (a: Placed<R>, b: Placed<R>) => number},
): readonly Placed<R>[] {
  const result = placed.filter(({row}) => !gone.has(row.id))
  for (const one of come) result.splice(placeOf(result, one, compare), 0, one)
  return result
}

/** By halves: the first place whose row comes after it. */
export function placeOf<T>(sorted: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, item) < 0) from = middle + 1
    else to = middle
  }
  return from
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

function compareValues(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
