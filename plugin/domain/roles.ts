/** What a person may do in the shop. Sanity's own roles are mapped onto these by `shopSettings.roles`. */
export type ShopRole = 'administrator' | 'editor' | 'cashier' | 'viewer'

export const SHOP_ROLES = ['administrator', 'editor', 'cashier', 'viewer'] as const

/** Names of Sanity roles that act as each role of the shop. */
export type RoleMap = Readonly<Record<ShopRole, readonly string[]>>

/** Sanity's built-in roles; `cashier` is a custom role of the project. */
export const DEFAULT_ROLES: RoleMap = {
  administrator: ['administrator', 'developer'],
  editor: ['editor'],
  cashier: ['cashier'],
  viewer: ['viewer', 'contributor'],
}

/** The map with Sanity's own roles where it says nothing. */
export function completeRoles(map: Partial<RoleMap> | undefined): RoleMap {
  return {
    administrator: map?.administrator ?? DEFAULT_ROLES.administrator,
    editor: map?.editor ?? DEFAULT_ROLES.editor,
    cashier: map?.cashier ?? DEFAULT_ROLES.cashier,
    viewer: map?.viewer ?? DEFAULT_ROLES.viewer,
  }
}

/** Roles in the shop of somebody with these Sanity roles; who has none of them may only look. */
export function shopRolesOf(sanityRoles: readonly string[], map: RoleMap): readonly ShopRole[] {
  const found = SHOP_ROLES.filter((role) => map[role].some((name) => sanityRoles.includes(name)))
  return found.length === 0 ? ['viewer'] : found
}
