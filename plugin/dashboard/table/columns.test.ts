import {describe, expect, it} from 'vitest'
import {arrangeRows, holdOrder, parseOrder} from './columns.ts'
import type {Column, TableRow} from './columns.ts'

const row = (id: string, state = 'paid'): TableRow => ({
  id,
  state,
  revision: '1',
  text: `bill ${id}`,
  tone: 'default',
  type: 'bill',
})
const columns: Column<TableRow>[] = [{name: 'id', title: 'Id', value: ({id}) => id}]
const ids = (rows: readonly TableRow[]) => rows.map(({id}) => id)

describe('rows of a table', () => {
  it('are searched, filtered and sorted', () => {
    const rows = [row('a'), row('c'), row('b'), row('d', 'void')]
    const order = parseOrder('-id')
    expect(ids(arrangeRows(rows, columns, {query: 'bill', state: 'paid', order}))).toEqual([
      'c',
      'b',
      'a',
    ])
    const byState = parseOrder('-state')
    expect(ids(arrangeRows(rows, columns, {query: '', state: undefined, order: byState}))[0]).toBe(
      'd',
    )
    expect(ids(arrangeRows(rows, columns, {query: 'l d', state: undefined, order}))).toEqual(['d'])
  })

  it('keep their places while held: new ones wait, those gone leave', () => {
    const held = holdOrder(['a', 'b', 'c'], [row('new'), row('c'), row('a')])
    expect(ids(held.rows)).toEqual(['a', 'c'])
    expect(held.waiting).toBeGreaterThan(0)
    expect(holdOrder(['a', 'b'], [row('a'), row('b')]).waiting).toBe(0)
  })
})
