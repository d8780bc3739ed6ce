import * as v from 'valibot'
import type {Headline} from '../../domain/headline.ts'
import {headlineSchema} from '../headline/headlineSchema.ts'
import {isRawDocument} from '../wire.ts'
import type {RawDocument} from '../wire.ts'
import type {WorkingSetBounds} from '../workingSet.ts'
import {untilIdle} from '../idle.ts'

/** What one device keeps of a shop: the documents as the lake had them, never what was derived from them. */
export interface KeptShop {
  /** When the documents were last known to equal the lake, ms. */
  asOf: number
  bounds: WorkingSetBounds
  documents: readonly RawDocument[]
}

/** Written last, in the same transaction: without it nothing was kept. */
export interface KeptHeader {
  asOf: number
  bounds: WorkingSetBounds
  /** How many documents stand in the buckets. */
  documents: number
  /** What the tiles said then: shown while the documents are being read. */
  headline: Headline
}

/** Documents are kept in so many texts, so that a change rewrites a small part. */
export const BUCKETS = 128

/** Older caches hold little that still counts, and people's data need not lie about longer. */
const KEPT_MS = 7 * 24 * 60 * 60_000
/** A clock that was set back by more makes "as of" a lie. */
const CLOCK_TOLERANCE_MS = 60_000

const day = v.pipe(v.string(), v.isoDate())
const headerSchema = v.object({
  asOf: v.pipe(v.number(), v.finite()),
  bounds: v.object({billsFrom: day, entriesFrom: day}),
  documents: v.pipe(v.number(), v.integer(), v.minValue(0)),
  headline: headlineSchema,
})

/** `undefined` for what is damaged, too old, or from the future. */
export function parseHeader(value: unknown, now: number): KeptHeader | undefined {
  const {success, output} = v.safeParse(headerSchema, value)
  if (!success) return undefined
  const age = now - output.asOf
  return age > KEPT_MS || age < -CLOCK_TOLERANCE_MS ? undefined : output
}

/** So many texts are parsed in one task, and the page goes first for so long, ms: it is just starting. */
const TEXTS_A_TASK = 4
const PATIENCE_MS = 500

/** `undefined` unless every text and every document in it is whole. */
export async function parseBuckets(
  texts: readonly unknown[],
  {documents: expected}: KeptHeader,
): Promise<RawDocument[] | undefined> {
  const documents: RawDocument[] = []
  for (const [index, text] of texts.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one task after the other
    if (index % TEXTS_A_TASK === TEXTS_A_TASK - 1) await untilIdle(PATIENCE_MS)
    const bucket = text === undefined ? [] : parseBucket(text)
    if (bucket === undefined) return undefined
    for (const document of bucket) documents.push(document)
  }
  return documents.length === expected ? documents : undefined
}

function parseBucket(text: unknown): RawDocument[] | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) && parsed.every(isRawDocument) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Where a document is kept: FNV-1a of its id. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS
}
