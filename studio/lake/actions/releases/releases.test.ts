import {describe, expect, it} from 'vitest'
import {createReleaseClock} from '../../releases/releaseClock.ts'
import type {LakeStore} from '../../store/types.ts'
import {act, commit, openTestStore, read, refusal} from '../../store/testStore.ts'

const release = (name: string, more: object = {}): Record<string, unknown> => ({
  actionType: `sanity.action.release.${name}`,
  releaseId: 'spring',
  ...more,
})
const version = (name: string, more: object): Record<string, unknown> => ({
  actionType: `sanity.action.document.version.${name}`,
  ...more,
})
const record = (store: LakeStore) => read(store, '_.releases.spring')
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

/** `a` and `b` are published; in `spring` `a` has a new title, `b` goes and `c` is new. */
async function openWithRelease() {
  const store = openTestStore()
  await commit(store, [
    {create: {_id: 'a', _type: 't', title: 'old', _createdAt: '2020-01-01T00:00:00Z'}},
    {create: {_id: 'b', _type: 't'}},
    {create: {_id: 'drafts.a', _type: 't', title: 'draft'}},
  ])
  await act(store, [
    release('create', {metadata: {title: 'Spring', releaseType: 'asap'}}),
    version('create', {
      publishedId: 'a',
      document: {_id: 'versions.spring.a', _type: 't', title: 'new'},
    }),
    version('unpublish', {publishedId: 'b', versionId: 'versions.spring.b'}),
    version('create', {publishedId: 'c', document: {_id: 'versions.spring.c', _type: 't'}}),
  ])
  return store
}
const versionIds = ['versions.spring.a', 'versions.spring.b', 'versions.spring.c']

describe('a release', () => {
  it('is a system document with a name, a state and metadata that can be edited, and nothing else of it', async () => {
    const store = openTestStore()
    const {transaction} = await act(store, [release('create')])
    expect(record(store)).toEqual({
      _id: '_.releases.spring',
      _type: 'system.release',
      _rev: transaction.transactionId,
      _createdAt: transaction.timestamp,
      _updatedAt: transaction.timestamp,
      name: 'spring',
      state: 'active',
      metadata: {releaseType: 'undecided'},
      publishAt: null,
      finalDocumentStates: null,
      userId: 'tester',
    })
    await act(store, [release('edit', {patch: {set: {'metadata.title': 'Spring'}}})])
    expect(record(store)).toMatchObject({metadata: {title: 'Spring', releaseType: 'undecided'}})
    expect(await refusal(act(store, [release('create')]))).toMatchObject({
      status: 409,
      item: {error: {type: 'documentAlreadyExistsError'}},
    })
    for (const set of [{state: 'published'}, {'metadata.releaseType': 'soon'}, {metadata: 5}]) {
      const edit = act(store, [release('edit', {patch: {set}})])
      expect(await refusal(edit)).toMatchObject({status: 400, type: 'actionError'})
    }
    expect(await refusal(act(store, [release('create', {releaseId: 'a.b'})]))).toMatchObject({
      status: 400,
    })
  })

  it('is published whole: new, changed and removed documents at once, drafts left alone', async () => {
    const store = await openWithRelease()
    const {transaction} = await act(store, [release('publish')])
    expect(store.getDocuments('shop', versionIds)).toEqual([])
    expect(read(store, 'a')).toMatchObject({title: 'new', _createdAt: '2020-01-01T00:00:00Z'})
    expect(read(store, 'b')).toBeUndefined()
    expect(read(store, 'c')).toEqual({
      _id: 'c',
      _type: 't',
      _rev: transaction.transactionId,
      _createdAt: expect.any(String),
      _updatedAt: transaction.timestamp,
    })
    expect(read(store, 'drafts.a')).toMatchObject({title: 'draft'})
    expect(record(store)).toMatchObject({
      state: 'published',
      publishedAt: transaction.timestamp,
      finalDocumentStates: versionIds.map((id) => ({_key: expect.any(String), id})),
    })
    for (const name of ['publish', 'archive', 'unarchive', 'unschedule', 'edit']) {
      expect(await refusal(act(store, [release(name, {patch: {}})]))).toMatchObject({
        status: 409,
        item: {error: {type: 'releaseStateError', state: 'published'}},
      })
    }
    await act(store, [release('delete')])
    expect(record(store)).toBeUndefined()
  })

  it('is published not at all when one of its documents cannot be', async () => {
    const store = await openWithRelease()
    await commit(store, [{create: {_id: 'd', _type: 't', ref: {_ref: 'b'}}}])
    expect(await refusal(act(store, [release('publish')]))).toMatchObject({
      status: 409,
      item: {error: {type: 'documentHasExistingReferencesError', referencingIDs: ['d']}},
    })
    expect(read(store, 'a')).toMatchObject({title: 'old'})
    expect(store.getDocuments('shop', versionIds)).toHaveLength(3)
    expect(record(store)).toMatchObject({state: 'active'})
  })

  it('that is archived has no versions and takes none, and gets the ones it had back', async () => {
    const store = await openWithRelease()
    const before = store.getDocuments('shop', versionIds)
    await act(store, [release('archive')])
    expect(store.getDocuments('shop', versionIds)).toEqual([])
    expect(record(store)).toMatchObject({state: 'archived'})
    const late = {_id: 'versions.spring.d', _type: 't'}
    expect(await refusal(commit(store, [{create: late}]))).toMatchObject({status: 409})
    await act(store, [release('unarchive')])
    expect(store.getDocuments('shop', versionIds)).toEqual(
      before.map((document) => ({...document, _rev: expect.any(String)})),
    )
    expect(record(store)).toMatchObject({state: 'active', finalDocumentStates: null})
    expect(await refusal(act(store, [release('delete')]))).toMatchObject({status: 409})
    await act(store, [release('archive'), release('delete')])
    expect(record(store)).toBeUndefined()
  })
})

