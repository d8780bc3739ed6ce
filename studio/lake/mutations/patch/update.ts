import {isArray, isObject, withAttribute} from '../json.ts'
import type {Location} from '../path/types.ts'

/**
 * Replaces the value at a location; everything on the way is copied, the rest shared.
 * Missing or primitive values on the way become objects. The same root when `update` gives the same value.
 */
export function updateAt(
  root: unknown,
  at: Location,
  update: (value: unknown) => unknown,
): unknown {
  const [step, ...rest] = at
  if (step === undefined) return update(root)
  if (typeof step === 'number') {
    if (!isArray(root)) return root
    const next = updateAt(root[step], rest, update)
    return Object.is(next, root[step]) ? root : root.with(step, next)
  }
  const object = isObject(root) ? root : {}
  const before = Object.hasOwn(object, step) ? object[step] : undefined
  const next = updateAt(before, rest, update)
  const isSame = Object.is(next, before) && Object.hasOwn(object, step)
  return isSame && object === root ? root : withAttribute(object, step, next)
}

/** The value at a location; `found: false` when there is none. */
export function valueAt(root: unknown, at: Location): {found: boolean; value: unknown} {
  let value = root
  for (const step of at) {
    if (typeof step === 'number') {
      if (!isArray(value) || step >= value.length) return {found: false, value: undefined}
      value = value[step]
    } else {
      if (!isObject(value) || !Object.hasOwn(value, step)) return {found: false, value: undefined}
      value = value[step]
    }
  }
  return {found: true, value}
}
