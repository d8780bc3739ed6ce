import {useCallback, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {BillRow} from '../rows/BillRow.tsx'
import {billOrder, createFindIds} from './listIds.ts'
import {LivePanel} from './LivePanel.tsx'
import {useShopSnapshot} from '../../realtime/index.ts'

export function BillsPanel({asOf}: {asOf: string | undefined}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const bills = useShopSnapshot((snapshot) => snapshot.bills)
  const [find] = useState(() => createFindIds(billOrder))
  const findIds = useCallback((query: string) => find(bills, query, asOf), [find, bills, asOf])
  return (
    <LivePanel
      emptyHint={t('bills.empty.hint')}
      emptyTitle={t('bills.empty.title')}
      findIds={findIds}
      renderRow={(id, arrived) => <BillRow arrived={arrived} id={id} />}
      searchLabel={t('bills.search')}
      type="bill"
      title={t('bills.title')}
    />
  )
}
