import {createRandom} from '../../operations/random.ts'
import {sample} from '../../live/sampleDocuments.ts'
import type {Content} from '../../live/sampleDocuments.ts'

/** A document as the lake sends it. */
export interface LakeDocument extends Content {
  _id: string
  _rev: string
}

export interface Fixture {
  /** Half products, half levels, in the order of their ids; of about 665 bytes each. */
  documents: LakeDocument[]
  levels: LakeDocument[]
}

const stamp = {_rev: 'r0', _createdAt: '2026-03-01T00:00:00Z', _updatedAt: '2026-03-01T00:00:00Z'}
const words =
  'lamp desk arm switch cord foot box glass brass steel warm white dimmable socket bulb ceiling wall spare screw shade'.split(
    ' ',
  )

/** So that texts differ as they do in a shop, and compress no better. */
function describe(random: () => number): string {
  return Array.from({length: 30}, () => words[Math.floor(random() * words.length)]).join(' ')
}

export function makeFixture(count: number): Fixture {
  const random = createRandom(count)
  const ids = Array.from(
    {length: count / 2},
    (_, index) => `product-${String(index).padStart(6, '0')}`,
  )
  const levels = ids.map((id, index): LakeDocument => ({
    ...sample.level(id, index % 50),
    _id: `stockLevel.${id}`,
    ...stamp,
    note: describe(random),
  }))
  const products = ids.map((id): LakeDocument => ({
    ...sample.product(id, {description: describe(random), sku: id.toUpperCase()}),
    _id: id,
    ...stamp,
    brand: {_type: 'reference', _ref: 'brand-1', _weak: true},
    category: {_type: 'reference', _ref: 'category-1', _weak: true},
    barcode: '8901234567894',
  }))
  return {documents: [...products, ...levels], levels}
}

/** Changes of one level after the other, all over the documents. */
export function createChanges({documents, levels}: Fixture) {
  const held = [...documents]
  const positions = new Map(documents.map(({_id}, index) => [_id, index]))
  let round = 0
  return {
    /** The documents as they are after the last change. */
    held: (): readonly LakeDocument[] => held,
    next(): {before: LakeDocument; after: LakeDocument} {
      const level = levels[(round * 7_919) % levels.length]
      const position = positions.get(level?._id ?? '') ?? -1
      const before = held[position]
      if (before === undefined) throw new Error('There are no levels.')
      const after = changedLevel(before, round)
      held[position] = after
      round += 1
      return {before, after}
    },
  }
}

/** The level after its change `round`: one less on hand, and what is left is worth less. */
export function changedLevel(level: LakeDocument, round: number): LakeDocument {
  const onHand = 50 + round
  return {...level, _rev: `t${round}`, onHand, value: onHand * 700}
}

/** The mutation event as text, as it comes down the stream; `withResult` as the listener asked for. */
export function eventText(before: LakeDocument, after: LakeDocument, withResult: boolean): string {
  return JSON.stringify({
    eventId: `${after._rev}#${after._id}`,
    documentId: after._id,
    transactionId: after._rev,
    transition: 'update',
    identity: 'till-1',
    previousRev: before._rev,
    resultRev: after._rev,
    ...(withResult ? {result: after} : {}),
    timestamp: new Date().toISOString(),
    visibility: 'query',
    transactionTotalEvents: 1,
    transactionCurrentEvent: 1,
  })
}
