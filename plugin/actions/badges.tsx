import {useTranslation} from 'sanity'
import type {DocumentBadgeComponent, DocumentBadgeDescription} from 'sanity'
import {stockState} from '../domain/alerts.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {billState} from './shared/states.ts'
import type {BillState} from './shared/states.ts'
import {useShopFormat, useStockLevel} from './shared/useShop.ts'
import {useCustomerAccount} from './bill/useBillSubject.ts'
import {useAnyBillBalance} from './shared/useStored.ts'
import {useDocument, useShopSnapshot} from '../realtime/index.ts'

const BILL_COLOURS: Readonly<Record<BillState, DocumentBadgeDescription['color']>> = {
  paid: 'success',
  partial: 'warning',
  unpaid: 'warning',
  overdue: 'danger',
  void: undefined,
  credited: undefined,
}

/** Paid, part paid, overdue or void: the same predicate as the dashboard's lists. */
export const useBillBadge: DocumentBadgeComponent = ({id}) => {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const balance = useAnyBillBalance(id)
  const day = useShopSnapshot(({figures}) => figures.day)
  if (balance === undefined) return null
  const state = billState(balance, day)
  return {
    label: t(`badge.bill.${state}`, {balance: format.money(balance.balance)}),
    color: BILL_COLOURS[state],
  }
}

/** Low, out or below zero: the same predicate as tile and alert. */
export const useProductBadge: DocumentBadgeComponent = ({id}) => {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const product = useDocument('product', id)
  const level = useStockLevel(id)
  if (product === undefined) return null
  const state = stockState(product, level)
  if (state === 'enough' || state === 'untracked') return null
  const onHand = format.quantity(level?.onHand ?? 0, product.unit)
  return {
    label: t(`badge.product.${state}`, {onHand}),
    color: state === 'low' ? 'warning' : 'danger',
  }
}

/** What a customer owes on all bills, or what the shop keeps of theirs. */
export const useCustomerBadge: DocumentBadgeComponent = ({id}) => {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const account = useCustomerAccount(id)
  if (account === undefined || (account.owed <= 0 && account.credit <= 0)) return null
  return account.owed > 0
    ? {label: t('badge.user.owes', {owed: format.money(account.owed)}), color: 'warning'}
    : {label: t('badge.user.credit', {credit: format.money(account.credit)}), color: 'success'}
}
