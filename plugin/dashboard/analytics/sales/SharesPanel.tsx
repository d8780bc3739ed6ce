import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {ShareBars} from '../../../components/ShareBars.tsx'
import {toShares} from '../../../domain/analytics/salesSums.ts'
import type {Share} from '../../../domain/analytics/salesSums.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useColumns} from '../useColumns.ts'

export interface SharesPanelProps {
  /** Key of its title under `analytics.`, and name of its file. */
  name: 'categories' | 'brands' | 'methods'
  sums: ReadonlyMap<string, number>
  /** What the shares are of; absent: of their sum. What is left of it stands as "without". */
  whole: number | undefined
  nameOf: (key: string) => string
  note: string
}

const REST = 'rest'

/** How an amount is divided, as bars and as a table. */
export function SharesPanel({name, sums, whole, nameOf, note}: SharesPanelProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const columns = useColumns()
  const title = t(`analytics.${name}`)
  const shares = useMemo(() => divide(sums, whole), [sums, whole])
  const most = Math.max(1, ...shares.map(({amount}) => amount))
  const toName = ({key}: Share) => (key === REST ? t(`analytics.${name}.without`) : nameOf(key))
  return (
    <FigurePanel
      chart={
        <ShareBars
          bars={shares.slice(0, 12).map((share) => ({
            key: share.key,
            name: toName(share),
            amount: format.money(share.amount),
            length: share.amount / most,
            note: format.percent(share.share),
          }))}
          label={title}
        />
      }
      columns={[
        columns.text('name', toName),
        columns.money('amount', ({amount}: Share) => amount),
        columns.rate('share', ({share}: Share) => share),
      ]}
      emptyHint={t('analytics.empty.hint')}
      emptyTitle={t('analytics.empty.title')}
      fileName={`sales-${name}`}
      keyOf={({key}) => key}
      note={note}
      rows={shares}
      title={title}
    />
  )
}

/** With what the keys do not hold of the whole: lines without a category, cash rounding. */
function divide(sums: ReadonlyMap<string, number>, whole: number | undefined): readonly Share[] {
  const held = [...sums.values()].reduce((sum, amount) => sum + amount, 0)
  if (whole === undefined) return toShares(sums, held)
  return toShares(new Map([...sums, [REST, whole - held]]), whole)
}
