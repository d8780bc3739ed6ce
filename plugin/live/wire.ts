/** A document as it comes over the wire: only its identity is known. */
export interface RawDocument {
  _id: string
  _type: string
  _rev: string
  [attribute: string]: unknown
}

/** The closed union behind the port: everything a listener can say. */
export type WireEvent =
  | {type: 'welcome'}
  | {type: 'welcomeback'}
  | {type: 'reset'}
  | {type: 'reconnect'}
  | MutationEvent

/** One document's part of one transaction. */
export interface MutationEvent {
  type: 'mutation'
  documentId: string
  transactionId: string
  transition: 'appear' | 'update' | 'disappear'
  previousRev: string | undefined
  /** `undefined` after `disappear`. */
  resultRev: string | undefined
  result: RawDocument | undefined
  /** Events of this transaction that match the listener's filter; 1 when the lake does not say. */
  totalEvents: number
  /** Server time of the commit, ISO UTC. */
  timestamp: string | undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isRawDocument(value: unknown): value is RawDocument {
  return (
    isRecord(value) &&
    typeof value._id === 'string' &&
    typeof value._type === 'string' &&
    typeof value._rev === 'string'
  )
}

/** `undefined` for what is no event of ours. */
export function parseWireEvent(value: unknown): WireEvent | undefined {
  if (!isRecord(value)) return undefined
  switch (value.type) {
    case 'welcome':
    case 'welcomeback':
    case 'reset':
    case 'reconnect':
      return {type: value.type}
    case 'mutation':
      return parseMutation(value)
    default:
      return undefined
  }
}

function parseMutation(value: Record<string, unknown>): MutationEvent | undefined {
  const {documentId, transactionId, result, transactionTotalEvents: total} = value
  if (typeof documentId !== 'string' || typeof transactionId !== 'string') return undefined
  const document = isRawDocument(result) ? result : undefined
  const transition = toTransition(value.transition, document)
  const isGone = transition === 'disappear'
  return {
    type: 'mutation',
    documentId,
    transactionId,
    transition,
    previousRev: transition === 'appear' ? undefined : textOf(value.previousRev),
    resultRev: isGone ? undefined : (textOf(value.resultRev) ?? document?._rev),
    result: isGone ? undefined : document,
    totalEvents: typeof total === 'number' && total > 0 ? total : 1,
    timestamp: textOf(value.timestamp),
  }
}

function toTransition(value: unknown, result: RawDocument | undefined) {
  if (value === 'appear' || value === 'update' || value === 'disappear') return value
  return result === undefined ? 'disappear' : 'update'
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
