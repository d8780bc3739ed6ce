import {shopRolesOf} from '../domain/roles.ts'
import type {ShopRole} from '../domain/roles.ts'
import {requirePermission} from './permissions.ts'
import type {OperationName} from './permissions.ts'
import type {LakePort} from './port.ts'
import {readSettings} from './settings.ts'
import type {Snapshot} from './snapshot.ts'
import type {RunnerOptions} from './untilDone.ts'

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
