import {array, assert, constantFrom, integer, property, record} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sized} from '../../test/rig/size.ts'
import {OrderedList} from './orderedList.ts'
import {createRanking} from './ranking.ts'

interface Item {
  id: string
  rank: number
}

const compare = (a: Item, b: Item) => a.rank - b.rank || (a.id < b.id ? -1 : Number(a.id !== b.id))

const edits = array(
  record({
    id: integer({min: 0, max: 600}),
    rank: integer({min: 0, max: 20}),
    kind: constantFrom('set', 'set', 'set', 'delete', 'read'),
  }),
  {maxLength: 1_500, size: 'max'},
)

/** More than a chunk, and for the first of them the place of each at the very ends. */
const many = Array.from({length: 2_000}, (_, index) => ({id: `many-${index}`, rank: index % 7}))

describe('OrderedList', () => {
  it('is after any changes what a sort makes of the same items, and no change touches an older list', () => {
    assert(
      property(edits, integer({min: 0, max: many.length}), (list, count) => {
        const model = new Map(many.slice(0, count).map((item) => [item.id, item]))
        let ordered = OrderedList.of(model.values(), compare)
        const older: {list: OrderedList<Item>; items: readonly Item[]}[] = []
        for (const {id, rank, kind} of list) {
          if (kind === 'read') {
            older.push({list: ordered, items: [...model.values()].toSorted(compare)})
            continue
          }
          const key = `many-${id}`
          const known = model.get(key)
          if (known !== undefined) ordered = ordered.without(known)
          model.delete(key)
          if (kind === 'delete') continue
          const item = {id: key, rank}
          model.set(key, item)
          ordered = ordered.with(item)
        }
        older.push({list: ordered, items: [...model.values()].toSorted(compare)})
        for (const {list: one, items} of older.slice(-20)) {
          expect(one.toArray()).toEqual(items)
          expect(one.length).toBe(items.length)
        }
      }),
      {numRuns: sized(30, 1_000)},
    )
  })

  it('is the same list without an item that is not in it', () => {
    const list = OrderedList.of(many, compare)
    expect(list.without({id: 'unknown', rank: 3})).toBe(list)
    expect(OrderedList.of<Item>([], compare).without({id: 'unknown', rank: 3}).length).toBe(0)
  })
})

describe('a ranking', () => {
  it('compares a moved item of a hundred thousand with a few dozen others', () => {
    let comparisons = 0
    const counting = (a: Item, b: Item) => {
      comparisons += 1
      return compare(a, b)
    }
    const ranking = createRanking(counting)
    for (let index = 0; index < 100_000; index++) {
      ranking.set(String(index), {id: String(index), rank: index % 1_000})
    }
    ranking.list()
    for (let index = 0; index < 100; index++) {
      comparisons = 0
      ranking.set(String(index * 997), {id: String(index * 997), rank: index})
      expect(ranking.list().length).toBe(100_000)
      expect(comparisons).toBeLessThan(50)
    }
  })

  it('lists after any changes what a sort makes of the same items, the same list until something changes', () => {
    assert(
      property(edits, (list) => {
        const model = new Map<string, Item>()
        const ranking = createRanking(compare)
        for (const {id, rank, kind} of list) {
          if (kind === 'read') {
            const read = ranking.list()
            expect(read.toArray()).toEqual([...model.values()].toSorted(compare))
            expect(ranking.list()).toBe(read)
          } else if (kind === 'delete') {
            model.delete(String(id))
            ranking.set(String(id), undefined)
          } else {
            const item = {id: String(id), rank}
            model.set(item.id, item)
            ranking.set(item.id, item)
          }
        }
        expect(ranking.list().toArray()).toEqual([...model.values()].toSorted(compare))
        ranking.clear()
        expect(ranking.list().toArray()).toEqual([])
      }),
      {numRuns: sized(30, 1_000)},
    )
  })
})
