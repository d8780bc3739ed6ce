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
 * Whoever may sell may write stock levels: a forged level cannot be prevented by type and role. It is detected:
 * `proveShop` names it.
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
