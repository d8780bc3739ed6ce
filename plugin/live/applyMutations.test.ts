import {describe, expect, it} from 'vitest'
import {applyMutation} from './applyMutations.ts'
import type {RawDocument} from './wire.ts'

const context = {transactionId: 't', at: '2026-03-10T00:00:00Z'}
const base: RawDocument = {
  _id: 'a',
  _type: 'x',
  _rev: 'r',
  n: 1,
  o: {p: {q: 2}},
  l: [{_key: 'k', v: 3}, 5],
}
const patch = (change: Record<string, unknown>) =>
  applyMutation(base, {patch: {id: 'a', ...change}}, context)

describe('applyMutation', () => {
  it.each([
    [{set: {n: 5}}, {...base, n: 5}],
    [{set: {'o.p.q': 9}}, {...base, o: {p: {q: 9}}}],
    [{set: {'new.deep': 1}}, {...base, new: {deep: 1}}],
    [{setIfMissing: {n: 9, m: 9}}, {...base, m: 9}],
    [
      {setIfMissing: {m: 1}, inc: {m: 2}},
      {...base, m: 3},
    ],
    [{inc: {'o.p.q': 2}}, {...base, o: {p: {q: 4}}}],
    [{dec: {n: 3}}, {...base, n: -2}],
    [{set: {'l[_key=="k"].v': 8}}, {...base, l: [{_key: 'k', v: 8}, 5]}],
    [{unset: ['l[-1]']}, {...base, l: [{_key: 'k', v: 3}]}],
    [{set: {_id: 'b', _type: 'y'}}, base],
  ])('%j', (change, expected) => {
    expect(patch(change)).toEqual(expected)
  })

  it('an increment of what is no number does nothing', () => {
    expect(patch({inc: {o: 1, missing: 1}})).toEqual({...base, missing: undefined})
  })

  it('never reaches a prototype', () => {
    patch({set: {'__proto__.polluted': 1, 'o.__proto__.polluted': 1}})
    expect({}).not.toHaveProperty('polluted')
  })

  it('creates, keeps, replaces and deletes', () => {
    const created = {_id: 'a', _type: 'x', n: 7}
    expect(applyMutation(undefined, {create: created}, context)).toMatchObject({n: 7, _rev: 't'})
    expect(applyMutation(base, {createIfNotExists: created}, context)).toBe(base)
    expect(applyMutation(base, {createOrReplace: created}, context)).toMatchObject({n: 7})
    expect(applyMutation(base, {delete: {id: 'a'}}, context)).toBeUndefined()
    expect(applyMutation(undefined, {patch: {id: 'a', set: {n: 1}}}, context)).toBeUndefined()
  })
})
