import {applyPatch} from 'mendoza'
import {describe, expect, it} from 'vitest'
import {act, commit, openTestStore, read} from '../store/testStore.ts'
import {toTransactionLine} from './transactionLine.ts'

const action = (name: string, more: object): Record<string, unknown> => ({
  actionType: `sanity.action.document.${name}`,
  ...more,
})
const pair = {draftId: 'drafts.a', publishedId: 'a'}

/** A document that was created, edited and published by `ann`, unpublished and deleted by `bob`. */
async function openWithHistory() {
  const store = openTestStore()
  const ann = (transactionId: string) => ({author: 'ann', transactionId})
  const bob = (transactionId: string) => ({author: 'bob', transactionId})
  await act(
    store,
    [
      action('create', {
        publishedId: 'a',
        ifExists: 'fail',
        attributes: {_id: 'drafts.a', _type: 't', n: 1},
      }),
    ],
    ann('t1'),
  )
  await act(store, [action('edit', {...pair, patch: {set: {n: 2}}})], ann('t2'))
  await act(store, [action('publish', pair)], ann('t3'))
  await commit(store, [{create: {_id: 'other', _type: 't'}}], bob('t4'))
  await act(store, [action('unpublish', pair)], bob('t5'))
  await act(store, [action('publish', pair)], bob('t6'))
  await act(store, [action('delete', {publishedId: 'a', includeDrafts: []})], bob('t7'))
  return store
}

describe('transactions of documents', () => {
  it('come in order, in reverse, from and to a transaction (both included), at most so many', async () => {
    const {history} = await openWithHistory()
    const ids = (query: object) =>
      history
        .transactions('shop', {ids: ['a', 'drafts.a'], ...query})
        .map((one) => one.transactionId)
    expect(ids({})).toEqual(['t1', 't2', 't3', 't5', 't6', 't7'])
    expect(ids({reverse: true, limit: 2})).toEqual(['t7', 't6'])
    expect(ids({fromTransaction: 't2', toTransaction: 't5'})).toEqual(['t2', 't3', 't5'])
    expect(ids({fromTransaction: ''})).toHaveLength(6)
    expect(ids({toTime: '2000-01-01T00:00:00Z'})).toEqual([])
    expect(history.transactions('shop', {ids: ['other']}).map((one) => one.author)).toEqual(['bob'])
    expect(() => ids({fromTransaction: 'unknown'})).toThrow(expect.objectContaining({status: 404}))
    expect(() => history.transactions('nowhere', {ids: ['a']})).toThrow(
      expect.objectContaining({status: 404}),
    )
  })

  it('as lines carry effects that replay the document', async () => {
    const {history} = await openWithHistory()
    const options = {effects: true, excludeMutations: true}
    const query = {ids: ['drafts.a'], includeIdentifiedDocumentsOnly: true}
    const lines = history.transactions('shop', query).map((one) => toTransactionLine(one, options))
    expect(lines[2]).toEqual({
      id: 't3',
      timestamp: expect.any(String),
      author: 'ann',
      documentIDs: ['drafts.a'],
      effects: {'drafts.a': {apply: [0, null], revert: [0, expect.objectContaining({n: 2})]}},
    })
    const states: unknown[] = []
    lines.reduce<unknown>((state, {effects}) => {
      const next: unknown = applyPatch(state, effects?.['drafts.a']?.apply ?? [])
      states.push(next)
      return next
    }, null)
    expect(states).toMatchObject([{n: 1}, {n: 2}, null, {n: 2}, null])
  })
})

describe('documents of the past', () => {
  it('are those at a revision, at a time, and the last before a deletion', async () => {
    const store = await openWithHistory()
    const at = (id: string, revision: string) => store.history.documents('shop', [id], {revision})
    expect(at('drafts.a', 't1')).toMatchObject([{n: 1, _rev: 't1'}])
    expect(at('drafts.a', 't4')).toEqual([])
    expect(at('a', 't4')).toMatchObject([{n: 2, _rev: 't3'}])
    expect(at('a', 't7')).toEqual([])
    expect(read(store, 'a')).toBeUndefined()
    expect(
      store.history.documents('shop', ['a', 'drafts.a', 'none'], {lastRevision: true}),
    ).toMatchObject([
      {_id: 'a', _rev: 't6'},
      {_id: 'drafts.a', _rev: 't5'},
    ])
    const [t1] = store.transactionsSince('shop', 0, 1)
    const time = t1?.timestamp ?? ''
    expect(store.history.documents('shop', ['drafts.a'], {time}).length).toBe(1)
    expect(store.history.documents('shop', ['drafts.a'], {time: '2000-01-01T00:00:00Z'})).toEqual(
      [],
    )
    expect(() => store.history.documents('shop', ['a'], {time: 'yesterday'})).toThrow(
      expect.objectContaining({status: 400}),
    )
    expect(() => at('a', 'unknown')).toThrow(expect.objectContaining({status: 404}))
  })
})

