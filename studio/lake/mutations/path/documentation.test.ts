import {describe, expect, it} from 'vitest'
import {isArray, isObject} from '../json.ts'
import {locate} from './locate.ts'
import {parsePath} from './parse.ts'

/** The document and the expressions of https://www.sanity.io/docs/content-lake/json-match, and what they are said to find. */
const fred = {
  name: 'fred',
  friends: [
    {name: 'mork', age: 40, favoriteColor: 'red'},
    {name: 'mindy', age: 32, favoriteColor: 'blue'},
    {name: 'franklin', favoriteColor: 'yellow'},
  ],
  roles: ['admin', 'owner'],
  contactInfo: {
    streetAddress: '42 Mountain Road',
    state: {shortName: 'WY', longName: 'Wyoming'},
  },
}

function find(document: unknown, path: string): unknown[] {
  return locate(document, parsePath(path), false).map((location) =>
    location.reduce<unknown>((value, step) => {
      if (typeof step === 'number') return isArray(value) ? value[step] : undefined
      return isObject(value) ? value[step] : undefined
    }, document),
  )
}

describe('the examples of the documentation of JSONMatch', () => {
  it.each<[string, unknown[]]>([
    ['name', ['fred']],
    ["'name'", ['fred']],
    ['friends[*].name', ['mork', 'mindy', 'franklin']],
    ['friends[age > 35].name', ['mork']],
    ['friends[age > 30, favoriteColor == "blue"].name', ['mork', 'mindy']],
    ['friends[age?].age', [40, 32]],
    ['friends[0].name', ['mork']],
    ['friends[0, 1].name', ['mork', 'mindy']],
    ['contactInfo.state.shortName', ['WY']],
    ['contactInfo.state[shortName, longName]', ['WY', 'Wyoming']],
    ['roles', [['admin', 'owner']]],
    ['roles[*]', ['admin', 'owner']],
    ['roles[0]', ['admin']],
    ['roles[-1]', ['owner']],
    ['contactInfo..shortName', ['WY']],
    ['[contactInfo.state.shortName, roles]', ['WY', ['admin', 'owner']]],
    ["['name']", ['fred']],
  ])('%s', (path, found) => {
    expect(find(fred, path)).toEqual(found)
  })

  it('an attribute of an array is that of its elements', () => {
    expect(find(fred, 'friends.age[@ > 35]')).toEqual([40])
    expect(find(fred, 'friends.name')).toEqual(['mork', 'mindy', 'franklin'])
  })

  it('ranges end before their end: so it says under "Arrays", and so the libraries do', () => {
    expect(find(fred, 'friends[1:2].name')).toEqual(['mindy'])
    expect(find(fred, 'friends[0, 1:3].name')).toEqual(['mork', 'mindy', 'franklin'])
    const array = Array.from({length: 13}, (_, index) => index)
    expect(find({array}, 'array[1:9]')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(find({array}, 'array[4:]')).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(find({array}, 'array[:4]')).toEqual([0, 1, 2, 3])
    expect(find({array}, 'array[1, 4, 5:9, 12]')).toEqual([1, 4, 5, 6, 7, 8, 12])
  })

  it('constraints with a comma mean "or", one after the other "and"', () => {
    const numbers = [10, 25, 55, 70]
    expect(find({numbers}, 'numbers[@ < 50, @ > 60]')).toEqual([10, 25, 70])
    expect(find({numbers}, 'numbers[@ > 20][@ < 30]')).toEqual([25])
    expect(find(fred, 'friends[age > 30][favoriteColor == "blue"]')).toEqual([fred.friends[1]])
  })

  it('".." finds an object wherever it is, in an array or as an attribute', () => {
    const deep = {key: 'abc123', n: 1}
    const blocks = [{a: {b: deep}}, {list: [{key: 'other'}, {key: 'abc123', n: 2}]}]
    expect(find({content: {blocks}}, 'content.blocks..[key == "abc123"].n')).toEqual([1, 2])
    expect(find({content: {blocks}}, 'content.blocks..[key == "abc123"]')).toContain(deep)
  })
})

describe('where the documentation says nothing, as @sanity/mutator and @sanity/json-match', () => {
  it('an attribute that is null is there', () => {
    expect(find({list: [{n: null}, {}]}, 'list[n?]')).toEqual([{n: null}])
  })

  it('a constraint on a single object keeps or drops it', () => {
    expect(find({one: {_key: 'b', v: 9}}, 'one[_key == "b"].v')).toEqual([9])
    expect(find({one: {_key: 'b', v: 9}}, 'one[_key == "a"].v')).toEqual([])
  })
})
