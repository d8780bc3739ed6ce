import {isArray, isObject, withoutAttribute} from '../json.ts'
import {locate} from '../path/locate.ts'
import {parsePath} from '../path/parse.ts'
import type {Location} from '../path/types.ts'
import {updateAt, valueAt} from './update.ts'

/** Removes every place of the path; elements of an array close up. Missing places are no error. */
export function applyUnset(root: unknown, path: string): unknown {
  let result = root
  // Last place first: removing an element moves those behind it.
  for (const at of [...locate(root, parsePath(path), false)]
    .toSorted(compareLocations)
    .toReversed()) {
    result = removeAt(result, at)
  }
  return result
}

function removeAt(root: unknown, at: Location): unknown {
  const step = at.at(-1)
  if (step === undefined || !valueAt(root, at).found) return root
  return updateAt(root, at.slice(0, -1), (parent) => {
    if (typeof step === 'number') return isArray(parent) ? parent.toSpliced(step, 1) : parent
    return isObject(parent) ? withoutAttribute(parent, step) : parent
  })
}

function compareLocations(left: Location, right: Location): number {
  for (const [depth, step] of left.entries()) {
    const other = right[depth]
    if (other === undefined) return 1
    if (step === other) continue
    if (typeof step === 'number' && typeof other === 'number') return step - other
    return String(step) < String(other) ? -1 : 1
  }
  return left.length - right.length
}