describe('an imported release', () => {
  const exported = (changes: object = {}) => ({
    _id: '_.releases.r1',
    _type: 'system.release',
    name: 'r1',
    state: 'published',
    metadata: {title: 'Imported', releaseType: 'asap'},
    ...changes,
  })

  it('is what its export says; one that is there is kept, replaced or a conflict, as asked', async () => {
    const store = openTestStore()
    const bring = (attributes: object, ifExists?: string) =>
      act(store, [
        {actionType: 'sanity.action.release.import', releaseId: 'r1', attributes, ifExists},
      ])
    const stored = () => read(store, '_.releases.r1')
    await bring(exported())
    expect(stored()).toMatchObject(exported())
    expect(await refusal(bring(exported({state: 'active'})))).toMatchObject({status: 409})
    await bring(exported({state: 'active'}), 'ignore')
    expect(stored()).toMatchObject({state: 'published'})
    await bring(exported({state: 'active'}), 'replace')
    expect(stored()).toMatchObject({state: 'active'})
    for (const changes of [{_id: 'a'}, {_type: 't'}, {state: 'none'}, {metadata: null}])
      expect(await refusal(bring(exported(changes), 'replace'))).toMatchObject({status: 400})
    expect(await refusal(bring(exported(), 'merge'))).toMatchObject({status: 400})
  })
})

describe('a scheduled release', () => {
  it('is locked until it is unscheduled, and can be published early', async () => {
    const store = await openWithRelease()
    const publishAt = tomorrow()
    await act(store, [release('schedule', {publishAt})])
    expect(record(store)).toMatchObject({state: 'scheduled', publishAt})
    const edit = {patch: {id: 'versions.spring.a', set: {title: 'newer'}}}
    expect(await refusal(commit(store, [edit]))).toMatchObject({
      status: 409,
      item: {error: {type: 'releaseStateError', id: 'versions.spring.a', state: 'scheduled'}},
    })
    expect(await refusal(act(store, [release('archive')]))).toMatchObject({status: 409})
    await act(store, [release('unschedule')])
    await commit(store, [edit])
    await act(store, [release('schedule', {publishAt}), release('publish')])
    expect(read(store, 'a')).toMatchObject({title: 'newer'})
  })

  it.each(['yesterday', '2020-01-01T00:00:00Z', 7])('cannot be for %j', async (publishAt) => {
    const store = await openWithRelease()
    expect(await refusal(act(store, [release('schedule', {publishAt})]))).toMatchObject({
      status: 400,
    })
  })

  it('is published at its time, or says why not and is active again', async () => {
    const store = await openWithRelease()
    await act(store, [
      release('create', {releaseId: 'broken'}),
      version('create', {
        publishedId: 'e',
        document: {
          _id: 'versions.broken.e',
          _type: 't',
          ref: {_ref: 'gone', _weak: true, _strengthenOnPublish: {type: 't'}},
        },
      }),
    ])
    const clock = createReleaseClock(store, (error) => {
      throw error
    })
    const publishAt = new Date(Date.now() + 50).toISOString()
    await act(store, [
      release('schedule', {publishAt: tomorrow()}),
      release('schedule', {publishAt}),
      release('schedule', {publishAt, releaseId: 'broken'}),
    ])
    await new Promise<void>((resolve) => {
      const unsubscribe = store.subscribe(() => {
        if (store.scheduledReleases().length > 0) return
        unsubscribe()
        resolve()
      })
    })
    await clock.close()
    expect(record(store)).toMatchObject({state: 'published', publishAt})
    expect(read(store, 'a')).toMatchObject({title: 'new'})
    expect(read(store, '_.releases.broken')).toMatchObject({
      state: 'active',
      publishAt: null,
      error: {message: expect.stringContaining('non-existent document "gone"')},
    })
    expect(read(store, 'versions.broken.e')).toBeDefined()
  })
})
