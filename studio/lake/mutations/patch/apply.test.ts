import {describe, expect, it} from 'vitest'
import {PathSyntaxError} from '../path/syntaxError.ts'
import {applyPatch} from './apply.ts'
import {PatchError} from './patchError.ts'

const document = {
  _id: 'a',
  name: 'Lamp',
  price: 100,
  tags: ['x', 'y', 'z'],
  size: {width: 2, depth: {unit: 'cm'}},
  lines: [
    {_key: 'k1', product: 'p1', quantity: 2},
    {_key: 'k2', product: 'p2', quantity: 5},
    {_key: 'k3', product: 'p1', quantity: 9, note: {text: 'n'}},
  ],
}

function patched(patch: Record<string, unknown>): Record<string, unknown> {
  const before = structuredClone(document)
  const after = applyPatch(before, patch)
  expect(before).toEqual(document)
  return after
}

describe('set and setIfMissing', () => {
  it('write attributes, nested attributes and make missing parents', () => {
    expect(patched({set: {name: 'Bulb', 'size.width': 3, 'box.label.text': 'new'}})).toEqual({
      ...document,
      name: 'Bulb',
      size: {width: 3, depth: {unit: 'cm'}},
      box: {label: {text: 'new'}},
    })
  })

  it('write into the array element with a key, at an index, at every match of a filter', () => {
    const after = patched({
      set: {
        'lines[_key=="k2"].quantity': 6,
        'tags[-1]': 'last',
        'lines[product == "p1"].seen': true,
      },
    })
    expect(after.tags).toEqual(['x', 'y', 'last'])
    expect(after.lines).toEqual([
      {_key: 'k1', product: 'p1', quantity: 2, seen: true},
      {_key: 'k2', product: 'p2', quantity: 6},
      {_key: 'k3', product: 'p1', quantity: 9, note: {text: 'n'}, seen: true},
    ])
  })

  it('follow unions, ranges, existence, nested filters and recursion', () => {
    const after = patched({
      set: {
        'tags[0,2]': 'ends',
        'lines[quantity > 4].big': true,
        'lines[note.text == "n"].noted': 1,
        'lines[note?].has': 1,
      },
    })
    expect(after.tags).toEqual(['ends', 'y', 'ends'])
    expect(after.lines).toEqual([
      document.lines[0],
      {...document.lines[1], big: true},
      {...document.lines[2], big: true, noted: 1, has: 1},
    ])
    expect(patched({set: {'lines[1:]..quantity': 0}}).lines).toEqual([
      document.lines[0],
      {...document.lines[1], quantity: 0},
      {...document.lines[2], quantity: 0},
    ])
  })

  it('setIfMissing keeps what is there, also null, and fills what is not', () => {
    expect(applyPatch({a: 0, n: null}, {setIfMissing: {a: 1, n: 1, 'o.p': {q: 1}}})).toEqual({
      a: 0,
      n: null,
      o: {p: {q: 1}},
    })
  })

  it('a key named __proto__ stays a plain attribute and touches no prototype', () => {
    const patch: unknown = JSON.parse(
      '{"set": {"__proto__": {"polluted": 1}, "constructor.prototype.polluted": 1, "x.__proto__.y": 1}}',
    )
    const after = patched(Object(patch))
    expect(Object.hasOwn(after, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    expect('y' in {}).toBe(false)
    expect(JSON.parse(JSON.stringify(after))).toEqual(after)
  })
})

describe('unset', () => {
  it('removes attributes and closes arrays up, whatever the order of the matches', () => {
    expect(
      patched({
        unset: [
          'name',
          'size.depth.unit',
          'lines[product=="p1"]',
          'tags[0,1]',
          'missing.path',
          'tags[9]',
        ],
      }),
    ).toEqual({
      _id: 'a',
      price: 100,
      tags: ['z'],
      size: {width: 2, depth: {}},
      lines: [document.lines[1]],
    })
  })

  it('empties an array with [] and with a range', () => {
    expect(patched({unset: ['lines[]']}).lines).toEqual([])
    expect(patched({unset: ['tags[1:]']}).tags).toEqual(['x'])
    expect(patched({unset: ['tags[-2:-1]']}).tags).toEqual(['x', 'z'])
  })
})

describe('inc and dec', () => {
  it('add to every number at the path', () => {
    expect(
      patched({
        inc: {price: 5, 'lines[].quantity': 1},
        dec: {'size.width': 0.5},
      }),
    ).toEqual({
      ...document,
      price: 105,
      size: {...document.size, width: 1.5},
      lines: document.lines.map((line) => ({...line, quantity: line.quantity + 1})),
    })
  })

  it('fail where there is nothing or no number, unless setIfMissing gives one first', () => {
    for (const path of ['missing', 'name', 'size', 'tags[9]', 'lines[_key=="none"].quantity'])
      expect(() => patched({inc: {[path]: 1}})).toThrow(PatchError)
    expect(() => patched({dec: {'lines[].note.text': 1}})).toThrow(PatchError)
    expect(
      patched({setIfMissing: {'stats.visitorCount': 0}, inc: {'stats.visitorCount': 1}}),
    ).toEqual({...document, stats: {visitorCount: 1}})
  })

  it('refuse a delta that is no number', () => {
    expect(() => patched({inc: {price: '5'}})).toThrow(PatchError)
    expect(() => patched({dec: {price: Number.NaN}})).toThrow(PatchError)
  })
})

describe('what would cost or break too much', () => {
  it('a sum beyond the numbers is refused: JSON would store null', () => {
    expect(() => applyPatch({n: 1.7e308}, {inc: {n: 1.7e308}})).toThrow(PatchError)
  })

  it('a path that branches without end is refused, soon', () => {
    let nested: unknown = 1
    for (let depth = 0; depth < 18; depth += 1) nested = [nested]
    const started = performance.now()
    expect(() => applyPatch({a: nested}, {set: {[`a${'[0,0,0,0]'.repeat(18)}`]: 2}})).toThrow(
      PathSyntaxError,
    )
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('insert', () => {
  it.each([
    ['before', 'tags[0]', ['n', 'x', 'y', 'z']],
    ['before', 'tags[-1]', ['x', 'y', 'n', 'z']],
    ['after', 'tags[-1]', ['x', 'y', 'z', 'n']],
    ['after', 'tags[0]', ['x', 'n', 'y', 'z']],
    ['after', 'tags[99]', ['x', 'y', 'z', 'n']],
    ['replace', 'tags[1]', ['x', 'n', 'z']],
    ['replace', 'tags[0:2]', ['n', 'z']],
    ['replace', 'tags[1:]', ['x', 'n']],
  ])('%s %s', (position, path, expected) => {
    expect(patched({insert: {[position]: path, items: ['n']}}).tags).toEqual(expected)
  })

  it('goes next to the element with a key and into an empty array, not beside a missing key', () => {
    const item = {_key: 'new'}
    expect(patched({insert: {before: 'lines[_key=="k2"]', items: [item]}}).lines).toEqual([
      document.lines[0],
      item,
      document.lines[1],
      document.lines[2],
    ])
    expect(applyPatch({a: []}, {insert: {after: 'a[-1]', items: [1, 2]}})).toEqual({a: [1, 2]})
    expect(applyPatch({a: []}, {insert: {before: 'a[0]', items: [1]}})).toEqual({a: [1]})
    expect(patched({insert: {after: 'lines[_key=="none"]', items: [item]}})).toEqual(document)
    expect(applyPatch({}, {insert: {after: 'a[-1]', items: [1]}})).toEqual({})
  })

  it('setIfMissing and insert in one patch make the array first', () => {
    expect(applyPatch({}, {setIfMissing: {a: []}, insert: {after: 'a[-1]', items: [1]}})).toEqual({
      a: [1],
    })
  })
})

describe('diffMatchPatch', () => {
  it('patches text with its UTF-8 offsets and leaves what is no text', () => {
    expect(
      applyPatch(
        {t: 'Good morning, 🌏 world'},
        {
          diffMatchPatch: {t: '@@ -12,11 +12,12 @@\n g, \n-%F0%9F%8C%8F\n+%F0%9F%8C%99\n  wor\n'},
          set: {},
        },
      ).t,
    ).toContain('🌙')
    expect(applyPatch({t: 5}, {diffMatchPatch: {t: '@@ -1 +1 @@\n-a\n+b\n'}})).toEqual({t: 5})
    expect(() => applyPatch({t: 'a'}, {diffMatchPatch: {t: 'no patch'}})).toThrow(PatchError)
  })
})

describe('a malformed patch is refused', () => {
  it.each([
    {merge: {a: 1}},
    {set: ['a']},
    {unset: 'a'},
    {unset: [1]},
    {insert: {items: [1]}},
    {insert: {after: 'tags[-1]', items: 1}},
  ])('%j', (patch) => {
    expect(() => patched(patch)).toThrow(PatchError)
  })

  it.each([
    '',
    'a.',
    'a[',
    'a[1',
    'a[1.5]',
    'a b',
    'a[_key==]',
    'a..',
    '[',
    'a]',
    `${'a['.repeat(30)}0${']'.repeat(30)}`,
    'x'.repeat(5_000),
  ])('path %j', (path) => {
    expect(() => patched({set: {[path]: 1}})).toThrow(PathSyntaxError)
  })

  it('an insert path must end with an element', () => {
    expect(() => patched({insert: {after: 'tags', items: []}})).toThrow(PathSyntaxError)
  })
})
