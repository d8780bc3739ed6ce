import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'

import {LakeError} from '../errors.ts'
import {datasetArbitrary, documentArbitrary} from './grammar.ts'
import {isRecord, type LakeDocument} from './guards.ts'
import {Mirror} from './mirror.ts'
import type {Perspective} from './perspective.ts'
import type {View} from './view.ts'

const IDS = ['a', 'b', 'c', 'e', 'f', 'drafts.a', 'drafts.b', 'versions.r1.a', 'x.y']

/** All that a view answers, by its lists and by its indexes. */
function contentOf(view: View): unknown {
  return {
    all: view.all(),
    types: ['product', 'brand', 'bill'].map((type) => view.ofType(type)),
    ids: IDS.map((id) => view.get(id)),
    referring: IDS.map((id) => [...view.referring(id)].toSorted()),
    versions: IDS.map((id) => [...view.versionsOf(id)].toSorted()),
    drafts: view.withIdPrefix('drafts.'),
    orders: ['product', 'brand', 'bill'].map((type) => {
      const index = view.inOrder(type, 'price', (item) => (isRecord(item) ? item['price'] : null))
      return [index?.groups(1), index?.groups(-1)].map((groups) => [...(groups ?? [])])
    }),
    words: ['RED', 'LA', 'CABLE'].map((word) =>
      [...(view.holding(word, word === 'RED', 1_000) ?? [])].toSorted(),
    ),
  }
}

function mirrorOf(documents: readonly LakeDocument[]): Mirror {
  const mirror = new Mirror()
  for (const document of documents) mirror.apply(document._id, JSON.stringify(document))
  return mirror
}

const perspectives: fc.Arbitrary<Perspective> = fc.constantFrom<Perspective[]>(
  'raw',
  'published',
  'drafts',
  ['r1'],
  ['r1', 'drafts'],
  ['r2', 'r1'],
)
const filters = fc.constantFrom(
  null,
  '_type != "bill"',
  '_id in path("*")',
  'brand->_type == "brand"',
  'title match "red*"',
)
const change = fc.oneof(documentArbitrary, fc.constantFrom(...IDS))

describe('views', () => {
  it('are the same after any changes as when built anew', () => {
    const seed = Number(process.env['VIEW_SEED'] ?? Date.now() % 1_000_000)
    console.info(`VIEW_SEED=${seed}`)
    const property = fc.property(
      datasetArbitrary,
      fc.array(change, {maxLength: 12}),
      perspectives,
      filters,
      (start, changes, perspective, readFilter) => {
        const reader = {perspective, readFilter}
        const mirror = mirrorOf(start)
        contentOf(mirror.viewFor(reader))
        const final = new Map(start.map((document) => [document._id, document]))
        for (const item of changes) {
          const id = typeof item === 'string' ? item : item._id
          mirror.apply(id, typeof item === 'string' ? null : JSON.stringify(item))
          if (typeof item === 'string') final.delete(id)
          else final.set(id, item)
        }
        expect(contentOf(mirror.viewFor(reader))).toEqual(
          contentOf(mirrorOf([...final.values()]).viewFor(reader)),
        )
      },
    )
    fc.assert(property, {numRuns: 1000, seed})
  })
})

const layers = [
  {_id: 'a', _type: 'product', title: 'published'},
  {_id: 'drafts.a', _type: 'product', title: 'draft'},
  {_id: 'versions.r1.a', _type: 'product', title: 'r1'},
  {_id: 'versions.r2.a', _type: 'product', _system: {delete: true}},
  {_id: 'drafts.new', _type: 'product', title: 'only a draft'},
  {_id: 'plain', _type: 'product', title: 'plain'},
]

function seen(perspective: Perspective): unknown[] {
  const view = mirrorOf(layers).viewFor({perspective, readFilter: null})
  return view
    .all()
    .map((document) => [document._id, document['_originalId'] ?? null, document['title'] ?? null])
}

describe('perspectives', () => {
  it('raw: every document as it is', () => {
    expect(seen('raw')).toHaveLength(layers.length)
    expect(seen(['raw'])).toEqual(seen('raw'))
  })

  it('published: neither drafts nor versions', () => {
    expect(seen('published')).toEqual([
      ['a', null, 'published'],
      ['plain', null, 'plain'],
    ])
  })

  it('drafts: the draft stands for the document, under its id; previewDrafts is the same', () => {
    const expected = [
      ['a', 'drafts.a', 'draft'],
      ['new', 'drafts.new', 'only a draft'],
      ['plain', 'plain', 'plain'],
    ]
    expect(seen('drafts')).toEqual(expected)
    expect(seen('previewDrafts')).toEqual(expected)
    expect(seen(['drafts'])).toEqual(expected)
  })

  it('a stack: the first release that has the document wins, published is the last', () => {
    expect(seen(['r1', 'drafts'])).toEqual([
      ['a', 'versions.r1.a', 'r1'],
      ['new', 'drafts.new', 'only a draft'],
      ['plain', 'plain', 'plain'],
    ])
    expect(seen(['r9', 'r1'])).toEqual([
      ['a', 'versions.r1.a', 'r1'],
      ['plain', 'plain', 'plain'],
    ])
  })

  it('a version that unpublishes hides the document', () => {
    expect(seen(['r2', 'r1'])).toEqual([['plain', 'plain', 'plain']])
  })

  it('refuses a name that is none, and raw in a stack', () => {
    expect(() => seen(['a b'])).toThrow(LakeError)
    expect(() => seen(['raw', 'drafts'])).toThrow(LakeError)
  })
})
