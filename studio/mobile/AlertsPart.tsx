import {Card} from '@sanity/ui'
import type {ShopAlert} from 'sanity-plugin-shop/realtime'
import {useSanityAlerts} from 'sanity-plugin-shop/realtime'
import {Row} from './Row.tsx'
import type {RowProps} from './Row.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'

/** What needs somebody, as the Studio lists it: most urgent first, without what was put aside. */
export function AlertsPart() {
  const {t} = useTexts()
  const {open} = useSanityAlerts()
  const words = useAlertWords()
  return (
    <Card border overflow="hidden" radius={3}>
      {open.length === 0 && <Row title={t('no-alerts')} />}
      {open.map((alert) => (
        <Row key={alert.key} testId={`shop-alert-${alert.key}`} {...words(alert)} />
      ))}
    </Card>
  )
}

type Words = Pick<RowProps, 'title' | 'subtitle' | 'figure'>

function useAlertWords(): (alert: ShopAlert) => Words {
  const {t} = useTexts()
  const format = useFormat()
  const paper = ({number, customerName}: {number: string; customerName?: string}) =>
    `${number} · ${customerName ?? t('walk-in')}`
  return (alert) => {
    switch (alert.kind) {
      case 'negativeStock':
      case 'outOfStock':
      case 'lowStock': {
        const {name, onHand, reorderLevel, unit} = alert.stock
        const values = {
          onHand: format.quantity(onHand, unit),
          level: format.quantity(reorderLevel, unit),
        }
        if (alert.kind === 'lowStock') return {title: name, subtitle: t('alert.low', values)}
        return {title: name, subtitle: t('alert.out'), figure: values.onHand}
      }
      case 'overdue':
      case 'dueSoon': {
        const key = alert.kind === 'overdue' ? 'alert.overdue' : 'alert.due-soon'
        return {
          title: paper(alert.bill),
          subtitle: t(key, {day: format.day(alert.bill.dueDate)}),
          figure: format.money(alert.bill.balance),
        }
      }
      case 'largeVoid':
        return {
          title: paper(alert.bill),
          subtitle: t('alert.large-void', {by: alert.bill.by}),
          figure: format.money(alert.bill.total),
        }
      case 'largeDiscount':
        return {
          title: paper(alert.bill),
          subtitle: t('alert.large-discount', {by: alert.bill.by}),
          figure: format.money(alert.bill.discount),
        }
      case 'drift':
        return {title: alert.alert.label, subtitle: t('alert.drift')}
      case 'malformed':
        return {title: alert.document.id, subtitle: t('alert.malformed')}
      case 'settings':
        return {title: alert.notice}
      case 'publicDataset':
        return {title: alert.dataset, subtitle: t('alert.public')}
      case 'connectionLost':
        return {
          title: t('alert.lost'),
          ...(alert.reason === undefined ? {} : {subtitle: alert.reason}),
        }
    }
  }
}
