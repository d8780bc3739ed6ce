import {describe, expect, it} from 'vitest'
import {connect, openTestLake, viewerToken} from './lakeRig.ts'

/** Asked so that only a query thread can answer it. */
const byThread = (condition: string, end: string) => `*[${condition} && true]${end}`

async function openWithLayers() {
  const lake = await openTestLake()
  const client = connect(lake)
  await client
    .transaction()
    .create({
      _id: 'both',
      _type: 'note',
      text: 'published',
      n: null,
      deep: [{_key: 'a', é: '\u2028'}],
    })
    .create({_id: 'drafts.both', _type: 'note', text: 'draft'})
    .create({_id: 'drafts.only', _type: 'note', text: 'draft'})
    .create({_id: 'versions.r1.both', _type: 'note', text: 'in r1'})
    .create({_id: 'versions.r1.gone', _type: 'note', _system: {delete: true}})
    .create({_id: 'gone', _type: 'note'})
    .create({_id: 'odd', _type: 'note', deep: {hasOwnProperty: 1, kept: 2}})
    .commit()
  return {lake, client}
}

const ids = [
  'both',
  'drafts.both',
  'drafts.only',
  'only',
  'versions.r1.both',
  'gone',
  'odd',
  'none',
  '',
]

describe('one document by its id', () => {
  it('is what the whole evaluator finds, in every perspective', async () => {
    const {client} = await openWithLayers()
    for (const perspective of ['raw', 'published', 'drafts', ['r1'], ['r1', 'drafts']] as const)
      for (const id of ids)
        for (const end of ['', '[0]']) {
          const options = {
            perspective: typeof perspective === 'string' ? perspective : [...perspective],
          }
          const expected = await client.fetch(byThread('_id == $id', end), {id}, options)
          const found = {
            parameter: await client.fetch(`*[_id == $id]${end}`, {id}, options),
            text: await client.fetch(` * [ _id=="${id}" ] ${end} `, {}, options),
          }
          expect([perspective, id, found]).toEqual([
            perspective,
            id,
            {parameter: expected, text: expected},
          ])
        }
  })

  it('is none for what is no text, and needs its parameter', async () => {
    const {client} = await openWithLayers()
    for (const id of [null, 1, true, ['both'], {a: 1}])
      expect(await client.fetch('*[_id == $id]', {id})).toEqual([])
    await expect(client.fetch('*[_id == $id]')).rejects.toMatchObject({statusCode: 400})
    await expect(client.fetch('*[_id == $toString]')).rejects.toMatchObject({statusCode: 400})
    const query = {query: '*[_id == "both"]', perspective: 'raw,drafts'}
    await expect(client.request({url: '/data/query/production', query})).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  it('is hidden from who may not read it, and never older than what was acknowledged', async () => {
    const {lake, client} = await openWithLayers()
    await client.datasets.create('open', {aclMode: 'public'})
    const open = connect(lake, {dataset: 'open'})
    await open.create({_id: 'a', _type: 'note'})
    await open.create({_id: 'a.private', _type: 'note'})
    const stranger = connect(lake, {dataset: 'open', token: undefined})
    expect(await stranger.fetch('*[_id == "a"][0]._id')).toBe('a')
    expect(await stranger.fetch('*[_id == "a"]')).toHaveLength(1)
    expect(await stranger.fetch('*[_id == "a.private"]')).toEqual([])
    const viewer = connect(lake, {token: viewerToken})
    for (let n = 0; n < 50; n += 1) {
      await client.patch('both').set({n}).commit()
      expect(await viewer.fetch('*[_id == $id][0]', {id: 'both'})).toMatchObject({n})
    }
  })
})
