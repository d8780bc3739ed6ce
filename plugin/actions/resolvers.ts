import type {
  DocumentActionComponent,
  DocumentActionsContext,
  DocumentBadgeComponent,
  DocumentBadgesContext,
} from 'sanity'
import {adjustStockAction} from './adjustStockAction.tsx'
import {useBillBadge, useCustomerBadge, useProductBadge} from './badges.tsx'
import {
  creditBillAction,
  printBillAction,
  recordPaymentAction,
  refundAction,
  sellAgainAction,
  voidBillAction,
} from './bill/actions.tsx'
import {createBillAction} from './createBillAction.tsx'
import {statementAction} from './statementAction.tsx'
import {countStockAction, receiveStockAction} from './stockActions.tsx'

const ACTIONS: Readonly<Record<string, readonly DocumentActionComponent[]>> = {
  user: [createBillAction, statementAction],
  product: [createBillAction, adjustStockAction, receiveStockAction, countStockAction],
  bill: [
    printBillAction,
    recordPaymentAction,
    creditBillAction,
    refundAction,
    sellAgainAction,
    voidBillAction,
  ],
  creditNote: [printBillAction],
}

const BADGES: Readonly<Record<string, readonly DocumentBadgeComponent[]>> = {
  bill: [useBillBadge],
  product: [useProductBadge],
  user: [useCustomerBadge],
}

/** For `document.actions`: the shop's own after those there are. What a draft lacks they say themselves. */
export function addShopActions(
  prev: DocumentActionComponent[],
  {schemaType}: Pick<DocumentActionsContext, 'schemaType'>,
): DocumentActionComponent[] {
  return [...prev, ...(ACTIONS[schemaType] ?? [])]
}

export function addShopBadges(
  prev: DocumentBadgeComponent[],
  {schemaType}: Pick<DocumentBadgesContext, 'schemaType'>,
): DocumentBadgeComponent[] {
  return [...prev, ...(BADGES[schemaType] ?? [])]
}
