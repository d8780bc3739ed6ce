import {describe, expect, it} from 'vitest'
import {LakeError} from '../errors.ts'
import {commit, openTestStore, read, refusal} from './testStore.ts'

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

describe('create', () => {
  it('stores the document with revision and times and answers with its id', async () => {
    const store = openTestStore()
    const {transaction, results} = await commit(
      store,
      [{create: {_id: 'a', _type: 'lamp', watts: 9}}],
      {transactionId: 'tx-1'},
    )
    expect(results).toEqual([{id: 'a', operation: 'create'}])
    expect(transaction).toMatchObject({
      sequence: 1,
      dataset: 'shop',
      transactionId: 'tx-1',
      author: 'tester',
    })
    const stored = read(store, 'a')
    expect(stored).toEqual({
      _id: 'a',
      _type: 'lamp',
      watts: 9,
      _rev: 'tx-1',
      _createdAt: transaction.timestamp,
      _updatedAt: transaction.timestamp,
    })
    expect(transaction.timestamp).toMatch(ISO)
    expect(transaction.changes).toEqual([
      {
        documentId: 'a',
        before: null,
        after: stored,
        mutations: [{create: {_id: 'a', _type: 'lamp', watts: 9}}],
      },
    ])
  })

  it('makes an id when there is none or only a prefix, and says which', async () => {
    const store = openTestStore()
    const {results, transaction} = await commit(store, [
      {create: {_type: 't'}},
      {create: {_id: 'drafts.', _type: 't'}},
    ])
    expect(results[0]?.id).toMatch(/^[a-z0-9]{22}$/)
    expect(results[1]?.id).toMatch(/^drafts\.[a-z0-9]{22}$/)
    expect(transaction.changes[1]?.mutations).toEqual([{create: {_id: results[1]?.id, _type: 't'}}])
  })

  it('keeps the times of an import and never the revision of the sender', async () => {
    const store = openTestStore()
    const times = {_createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2021-01-01T00:00:00Z'}
    await commit(store, [{create: {_id: 'a', _type: 't', ...times, _rev: 'mine'}}], {
      transactionId: 'tx',
    })
    expect(read(store, 'a')).toMatchObject({...times, _rev: 'tx'})
  })

  it('of an id that is there is a conflict in the hosted shape', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}])
    const request = commit(store, [
      {create: {_id: 'b', _type: 't'}},
      {create: {_id: 'a', _type: 't'}},
    ])
    await expect(request).rejects.toMatchObject({
      status: 409,
      type: 'mutationError',
      message: 'The mutation(s) failed: Document by ID "a" already exists',
      details: {
        items: [
          {
            index: 1,
            error: {
              type: 'documentAlreadyExistsError',
              id: 'a',
              description: 'Document by ID "a" already exists',
            },
          },
        ],
      },
    })
    expect(read(store, 'b')).toBeUndefined()
  })

  it('createIfNotExists keeps and createOrReplace replaces what is there', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't', n: 1, gone: true}}])
    const kept = await commit(store, [{createIfNotExists: {_id: 'a', _type: 't', n: 2}}])
    expect(kept.results).toEqual([{id: 'a', operation: 'none'}])
    expect(kept.transaction.changes).toEqual([])
    const replaced = await commit(store, [{createOrReplace: {_id: 'a', _type: 't', n: 3}}])
    expect(replaced.results).toEqual([{id: 'a', operation: 'update'}])
    expect(read(store, 'a')).toMatchObject({n: 3})
    expect(read(store, 'a')).not.toHaveProperty('gone')
  })
})

describe('delete', () => {
  it('by id removes; of a missing document does nothing', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}])
    const {results} = await commit(store, [{delete: {id: 'a'}}, {delete: {id: 'missing'}}])
    expect(results).toEqual([{id: 'a', operation: 'delete'}])
    expect(read(store, 'a')).toBeUndefined()
  })

  it('by query asks once, sees what was committed before, and lists each document', async () => {
    const store = openTestStore()
    const before = commit(store, [
      {create: {_id: 'a', _type: 't'}},
      {create: {_id: 'b', _type: 't'}},
    ])
    const asked: unknown[] = []
    const {transaction, results} = await commit(
      store,
      [{delete: {query: '*[_type == $type]', params: {type: 't'}}}],
      {
        resolveQuery: async (query, params) => {
          asked.push({query, params, seen: store.getDocuments('shop', ['a', 'b']).length})
          return ['a', 'b']
        },
      },
    )
    await before
    expect(asked).toEqual([{query: '*[_type == $type]', params: {type: 't'}, seen: 2}])
    expect(results.map(({operation}) => operation)).toEqual(['delete', 'delete'])
    expect(transaction.changes[1]?.mutations).toEqual([{delete: {id: 'b'}}])
  })
})

