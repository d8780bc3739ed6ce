import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import type {ShopFormat} from '../../components/format.ts'
import type {ActivityItem, ActivityKind, CatalogueDocument} from '../../domain/activity.ts'
import type {
  Bill,
  BillBalance,
  CreditNote,
  Payment,
  StockTransaction,
} from '../../domain/documents.ts'
import {billBalanceId} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopStore} from '../../realtime/index.ts'

export interface ActivityWords {
  title: string
  kind: string
  why?: string | undefined
  figure?: string
  /** Absent: the document of the item itself. */
  opens?: {id: string; type: string}
}

interface Tools {
  t: (key: string, values?: Record<string, string>) => string
  format: ShopFormat
  /** Number of the bill that a payment is for. */
  numberOf: (payment: Payment) => string | undefined
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
    const tools: Tools = {t, format, numberOf}
    return (item) => wordsOf(item, tools)
  }, [t, format, store])
}

function wordsOf(item: ActivityItem, tools: Tools): ActivityWords {
  switch (item.kind) {
    case 'bill':
      return billWords(item.document, tools)
    case 'creditNote':
      return creditWords(item.document, tools)
    case 'payment':
      return paymentWords(item.document, tools)
    case 'void':
      return voidWords(item.document, item.reason, tools)
    case 'movement':
      return movementWords(item.document, tools)
    case 'catalogue':
      return editWords(item.document, tools)
  }
}

const kindText = (kind: ActivityKind | 'refund', {t}: Tools) => t(`activity.one.${kind}`)

function paperTitle(
  {number, customerName}: {number: string; customerName?: string},
  {t}: Tools,
): string {
  return t('activity.paper', {number, customer: customerName ?? t('bill.walk-in')})
}

function billWords(bill: Bill, tools: Tools): ActivityWords {
  return {
    kind: kindText('bill', tools),
    title: paperTitle(bill, tools),
    why: bill.notes,
    figure: tools.format.money(bill.totals.total),
  }
}

function creditWords(note: CreditNote, tools: Tools): ActivityWords {
  return {
    kind: kindText('creditNote', tools),
    title: paperTitle(note, tools),
    why: note.reason,
    figure: tools.format.money(-note.totals.total),
  }
}

function paymentWords(payment: Payment, tools: Tools): ActivityWords {
  const {amount, reference} = payment
  const method = tools.t(`analytics.method.${payment.method}`)
  const number = tools.numberOf(payment)
  return {
    kind: kindText(amount < 0 ? 'refund' : 'payment', tools),
    title: number === undefined ? method : tools.t('activity.payment', {number, method}),
    why: reference,
    figure: tools.format.money(amount),
  }
}

function voidWords(balance: BillBalance, reason: string, tools: Tools): ActivityWords {
  return {
    kind: kindText('void', tools),
    title: paperTitle(balance, tools),
    why: reason,
    figure: tools.format.money(-balance.total),
    opens: {id: balance.bill._ref, type: 'bill'},
  }
}

function movementWords(movement: StockTransaction, {t, format}: Tools): ActivityWords {
  return {
    kind: t(`movement.kind.${movement.kind}`),
    title: movement.productName,
    why: movement.reason ?? movement.source?.label,
    figure: format.change(movement.quantity, movement.unit),
  }
}

function editWords({_type, _createdAt, _updatedAt, name}: CatalogueDocument, {t}: Tools) {
  return {
    kind: t(_createdAt === _updatedAt ? 'activity.created' : 'activity.edited'),
    title: name,
    why: t(`activity.type.${_type}`),
  }
}
