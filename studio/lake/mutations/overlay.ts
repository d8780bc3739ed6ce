import type {DocumentChange, EarlyGuard, ReadGuard, StoredDocument, WireMutation} from '../types.ts'
import {versionPrefix} from './releaseIds.ts'

/** The documents as they stand before the transaction. */
export interface LakeReader {
  document(id: string): StoredDocument | null
  /** Ids of documents that hold a strong reference to this id; at most `limit`. */
  strongReferrers(id: string, limit: number): readonly string[]
  /** Ids of the draft and the versions of a published document. */
  versionsOf(publishedId: string): readonly string[]
  /** Ids of the versions in a release. */
  versionsIn(releaseId: string): readonly string[]
  /** The document as it stands, or as it last stood before it was deleted. */
  lastState(id: string): StoredDocument | null
}

/** What the author of the transaction may do; without them, everything. */
export interface Guards {
  earlyGuard?: EarlyGuard | undefined
  readGuard?: ReadGuard | undefined
}

export interface Entry {
  id: string
  before: StoredDocument | null
  after: StoredDocument | null
  mutations: WireMutation[]
  /** Index of the last mutation that touched the document, for error items. */
  index: number
}

/** The documents of one dataset as a running transaction sees them: what is stored, overlaid by what it did so far. */
export class Overlay {
  readonly reader: LakeReader
  readonly #guards: Guards
  readonly #entries = new Map<string, Entry>()

  constructor(reader: LakeReader, guards: Guards = {}) {
    this.reader = reader
    this.#guards = guards
  }

  document(id: string): StoredDocument | null {
    const entry = this.#entries.get(id)
    return entry ? entry.after : this.reader.document(id)
  }

  /**
   * The document that a mutation changes: whether it may be is asked first, so that no other error tells of its content.
   * @throws LakeError 403
   */
  documentToChange(id: string): StoredDocument | null {
    const before = this.document(id)
    if (before && !this.#entries.has(id)) this.#guards.earlyGuard?.update(before)
    return before
  }

  /** @throws LakeError 403 when the document may not be created */
  checkCreate(after: StoredDocument): void {
    this.#guards.earlyGuard?.create(after)
  }

  mayRead(document: StoredDocument): boolean {
    try {
      this.#guards.readGuard?.(document)
      return true
    } catch {
      return false
    }
  }

  /** The draft and the versions of a published document that are there now. */
  versionsOf(publishedId: string): readonly string[] {
    const touched = [...this.#entries.keys()].filter(
      (id) =>
        id === `drafts.${publishedId}` ||
        (id.startsWith('versions.') && id.endsWith(`.${publishedId}`)),
    )
    const ids = new Set([...this.reader.versionsOf(publishedId), ...touched])
    return [...ids].filter((id) => this.document(id))
  }

  /** The versions in a release that are there now. */
  versionsIn(releaseId: string): readonly string[] {
    const prefix = versionPrefix(releaseId)
    const touched = [...this.#entries.keys()].filter((id) => id.startsWith(prefix))
    const ids = new Set([...this.reader.versionsIn(releaseId), ...touched])
    return [...ids].filter((id) => this.document(id))
  }

  /** The entry of a document that this transaction touched. */
  touched(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  entries(): Iterable<Entry> {
    return this.#entries.values()
  }

  write(id: string, after: StoredDocument | null, mutation: WireMutation, index: number): void {
    const entry = this.#entries.get(id)
    if (!entry) {
      this.#entries.set(id, {
        id,
        before: this.reader.document(id),
        after,
        mutations: [mutation],
        index,
      })
      return
    }
    entry.after = after
    entry.mutations.push(mutation)
    entry.index = index
  }

  /** One change per touched document; a document made and deleted in the same transaction has none. */
  changes(): readonly DocumentChange[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.before !== null || entry.after !== null)
      .map(({id, before, after, mutations}) => ({documentId: id, before, after, mutations}))
  }
}
