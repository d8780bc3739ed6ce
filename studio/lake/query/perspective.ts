import {LakeError} from '../errors.ts'
import type {LakeDocument} from './guards.ts'

/** A perspective as asked for: `raw`, `published`, `drafts` (or its old name `previewDrafts`), or a stack of release names. */
export type Perspective = string | readonly string[]

/** Which layer of a document a raw id is: published, draft, or a version in a release. */
interface Layer {
  baseId: string
  layer: string
}

const DRAFTS = 'drafts'
const PUBLISHED = 'published'

/** The id that a document's draft and versions share. */
export function layerOf(rawId: string): Layer {
  if (rawId.startsWith('drafts.')) return {baseId: rawId.slice('drafts.'.length), layer: DRAFTS}
  if (!rawId.startsWith('versions.')) return {baseId: rawId, layer: PUBLISHED}
  const end = rawId.indexOf('.', 'versions.'.length)
  if (end === -1) return {baseId: rawId, layer: PUBLISHED}
  return {baseId: rawId.slice(end + 1), layer: `release:${rawId.slice('versions.'.length, end)}`}
}

/** How a perspective turns raw documents into the ones a query sees. */
export interface Overlay {
  /** The same for every spelling of the same perspective. */
  readonly name: string
  /** The id under which a query sees (a layer of) this raw document. */
  idOf(rawId: string): string
  /** The document a query sees under an id, or null. */
  pick(id: string, rawById: (rawId: string) => LakeDocument | null): LakeDocument | null
}

/** Builds the overlay of a perspective. In a stack the first layer wins; published is always the last. */
export function createOverlay(perspective: Perspective): Overlay {
  checkPerspective(perspective)
  const layers = (typeof perspective === 'string' ? [perspective] : perspective).map((name) =>
    name === 'previewDrafts' ? DRAFTS : name,
  )
  if (layers.length === 1 && layers[0] === 'raw') return rawOverlay
  const upper = [...new Set(layers.filter((name) => name !== PUBLISHED))]
  return {
    name: JSON.stringify(upper),
    idOf: (rawId) => layerOf(rawId).baseId,
    pick: (id, rawById) => pickLayer(id, upper, rawById),
  }
}

function checkPerspective(perspective: Perspective): void {
  const names = typeof perspective === 'string' ? [perspective] : perspective
  const bad = names.find((name) => !/^[A-Za-z0-9_-]+$/.test(name))
  if (bad === undefined && (names.length <= 1 || !names.includes('raw'))) return
  throw new LakeError(
    400,
    'invalidPerspectiveError',
    bad === undefined
      ? 'raw cannot be part of a stack of perspectives'
      : `"${bad}" is not a perspective`,
  )
}

const rawOverlay: Overlay = {
  name: 'raw',
  idOf: (rawId) => rawId,
  pick: (id, rawById) => rawById(id),
}

function pickLayer(
  id: string,
  upper: readonly string[],
  rawById: (rawId: string) => LakeDocument | null,
): LakeDocument | null {
  for (const layer of upper) {
    const rawId = layer === DRAFTS ? `drafts.${id}` : `versions.${layer}.${id}`
    const found = rawById(rawId)
    if (found !== null) return isRemoval(found) ? null : {...found, _id: id, _originalId: rawId}
  }
  const published = layerOf(id).layer === PUBLISHED ? rawById(id) : null
  // `_originalId` is there in every perspective but the plain published one, as in the hosted lake.
  return published === null || upper.length === 0 ? published : {...published, _originalId: id}
}

/** A version with `_system.delete` stands for "unpublish this document with the release". */
function isRemoval(document: LakeDocument): boolean {
  const system = document['_system']
  return (
    typeof system === 'object' && system !== null && 'delete' in system && system.delete === true
  )
}
