import {describe, expect, it} from 'vitest'
import {adminToken, connect, openTestLake, record, rejectionOf} from './lakeRig.ts'

const edit = (patch: Record<string, unknown>) => ({
  actionType: 'sanity.action.document.edit' as const,
  draftId: 'drafts.a',
  publishedId: 'a',
  patch,
})

describe('document actions', () => {
  it('creates, edits, publishes, unpublishes and discards', async () => {
    const client = connect(await openTestLake())
    await client.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'a',
      attributes: {_id: 'drafts.a', _type: 'note', title: 'one'},
      ifExists: 'fail',
    })
    await client.action([
      edit({unset: ['_empty_action_guard_pseudo_field_']}),
      edit({set: {title: 'two'}}),
    ])
    expect(await client.getDocument('drafts.a')).toMatchObject({title: 'two'})
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.a',
      publishedId: 'a',
    })
    expect(await client.getDocuments(['a', 'drafts.a'])).toMatchObject([{title: 'two'}, null])
    await client.action(edit({set: {title: 'three'}}))
    await client.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.a'})
    expect(await client.getDocuments(['a', 'drafts.a'])).toMatchObject([{title: 'two'}, null])
    await client.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.a',
      publishedId: 'a',
    })
    expect(await client.getDocuments(['a', 'drafts.a'])).toMatchObject([null, {title: 'two'}])
  })

  it('tells listeners of an edit that changes nothing, so that the Studio goes on', async () => {
    const client = connect(await openTestLake())
    await client.create({_id: 'drafts.a', _type: 'note'})
    const heard = record(
      client.listen(
        '*[_id in ["a", "drafts.a"]]',
        {},
        {events: ['welcome', 'mutation'], includeAllVersions: true, effectFormat: 'mendoza'},
      ),
    )
    await heard.until(({type}) => type === 'welcome')
    const {transactionId} = await client.action(
      edit({unset: ['_empty_action_guard_pseudo_field_']}),
    )
    expect(await heard.until(({type}) => type === 'mutation')).toMatchObject({
      documentId: 'drafts.a',
      transactionId,
    })
  })

  it('refuses in the shape of an action error', async () => {
    const client = connect(await openTestLake())
    const failed = await rejectionOf(
      client.action({
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.none',
        publishedId: 'none',
      }),
    )
    expect(failed).toMatchObject({statusCode: expect.any(Number), details: {type: 'actionError'}})
  })
})

describe('history', () => {
  it('tells the transactions, states and events of a document', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    await client
      .transaction()
      .create({_id: 'drafts.a', _type: 'note', n: 1})
      .transactionId('t1')
      .commit()
    await client
      .transaction()
      .patch('drafts.a', (patch) => patch.set({n: 2}))
      .transactionId('t2')
      .commit()
    await client.action(
      {actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a'},
      {transactionId: 't3'},
    )

    const url = `${lake.url}/v2025-02-19/data/history/production/transactions/a,drafts.a?effectFormat=mendoza&excludeContent=true&includeIdentifiedDocumentsOnly=true&reverse=true&limit=50`
    const response = await fetch(url, {headers: {authorization: `Bearer ${adminToken}`}})
    const lines: unknown[] = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      {id: 't3', author: 'administrator', documentIDs: expect.arrayContaining(['a', 'drafts.a'])},
      {id: 't2', effects: {'drafts.a': {apply: expect.any(Array), revert: expect.any(Array)}}},
      {id: 't1', documentIDs: ['drafts.a']},
    ])

    const at = (point: string) =>
      client.request({url: `/data/history/production/documents/drafts.a?${point}`})
    expect(await at('revision=t1')).toMatchObject({documents: [{n: 1, _rev: 't1'}]})
    expect(await at('lastRevision=true')).toMatchObject({documents: [{n: 2}]})
    expect(await at(`time=${new Date().toISOString()}`)).toEqual({documents: []})

    const page = await client.request({
      url: '/data/history/production/events/documents/a?limit=100',
    })
    expect(page).toMatchObject({
      events: {a: [{type: 'publishDocumentVersion', documentId: 'a'}]},
      nextCursor: '',
    })
  })
})
