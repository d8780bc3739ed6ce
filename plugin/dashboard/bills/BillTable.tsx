import {useCallback, useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopCollections} from '../../live/types.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {BillsDialog} from '../../actions/papers/BillsDialog.lazy.ts'
import {PrintTaskDialog} from '../table/PrintTask.tsx'
import type {PrintTask} from '../table/PrintTask.tsx'
import {createRowCache} from '../table/rowCache.ts'
import {TableView} from '../table/TableView.tsx'
import type {TableLimit} from '../table/TableView.tsx'
import {useViewParams} from '../useViewParams.ts'
import {BillBulk} from './BillBulk.tsx'
import {BILL_STATES, billRows, isBillInState, limitBills} from './billRows.ts'
import type {BillLimits, BillTableRow} from './billRows.ts'
import {useBillColumns} from './useBillColumns.tsx'

/** These bills and every older one that is still open; day, hour, method and age stand in the URL. */
export function BillTable({bills, billBalances}: Pick<ShopCollections, 'bills' | 'billBalances'>) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const stateLabel = useCallback((state: string) => t(`bill.state.${state}`), [t])
  const day = useShopSnapshot(({figures}) => figures.day)
  const timeZone = useShopSnapshot(({settings}) => settings.timeZone)
  const [cache] = useState(() => createRowCache<BillTableRow>())
  const all = useMemo(
    () => billRows({bills, billBalances}, day, cache),
    [bills, billBalances, day, cache],
  )
  const limits = useBillLimits()
  const [printing, setPrinting] = useState<PrintTask>()
  const rows = useMemo(() => limitBills(all, limits, {day, timeZone}), [all, limits, day, timeZone])
  return (
    <>
      <TableView
        renderBulk={(chosen) => <BillBulk onPrint={setPrinting} rows={chosen} />}
        columns={useBillColumns(day)}
        defaultSort="-time"
        emptyHint={t('bills.empty.hint')}
        emptyTitle={t('bills.empty.title')}
        isInState={isBillInState}
        limits={useLimitLabels(limits)}
        rows={rows}
        searchLabel={t('bills.search')}
        stateLabel={stateLabel}
        states={BILL_STATES}
        stateTitle={t('bills.column.state')}
        title={t('bills.title')}
      />
      <PrintTaskDialog Dialog={BillsDialog} onDone={() => setPrinting(undefined)} task={printing} />
    </>
  )
}

function useBillLimits(): BillLimits {
  const {get} = useViewParams()
  const [on, hour, method, age] = ['on', 'hour', 'method', 'age'].map((name) => get(name))
  return useMemo(() => ({on, hour, method, age}), [on, hour, method, age])
}

function useLimitLabels({on, hour, method, age}: BillLimits): readonly TableLimit[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return [
    ...(on === undefined ? [] : [{param: 'on', label: format.shortDay(on)}]),
    ...(hour === undefined ? [] : [{param: 'hour', label: `${hour}:00–${hour}:59`}]),
    ...(method === undefined ? [] : [{param: 'method', label: t(`analytics.method.${method}`)}]),
    ...(age === undefined ? [] : [{param: 'age', label: t(`aging.${age}`)}]),
  ]
}
