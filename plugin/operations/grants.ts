import {DEFAULT_ROLES} from '../domain/roles.ts'
import type {RoleMap, ShopRole} from '../domain/roles.ts'
import {PERMISSIONS} from './permissions.ts'

/** A grant of a custom role, as a Content Lake takes it; `update` covers deleting. */
export interface ShopGrant {
  /** GROQ, without `*[…]`. */
  filter: string
  permissions: readonly ('read' | 'create' | 'update' | 'history')[]
}

const READ_ALL: ShopGrant = {filter: '_id in path("**")', permissions: ['read', 'history']}

/**
 * What the lake itself has to allow for each Sanity role of the shop, derived from the permissions of its operations: what
 * the forms refuse, the lake refuses too. Issued bills, credit notes, payments and ledger entries can be created and
 * never changed. Editors may also write documents that are none of the shop's. Administrators keep all rights.
 *
 * Two things a lake cannot tell apart by type and role. Whoever may sell may write stock levels: a forged one is not
 * prevented, it is detected and `proveShop` names it. Operations that write the same types need the same grants, so what
 * only the operations refuse a cashier is deleting a customer (the lake knows no right to delete, only `update`), opening
 * stock and correcting it (a cashier may adjust).
 *
 * On Sanity's own lake grants belong to custom roles, which an administrator makes in the project's settings; the built-in
 * roles keep theirs.
 *
 * @param map - names of Sanity roles by role of the shop, as `shopSettings.roles` has them
 * @returns grants by the name of the Sanity role, for every role but the administrators'
 */
export function shopGrants(map: RoleMap = DEFAULT_ROLES): Record<string, readonly ShopGrant[]> {
  const grants: [string, readonly ShopGrant[]][] = []
  for (const role of ['editor', 'cashier', 'viewer'] as const) {
    for (const name of map[role]) grants.push([name, grantsOf(role)])
  }
  return Object.fromEntries(grants)
}

function grantsOf(role: Exclude<ShopRole, 'administrator'>): ShopGrant[] {
  if (role === 'viewer') return [READ_ALL]
  const {creates, changes} = writesOf(role)
  const own: ShopGrant[] = [
    READ_ALL,
    {filter: typeIn([...creates, ...changes]), permissions: ['create']},
    {filter: typeIn(changes), permissions: ['update']},
  ]
  return role === 'editor' ? [...own, FOREIGN] : own
}

function writesOf(role: ShopRole) {
  const permissions = Object.values(PERMISSIONS).filter(({roles}) => roles.includes(role))
  return {
    creates: permissions.flatMap((permission) => permission.creates),
    changes: permissions.flatMap((permission) => permission.changes),
  }
}

const typeIn = (types: readonly string[]) =>
  `_type in ${JSON.stringify([...new Set(types)].toSorted())}`

const shopTypes = Object.values(PERMISSIONS).flatMap(({creates, changes}) => [
  ...creates,
  ...changes,
])

/** Pictures, releases and whatever else the project's Studio holds. */
const FOREIGN: ShopGrant = {
  filter: `!(${typeIn(['shopSettings', ...shopTypes])})`,
  permissions: ['create', 'update'],
}
