import type {ShopSnapshot, ShopStore} from '../../plugin/live/types.ts'
import type {RawDocument} from '../../plugin/live/wire.ts'
import type {LakeHistory, Version} from './lakeHistory.ts'

/** What is shown of a document: its revision, that there is a draft, or nothing. */
type Shown = {revision: string | undefined} | undefined

export interface TransactionWatchOptions {
  store: ShopStore
  history: LakeHistory
  /** Whether the store shows such a document at all. */
  isHeld: (document: RawDocument) => boolean
}

/**
 * Looks at every step of a store and names what must never be seen: one document of a transaction shown as it made it
 * while another is still older, and a document that goes back in time. Call `found` for what it saw; pending documents
 * are nobody's version yet and left out.
 */
export function watchTransactions({store, history, isHeld}: TransactionWatchOptions) {
  const positions = new Map<string, number>()
  const found: string[] = []
  let steps = 0

  const candidatesOf = (id: string, snapshot: ShopSnapshot): number[] => {
    const from = positions.get(id) ?? 0
    const shown = shownOf(snapshot, id)
    return history
      .versionsOf(id)
      .flatMap((version, index) =>
        index >= from && isShownAs(version, shown, isHeld) ? [index] : [],
      )
  }

  const place = (id: string, snapshot: ShopSnapshot): string | undefined => {
    const versions = history.versionsOf(id)
    if (versions.length === 0) return undefined
    const candidates = candidatesOf(id, snapshot)
    const [first] = candidates
    if (first === undefined) {
      found.push(`step ${steps}: ${id} went back or shows what the lake never had`)
      return undefined
    }
    positions.set(id, first)
    // only a version that can be no other says which transaction is shown
    return candidates.length === 1 ? versions[first]?.transactionId : undefined
  }

  const checkWhole = (transactionId: string, snapshot: ShopSnapshot) => {
    for (const id of history.documentsOf(transactionId)) {
      if (snapshot.pending.has(id)) continue
      const made = history
        .versionsOf(id)
        .findIndex((version) => version.transactionId === transactionId)
      const newest = candidatesOf(id, snapshot).at(-1)
      if (newest !== undefined && newest < made) {
        found.push(`step ${steps}: ${transactionId} is shown, but not what it did to ${id}`)
      }
    }
  }

  const stop = store.subscribeChanges((ids) => {
    const snapshot = store.getSnapshot()
    steps += 1
    const shown = new Set<string>()
    for (const id of ids) {
      if (snapshot.pending.has(id)) continue
      const transactionId = place(id, snapshot)
      if (transactionId !== undefined) shown.add(transactionId)
    }
    for (const transactionId of shown) checkWhole(transactionId, snapshot)
  })
  return {found: (): readonly string[] => found, steps: () => steps, stop}
}

function isShownAs(
  {document}: Version,
  shown: Shown,
  isHeld: TransactionWatchOptions['isHeld'],
): boolean {
  const isVisible = document !== undefined && isHeld(document)
  if (shown === undefined || !isVisible) return (shown !== undefined) === isVisible
  return shown.revision === undefined || shown.revision === document._rev
}

const VARIANT = /^(?:drafts\.|versions\.[^.]+\.)(?<id>.+)$/

function shownOf(snapshot: ShopSnapshot, id: string): Shown {
  const publishedId = VARIANT.exec(id)?.groups?.['id']
  if (publishedId !== undefined) {
    const isThere = snapshot.drafts.get(publishedId)?.includes(id) === true
    return isThere ? {revision: undefined} : undefined
  }
  for (const collection of Object.values(snapshot)) {
    if (!(typeof collection === 'object' && 'get' in collection)) continue
    const document = collection === snapshot.drafts ? undefined : collection.get(id)
    if (hasRevision(document)) return {revision: document._rev}
  }
  return undefined
}

function hasRevision(value: unknown): value is {_rev: string} {
  return typeof value === 'object' && value !== null && '_rev' in value
}
