import {isArray, isObject, type JsonObject} from '../json.ts'
import {applyDiffMatchPatch} from './diffMatchPatch.ts'
import {applyIncrement} from './increment.ts'
import {applyInsert} from './insert.ts'
import {PatchError} from './patchError.ts'
import {applySet, applySetIfMissing} from './set.ts'
import {applyUnset} from './unset.ts'

const ADDRESS = new Set(['id', 'query', 'params', 'ifRevisionID', 'ifRevisionId'])
const INSERT_POSITIONS = ['before', 'after', 'replace'] as const

type Operation = (root: unknown, argument: unknown) => unknown

/**
 * In the order in which the hosted lake is documented to apply the operations of one patch.
 * `@sanity/mutator` runs setIfMissing before set: the two differ when both write below one path.
 */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['set', (root, argument) => eachPath('set', root, argument, applySet)],
  ['setIfMissing', (root, argument) => eachPath('setIfMissing', root, argument, applySetIfMissing)],
  ['unset', applyUnsets],
  ['inc', (root, argument) => eachPath('inc', root, argument, applyInc)],
  ['dec', (root, argument) => eachPath('dec', root, argument, applyDec)],
  ['insert', applyInserts],
  [
    'diffMatchPatch',
    (root, argument) => eachPath('diffMatchPatch', root, argument, applyTextPatch),
  ],
])

/**
 * Applies one wire patch (`{id, set, unset, ...}`) to a document; the address keys are ignored.
 * The input is never changed; untouched parts are shared with the result.
 * @throws PatchError, PathSyntaxError
 */
export function applyPatch(document: JsonObject, patch: JsonObject): JsonObject {
  for (const key of Object.keys(patch)) {
    if (!ADDRESS.has(key) && !OPERATIONS.has(key))
      throw new PatchError(`Unknown patch operation "${key}"`)
  }
  let result: unknown = document
  for (const [name, operation] of OPERATIONS) {
    const argument = patch[name]
    if (argument !== undefined) result = operation(result, argument)
  }
  if (!isObject(result)) throw new PatchError('A patch must leave an object')
  return result
}

function eachPath(
  name: string,
  root: unknown,
  argument: unknown,
  apply: (root: unknown, path: string, value: unknown) => unknown,
): unknown {
  if (!isObject(argument))
    throw new PatchError(`The "${name}" of a patch must be an object of paths and values`)
  let result = root
  for (const [path, value] of Object.entries(argument)) result = apply(result, path, value)
  return result
}

function applyUnsets(root: unknown, argument: unknown): unknown {
  if (!isArray(argument)) throw new PatchError('The "unset" of a patch must be an array of paths')
  let result = root
  for (const path of argument) {
    if (typeof path !== 'string')
      throw new PatchError('The "unset" of a patch must be an array of paths')
    result = applyUnset(result, path)
  }
  return result
}

function applyInserts(root: unknown, argument: unknown): unknown {
  if (!isObject(argument)) throw new PatchError('The "insert" of a patch must be an object')
  const {items} = argument
  if (!isArray(items)) throw new PatchError('The "items" of an insert must be an array')
  const position = INSERT_POSITIONS.find((name) => typeof argument[name] === 'string')
  const path = position && argument[position]
  if (!position || typeof path !== 'string')
    throw new PatchError('An insert needs one of "before", "after", "replace"')
  return applyInsert(root, position, path, items)
}

function applyInc(root: unknown, path: string, delta: unknown): unknown {
  return applyIncrement(root, path, toNumber('inc', path, delta))
}

function applyDec(root: unknown, path: string, delta: unknown): unknown {
  return applyIncrement(root, path, -toNumber('dec', path, delta))
}

function applyTextPatch(root: unknown, path: string, patch: unknown): unknown {
  if (typeof patch !== 'string')
    throw new PatchError(`The diffMatchPatch at "${path}" must be a string`)
  try {
    return applyDiffMatchPatch(root, path, patch)
  } catch (error) {
    throw new PatchError(`The diffMatchPatch at "${path}" is malformed`, {cause: error})
  }
}

function toNumber(operation: string, path: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new PatchError(`The "${operation}" at "${path}" must be a number`)
}
