import {locate} from '../path/locate.ts'
import {parsePath} from '../path/parse.ts'
import {updateAt, valueAt} from './update.ts'

/** Writes a value at every place of the path; missing objects on the way are made. */
export function applySet(root: unknown, path: string, value: unknown): unknown {
  let result = root
  for (const at of locate(root, parsePath(path), true)) result = updateAt(result, at, () => value)
  return result
}

/** Like set, where nothing is there yet; a stored `null` counts as there. */
export function applySetIfMissing(root: unknown, path: string, value: unknown): unknown {
  let result = root
  for (const at of locate(root, parsePath(path), true)) {
    if (!valueAt(result, at).found) result = updateAt(result, at, () => value)
  }
  return result
}
