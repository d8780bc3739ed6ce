import {describe, expect, it} from 'vitest'
import {act, commit, openTestStore, read, refusal} from '../store/testStore.ts'

const action = (name: string, more: object): Record<string, unknown> => ({
  actionType: `sanity.action.document.${name}`,
  ...more,
})
const pair = {draftId: 'drafts.a', publishedId: 'a'}
const published = {_id: 'a', _type: 't', title: 'one', _createdAt: '2020-01-01T00:00:00Z'}

describe('edit', () => {
  it('makes the draft from the published document and applies all edits of the request in sequence', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}])
    const {transaction} = await act(store, [
      action('edit', {...pair, patch: {unset: ['_empty_action_guard_pseudo_field_']}}),
      action('edit', {...pair, patch: {set: {title: 'two', list: []}}}),
      action('edit', {...pair, patch: {insert: {after: 'list[-1]', items: ['x']}}}),
    ])
    expect(read(store, 'drafts.a')).toEqual({
      ...published,
      _id: 'drafts.a',
      title: 'two',
      list: ['x'],
      _rev: transaction.transactionId,
      _updatedAt: transaction.timestamp,
    })
    expect(read(store, 'a')).toMatchObject({title: 'one'})
    expect(transaction.changes).toHaveLength(1)
    expect(transaction.changes[0]?.mutations.map((mutation) => Object.keys(mutation)[0])).toEqual([
      'createIfNotExists',
      'patch',
      'patch',
      'patch',
    ])
  })

  it('with nothing but the guard field still makes the draft and an event', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}])
    const guard = action('edit', {...pair, patch: {unset: ['_empty_action_guard_pseudo_field_']}})
    const first = await act(store, [guard])
    const second = await act(store, [guard])
    expect(first.transaction.changes).toHaveLength(1)
    expect(second.transaction.changes).toHaveLength(1)
    expect(read(store, 'drafts.a')?._rev).toBe(second.transaction.transactionId)
  })

  it('of a document that is nowhere is refused as an action error', async () => {
    const request = act(openTestStore(), [action('edit', {...pair, patch: {set: {a: 1}}})])
    await expect(request).rejects.toMatchObject({
      status: 409,
      type: 'actionError',
      message: 'The action(s) failed: The document with the ID "a" was not found',
      details: {items: [{index: 0, error: {type: 'documentNotFoundError', id: 'a'}}]},
    })
  })
})

describe('create and replaceDraft', () => {
  it('create makes a draft, or leaves or refuses the one there is, and refuses beside a published document', async () => {
    const store = openTestStore()
    const create = (ifExists: string, n: number) =>
      action('create', {publishedId: 'a', ifExists, attributes: {_id: 'drafts.a', _type: 't', n}})
    await act(store, [create('fail', 1)])
    await act(store, [create('ignore', 2), action('edit', {...pair, patch: {inc: {n: 10}}})])
    expect(read(store, 'drafts.a')).toMatchObject({n: 11})
    expect(await refusal(act(store, [create('fail', 3)]))).toMatchObject({
      status: 409,
      item: {error: {type: 'documentAlreadyExistsError', id: 'drafts.a'}},
    })
    await commit(store, [{create: {_id: 'b', _type: 't'}}])
    const beside = action('create', {
      publishedId: 'b',
      ifExists: 'ignore',
      attributes: {_id: 'drafts.b', _type: 't'},
    })
    expect(await refusal(act(store, [beside]))).toMatchObject({status: 409})
    const wrong = action('create', {
      publishedId: 'c',
      ifExists: 'fail',
      attributes: {_id: 'c', _type: 't'},
    })
    expect(await refusal(act(store, [wrong]))).toMatchObject({status: 400})
  })

  it('replaceDraft needs a draft or a published document', async () => {
    const store = openTestStore()
    const replace = action('replaceDraft', {
      publishedId: 'a',
      attributes: {_id: 'drafts.a', _type: 't', n: 5},
    })
    expect(await refusal(act(store, [replace]))).toMatchObject({status: 409})
    await commit(store, [{create: published}])
    await act(store, [replace])
    expect(read(store, 'drafts.a')).toMatchObject({n: 5})
  })
})

