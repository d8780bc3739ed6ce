import {locate} from '../path/locate.ts'
import {parsePath} from '../path/parse.ts'
import {PatchError} from './patchError.ts'
import {updateAt} from './update.ts'

/** Adds to every number at the path. A place that is missing or holds no number stays as it is. */
export function applyIncrement(root: unknown, path: string, delta: number): unknown {
  let result = root
  for (const at of locate(root, parsePath(path), false)) {
    result = updateAt(result, at, (value) =>
      typeof value === 'number' ? add(value, delta, path) : value,
    )
  }
  return result
}

function add(value: number, delta: number, path: string): number {
  const sum = value + delta
  if (Number.isFinite(sum)) return sum
  throw new PatchError(`The number at "${path}" would grow beyond what can be stored`)
}
