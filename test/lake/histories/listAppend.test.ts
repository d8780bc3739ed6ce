import {describe, expect, it} from 'vitest'
import {type Append, checkListAppend} from './listAppend.ts'

const append = (
  value: string,
  keys: string[],
  asked: number,
  more: Partial<Append> = {},
): Append => ({
  value,
  keys,
  asked,
  answered: asked + 1,
  outcome: 'done',
  shown: {},
  ...more,
})
const unknown = {answered: null, outcome: 'unknown'} as const
const history = [
  append('1', ['x', 'y'], 0),
  append('2', ['x'], 10),
  append('3', ['y'], 20, unknown),
]

describe('the judge of list-append histories', () => {
  it('finds no fault in a history without one, whether the unknown was done or not', () => {
    expect(checkListAppend(history, {x: ['1', '2'], y: ['1', '3']})).toEqual([])
    expect(checkListAppend(history, {x: ['1', '2'], y: ['1']})).toEqual([])
  })

  it.each([
    ['lost', history, {x: ['1'], y: ['1']}],
    ['torn', [append('1', ['x', 'y'], 0, unknown)], {x: ['1'], y: []}],
    ['unasked', history, {x: ['1', '2', '9'], y: ['1']}],
    ['doubled', history, {x: ['1', '2', '1'], y: ['1']}],
    ['refused', [append('1', ['x'], 0, {outcome: 'refused'})], {x: ['1']}],
    ['cycle', history, {x: ['2', '1'], y: ['1']}],
    [
      'cycle',
      [append('1', ['x', 'y'], 0, {answered: 9}), append('2', ['x', 'y'], 1)],
      {x: ['1', '2'], y: ['2', '1']},
    ],
    ['dirty', [append('1', ['x'], 0, {shown: {x: ['0', '1']}})], {x: ['1']}],
    [
      'dirty',
      [append('1', ['x'], 0, {shown: {x: ['1', '2']}}), append('2', ['x'], 0)],
      {x: ['1', '2']},
    ],
  ])('finds what is %s', (anomaly, lines, final) => {
    expect(checkListAppend(lines, final)[0]).toMatch(new RegExp(`^${anomaly}: `))
  })
})
