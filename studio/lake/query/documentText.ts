import {isRecord} from './guards.ts'
import {TEXT_ATTRIBUTE} from './textQuery.ts'

/**
 * Gives an object and every object in it a hidden attribute with all of its text, which is what `@ match` searches.
 * Not enumerable: it never shows in a projection or a result. Keys that start with `_` (ids, types, references) are not text.
 */
export function attachText(value: unknown): void {
  gatherText(value)
}

function gatherText(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item: unknown) => gatherText(item))
  if (!isRecord(value)) return []
  const known = Object.getOwnPropertyDescriptor(value, TEXT_ATTRIBUTE)
  if (known !== undefined) return readTexts(known.value)
  const texts = Object.entries(value).flatMap(([key, item]) =>
    key.startsWith('_') ? [] : gatherText(item),
  )
  Object.defineProperty(value, TEXT_ATTRIBUTE, {value: Object.freeze(texts), enumerable: false})
  return texts
}

function readTexts(value: unknown): readonly string[] {
  return isTexts(value) ? value : []
}

/** Only `gatherText` writes the attribute. */
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value)
