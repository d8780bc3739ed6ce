import {describe, expect, it} from 'vitest'
import {createArrange, holdOrder, parseOrder} from './columns.ts'
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
    expect(ids(createArrange()(rows, columns, {query: 'bill', state: 'paid', order}))).toEqual([
      'c',
      'b',
      'a',
    ])
    const byState = parseOrder('-state')
    expect(
      ids(createArrange()(rows, columns, {query: '', state: undefined, order: byState}))[0],
    ).toBe('d')
    expect(ids(createArrange()(rows, columns, {query: 'l d', state: undefined, order}))).toEqual([
      'd',
    ])
  })

  it('are in the same order after a few have changed as if all were sorted anew', () => {
    const states = ['paid', 'void', 'open']
    let rows = Array.from({length: 60}, (_, index) => row(`r${index}`, states[index % 3]))
    const wanted = {query: '', state: undefined, order: parseOrder('-state')}
    const arrange = createArrange()
    arrange(rows, columns, wanted)
    for (let step = 0; step < 40; step++) {
      rows = rows.map((one, index) =>
        (index + step) % 17 === 0 ? row(one.id, states[(step * 7 + index) % 3]) : one,
      )
      expect(arrange(rows, columns, wanted)).toEqual(createArrange()(rows, columns, wanted))
    }
    const fewer = rows.slice(1)
    expect(ids(arrange(fewer, columns, wanted))).not.toContain('r0')
    const onlyPaid = {...wanted, state: 'paid'}
    expect(arrange(fewer, columns, onlyPaid)).toEqual(createArrange()(fewer, columns, onlyPaid))
  })

  it('keep their places while held: new ones wait, those gone leave', () => {
    const held = holdOrder(['a', 'b', 'c'], [row('new'), row('c'), row('a')])
    expect(ids(held.rows)).toEqual(['a', 'c'])
    expect(held.waiting).toBeGreaterThan(0)
    expect(holdOrder(['a', 'b'], [row('a'), row('b')]).waiting).toBe(0)
  })
})
