import {useTranslation} from 'sanity'
import {useShopFormat, useShopReady} from '../../actions/shared/useShop.ts'
import {ShareBars} from '../../components/ShareBars.tsx'
import {agingBuckets} from '../../domain/aging.ts'
import type {AgingBucket, AgingBucketName} from '../../domain/aging.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {FigurePanel} from '../analytics/FigurePanel.tsx'
import {useColumns} from '../analytics/useColumns.ts'

interface AgingRow extends AgingBucket {
  name: AgingBucketName
}

/** What is owed, by how long it has been due. */
export function AgingPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const columns = useColumns()
  const ready = useShopReady()
  const aging = useShopSnapshot(({figures}) => figures.aging)
  if (!ready) return null
  const rows = agingBuckets.map((name): AgingRow => ({name, ...aging[name]}))
  const most = Math.max(1, ...rows.map(({amount}) => amount))
  const nameOf = ({name}: AgingRow) => t(`customers.aging.${name}`)
  return (
    <FigurePanel
      chart={
        <ShareBars
          bars={rows.map((row) => ({
            key: row.name,
            name: nameOf(row),
            amount: format.money(row.amount),
            length: row.amount / most,
            note: t('analytics.customers.bills', {count: row.bills}),
          }))}
          label={t('customers.aging')}
        />
      }
      columns={[
        columns.text('name', nameOf),
        columns.count('bills', ({bills}: AgingRow) => bills),
        columns.money('amount', ({amount}: AgingRow) => amount),
      ]}
      emptyHint={t('customers.aging.none-hint')}
      emptyTitle={t('customers.aging.none')}
      fileName="receivables-by-age"
      keyOf={({name}) => name}
      rows={rows.some(({bills}) => bills > 0) ? rows : []}
      title={t('customers.aging')}
    />
  )
}
