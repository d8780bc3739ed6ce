import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {connect, openTestLake, record, rejectionOf} from './lakeRig.ts'

/** `a` is published; `spring` changes it, adds `b` and has `summer` above it, which changes `a` again. */
async function openWithReleases(): Promise<SanityClient> {
  const client = connect(await openTestLake())
  await client.create({_id: 'a', _type: 'note', title: 'old'})
  for (const releaseId of ['spring', 'summer']) {
    await client.releases.create({releaseId, metadata: {title: releaseId, releaseType: 'asap'}})
  }
  const {_rev: ifBaseRevisionId} = (await client.getDocument('a')) ?? {_rev: ''}
  await client.createVersion({baseId: 'a', ifBaseRevisionId, publishedId: 'a', releaseId: 'spring'})
  await client.patch('versions.spring.a', {set: {title: 'spring'}}).commit()
  await client.createVersion({
    publishedId: 'b',
    releaseId: 'spring',
    document: {_type: 'note', title: 'new'},
  })
  await client.createVersion({
    publishedId: 'a',
    releaseId: 'summer',
    document: {_type: 'note', title: 'summer'},
  })
  return client
}

const titles = '*[_type == "note"] | order(_id) {_id, _originalId, title}'

describe('content releases through @sanity/client', () => {
  it('are seen through a stack of perspectives, the first release on top', async () => {
    const client = await openWithReleases()
    const see = (perspective: string[]) => client.fetch(titles, {}, {perspective})
    expect(await see(['spring'])).toEqual([
      {_id: 'a', _originalId: 'versions.spring.a', title: 'spring'},
      {_id: 'b', _originalId: 'versions.spring.b', title: 'new'},
    ])
    expect(await see(['summer', 'spring'])).toEqual([
      {_id: 'a', _originalId: 'versions.summer.a', title: 'summer'},
      {_id: 'b', _originalId: 'versions.spring.b', title: 'new'},
    ])
    expect(await client.fetch(titles, {}, {perspective: 'published'})).toMatchObject([
      {_id: 'a', title: 'old'},
    ])
  })

  it('answer what the Studio asks for its list of releases, and tell its listeners', async () => {
    const client = await openWithReleases()
    const filter = '_type=="system.release" && _id in path("_.releases.*")'
    const list = `*[${filter}] {_id, state, publishAt, "metadata": coalesce(metadata, {"title": ""}), ...select(length(error.message) > 0 => { error }, {})} | order(_id)`
    expect(await client.fetch(list)).toMatchObject([
      {_id: '_.releases.spring', state: 'active', metadata: {title: 'spring'}},
      {_id: '_.releases.summer', state: 'active', metadata: {title: 'summer'}},
    ])
    const contents =
      '{"spring": *[sanity::partOfRelease("spring")]{_updatedAt, "docId": string::split(_id, ".")[2]} | order(_updatedAt desc)}{"ids": spring[].docId}'
    expect(await client.fetch(contents)).toEqual({ids: ['b', 'a']})
    const events = ['welcome', 'mutation'] as const
    const heard = record(client.listen(`*[${filter}]`, {}, {events: [...events]}))
    const versions = record(
      client.listen(
        '*[(sanity::partOfRelease("spring"))]',
        {},
        {events: [...events], includeAllVersions: true},
      ),
    )
    for (const recording of [heard, versions]) await recording.until(({type}) => type === 'welcome')
    await client.releases.publish({releaseId: 'spring'})
    expect(await heard.until(({type}) => type === 'mutation')).toMatchObject({
      documentId: '_.releases.spring',
      result: {state: 'published'},
    })
    expect(await versions.until(({type}) => type === 'mutation')).toMatchObject({
      documentId: 'versions.spring.a',
      transition: 'disappear',
    })
  })

  it('are published, and their versions stay in history where the Studio looks for them', async () => {
    const client = await openWithReleases()
    await client.releases.publish({releaseId: 'spring'})
    expect(await client.fetch(titles, {}, {perspective: 'published'})).toMatchObject([
      {_id: 'a', title: 'spring'},
      {_id: 'b', title: 'new'},
    ])
    expect(await client.releases.get({releaseId: 'spring'})).toMatchObject({
      state: 'published',
      finalDocumentStates: [{id: 'versions.spring.a'}, {id: 'versions.spring.b'}],
    })
    const url = '/data/history/production/documents/versions.spring.a,versions.spring.b'
    expect(await client.request({url, query: {lastRevision: 'true'}})).toMatchObject({
      documents: [{title: 'spring'}, {title: 'new'}],
    })
    const {events} = await client.request<{events: Record<string, unknown[]>}>({
      url: '/data/history/production/events/documents/a',
    })
    expect(events.a?.[0]).toMatchObject({
      type: 'publishDocumentVersion',
      releaseId: 'spring',
      publishCause: 'release.publish',
    })
  })

  it('are scheduled, unscheduled, archived, unarchived, edited and deleted', async () => {
    const client = await openWithReleases()
    const release = {releaseId: 'spring'}
    const publishAt = new Date(Date.now() + 3_600_000).toISOString()
    await client.releases.schedule({...release, publishAt})
    expect(await rejectionOf(client.releases.archive(release))).toMatchObject({statusCode: 409})
    await client.releases.unschedule(release)
    await client.releases.edit({...release, patch: {set: {metadata: {releaseType: 'undecided'}}}})
    expect(await client.releases.fetchDocuments(release)).toMatchObject({
      result: [{_id: 'versions.spring.a'}, {_id: 'versions.spring.b'}],
    })
    await client.unpublishVersion({...release, publishedId: 'a'})
    await client.discardVersion({...release, publishedId: 'b'})
    await client.releases.archive(release)
    await client.releases.unarchive(release)
    expect(await client.getDocument('versions.spring.a')).toMatchObject({_system: {delete: true}})
    await client.releases.publish(release)
    expect(await client.getDocument('a')).toBeUndefined()
    await client.releases.delete(release)
    expect(await client.releases.get(release)).toBeUndefined()
  })
})
