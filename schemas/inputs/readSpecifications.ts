import type {Specification} from '../../plugin/domain/documents.ts'

/** The rows of a form that say anything; half-typed ones have no value yet. */
export function readSpecifications(value: unknown): Specification[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null) return []
    const _key = '_key' in row ? row._key : undefined
    const name = 'name' in row ? row.name : undefined
    const text = 'value' in row ? row.value : undefined
    if (typeof _key !== 'string' || typeof name !== 'string') return []
    return [{_key, name, value: typeof text === 'string' ? text : ''}]
  })
}