describe('publish', () => {
  it('moves the draft over the published document, keeps its creation time and removes the draft, as one change', async () => {
    const store = openTestStore()
    await commit(store, [
      {create: published},
      {create: {_id: 'drafts.a', _type: 't', title: 'two'}},
    ])
    const {transaction} = await act(store, [action('publish', pair)])
    expect(read(store, 'drafts.a')).toBeUndefined()
    expect(read(store, 'a')).toEqual({
      ...published,
      title: 'two',
      _rev: transaction.transactionId,
      _updatedAt: transaction.timestamp,
    })
    expect(
      transaction.changes.map(({documentId, mutations}) => [documentId, mutations.length]),
    ).toEqual([
      ['a', 1],
      ['drafts.a', 1],
    ])
  })

  it('checks both revisions and changes nothing when one is wrong', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}], {transactionId: 'p1'})
    await commit(store, [{create: {_id: 'drafts.a', _type: 't', title: 'two'}}], {
      transactionId: 'd1',
    })
    for (const wrong of [
      {ifDraftRevisionId: 'x'},
      {ifPublishedRevisionId: 'x'},
      {ifDraftRevisionId: 'd1', ifPublishedRevisionId: 'd1'},
    ]) {
      expect(await refusal(act(store, [action('publish', {...pair, ...wrong})]))).toMatchObject({
        status: 409,
        item: {error: {type: 'documentRevisionIDDoesNotMatchError'}},
      })
    }
    expect(read(store, 'a')).toMatchObject({title: 'one'})
    await act(store, [
      action('publish', {...pair, ifDraftRevisionId: 'd1', ifPublishedRevisionId: 'p1'}),
    ])
    expect(read(store, 'a')).toMatchObject({title: 'two'})
  })

  it('strengthens the references that were weak while their target was a draft, when the target is there', async () => {
    const store = openTestStore()
    const reference = {
      _type: 'reference',
      _ref: 'b',
      _weak: true,
      _strengthenOnPublish: {type: 'b'},
    }
    const weak = {...reference, _strengthenOnPublish: {type: 'b', weak: true}}
    await commit(store, [{create: {_id: 'drafts.a', _type: 't', one: [reference], two: weak}}])
    expect(await refusal(act(store, [action('publish', pair)]))).toMatchObject({
      status: 409,
      item: {error: {type: 'documentReferencesNonExistentDocumentError'}},
    })
    await commit(store, [{create: {_id: 'b', _type: 'b'}}])
    await act(store, [action('publish', pair)])
    expect(read(store, 'a')).toMatchObject({
      one: [{_type: 'reference', _ref: 'b'}],
      two: {_type: 'reference', _ref: 'b', _weak: true},
    })
    expect(JSON.stringify(read(store, 'a'))).not.toContain('_strengthenOnPublish')
    expect(await refusal(commit(store, [{delete: {id: 'b'}}]))).toMatchObject({status: 409})
  })

  it('without a draft is refused', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}])
    expect(await refusal(act(store, [action('publish', pair)]))).toMatchObject({status: 409})
  })
})

describe('unpublish, delete and discard', () => {
  it('unpublish keeps the content as a draft, or the draft there is', async () => {
    const store = openTestStore()
    await commit(store, [
      {create: published},
      {create: {...published, _id: 'b'}},
      {create: {_id: 'drafts.b', _type: 't', title: 'mine'}},
    ])
    await act(store, [
      action('unpublish', pair),
      action('unpublish', {draftId: 'drafts.b', publishedId: 'b'}),
    ])
    expect(store.getDocuments('shop', ['a', 'b'])).toEqual([])
    expect(read(store, 'drafts.a')).toMatchObject({title: 'one', _createdAt: published._createdAt})
    expect(read(store, 'drafts.b')).toMatchObject({title: 'mine'})
  })

  it('unpublish of a referenced document is refused with the documents that hold it', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}, {create: {_id: 'b', _type: 't', r: {_ref: 'a'}}}])
    expect(await refusal(act(store, [action('unpublish', pair)]))).toMatchObject({
      status: 409,
      type: 'actionError',
      item: {error: {type: 'documentHasExistingReferencesError', referencingIDs: ['b']}},
    })
    expect(read(store, 'a')).toBeDefined()
  })

  it('delete takes the named drafts along and refuses to leave one behind', async () => {
    const store = openTestStore()
    await commit(store, [
      {create: published},
      {create: {_id: 'drafts.a', _type: 't'}},
      {create: {_id: 'versions.r1.a', _type: 't'}},
    ])
    const remove = (includeDrafts: string[]) =>
      act(store, [action('delete', {publishedId: 'a', includeDrafts})])
    expect(await refusal(remove(['drafts.a']))).toMatchObject({
      status: 409,
      item: {error: {id: 'a'}},
    })
    await remove(['drafts.a', 'versions.r1.a'])
    expect(store.getDocuments('shop', ['a', 'drafts.a', 'versions.r1.a'])).toEqual([])
    expect(await refusal(remove([]))).toMatchObject({status: 409})
  })

  it('discard removes a draft, never a published document, and says that history stays', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}, {create: {_id: 'drafts.a', _type: 't'}}])
    expect(await refusal(act(store, [action('discard', {draftId: 'a'})]))).toMatchObject({
      status: 400,
    })
    expect(
      await refusal(act(store, [action('discard', {draftId: 'drafts.a', purge: true})])),
    ).toMatchObject({status: 400})
    await act(store, [action('discard', {draftId: 'drafts.a'})])
    expect(await refusal(act(store, [action('discard', {draftId: 'drafts.a'})]))).toMatchObject({
      status: 409,
    })
    expect(read(store, 'a')).toBeDefined()
  })
})

