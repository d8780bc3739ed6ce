import {describe, expect, it} from 'vitest'
import {commit, openTestStore, read, refusal} from './testStore.ts'

const to = (id: string, more: object = {}) => ({_type: 'reference', _ref: id, ...more})

describe('reference integrity', () => {
  it('a strong reference to a missing document is refused on create and patch, a weak one is free', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't', weak: to('none', {_weak: true})}}])
    const expected = {
      status: 409,
      item: {
        error: {
          type: 'documentReferencesNonExistentDocumentError',
          description: 'Document "a" references non-existent document "none"',
        },
      },
    }
    expect(
      await refusal(commit(store, [{patch: {id: 'a', set: {list: [{x: to('none')}]}}}])),
    ).toMatchObject(expected)
    expect(
      await refusal(commit(store, [{create: {_id: 'b', _type: 't', r: to('none')}}])),
    ).toMatchObject({status: 409})
  })

  it('documents that point at each other come and go in one transaction, whatever the order', async () => {
    const store = openTestStore()
    await commit(store, [
      {create: {_id: 'a', _type: 't', r: to('b')}},
      {create: {_id: 'b', _type: 't', r: to('a'), self: to('b')}},
    ])
    expect(await refusal(commit(store, [{delete: {id: 'a'}}]))).toMatchObject({
      status: 409,
      item: {
        index: 0,
        error: {
          type: 'documentHasExistingReferencesError',
          id: 'a',
          referencingIDs: ['b'],
          description: 'Document "a" cannot be deleted as there are references to it from "b"',
        },
      },
    })
    await commit(store, [{delete: {id: 'a'}}, {delete: {id: 'b'}}])
    expect(read(store, 'a')).toBeUndefined()
  })

  it('a reference may be dropped and its target deleted in one transaction, and a target be swapped for another', async () => {
    const store = openTestStore()
    await commit(store, [
      {create: {_id: 'a', _type: 't'}},
      {create: {_id: 'b', _type: 't', r: to('a')}},
    ])
    await commit(store, [{patch: {id: 'b', unset: ['r']}}, {delete: {id: 'a'}}])
    await commit(store, [{create: {_id: 'c', _type: 't', r: to('b')}}])
    const swap = commit(store, [{delete: {id: 'b'}}, {patch: {id: 'c', set: {x: 1}}}])
    expect(await refusal(swap)).toMatchObject({status: 409})
    await commit(store, [{patch: {id: 'c', set: {'r._weak': true}}}, {delete: {id: 'b'}}])
    expect(read(store, 'b')).toBeUndefined()
  })

  it('a reference added in the transaction that deletes its target is refused', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}, {create: {_id: 'b', _type: 't'}}])
    const request = commit(store, [{delete: {id: 'a'}}, {patch: {id: 'b', set: {r: to('a')}}}])
    expect(await refusal(request)).toMatchObject({status: 409})
    expect(read(store, 'a')).toBeDefined()
  })

  it('a draft holds its targets too; references into other datasets hold nothing here', async () => {
    const store = openTestStore()
    const elsewhere = {
      _type: 'crossDatasetReference',
      _ref: 'x',
      _dataset: 'other',
      _projectId: 'p',
    }
    await commit(store, [
      {create: {_id: 'a', _type: 't'}},
      {create: {_id: 'drafts.b', _type: 't', r: to('a'), elsewhere}},
    ])
    expect(await refusal(commit(store, [{delete: {id: 'a'}}]))).toMatchObject({status: 409})
  })
})
