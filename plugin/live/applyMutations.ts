import type {PatchMutation, ShopMutation} from '../domain/mutation.ts'
import {isRecord} from './wire.ts'
import type {RawDocument} from './wire.ts'

export interface MutationContext {
  transactionId: string
  /** ISO UTC, for documents that are created. */
  at: string
}

/** The document that a mutation is about. */
export function targetOf(mutation: ShopMutation): string {
  if ('create' in mutation) return mutation.create._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  if ('createOrReplace' in mutation) return mutation.createOrReplace._id
  return 'patch' in mutation ? mutation.patch.id : mutation.delete.id
}

/** What one mutation makes of its document, as the lake will; one that cannot apply leaves it as it is. */
export function applyMutation(
  document: RawDocument | undefined,
  mutation: ShopMutation,
  context: MutationContext,
): RawDocument | undefined {
  if ('delete' in mutation) return undefined
  if ('patch' in mutation) return document && applyPatch(document, mutation.patch)
  if ('createOrReplace' in mutation) return toStored(mutation.createOrReplace, context)
  const created = 'create' in mutation ? mutation.create : mutation.createIfNotExists
  return document ?? toStored(created, context)
}

function toStored(
  document: {_id: string; _type: string; [attribute: string]: unknown},
  {transactionId, at}: MutationContext,
): RawDocument {
  return {_createdAt: at, _updatedAt: at, ...document, _rev: transactionId}
}

/** The lake's order: setIfMissing, set, unset, inc, dec. */
function applyPatch(document: RawDocument, patch: PatchMutation): RawDocument {
  let result = document
  const each = (
    values: Record<string, unknown> | undefined,
    change: (old: unknown, value: unknown) => unknown,
  ) => {
    for (const [path, value] of Object.entries(values ?? {})) {
      result = changeDocument(result, path, (old) => change(old, value))
    }
  }
  each(patch.setIfMissing, (old, value) => (old === undefined || old === null ? value : old))
  each(patch.set, (_old, value) => value)
  for (const path of patch.unset ?? []) result = changeDocument(result, path, () => undefined)
  each(patch.inc, (old, value) => addTo(old, value, 1))
  each(patch.dec, (old, value) => addTo(old, value, -1))
  return result
}

function addTo(old: unknown, value: unknown, sign: 1 | -1): unknown {
  return typeof old === 'number' && typeof value === 'number' ? old + sign * value : old
}

type Segment = {attribute: string} | {index: number} | {key: string}

const SEGMENT = /([A-Za-z_$][\w$]*)|\[(-?\d+)\]|\[_key\s*==\s*["']([^"']*)["']\]|\['([^']*)'\]/gy
const pathCache = new Map<string, readonly Segment[]>()

function parsePath(path: string): readonly Segment[] {
  const known = pathCache.get(path)
  if (known !== undefined) return known
  const segments: Segment[] = []
  let position = 0
  while (position < path.length) {
    if (path[position] === '.') position += 1
    SEGMENT.lastIndex = position
    const match = SEGMENT.exec(path)
    if (match === null) return []
    segments.push(toSegment(match))
    position = SEGMENT.lastIndex
  }
  if (pathCache.size < 5_000) pathCache.set(path, segments)
  return segments
}

function toSegment([, attribute, index, key, quoted]: RegExpExecArray): Segment {
  if (index !== undefined) return {index: Number(index)}
  if (key !== undefined) return {key}
  return {attribute: attribute ?? quoted ?? ''}
}

const identity = new Set(['_id', '_type', '_rev', '_createdAt'])

function changeDocument(
  document: RawDocument,
  path: string,
  change: (old: unknown) => unknown,
): RawDocument {
  const [first, ...rest] = parsePath(path)
  if (first === undefined || !('attribute' in first) || identity.has(first.attribute)) {
    return document
  }
  return {...document, [first.attribute]: changeAt(document[first.attribute], rest, change)}
}

function changeAt(
  value: unknown,
  path: readonly Segment[],
  change: (old: unknown) => unknown,
): unknown {
  const [segment, ...rest] = path
  if (segment === undefined) return change(value)
  if ('attribute' in segment) {
    // a missing parent is made, as the lake does
    const parent = value === undefined || value === null ? {} : value
    if (!isRecord(parent)) return value
    // an own attribute even when it is called __proto__: the computed key of a literal defines, it does not assign
    return {
      ...parent,
      [segment.attribute]: changeAt(ownOf(parent, segment.attribute), rest, change),
    }
  }
  if (!Array.isArray(value)) return value
  const items: readonly unknown[] = value
  const index =
    'index' in segment
      ? segment.index + (segment.index < 0 ? items.length : 0)
      : items.findIndex((item) => isRecord(item) && item._key === segment.key)
  if (index < 0 || index >= items.length) return value
  const changed = changeAt(items[index], rest, change)
  return changed === undefined ? items.toSpliced(index, 1) : items.with(index, changed)
}

function ownOf(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
