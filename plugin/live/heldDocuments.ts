import {createRecentMap} from './recentSet.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

/** A transaction committed so long before a read, by the lake's clock, is in it. */
const INDEX_LAG_MS = 2_000
/** An older revision that is seen again waits, and is settled by a read. */
const PASSED_REVISIONS = 16
/** Documents that are gone and still known, at least. */
const GONE_DOCUMENTS = 20_000

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

/** What an event made of a document that is not held since. */
interface Departure {
  /** As which it goes on outside the working set; `undefined`: deleted. */
  revision: string | undefined
  /** When, ms of the lake's clock; -Infinity when the event did not tell. */
  at: number
}

/** What is known of one document. */
interface DocumentRecord {
  /** `undefined` when it is not held. */
  document: RawDocument | undefined
  /** The revisions that it left behind last, newest last. */
  passed: string[]
  /** The order of the event that moved it last, 0 for none: an answer fetched before that must not take it back. */
  movedAt: number
  /** Only while it is not held. */
  departure: Departure | undefined
}

/** The documents as far as they are known, and which of their revisions are behind them. */
export function createHeldDocuments(options: HeldDocumentsOptions) {
  const held = new Map<string, DocumentRecord>()
  const gone = createRecentMap<DocumentRecord>(GONE_DOCUMENTS)

  // the lake's clock at the last read, ms
  let readAt = -Infinity

  const find = (id: string): DocumentRecord | undefined => held.get(id) ?? gone.get(id)

  const get = (id: string): RawDocument | undefined => held.get(id)?.document

  const open = (id: string): DocumentRecord => {
    const record = {document: undefined, passed: [], movedAt: 0, departure: undefined}
    gone.set(id, record)
    return record
  }

  const hasPassed = (id: string, revision: string | undefined): boolean =>
    revision !== undefined && (find(id)?.passed.includes(revision) ?? false)

  const place = (id: string, record: DocumentRecord, next: RawDocument | undefined): Change => {
    const before = record.document
    const after = next !== undefined && options.isHeld(next) ? next : undefined
    if (before !== undefined) leave(record, before._rev)
    record.document = after
    if (before === undefined && after !== undefined) held.set(id, record)
    if (before !== undefined && after === undefined) {
      held.delete(id)
      gone.set(id, record)
    }
    return {id, before, after}
  }

  const leaveBehind = ({documentId, previousRev}: MutationEvent): void => {
    if (previousRev === undefined) return
    const record = find(documentId) ?? open(documentId)
    if (!record.passed.includes(previousRev)) leave(record, previousRev)
  }

  /** The event is in what is known; of a document that is not held it may be the last that is known. */
  const settle = (event: MutationEvent): void => {
    leaveBehind(event)
    const record = find(event.documentId)
    if (record?.departure === undefined) return
    if (timeOfEvent(event) >= record.departure.at) record.departure = departureOf(event)
  }

  /** What a read says of the document. */
  const put = (id: string, document: RawDocument | undefined): Change => {
    const record = find(id) ?? open(id)
    record.departure = undefined
    const change = place(id, record, document)
    if (change.after !== undefined) reach(record, change.after._rev)
    return change
  }

  const move = (record: DocumentRecord, event: MutationEvent, order: number): Change => {
    record.movedAt = order
    const change = place(event.documentId, record, event.result)
    record.departure = change.after === undefined ? departureOf(event) : undefined
    return change
  }

  /** What the event, the one of this order, makes of its document. */
  const apply = (event: MutationEvent, order: number): Change => {
    const record = find(event.documentId) ?? open(event.documentId)
    if (record.document?._rev !== event.previousRev) leaveBehind(event)
    return move(record, event, order)
  }

  /** As `apply`, of an event that goes on from what is held; `undefined` for any other. One look, at every change. */
  const applyNext = (event: MutationEvent, order: number): Change | undefined => {
    const {documentId, previousRev, transition, result} = event
    const record = held.get(documentId)
    if (previousRev === undefined || record?.document?._rev !== previousRev) return undefined
    if (transition === 'appear' || (transition === 'update' && result === undefined))
      return undefined
    return move(record, event, order)
  }

  const hasMovedSince = (id: string, order: number): boolean => (find(id)?.movedAt ?? 0) > order

  /** Lets go of everything, as if it had never been read. */
  const clear = (): Change[] => {
    const changes: Change[] = []
    for (const [id, record] of held) {
      changes.push({id, before: record.document, after: undefined})
      record.document = undefined
      gone.set(id, record)
    }
    held.clear()
    return changes
  }

  function* values(): Iterable<RawDocument> {
    for (const {document} of held.values()) if (document !== undefined) yield document
  }

  /** What is held is just what the event made of the document. */
  const isExactly = ({documentId, resultRev}: MutationEvent): boolean =>
    resultRev !== undefined && get(documentId)?._rev === resultRev

  /** What is held is just what the event starts from. */
  const isLinked = ({documentId, previousRev}: MutationEvent): boolean =>
    previousRev !== undefined && get(documentId)?._rev === previousRev

  const isDone = (event: MutationEvent): boolean => {
    if (isExactly(event)) return true
    if (isLinked(event)) return false
    if (ageAtRead(event) > INDEX_LAG_MS || isBeforeDeparture(event)) return true
    const {documentId: id, previousRev, resultRev} = event
    if (resultRev === undefined) return !held.has(id) && hasPassed(id, previousRev)
    return hasPassed(id, resultRev)
  }

  /** An event of a document that was taken away by a later one, or that a later one left outside the working set. */
  const isBeforeDeparture = (event: MutationEvent): boolean => {
    const departure = find(event.documentId)?.departure
    return departure !== undefined && timeOfEvent(event) < departure.at
  }

  /** How long before the last read it was committed, ms; negative after it. */
  const ageAtRead = (event: MutationEvent): number => {
    const at = timeOfEvent(event)
    return at === -Infinity ? -Infinity : readAt - at
  }

  /** The query index lags: a revision read strongly consistent may be newer than the snapshot. */
  const isOlder = (document: RawDocument, known: RawDocument | undefined): boolean =>
    hasPassed(document._id, document._rev) || timeOf(document) < timeOf(known)

  /** What is held is this revision, or was once. */
  const contains = (id: string, document: RawDocument | undefined): boolean => {
    const revision = document?._rev
    return get(id)?._rev === revision || hasPassed(id, revision)
  }

  const isChained = (event: MutationEvent): boolean => {
    const document = get(event.documentId)
    if (event.transition !== 'disappear' && event.result === undefined) return false
    if (document !== undefined && event.transition !== 'appear')
      return event.previousRev === undefined || document._rev === event.previousRev
    if (document !== undefined || ageAtRead(event) > 0) return false
    const departure = find(event.documentId)?.departure
    if (departure !== undefined) return goesOnFrom(departure, event)
    if (event.transition === 'appear') return true
    return event.result !== undefined && options.mayBeUnheld(event.result)
  }

  return {
    get,
    keys: (): Iterable<string> => held.keys(),
    values,
    size: (): number => held.size,
    put,
    apply,
    applyNext,
    hasMovedSince,
    clear,
    /** The documents are those of the lake at this moment of its clock, ms. */
    readAt: (at: number): void => {
      readAt = at
    },
    isExactly,
    isLinked,
    isDone,
    isOlder,
    contains,
    isChained,
    settle,
  }
}

