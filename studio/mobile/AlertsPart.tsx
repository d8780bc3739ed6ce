import {Card} from '@sanity/ui'
import {useSanityAlerts} from 'sanity-plugin-shop/realtime'
import {Row} from './Row.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'

/** What needs somebody: empty shelves, bills past their day, what runs low. */
export function AlertsPart() {
  const {t} = useTexts()
  const format = useFormat()
  const {inventory, bills} = useSanityAlerts()
  const count = inventory.outOfStockCount + inventory.lowStockCount + bills.overdueCount
  return (
    <Card border overflow="hidden" radius={3}>
      {count === 0 && <Row title={t('no-alerts')} />}
      {inventory.outOfStock.map(({productId, name, onHand, unit}) => (
        <Row
          figure={format.quantity(onHand, unit)}
          key={productId}
          subtitle={t('alert.out')}
          testId={`shop-alert-outOfStock-${productId}`}
          title={name}
        />
      ))}
      {bills.overdue.map(({billId, number, customerName, balance, dueDate}) => (
        <Row
          figure={format.money(balance)}
          key={billId}
          subtitle={t('alert.overdue', {day: format.day(dueDate)})}
          testId={`shop-alert-overdue-${billId}`}
          title={`${number} · ${customerName ?? t('walk-in')}`}
        />
      ))}
      {inventory.lowStock.map(({productId, name, onHand, reorderLevel, unit}) => (
        <Row
          key={productId}
          subtitle={t('alert.low', {
            onHand: format.quantity(onHand, unit),
            level: format.quantity(reorderLevel, unit),
          })}
          testId={`shop-alert-lowStock-${productId}`}
          title={name}
        />
      ))}
    </Card>
  )
}
