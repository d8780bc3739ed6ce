import {assert, constantFrom, array, integer, property, record, string, oneof} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {differingKeys, PersistentMap} from './persistentMap.ts'

const key = oneof(string(), constantFrom('a', 'b', '__proto__', 'constructor', ''))
const edits = array(record({key, value: integer(), kind: constantFrom('set', 'delete')}), {
  maxLength: 200,
})

describe('PersistentMap', () => {
  it('holds what a Map holds after any edits, and no edit changes an older map', () => {
    assert(
      property(edits, (list) => {
        const model = new Map<string, number>()
        let map = PersistentMap.empty<number>()
        for (const edit of list) {
          const before = map
          const content = JSON.stringify([...before].toSorted())
          if (edit.kind === 'set') model.set(edit.key, edit.value)
          else model.delete(edit.key)
          map = edit.kind === 'set' ? map.set(edit.key, edit.value) : map.delete(edit.key)
          expect(JSON.stringify([...before].toSorted())).toBe(content)
        }
        expect(new Map(map)).toEqual(model)
        expect(map.size).toBe(model.size)
        for (const [id, value] of model) expect(map.get(id)).toBe(value)
      }),
      {numRuns: 60},
    )
  })

  it('tells the keys by which two of them differ, as comparing all of them would', () => {
    const build = (
      list: readonly {key: string; value: number; kind: string}[],
      from: PersistentMap<number>,
    ) =>
      list.reduce(
        (map, edit) => (edit.kind === 'set' ? map.set(edit.key, edit.value) : map.delete(edit.key)),
        from,
      )
    assert(
      property(edits, edits, (first, second) => {
        const before = build(first, PersistentMap.empty<number>())
        const after = build(second, before)
        const wanted = differingKeys(new Map(before), new Map(after))
        expect(differingKeys(before, after)).toEqual(wanted)
        expect(differingKeys(after, before)).toEqual(wanted)
      }),
      {numRuns: 60},
    )
  })

  it('keys with the very same hash stay apart', () => {
    const [first, second] = findCollision()
    const both = PersistentMap.empty<number>().set(first, 1).set(second, 2)
    expect([both.get(first), both.get(second), both.size]).toEqual([1, 2, 2])
    expect([...both.delete(first)]).toEqual([[second, 2]])
    expect([...both.set(first, 3)].toSorted((a, b) => a[1] - b[1])).toEqual([
      [second, 2],
      [first, 3],
    ])
  })

  it('a set that changes nothing returns the same map', () => {
    const map = PersistentMap.empty<number>().set('a', 1)
    expect(map.set('a', 1)).toBe(map)
    expect(map.delete('b')).toBe(map)
  })
})

/** FNV-1a repeats after some 80,000 texts (birthday paradox). */
function findCollision(): [string, string] {
  const seen = new Map<number, string>()
  for (let index = 0; ; index++) {
    const text = `k${index}`
    let hash = 0x811c9dc5
    for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
    const known = seen.get(hash)
    if (known !== undefined) return [known, text]
    seen.set(hash, text)
  }
}
