import type {Actor} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {shopRolesOf} from '../domain/roles.ts'
import type {ShopRole} from '../domain/roles.ts'
import {requirePermission} from './permissions.ts'
import type {OperationName} from './permissions.ts'
import type {LakePort} from './port.ts'
import {readSettings} from './settings.ts'
import type {Snapshot} from './snapshot.ts'
import type {RunnerOptions} from './untilDone.ts'

/** Every entry says who made it. @throws InvalidCommandError for an actor without an id or a name */
export function requireActor({id, name}: Actor): void {
  const missing = Object.entries({id, name}).find(([, value]) => value.trim() === '')
  if (missing === undefined) return
  const message = 'must not be empty'
  throw new InvalidCommandError(
    `Nothing was saved: the actor's ${missing[0]} ${message}: say who does this where the operations are made.`,
    [{path: `actor.${missing[0]}`, message}],
  )
}

/** Asks the lake once who the token is; a failed question is asked again. */
export function rememberRoles(
  port: Pick<LakePort, 'roles'>,
): () => Promise<readonly string[] | undefined> {
  let known: Promise<readonly string[] | undefined> | undefined
  return () => {
    known ??= port.roles().catch((cause: unknown) => {
      known = undefined
      throw cause
    })
    return known
  }
}

/**
 * The actor's roles in the shop, once they allow the operation; `undefined` when the lake does not tell them.
 * `snapshot` must have asked for the settings.
 * @throws NotPermittedError
 */
export async function permittedRoles(
  operation: OperationName,
  snapshot: Snapshot,
  runner: RunnerOptions,
): Promise<readonly ShopRole[] | undefined> {
  const sanityRoles = await runner.roles()
  if (sanityRoles === undefined) return undefined
  const {values} = readSettings(snapshot, runner.options)
  const roles = shopRolesOf(sanityRoles, values.roles)
  requirePermission(operation, roles)
  return roles
}
