import {randomBytes} from 'node:crypto'
import {isArray, isObject} from './json.ts'

/** A 12-character array key as the Studio makes them. */
function createArrayKey(): string {
  return randomBytes(6).toString('hex')
}

/** A copy in which every object inside an array has a `_key`; the same value when none was missing. */
export function withArrayKeys(value: unknown): unknown {
  if (isArray(value)) return value.map((item) => withOwnKey(withArrayKeys(item)))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, withArrayKeys(child)]),
  )
}

function withOwnKey(item: unknown): unknown {
  return isObject(item) && typeof item._key !== 'string' ? {...item, _key: createArrayKey()} : item
}
