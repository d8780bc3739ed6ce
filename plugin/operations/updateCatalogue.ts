import {dequal} from 'dequal'
import {InvalidCommandError} from '../domain/errors.ts'
import type {FieldIssue} from '../domain/errors.ts'
import {stockLevelId} from '../domain/ids.ts'
import type {PatchMutation, ShopMutation} from '../domain/mutation.ts'
import {REQUIRED} from './catalogue.ts'
import type {CatalogueType} from './catalogue.ts'
import type {Snapshot} from './snapshot.ts'

interface Update {
  mutations: ShopMutation[]
  /** The document after the update. */
  changed: Record<string, unknown>
}

/** Patches the published document and its draft alike; `null` empties an attribute. */
export function planUpdate(
  type: CatalogueType,
  document: {_id: string},
  fields: Record<string, unknown>,
  snapshot: Snapshot,
): Update {
  checkRequired(type, fields)
  if (type === 'product') checkDecimals(document._id, fields, snapshot)
  const changed: Record<string, unknown> = {...document}
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (dequal(changed[name] ?? null, value ?? null)) continue
    if (value === null) {
      unset.push(name)
      delete changed[name]
    } else {
      set[name] = value
      changed[name] = value
    }
  }
  return {mutations: patchesOf(document._id, set, unset, fields, snapshot), changed}
}

function patchesOf(
  id: string,
  set: Record<string, unknown>,
  unset: string[],
  fields: Record<string, unknown>,
  snapshot: Snapshot,
): ShopMutation[] {
  const patch = (target: string): ShopMutation => {
    const operations: PatchMutation = {id: target}
    if (Object.keys(set).length > 0) operations.set = set
    if (unset.length > 0) operations.unset = unset
    return {patch: operations}
  }
  const isUnchanged = Object.keys(set).length === 0 && unset.length === 0
  const draft = `drafts.${id}`
  if (!snapshot.has(draft)) return isUnchanged ? [] : [patch(id)]
  // The draft may differ from the published document: it gets every field, or publishing it would undo the update.
  const draftSet = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  const draftUnset = Object.keys(fields).filter((name) => fields[name] === null)
  if (Object.keys(fields).length === 0) return []
  const draftPatch: PatchMutation = {id: draft}
  if (Object.keys(draftSet).length > 0) draftPatch.set = draftSet
  if (draftUnset.length > 0) draftPatch.unset = draftUnset
  return [...(isUnchanged ? [] : [patch(id)]), {patch: draftPatch}]
}

function checkRequired(type: CatalogueType, fields: Record<string, unknown>): void {
  const issues = REQUIRED[type]
    .filter((name) => fields[name] === null)
    .map((path): FieldIssue => ({path, message: 'must not be empty', reason: {name: 'required'}}))
  if (issues.length === 0) return
  const words = issues.map(({path, message}) => `${path} ${message}`).join('; ')
  throw new InvalidCommandError(`Nothing was saved: ${words}.`, issues)
}

function checkDecimals(id: string, fields: Record<string, unknown>, snapshot: Snapshot): void {
  const level = snapshot.find('stockLevel', stockLevelId(id))
  const {unit} = fields
  if (level === undefined || typeof unit !== 'object' || unit === null) return
  if (!('decimals' in unit) || unit.decimals === level.unit.decimals) return
  const message = `cannot change once there is stock: it is counted with ${level.unit.decimals}`
  throw new InvalidCommandError(`Nothing was saved: the unit's decimals ${message}.`, [
    {path: 'unit.decimals', message, reason: {name: 'decimals-fixed'}},
  ])
}
