import {createRecentSet} from './recentSet.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

/** One document moved from `before` to `after`. */
export interface Change {
  id: string
  before: RawDocument | undefined
  after: RawDocument | undefined
}

export interface HeldDocumentsOptions {
  /** Whether a document belongs to the working set; others leave it. */
  isHeld: (document: RawDocument) => boolean
  /** Types of which the lake may have more than the replica holds. */
  isHeldInPart: (type: string) => boolean
}

/** The documents as far as they are known, and which of their revisions are behind them. */
export function createHeldDocuments(options: HeldDocumentsOptions) {
  const base = new Map<string, RawDocument>()
  // revisions that were left behind: `id#rev`
  const passed = createRecentSet(20_000)

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

  const isDone = (event: MutationEvent): boolean => {
    const held = base.get(event.documentId)
    const {documentId: id, previousRev, resultRev} = event
    if (resultRev === undefined) return held === undefined && passed.has(`${id}#${previousRev}`)
    if (held?._rev === resultRev) return true
    return passed.has(`${id}#${resultRev}`) && !(held !== undefined && held._rev === previousRev)
  }

  /** The query index lags: a revision read strongly consistent may be newer than the snapshot. */
  const isOlder = (document: RawDocument, held: RawDocument | undefined): boolean =>
    passed.has(`${document._id}#${document._rev}`) || timeOf(document) < timeOf(held)

  const isChained = (event: MutationEvent): boolean => {
    const held = base.get(event.documentId)
    if (event.transition !== 'disappear' && event.result === undefined) return false
    if (event.transition === 'appear') return held === undefined
    if (held !== undefined)
      return event.previousRev === undefined || held._rev === event.previousRev
    return event.result !== undefined && options.isHeldInPart(event.result._type)
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
