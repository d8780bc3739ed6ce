import type {ShopRole} from './roles.ts'

/**
 * What goes beyond a cashier's own authority. Nothing needs approval unless it is set.
 *
 * A second person approves by doing it himself, under his own login. A name or a PIN that the till sends along would
 * prove nothing: everything a page sends is in the hands of whoever holds the till, and the ledger would name somebody
 * who never saw it.
 */
export interface ApprovalRules {
  /** Basis points: a larger discount on a line or on the whole bill, a lowered price counted in. */
  discountOver?: number
  /** Minor units at cost: an adjustment, damage or count that takes away more than this. */
  lossOver?: number
  /** Cancelling a bill. */
  void?: boolean
  /** Paying money back, for a bill or with a credit note. */
  refund?: boolean
  /** Selling a line for less than it cost. */
  belowCost?: boolean
}

/** What needed approval. `creditLimit` follows `creditPolicy`. */
export type ApprovalReason = keyof ApprovalRules | 'creditLimit'

/** Roles that may do what needs approval. */
export const APPROVING_ROLES = ['administrator'] as const satisfies readonly ShopRole[]

/** Without known roles (`undefined`) the lake's own grants decide. */
export function mayApprove(roles: readonly ShopRole[] | undefined): boolean {
  return roles === undefined || APPROVING_ROLES.some((role) => roles.includes(role))
}
