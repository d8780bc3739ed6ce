import {ClientError} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {adminToken, connect, openTestLake, record, rejectionOf} from './lakeRig.ts'

describe('a role that may do little', () => {
  const grants = {
    clerk: [
      {
        filter: '_type == "note" && locked != true',
        permissions: ['read', 'create', 'update', 'history'] as const,
      },
      {filter: '_type == "letter"', permissions: ['create', 'update'] as const},
    ],
    drafter: [
      {
        filter: '_id in path("drafts.**")',
        permissions: ['read', 'create', 'update', 'history'] as const,
      },
    ],
    owner: [{filter: 'owner != identity()', permissions: ['read', 'history'] as const}],
  }

  async function openWithSecret() {
    const lake = await openTestLake({
      tokens: [
        {token: adminToken, role: 'administrator'},
        ...Object.keys(grants).map((role) => ({token: `${role}-token`, role})),
      ],
      grants,
    })
    const admin = connect(lake)
    await admin.create({_id: 'secret', _type: 'secret', pin: 'S3CRET'})
    await admin.create({_id: 'locked', _type: 'note', locked: true, pin: 'S3CRET'})
    await admin.create({_id: 'letter', _type: 'letter', pin: 'S3CRET'})
    return {lake, admin, as: (role: string) => connect(lake, {token: `${role}-token`})}
  }

  it('gets nothing of a document it may not read out of any answer of a write', async () => {
    const {as} = await openWithSecret()
    const clerk = as('clerk')
    const attempts: Promise<unknown>[] = [
      clerk.createIfNotExists({_id: 'secret', _type: 'note'}),
      clerk.createIfNotExists({_id: 'locked', _type: 'note'}),
      clerk.createIfNotExists({_id: 'letter', _type: 'letter'}),
      clerk.create({_id: 'secret', _type: 'note'}),
      clerk.createOrReplace({_id: 'locked', _type: 'note'}),
      clerk.patch('secret').set({a: 1}).commit(),
      clerk.patch('secret').ifRevisionId('none').set({a: 1}).commit(),
      clerk.patch('letter').set({a: 1}).commit(),
      clerk.patch('letter').set({a: 1}).commit({dryRun: true}),
      clerk.delete('secret'),
      clerk.delete('letter'),
      clerk.delete({query: '*[pin == "S3CRET"]'}),
      clerk.patch({query: '*[defined(pin)]'}).set({a: 1}).commit(),
      clerk.create({_type: 'note', to: {_ref: 'secret'}}),
    ]
    for (const settled of await Promise.allSettled(attempts)) {
      const seen = settled.status === 'fulfilled' ? settled.value : settled.reason
      expect(JSON.stringify([seen, seen instanceof Error ? seen.message : ''])).not.toContain(
        'S3CRET',
      )
    }
  })

  it('is told neither the revision nor anything else of a document it may not read or change', async () => {
    const {as, admin} = await openWithSecret()
    const clerk = as('clerk')
    const forbidden = {statusCode: 403}
    const wrong = {ifRevisionID: 'wrong'}
    for (const mutation of [
      {patch: {id: 'secret', ...wrong, set: {a: 1}}},
      {patch: {id: 'secret', inc: {pin: 1}}},
      {patch: {id: 'secret', insert: {after: 'pin', items: []}}},
      {patch: {id: 'secret', set: {_type: 'note'}}},
      {delete: {id: 'secret', ...wrong}},
      {createOrReplace: {_id: 'secret', _type: 'note'}},
      {createOrReplace: {_id: 'secret', _type: 'secret'}},
    ]) {
      const seen = await rejectionOf(clerk.mutate([mutation]))
      expect([mutation, seen]).toMatchObject([mutation, forbidden])
    }
    const letter = await rejectionOf(
      clerk.patch('letter').ifRevisionId('wrong').set({a: 1}).commit(),
    )
    expect(letter).toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('unexpected revision ID, expected "wrong"'),
    })
    const {_rev = 'none'} = (await admin.getDocument('letter')) ?? {}
    expect(JSON.stringify(letter)).not.toContain(_rev)
    const note = await clerk.create({_type: 'note'})
    expect(
      await rejectionOf(clerk.patch(note._id).ifRevisionId('wrong').set({a: 1}).commit()),
    ).toMatchObject({message: expect.stringContaining(`("${note._rev}")`)})
  })

  it('gets the same answer for an id that is taken as for one that is free, where it may not create', async () => {
    const {as} = await openWithSecret()
    const clerk = as('clerk')
    for (const toMutation of [
      (_id: string) => ({create: {_id, _type: 'secret'}}),
      (_id: string) => ({createIfNotExists: {_id, _type: 'secret'}}),
      (_id: string) => ({createOrReplace: {_id, _type: 'secret'}}),
    ]) {
      const answers = await Promise.all(
        ['secret', 'free'].map(async (id) => {
          const error = await rejectionOf(clerk.mutate([toMutation(id)]))
          return error instanceof ClientError
            ? {status: error.statusCode, message: error.message, details: error.details}
            : error
        }),
      )
      expect(answers[0]).toMatchObject({status: 403})
      expect(answers[0]).toEqual(answers[1])
    }
  })

  it('is not told the ids of documents it may not read when they keep another from being deleted', async () => {
    const {as, admin} = await openWithSecret()
    await admin.create({_id: 'kept', _type: 'note'})
    await admin.create({_id: 'hidden-referrer', _type: 'secret', to: {_ref: 'kept'}})
    const clerk = as('clerk')
    const refused = await rejectionOf(clerk.delete('kept'))
    expect(refused).toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('from documents that you may not read'),
    })
    expect(JSON.stringify(refused)).not.toContain('hidden-referrer')
    await clerk.create({_id: 'shown-referrer', _type: 'note', to: {_ref: 'kept'}})
    expect(await rejectionOf(clerk.delete('kept'))).toMatchObject({
      message: expect.stringContaining('from "shown-referrer", documents that you may not read'),
    })
  })

  it('cannot copy what it may not read into a draft or version that it may', async () => {
    const {as, admin} = await openWithSecret()
    const drafter = as('drafter')
    const attempts = [
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.secret',
        publishedId: 'secret',
        patch: {set: {a: 1}},
      },
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'secret',
        baseId: 'secret',
        versionId: 'drafts.secret',
      },
      {
        actionType: 'sanity.action.document.unpublish',
        draftId: 'drafts.secret',
        publishedId: 'secret',
      },
    ]
    for (const action of attempts) {
      const url = '/data/actions/production'
      const body = {actions: [action]}
      expect(await rejectionOf(drafter.request({method: 'POST', url, body}))).toMatchObject({
        statusCode: 403,
      })
    }
    expect(await admin.fetch('count(*[_id in path("drafts.**")])')).toBe(0)
  })

  it('is who it is wherever a grant asks for its identity', async () => {
    const {lake, admin, as} = await openWithSecret()
    await admin.create({_id: 'hidden', _type: 'note', owner: 'owner'})
    await admin.create({_id: 'drafts.hidden', _type: 'note', owner: 'owner'})
    await admin.create({_id: 'shown', _type: 'note', owner: 'else'})
    const owner = as('owner')
    expect(await owner.fetch('*[defined(owner)]._id')).toEqual(['shown'])
    const token = {authorization: 'Bearer owner-token'}
    const read = async (path: string) =>
      (await fetch(`${lake.url}/v2025-02-19/data/${path}`, {headers: token})).text()
    expect(await read('export/production')).not.toContain('hidden')
    expect(await read('doc/production/shown,hidden?includeAllVersions=true')).not.toContain(
      'drafts.hidden',
    )
    expect(await read('history/production/documents/hidden')).toBe('{"documents":[]}')
    expect(await read('history/production/transactions/hidden')).toBe('')
    expect(await read('history/production/events/documents/hidden')).not.toContain('administrator')
    const heard = record(owner.listen('*', {}, {events: ['welcome', 'mutation']}))
    await heard.until(({type}) => type === 'welcome')
    await admin.patch('hidden').set({n: 1}).commit()
    await admin.patch('shown').set({n: 1}).commit()
    await heard.until(({type}) => type === 'mutation')
    expect(heard.events.filter(({type}) => type === 'mutation')).toMatchObject([
      {documentId: 'shown'},
    ])
  })
})
