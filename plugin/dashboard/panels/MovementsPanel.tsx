import {useCallback, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {MovementRow} from '../rows/MovementRow.tsx'
import {createFindIds, movementOrder} from './listIds.ts'
import {LivePanel} from './LivePanel.tsx'
import {useShopSnapshot} from '../../realtime/index.ts'

export function MovementsPanel({asOf}: {asOf: string | undefined}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const stockTransactions = useShopSnapshot((snapshot) => snapshot.stockTransactions)
  const [find] = useState(() => createFindIds(movementOrder))
  const findIds = useCallback(
    (query: string) => find(stockTransactions, query, asOf),
    [find, stockTransactions, asOf],
  )
  return (
    <LivePanel
      emptyHint={t('movements.empty.hint')}
      emptyTitle={t('movements.empty.title')}
      findIds={findIds}
      renderRow={(id, arrived) => <MovementRow arrived={arrived} id={id} />}
      searchLabel={t('movements.search')}
      type="stockTransaction"
      title={t('movements.title')}
    />
  )
}
