import {attachText} from './documentText.ts'
import {isRecord, type LakeDocument} from './guards.ts'
import {type Overlay, layerOf} from './perspective.ts'
import {OrderIndex} from './orderIndex.ts'
import type {Reader} from './ownReader.ts'
import {SortedDocuments} from './sortedDocuments.ts'
import {TextIndex} from './textIndex.ts'

type Index = Map<string, Set<string>>

/** Most order indexes of a view; the one that was used longest ago goes. */
const MAX_ORDERS = 16
/** A type with more documents gets an order index when it is wanted a second time: sorting costs more than one scan. */
const CHEAP_TO_SORT = 1_000
/** Of so many wanted orders it is known that they were wanted. */
const MAX_WANTED = 1_000

/** The documents that one kind of query sees (one perspective, one read filter), with indexes. */
export class View {
  private readonly documents = new Map<string, LakeDocument>()
  private readonly sorted = new SortedDocuments()
  private readonly types = new Map<string, SortedDocuments>()
  private referrers: Index | null = null
  private groups: Index | null = null
  private text: TextIndex | null = null
  private readonly orders = new Map<string, {type: string; index: OrderIndex}>()
  private readonly wantedOrders = new Set<string>()
  private hasTexts = false
  private readonly overlay: Overlay
  private readonly rawById: (rawId: string) => LakeDocument | null

  /** `rawById` gives a raw document, or null when there is none or it may not be read. */
  constructor(
    overlay: Overlay,
    rawIds: Iterable<string>,
    rawById: (rawId: string) => LakeDocument | null,
  ) {
    this.overlay = overlay
    this.rawById = rawById
    for (const id of new Set([...rawIds].map((rawId) => overlay.idOf(rawId)))) {
      const document = overlay.pick(id, rawById)
      if (document !== null) this.documents.set(id, document)
    }
    this.sorted.load([...this.documents.values()])
    this.fillTypes()
  }

  private fillTypes(): void {
    const byType = new Map<string, LakeDocument[]>()
    for (const document of this.sorted.items) {
      const list = byType.get(document._type)
      if (list === undefined) byType.set(document._type, [document])
      else list.push(document)
    }
    for (const [type, documents] of byType) this.typeList(type).load(documents)
  }

  /** Takes over the change of one raw document. */
  refresh(rawId: string): void {
    const id = this.overlay.idOf(rawId)
    const before = this.documents.get(id) ?? null
    const after = this.overlay.pick(id, this.rawById)
    if (before !== null) this.remove(before, after)
    if (after !== null) this.put(after)
    for (const {type, index} of this.orders.values())
      index.change(ofType(before, type), ofType(after, type))
  }

  get(id: string): LakeDocument | null {
    return this.documents.get(id) ?? null
  }

  /** All documents by id; do not change. */
  all(): LakeDocument[] {
    return this.sorted.items
  }

  ofType(type: string): readonly LakeDocument[] {
    return this.types.get(type)?.items ?? []
  }

  /** The documents of a type in the order of a value of theirs, `name`; null when an index is not worth its cost yet. */
  inOrder(type: string, name: string, read: Reader): OrderIndex | null {
    const key = JSON.stringify([type, name])
    const kept = this.orders.get(key)
    this.orders.delete(key)
    const index = kept?.index ?? this.buildOrder(key, type, read)
    if (index !== null) this.orders.set(key, {type, index})
    const [oldest] = this.orders.keys()
    if (this.orders.size > MAX_ORDERS && oldest !== undefined) this.orders.delete(oldest)
    return index
  }

  private buildOrder(key: string, type: string, read: Reader): OrderIndex | null {
    const documents = this.ofType(type)
    const isWorthIt = documents.length <= CHEAP_TO_SORT || this.wantedOrders.has(key)
    if (isWorthIt) return new OrderIndex(read, documents)
    if (this.wantedOrders.size >= MAX_WANTED) this.wantedOrders.clear()
    this.wantedOrders.add(key)
    return null
  }

  withIdPrefix(prefix: string): readonly LakeDocument[] {
    return this.sorted.withPrefix(prefix)
  }

  /** Ids of the documents that hold a reference to `id` anywhere. */
  referring(id: string): ReadonlySet<string> {
    this.referrers ??= this.buildIndex((document) => referencedIds(document))
    return this.referrers.get(id) ?? NONE
  }

  /** Ids of the published document, the draft and the versions of one document that this view holds. */
  versionsOf(baseId: string): ReadonlySet<string> {
    this.groups ??= this.buildIndex((document) => [layerOf(document._id).baseId])
    return this.groups.get(baseId) ?? NONE
  }

  /** Ids of the documents with a word (folded) anywhere in their texts, or with a word that starts so; null: over `limit`. */
  holding(start: string, isWhole: boolean, limit: number): ReadonlySet<string> | null {
    this.text ??= this.buildTextIndex()
    return this.text.find(start, isWhole, limit)
  }

  /** Gives all documents, those to come included, the hidden text that `@ match` searches. */
  attachTexts(): void {
    if (this.hasTexts) return
    this.hasTexts = true
    for (const document of this.sorted.items) attachText(document)
  }

  private buildTextIndex(): TextIndex {
    const index = new TextIndex()
    for (const document of this.sorted.items) index.add(document)
    return index
  }

  private put(document: LakeDocument): void {
    if (this.hasTexts) attachText(document)
    this.documents.set(document._id, document)
    this.sorted.set(document)
    this.text?.add(document)
    this.typeList(document._type).set(document)
    if (this.referrers !== null) addTo(this.referrers, document._id, referencedIds(document))
    if (this.groups !== null) addTo(this.groups, document._id, [layerOf(document._id).baseId])
  }

  private remove(document: LakeDocument, after: LakeDocument | null): void {
    const id = document._id
    this.text?.remove(document)
    if (after === null) {
      this.documents.delete(id)
      this.sorted.delete(id)
    }
    if (after?._type !== document._type) this.types.get(document._type)?.delete(id)
    for (const target of referencedIds(document)) this.referrers?.get(target)?.delete(id)
    if (after === null) this.groups?.get(layerOf(id).baseId)?.delete(id)
  }

  private typeList(type: string): SortedDocuments {
    const list = this.types.get(type) ?? new SortedDocuments()
    this.types.set(type, list)
    return list
  }

  private buildIndex(keysOf: (document: LakeDocument) => Iterable<string>): Index {
    const index: Index = new Map()
    for (const document of this.documents.values()) addTo(index, document._id, keysOf(document))
    return index
  }
}

const ofType = (document: LakeDocument | null, type: string) =>
  document?._type === type ? document : null

const NONE: ReadonlySet<string> = new Set()

function addTo(index: Index, id: string, keys: Iterable<string>): void {
  for (const key of keys) {
    const ids = index.get(key)
    if (ids === undefined) index.set(key, new Set([id]))
    else ids.add(id)
  }
}

/** Every `_ref` in a value, at any depth. */
export function referencedIds(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const item of value) referencedIds(item, found)
  else if (isRecord(value)) {
    if (typeof value['_ref'] === 'string') found.add(value['_ref'])
    for (const item of Object.values(value))
      if (typeof item === 'object') referencedIds(item, found)
  }
  return found
}