/** Nothing links what is made anew to what was there before, so that it goes by time: at the same moment it is not known. */
function goesOnFrom({revision, at}: Departure, event: MutationEvent): boolean {
  if (event.transition !== 'appear') return revision !== undefined && event.previousRev === revision
  return revision === undefined && (timeOfEvent(event) > at || event.timestamp === undefined)
}

/** ms of the lake's clock; -Infinity when it does not tell. */
function timeOfEvent({timestamp}: MutationEvent): number {
  const at = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(at) ? -Infinity : at
}

function departureOf(event: MutationEvent): Departure {
  return {revision: event.result?._rev, at: timeOfEvent(event)}
}

function leave(record: DocumentRecord, revision: string): void {
  const {passed} = record
  // most documents change once in a visit, and an array that grows takes room for many
  if (passed.length === 0) record.passed = [revision]
  else passed.push(revision)
  if (passed.length > PASSED_REVISIONS) passed.shift()
}

function reach({passed}: DocumentRecord, revision: string): void {
  const position = passed.indexOf(revision)
  if (position >= 0) passed.splice(position, 1)
}

function timeOf(document: RawDocument | undefined): string {
  return typeof document?._updatedAt === 'string' ? document._updatedAt : ''
}

export type HeldDocuments = ReturnType<typeof createHeldDocuments>
