import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import type {ActivityItem} from '../../domain/activity.ts'
import type {Payment} from '../../domain/documents.ts'
import {billBalanceId} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopStore} from '../../realtime/index.ts'

export interface ActivityWords {
  title: string
  kind: string
  why?: string
  figure?: string
  opens: {id: string; type: string}
}

/** How an item reads. */
export function useActivityWords(): (item: ActivityItem) => ActivityWords {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const store = useShopStore()
  return useMemo(() => {
    const numberOf = ({bill}: Payment) =>
      bill === undefined
        ? undefined
        : store.getSnapshot().billBalances.get(billBalanceId(bill._ref))?.number
    const opens = ({_id, _type}: {_id: string; _type: string}) => ({id: _id, type: _type})
    const paperTitle = (number: string, customer: string | undefined) =>
      t('activity.paper', {number, customer: customer ?? t('bill.walk-in')})
    return (item) => {
      const kind = t(`activity.one.${item.kind}`)
      switch (item.kind) {
        case 'bill': {
          const {number, customerName, notes, totals} = item.document
          return {
            kind,
            title: paperTitle(number, customerName),
            ...(notes === undefined ? {} : {why: notes}),
            figure: format.money(totals.total),
            opens: opens(item.document),
          }
        }
        case 'creditNote': {
          const {number, customerName, reason, totals} = item.document
          return {
            kind,
            title: paperTitle(number, customerName),
            why: reason,
            figure: format.money(-totals.total),
            opens: opens(item.document),
          }
        }
        case 'payment': {
          const {amount, method, reference} = item.document
          const number = numberOf(item.document)
          const isRefund = amount < 0
          return {
            kind: isRefund ? t('activity.one.refund') : kind,
            title:
              number === undefined
                ? t(`analytics.method.${method}`)
                : t('activity.payment', {number, method: t(`analytics.method.${method}`)}),
            ...(reference === undefined ? {} : {why: reference}),
            figure: format.money(amount),
            opens: opens(item.document),
          }
        }
        case 'void': {
          const {number, customerName, total, bill} = item.document
          return {
            kind,
            title: paperTitle(number, customerName),
            why: item.reason,
            figure: format.money(-total),
            opens: {id: bill._ref, type: 'bill'},
          }
        }
        case 'movement': {
          const {productName, quantity, unit, source, reason} = item.document
          const why = reason ?? source?.label
          return {
            kind: t(`movement.kind.${item.document.kind}`),
            title: productName,
            ...(why === undefined ? {} : {why}),
            figure: format.change(quantity, unit),
            opens: opens(item.document),
          }
        }
        case 'catalogue': {
          const {_type, _createdAt, _updatedAt, name} = item.document
          const isNew = _createdAt === _updatedAt
          return {
            kind: t(isNew ? 'activity.created' : 'activity.edited'),
            title: name,
            why: t(`activity.type.${_type}`),
            opens: opens(item.document),
          }
        }
      }
    }
  }, [t, format, store])
}
