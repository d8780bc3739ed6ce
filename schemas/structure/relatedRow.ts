import {array, looseObject, parse, string} from 'valibot'

export interface RelatedRow {
  id: string
  title: string
  subtitle: string
}

/** The part of a compiled schema type that says how its documents are previewed. */
export interface Previewed {
  preview?: {
    select?: Record<string, string>
    prepare?: (selection: Record<string, unknown>) => unknown
  }
}

const documents = array(looseObject({_id: string()}))

/** Rows as the type's own preview words them; parts behind a reference are left out. Refuses what is no document. */
export function readRows(found: unknown, type: Previewed): RelatedRow[] {
  return parse(documents, found).map((document) => {
    const words = type.preview?.prepare?.(select(document, type.preview.select ?? {}))
    return {
      id: document._id,
      title: wordOf(words, 'title') ?? document._id,
      subtitle: wordOf(words, 'subtitle') ?? '',
    }
  })
}

function select(document: unknown, selection: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(selection).map(([key, path]) => [key, valueAt(document, path.split('.'))]),
  )
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => readOwn(at, key), value)
}

function readOwn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

function wordOf(words: unknown, key: 'title' | 'subtitle'): string | undefined {
  const word = readOwn(words, key)
  return typeof word === 'string' ? word : undefined
}
