import {locate} from '../path/locate.ts'
import {parsePath} from '../path/parse.ts'
import {PatchError} from './patchError.ts'
import {updateAt} from './update.ts'

/**
 * Adds to every number at the path.
 * @throws PatchError when there is nothing at the path, or something that is no number
 */
export function applyIncrement(root: unknown, path: string, delta: number): unknown {
  const places = locate(root, parsePath(path), false)
  if (places.length === 0)
    throw new PatchError(`There is no number at "${path}" to change; give it one by "setIfMissing"`)
  let result = root
  for (const at of places) result = updateAt(result, at, (value) => add(value, delta, path))
  return result
}

function add(value: unknown, delta: number, path: string): number {
  if (typeof value !== 'number') throw new PatchError(`What is at "${path}" is no number`)
  const sum = value + delta
  if (Number.isFinite(sum)) return sum
  throw new PatchError(`The number at "${path}" would grow beyond what can be stored`)
}
