import {createRecentSet} from './recentSet.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

/** A transaction committed so long before a read, by the lake's clock, is in it. */
const INDEX_LAG_MS = 2_000

/** One document moved from `before` to `after`. */
export interface Change {
  id: string
  before: RawDocument | undefined
  after: RawDocument | undefined
}

export interface HeldDocumentsOptions {
  /** Whether a document belongs to the working set; others leave it. */
  isHeld: (document: RawDocument) => boolean
  /** Whether the lake may have had this document before, although it is not held. */
  mayBeUnheld: (document: RawDocument) => boolean
}

/** The documents as far as they are known, and which of their revisions are behind them. */
export function createHeldDocuments(options: HeldDocumentsOptions) {
  const base = new Map<string, RawDocument>()
  // revisions that were left behind: `id#rev`
  const passed = createRecentSet(20_000)

  // the lake's clock at the last read, ms
  let readAt = -Infinity

  const put = (id: string, after: RawDocument | undefined): Change => {
    const before = base.get(id)
    if (before !== undefined) passed.add(`${id}#${before._rev}`)
    const held = after !== undefined && options.isHeld(after) ? after : undefined
    if (held === undefined) base.delete(id)
    else base.set(id, held)
    if (held !== undefined) passed.delete(`${id}#${held._rev}`)
    return {id, before, after: held}
  }

  /** Lets go of everything, as if it had never been read. */
  const clear = (): Change[] => {
    const changes = [...base].map(([id, before]) => ({id, before, after: undefined}))
    base.clear()
    return changes
  }

  /** What is held is just what the event made of the document. */
  const isExactly = ({documentId, resultRev}: MutationEvent): boolean =>
    resultRev !== undefined && base.get(documentId)?._rev === resultRev

  /** What is held is just what the event starts from. */
  const isLinked = ({documentId, previousRev}: MutationEvent): boolean =>
    previousRev !== undefined && base.get(documentId)?._rev === previousRev

  const isDone = (event: MutationEvent): boolean => {
    if (isExactly(event)) return true
    if (isLinked(event)) return false
    if (ageAtRead(event) > INDEX_LAG_MS) return true
    const {documentId: id, previousRev, resultRev} = event
    if (resultRev === undefined) return !base.has(id) && passed.has(`${id}#${previousRev}`)
    return passed.has(`${id}#${resultRev}`)
  }

  /** How long before the last read it was committed, ms; negative after it. */
  const ageAtRead = ({timestamp}: MutationEvent): number => {
    const at = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
    return Number.isNaN(at) ? -Infinity : readAt - at
  }

  /** The query index lags: a revision read strongly consistent may be newer than the snapshot. */
  const isOlder = (document: RawDocument, held: RawDocument | undefined): boolean =>
    passed.has(`${document._id}#${document._rev}`) || timeOf(document) < timeOf(held)

  const isChained = (event: MutationEvent): boolean => {
    const held = base.get(event.documentId)
    if (event.transition !== 'disappear' && event.result === undefined) return false
    if (held !== undefined && event.transition !== 'appear')
      return event.previousRev === undefined || held._rev === event.previousRev
    if (held !== undefined || ageAtRead(event) > 0) return false
    if (event.transition === 'appear') return true
    return event.result !== undefined && options.mayBeUnheld(event.result)
  }

  const leaveBehind = (event: MutationEvent) => {
    if (event.previousRev !== undefined) passed.add(`${event.documentId}#${event.previousRev}`)
  }

  return {
    get: (id: string): RawDocument | undefined => base.get(id),
    has: (id: string): boolean => base.has(id),
    keys: (): Iterable<string> => base.keys(),
    values: (): Iterable<RawDocument> => base.values(),
    size: (): number => base.size,
    put,
    clear,
    /** The documents are those of the lake at this moment of its clock, ms. */
    readAt: (at: number): void => {
      readAt = at
    },
    isExactly,
    isLinked,
    isDone,
    isOlder,
    isChained,
    leaveBehind,
  }
}

function timeOf(document: RawDocument | undefined): string {
  return typeof document?._updatedAt === 'string' ? document._updatedAt : ''
}

export type HeldDocuments = ReturnType<typeof createHeldDocuments>