describe('patch', () => {
  it('by id and by query changes the documents and stamps them', async () => {
    const store = openTestStore()
    await commit(store, [
      {create: {_id: 'a', _type: 't', n: 1}},
      {create: {_id: 'b', _type: 't', n: 1}},
    ])
    const {transaction} = await commit(
      store,
      [{patch: {id: 'a', inc: {n: 1}}}, {patch: {query: '*', inc: {n: 10}}}],
      {resolveQuery: async () => ['a', 'b'], transactionId: 'tx-2'},
    )
    expect(read(store, 'a')).toMatchObject({n: 12, _rev: 'tx-2', _updatedAt: transaction.timestamp})
    expect(read(store, 'b')).toMatchObject({n: 11})
    expect(transaction.changes.map(({documentId, mutations}) => [documentId, mutations])).toEqual([
      ['a', [{patch: {id: 'a', inc: {n: 1}}}, {patch: {id: 'a', inc: {n: 10}}}]],
      ['b', [{patch: {id: 'b', inc: {n: 10}}}]],
    ])
  })

  it('a failing query refuses its request alone', async () => {
    const store = openTestStore()
    const error = new LakeError(400, 'queryParseError', 'no')
    const broken = commit(store, [{delete: {query: '*['}}], {
      resolveQuery: () => Promise.reject(error),
    })
    const next = commit(store, [{create: {_id: 'a', _type: 't'}}])
    await expect(broken).rejects.toBe(error)
    await next
    expect(read(store, 'a')).toBeDefined()
  })

  it('of a missing document, a wrong revision, an immutable attribute, a bad path is refused in the hosted shape', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}], {transactionId: 'tx-1'})
    expect(await refusal(commit(store, [{patch: {id: 'none', set: {a: 1}}}]))).toMatchObject({
      status: 409,
      item: {index: 0, error: {type: 'documentNotFoundError', id: 'none'}},
    })
    expect(
      await refusal(commit(store, [{patch: {id: 'a', ifRevisionID: 'old', set: {a: 1}}}])),
    ).toMatchObject({
      status: 409,
      item: {
        error: {
          type: 'documentRevisionIDDoesNotMatchError',
          currentRevisionID: 'tx-1',
          expectedRevisionID: 'old',
        },
      },
    })
    for (const set of [{_id: 'b'}, {_type: 'u'}]) {
      expect(await refusal(commit(store, [{patch: {id: 'a', set}}]))).toMatchObject({
        status: 400,
        item: {error: {type: 'cannotModifyImmutableAttributeError'}},
      })
    }
    expect(await refusal(commit(store, [{patch: {id: 'a', set: {'a[': 1}}}]))).toMatchObject({
      status: 400,
    })
    await commit(store, [{patch: {id: 'a', ifRevisionID: 'tx-1', set: {ok: true}}}])
    expect(read(store, 'a')).toMatchObject({ok: true})
  })

  it('a revision is checked against what the same transaction did before', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}], {transactionId: 'tx-1'})
    const twice = commit(store, [
      {patch: {id: 'a', ifRevisionID: 'tx-1', set: {n: 1}}},
      {patch: {id: 'a', ifRevisionID: 'tx-1', set: {n: 2}}},
    ])
    expect(await refusal(twice)).toMatchObject({status: 409})
    expect(read(store, 'a')).not.toHaveProperty('n')
  })
})

describe('array keys', () => {
  it('are made where asked, in creates, sets and inserts, and given ones stay', async () => {
    const store = openTestStore()
    const mutations = [
      {create: {_id: 'a', _type: 't', lines: [{n: 1}, {_key: 'mine', n: 2}], plain: [1, 2]}},
      {
        patch: {
          id: 'a',
          insert: {after: 'lines[-1]', items: [{n: 3}]},
          set: {more: [{deep: [{n: 4}]}]},
        },
      },
    ]
    await commit(store, mutations, {autoGenerateArrayKeys: true})
    const key = expect.stringMatching(/^[0-9a-f]{12}$/)
    expect(read(store, 'a')).toMatchObject({
      lines: [
        {_key: key, n: 1},
        {_key: 'mine', n: 2},
        {_key: key, n: 3},
      ],
      more: [{_key: key, deep: [{_key: key, n: 4}]}],
      plain: [1, 2],
    })
  })
})

describe('what is malformed', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : {in: nested(levels - 1)})
  it.each([
    [{}],
    [{create: {_id: 'x', _type: 't'}, delete: {id: 'x'}}],
    [{explode: {}}],
    [{create: []}],
    [{create: {_id: 'x'}}],
    [{create: {_id: '-x', _type: 't'}}],
    [{create: {_id: 'a..b', _type: 't'}}],
    [{create: {_id: 'ü', _type: 't'}}],
    [{create: {_id: 'x'.repeat(129), _type: 't'}}],
    [{create: {_id: 5, _type: 't'}}],
    [{create: {_id: 'x', _type: 't', deep: nested(21)}}],
    [{delete: {}}],
    [{patch: {set: {a: 1}}}],
  ])('%j is refused with 400', async (mutation) => {
    expect(await refusal(commit(openTestStore(), [mutation]))).toMatchObject({
      status: 400,
      type: 'mutationError',
    })
  })

  it('nesting within the limit is stored', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'x', _type: 't', deep: nested(19)}}])
    expect(read(store, 'x')).toBeDefined()
  })

  it('a document with __proto__ keeps it as data', async () => {
    const store = openTestStore()
    const source: unknown = JSON.parse(
      '{"create": {"_id": "x", "_type": "t", "__proto__": {"admin": true}}}',
    )
    await commit(store, [Object(source)])
    const stored = read(store, 'x')
    expect(stored && 'admin' in stored).toBe(false)
    expect('admin' in {}).toBe(false)
  })
})
