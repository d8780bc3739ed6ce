import {isLakeDocument, type LakeDocument} from './guards.ts'
import {createOverlay, type Overlay, type Perspective} from './perspective.ts'
import {compileReadFilter, type ReadFilter} from './readFilter.ts'
import {parseSafely} from './safeJson.ts'
import {View} from './view.ts'

/** A view costs an index over its documents; more kinds of readers than this take turns. */
const MAX_VIEWS = 12

interface KeptView {
  view: View
  filter: ReadFilter | null
  version: number
}

/** Who asks, as far as it decides which documents are seen. */
export interface Reader {
  perspective: Perspective
  /** GROQ filter on raw documents; null = all. */
  readFilter: string | null
  identity?: string | undefined
}

/** One dataset, parsed, in memory. */
export class Mirror {
  private readonly raw = new Map<string, LakeDocument>()
  private readonly views = new Map<string, KeptView>()
  private version = 0

  /** Takes over a document's JSON text, or its deletion. */
  apply(id: string, body: string | null): void {
    const document = body === null ? null : parseDocument(body)
    if (document === null) this.raw.delete(id)
    else this.raw.set(id, document)
    this.version += 1
    for (const kept of this.views.values()) {
      if (kept.filter?.isVolatile !== true) kept.view.refresh(id)
    }
  }

  /** The view of a reader; kept for the next query of the same kind. @throws LakeError 400 for a bad filter or perspective */
  viewFor(reader: Reader): View {
    const overlay = createOverlay(reader.perspective)
    const key = this.keyOf(overlay, reader)
    const kept = this.views.get(key)
    this.views.delete(key)
    if (kept !== undefined && (kept.filter?.isVolatile !== true || kept.version === this.version)) {
      this.views.set(key, kept)
      return kept.view
    }
    const filter =
      reader.readFilter === null
        ? null
        : compileReadFilter(reader.readFilter, this.filterContext(reader))
    const view = new View(overlay, this.raw.keys(), (rawId) => this.readable(rawId, filter))
    this.views.set(key, {view, filter, version: this.version})
    this.dropOldestView()
    return view
  }

  /** Builds the view of a reader when there is none; one whose filter looks at other documents may be of earlier. */
  warm(reader: Reader): void {
    const key = this.keyOf(createOverlay(reader.perspective), reader)
    if (!this.views.has(key)) this.viewFor(reader)
  }

  private keyOf(overlay: Overlay, reader: Reader): string {
    return JSON.stringify([overlay.name, reader.readFilter, this.identityKey(reader)])
  }

  private identityKey(reader: Reader): string | null {
    return reader.readFilter?.includes('identity') === true ? (reader.identity ?? null) : null
  }

  private filterContext(reader: Reader) {
    return {
      all: () => [...this.raw.values()],
      get: (id: string) => this.raw.get(id) ?? null,
      identity: reader.identity,
    }
  }

  private readable(rawId: string, filter: ReadFilter | null): LakeDocument | null {
    const document = this.raw.get(rawId) ?? null
    return document === null || filter === null || filter.allows(document) ? document : null
  }

  private dropOldestView(): void {
    const [oldest] = this.views.keys()
    if (this.views.size > MAX_VIEWS && oldest !== undefined) this.views.delete(oldest)
  }
}

function parseDocument(body: string): LakeDocument {
  const document = parseSafely(body)
  if (!isLakeDocument(document)) throw new Error('a stored document has no _id or no _type')
  return document
}