describe('versions', () => {
  it('are created from a document or a base, replaced, marked for unpublishing and discarded', async () => {
    const store = openTestStore()
    const {transaction} = await commit(store, [{create: published}])
    const rev = transaction.transactionId
    await act(store, [
      action('version.create', {
        publishedId: 'a',
        document: {_id: 'versions.r1.a', _type: 't', n: 1},
      }),
      action('version.create', {
        publishedId: 'a',
        baseId: 'a',
        versionId: 'versions.r2.a',
        ifBaseRevisionId: rev,
      }),
    ])
    expect(read(store, 'versions.r2.a')).toMatchObject({
      title: 'one',
      _system: {base: {id: 'a', rev}},
    })
    await act(store, [
      action('version.replace', {document: {_id: 'versions.r1.a', _type: 't', n: 2}}),
    ])
    expect(read(store, 'versions.r1.a')).toMatchObject({n: 2})
    await act(store, [action('version.unpublish', {publishedId: 'a', versionId: 'versions.r1.a'})])
    expect(read(store, 'versions.r1.a')).toMatchObject({n: 2, _system: {delete: true}})
    await act(store, [action('version.discard', {versionId: 'versions.r1.a'})])
    expect(read(store, 'versions.r1.a')).toBeUndefined()
    const elsewhere = action('version.create', {
      publishedId: 'a',
      baseId: 'a',
      versionId: 'versions.r1.b',
    })
    expect(await refusal(act(store, [elsewhere]))).toMatchObject({status: 400})
  })
})

describe('a request', () => {
  it('of actions is done whole or not at all', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}])
    const failing = act(store, [
      action('edit', {...pair, patch: {set: {title: 'two'}}}),
      action('publish', {...pair, publishedId: 'a', ifDraftRevisionId: 'no'}),
    ])
    expect(await refusal(failing)).toMatchObject({status: 409, item: {index: 1}})
    expect(read(store, 'drafts.a')).toBeUndefined()
  })

  it('sees in one action what those before it did: edit and publish at once', async () => {
    const store = openTestStore()
    await commit(store, [{create: published}])
    const {transaction} = await act(
      store,
      [action('edit', {...pair, patch: {set: {title: 'two'}}}), action('publish', pair)],
      {transactionId: 'mine'},
    )
    expect(read(store, 'a')).toMatchObject({title: 'two', _rev: 'mine'})
    expect(transaction.changes.map(({documentId}) => documentId)).toEqual(['a'])
    expect(await refusal(act(store, [], {transactionId: 'mine'}))).toMatchObject({status: 409})
  })

  it.each([
    {},
    {actionType: 'sanity.action.release.create'},
    {actionType: 'sanity.action.document.variant.create'},
    action('publish', {}),
    action('edit', {...pair, patch: 5}),
  ])('with %j is refused in words with 400', async (one) => {
    expect(await refusal(act(openTestStore(), [one]))).toMatchObject({
      status: 400,
      type: 'actionError',
    })
  })
})
