import {APPROVING_ROLES, mayApprove} from '../domain/approvals.ts'
import type {ApprovalReason} from '../domain/approvals.ts'
import type {BillLine} from '../domain/documents.ts'
import {NotPermittedError} from '../domain/errors.ts'
import {formatMoney, lineAmount, rateOf} from '../domain/money.ts'
import type {PlanContext} from './operation.ts'
import {inWords} from './permissions.ts'
import type {Snapshot} from './snapshot.ts'

/** @throws NotPermittedError unless the actor's role may approve; `what` completes "Nothing was saved: …". */
export function requireApproval(
  approval: ApprovalReason,
  what: string,
  {roles, command}: PlanContext,
): void {
  if (mayApprove(roles)) return
  throw new NotPermittedError(
    `Nothing was saved: ${what}. Only ${inWords(APPROVING_ROLES)} may do that: let one do it at this form, logged in.`,
    {operation: command.operation, allowed: APPROVING_ROLES, approval},
  )
}

/**
 * Discounts beyond the shop's rule, on a line or on all of them; a price below the product's counts as a discount.
 * @throws NotPermittedError
 */
export function approveDiscounts(
  lines: readonly BillLine[],
  snapshot: Snapshot,
  context: PlanContext,
): void {
  const limit = context.settings.approvals.discountOver
  if (limit === undefined) return
  const given = lines.map((line) => discountGiven(line, snapshot))
  const tooMuch = given.find(({own, listed}) => own > rateOf(listed, limit))
  const sum = (amount: (one: {all: number; listed: number}) => number) =>
    given.reduce((total, one) => total + amount(one), 0)
  const isBillTooMuch =
    sum((one) => one.all) >
    rateOf(
      sum((one) => one.listed),
      limit,
    )
  if (tooMuch === undefined && !isBillTooMuch) return
  const where =
    tooMuch === undefined ? 'the discount of the bill' : `the discount on ${tooMuch.name}`
  requireApproval('discountOver', `${where} is more than ${limit / 100} %`, context)
}

function discountGiven(line: BillLine, snapshot: Snapshot) {
  const id = line.product?._ref
  const price = id === undefined ? undefined : snapshot.find('product', id)?.price
  const listed = Math.max(
    line.gross,
    lineAmount(price ?? line.unitPrice, line.quantity, line.unit.decimals),
  )
  const own = listed - line.gross + line.discount
  return {name: line.name, listed, own, all: own + line.billDiscount}
}

/** @throws NotPermittedError */
export function approveCosts(lines: readonly BillLine[], context: PlanContext): void {
  if (context.settings.approvals.belowCost !== true) return
  const below = lines.find((line) => line.cost !== undefined && line.net < line.cost)
  if (below === undefined) return
  requireApproval('belowCost', `${below.name} would be sold for less than it cost`, context)
}

/** `values`: signed changes of the stock's value, minor units. @throws NotPermittedError */
export function approveLoss(values: readonly number[], context: PlanContext): void {
  const limit = context.settings.approvals.lossOver
  const loss = -values.reduce((sum, value) => sum + value, 0)
  if (limit === undefined || loss <= limit) return
  const {currency} = context.settings
  const words = `this takes away goods worth ${formatMoney(loss, currency)}, more than ${formatMoney(limit, currency)}`
  requireApproval('lossOver', words, context)
}
