import {execFileSync} from 'node:child_process'
import {createReadStream, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {describe, expect, it} from 'vitest'
import {cleanUp, connect, openTestLake} from './lakeRig.ts'

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lake-export-'))
  cleanUp(() => rmSync(directory, {recursive: true, force: true}))
  return directory
}

/** References both ways, weak ones, a draft, a version, a release, a picture, a file, odd names, empty and long values. */
async function fill(client: SanityClient): Promise<void> {
  const image = await client.assets.upload('image', png, {filename: 'red "pixel".png'})
  const file = await client.assets.upload('file', Buffer.from('a,b\n1,2\n'), {filename: 'list.csv'})
  const reference = (id: string) => ({_type: 'reference', _ref: id})
  const transaction = client.transaction()
  for (let n = 0; n < 1_100; n += 1) {
    transaction.create({
      _id: `note-${n}`,
      _type: 'note',
      n,
      next: {...reference(`note-${(n + 1) % 1_100}`)},
      soft: {...reference('nowhere'), _weak: true},
    })
  }
  await transaction.commit()
  await client.releases.create({releaseId: 'r1', metadata: {title: 'Spring', releaseType: 'asap'}})
  await client
    .transaction()
    .create({
      _id: 'drafts.note-1',
      _type: 'note',
      n: -1,
      names: {'a b': 1, 'ü"\n': null, hasOwnProperty: 2},
    })
    .create({_id: 'versions.r1.note-1', _type: 'note', list: [], text: 'x'.repeat(100_000)})
    .create({
      _id: 'album',
      _type: 'album',
      _createdAt: '2020-01-01T00:00:00Z',
      cover: {_type: 'image', asset: reference(image._id)},
      attachment: {_type: 'file', asset: reference(file._id)},
    })
    .commit()
}

/** The lines of an export with its assets, in the order of the ids, and the assets' own metadata. */
async function exportAll(client: SanityClient, directory: string) {
  const outputPath = join(directory, 'export.tar.gz')
  await exportDataset({client, dataset: client.config().dataset ?? '', outputPath})
  execFileSync('tar', ['-xzf', outputPath, '-C', directory, '--strip-components=1'])
  const read = (name: string) => readFileSync(join(directory, name), 'utf8')
  const lines = read('data.ndjson')
    .split('\n')
    .filter((line) => line !== '')
  return {
    outputPath,
    documents: lines.map(toComparable).toSorted(),
    assets: withoutStamps(read('assets.json')),
  }
}

/** Pictures and files are uploaded anew: their documents get times of their own. */
function withoutStamps(text: string): unknown {
  const assets: unknown = JSON.parse(text, (name, value: unknown) =>
    ['_rev', '_createdAt', '_updatedAt'].includes(name) ? undefined : value,
  )
  return assets
}

function toComparable(line: string): string {
  const document: unknown = JSON.parse(line)
  const content = document instanceof Object ? {...document, _rev: '', _updatedAt: ''} : {}
  return JSON.stringify(
    Object.entries(content).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  )
}

describe('the tools behind "sanity dataset export" and "import"', () => {
  it('carry a dataset into another lake, where an export gives the same again', async () => {
    const source = connect(await openTestLake())
    await fill(source)
    const first = await exportAll(source, makeDirectory())
    expect(first.documents).toHaveLength(1_104)
    const target = connect(await openTestLake())
    const {numDocs, warnings} = await sanityImport(createReadStream(first.outputPath), {
      client: target,
      operation: 'create',
    })
    expect([numDocs, warnings]).toEqual([1_104, []])
    const second = await exportAll(target, makeDirectory())
    expect(second.documents).toEqual(first.documents)
    expect(second.assets).toEqual(first.assets)
    const cover = await target.fetch<string>('*[_id == "album"][0].cover.asset->url')
    const picture = await fetch(cover)
    expect(Buffer.from(await picture.arrayBuffer()).equals(png)).toBe(true)
  })
})
