import {isArray, isObject} from './json.ts'

/** The hosted lake's limits. */
export const MAX_NESTING = 20
const MAX_ID_LENGTH = 128

const ID_PATTERN = /^[a-zA-Z0-9_][a-zA-Z0-9._-]*$/

export function isDocumentId(id: string): boolean {
  return (
    id.length <= MAX_ID_LENGTH && ID_PATTERN.test(id) && !id.includes('..') && !id.endsWith('.')
  )
}

/** Whether objects and arrays are nested deeper than the limit; the value itself is level one. */
export function isNestedTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_NESTING) return true
    level = level.flatMap(childrenOf).filter((child) => typeof child === 'object' && child !== null)
  }
  return false
}

function childrenOf(value: unknown): readonly unknown[] {
  if (isArray(value)) return value
  return isObject(value) ? Object.values(value) : []
}