describe('events of a document', () => {
  it('tell the story of the draft, newest first', async () => {
    const {history} = await openWithHistory()
    const {events, nextCursor} = history.events('shop', 'drafts.a', {})
    expect(nextCursor).toBe('')
    expect(events).toMatchObject([
      {type: 'deleteDocumentGroup', author: 'bob', documentId: 'a'},
      {type: 'publishDocumentVersion', revisionId: 't6', versionRevisionId: 't5'},
      {type: 'unpublishDocument', versionId: 'drafts.a', versionRevisionId: 't5'},
      {
        type: 'publishDocumentVersion',
        author: 'ann',
        documentId: 'a',
        revisionId: 't3',
        versionId: 'drafts.a',
        versionRevisionId: 't2',
        publishCause: 'document.publish',
      },
      {type: 'createDocumentVersion', versionId: 'drafts.a', versionRevisionId: 't1'},
    ])
  })

  it('of the published document leave out its drafts, and come page by page', async () => {
    const {history} = await openWithHistory()
    const seen: string[] = []
    let cursor: string | undefined = ''
    do {
      const page: ReturnType<typeof history.events> = history.events('shop', 'a', {
        limit: 1,
        cursor,
      })
      seen.push(...page.events.map(({type}) => type))
      cursor = page.nextCursor
    } while (cursor !== '')
    expect(seen).toEqual([
      'deleteDocumentGroup',
      'publishDocumentVersion',
      'unpublishDocument',
      'publishDocumentVersion',
    ])
    expect(() => history.events('shop', 'a', {cursor: 'x'})).toThrow(
      expect.objectContaining({status: 400}),
    )
  })

  it('of a document without drafts are its creation and edits; of a discarded draft its deletion', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'live', _type: 't'}}], {transactionId: 'l1'})
    await commit(store, [{patch: {id: 'live', set: {n: 1}}}], {transactionId: 'l2'})
    expect(store.history.events('shop', 'live', {}).events).toMatchObject([
      {type: 'updateLiveDocument', revisionId: 'l2'},
      {type: 'createLiveDocument', revisionId: 'l1'},
    ])
    await commit(store, [{create: {_id: 'versions.r1.live', _type: 't'}}], {transactionId: 'v1'})
    await act(store, [action('version.discard', {versionId: 'versions.r1.live'})])
    expect(store.history.events('shop', 'versions.r1.live', {}).events).toMatchObject([
      {type: 'deleteDocumentVersion', releaseId: 'r1', versionRevisionId: 'v1'},
      {type: 'createDocumentVersion', releaseId: 'r1', versionRevisionId: 'v1'},
    ])
  })

  it('that a release published or took away are a publication and an unpublication of its versions', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}, {create: {_id: 'b', _type: 't'}}])
    const releaseId = 'r1'
    await act(store, [
      {actionType: 'sanity.action.release.create', releaseId},
      action('version.create', {publishedId: 'a', baseId: 'a', versionId: 'versions.r1.a'}),
      action('version.unpublish', {publishedId: 'b', versionId: 'versions.r1.b'}),
    ])
    await act(store, [{actionType: 'sanity.action.release.publish', releaseId}])
    const last = (id: string) => store.history.events('shop', id, {}).events[0]
    const common = {releaseId, author: 'tester'}
    expect(last('a')).toMatchObject({
      ...common,
      type: 'publishDocumentVersion',
      publishCause: 'release.publish',
      versionId: 'versions.r1.a',
    })
    expect(last('b')).toMatchObject({
      ...common,
      type: 'unpublishDocument',
      versionId: 'versions.r1.b',
    })
  })
})
