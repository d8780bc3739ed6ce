import {Badge} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import type {OverdueAlert, StockAlert} from '../../domain/alerts.ts'
import type {MalformedDocument} from '../../domain/figures.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {AlertItem} from '../panels/alertItems.ts'
import {useEditLink} from '../useIntent.ts'
import {DriftRow} from './DriftRow.tsx'

export function AlertRow({item}: {item: AlertItem}) {
  const testId = `shop-alert-${item.key}`
  if (item.kind === 'overdue') return <OverdueRow bill={item.bill} testId={testId} />
  if (item.kind === 'malformed') return <MalformedRow document={item.document} testId={testId} />
  if (item.kind === 'drift') return <DriftRow alert={item.alert} testId={testId} />
  return <StockRow kind={item.kind} stock={item.stock} testId={testId} />
}

function StockRow(props: {kind: 'outOfStock' | 'lowStock'; stock: StockAlert; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {kind, stock, testId} = props
  const link = useEditLink(stock.productId, 'product')
  const onHand = format.quantity(stock.onHand, stock.unit)
  return (
    <RowCard
      {...link}
      figure={
        <Badge fontSize={0} tone={kind === 'lowStock' ? 'caution' : 'critical'}>
          {stock.onHand < 0 ? t('alert.negativeStock') : t(`alert.${kind}`)}
        </Badge>
      }
      revision={String(stock.onHand)}
      subtitle={stockText(stock.onHand, t, {
        onHand,
        reorderLevel: format.quantity(stock.reorderLevel, stock.unit),
      })}
      testId={testId}
      title={stock.name}
    />
  )
}

function stockText(
  onHand: number,
  t: (key: string, values: Record<string, string>) => string,
  values: {onHand: string; reorderLevel: string},
): string {
  if (onHand < 0) return t('alert.stock-negative', values)
  return onHand === 0 ? t('alert.stock-none', values) : t('alert.stock-left', values)
}

function OverdueRow({bill, testId}: {bill: OverdueAlert; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const link = useEditLink(bill.billId, 'bill')
  return (
    <RowCard
      {...link}
      figure={format.money(bill.balance)}
      revision={String(bill.balance)}
      subfigure={
        <Badge fontSize={0} tone="critical">
          {t('alert.overdue')}
        </Badge>
      }
      subtitle={`${bill.number} · ${t('alert.overdue-days', {count: bill.daysOverdue})}`}
      testId={testId}
      title={bill.customerName ?? t('bill.walk-in')}
    />
  )
}

function MalformedRow({document, testId}: {document: MalformedDocument; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const link = useEditLink(document.id, document.type)
  return (
    <RowCard
      {...link}
      figure={
        <Badge fontSize={0} tone="critical">
          {t('alert.malformed')}
        </Badge>
      }
      revision={document.reason}
      subtitle={document.reason}
      testId={testId}
      title={document.id}
    />
  )
}
