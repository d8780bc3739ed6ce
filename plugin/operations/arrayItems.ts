import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {hashText} from '../domain/ids.ts'
import {canonicalJson} from './canonicalJson.ts'

/**
 * A list whose objects all have a `_key` in the end: without one the Studio refuses to edit the list, and two people who
 * do overwrite each other's items. The key follows from item and place, so that a repeated command writes the same.
 */
export function keyedItems<T>(item: GenericSchema<unknown, T>) {
  return v.pipe(
    v.array(item, 'must be a list'),
    v.transform((items) => withKeys(items)),
    v.check((items) => hasUniqueKeys(items), 'must not hold one _key twice'),
  )
}

function withKeys<T>(items: readonly T[]): T[] {
  return items.map((item, index) =>
    isObject(item) && !('_key' in item && item._key)
      ? {...item, _key: hashText(`${index} ${canonicalJson(item)}`).slice(0, 12)}
      : item,
  )
}

function hasUniqueKeys(items: readonly unknown[]): boolean {
  const keys = items.flatMap((item) => (isObject(item) && '_key' in item ? [item._key] : []))
  return new Set(keys).size === keys.length
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
