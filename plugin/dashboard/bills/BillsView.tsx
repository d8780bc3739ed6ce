import {useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopCollections} from '../../live/types.ts'
import {useOlderBills, useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import type {Column} from '../table/columns.ts'
import {TableView} from '../table/TableView.tsx'
import {BILL_STATES, billRows} from './billRows.ts'
import type {BillTableRow} from './billRows.ts'
import {OlderFooter} from './OlderFooter.tsx'

/** The bills of the working set; older ones when asked for. */
export default function BillsView() {
  const [withOlder, setWithOlder] = useState(false)
  return withOlder ? <AllBills /> : <RecentBills onOlder={() => setWithOlder(true)} />
}

function RecentBills({onOlder}: {onOlder: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {liveFrom} = useShopStore()
  const bills = useShopSnapshot((snapshot) => snapshot.bills)
  const billBalances = useShopSnapshot((snapshot) => snapshot.billBalances)
  return (
    <>
      <BillTable billBalances={billBalances} bills={bills} />
      <OlderFooter label={t('bills.older.show', {day: format.day(liveFrom())})} onClick={onOlder} />
    </>
  )
}

function AllBills() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const older = useOlderBills()
  const recent = useShopSnapshot((snapshot) => snapshot.bills)
  const recentBalances = useShopSnapshot((snapshot) => snapshot.billBalances)
  const {documents, balances} = older
  const bills = useMemo(
    () => new Map([...documents.map((bill) => [bill._id, bill] as const), ...recent]),
    [documents, recent],
  )
  const billBalances = useMemo(
    () => new Map([...balances, ...recentBalances]),
    [balances, recentBalances],
  )
  return (
    <>
      <BillTable billBalances={billBalances} bills={bills} />
      <OlderFooter
        label={older.hasMore ? t('bills.older.more') : undefined}
        onClick={older.loadMore}
        state={older}
      />
    </>
  )
}

function BillTable({bills, billBalances}: Pick<ShopCollections, 'bills' | 'billBalances'>) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const day = useShopSnapshot(({figures}) => figures.day)
  const rows = useMemo(() => billRows({bills, billBalances}, day), [bills, billBalances, day])
  const columns = useBillColumns(day)
  return (
    <TableView
      columns={columns}
      defaultSort="-time"
      emptyHint={t('bills.empty.hint')}
      emptyTitle={t('bills.empty.title')}
      rows={rows}
      searchLabel={t('bills.search')}
      stateLabel={(state) => t(`bill.state.${state}`)}
      states={BILL_STATES}
      stateTitle={t('bills.column.state')}
      title={t('bills.title')}
    />
  )
}

function useBillColumns(day: string): readonly Column<BillTableRow>[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return useMemo(() => {
    const money = (
      name: 'total' | 'paid' | 'balance',
      value: (row: BillTableRow) => number,
    ): Column<BillTableRow> => ({
      name,
      title: t(`bills.column.${name}`),
      numeric: true,
      value,
      render: (row) => format.money(value(row)),
    })
    return [
      {
        name: 'customer',
        title: t('bills.column.customer'),
        value: ({bill}) => bill.customerName ?? t('bill.walk-in'),
      },
      {name: 'number', title: t('bills.column.number'), value: ({bill}) => bill.number},
      {
        name: 'time',
        title: t('bills.column.time'),
        value: ({bill}) => bill.occurredAt,
        render: ({bill}) => format.time(bill.occurredAt, day),
      },
      {
        name: 'items',
        title: t('bills.column.items'),
        numeric: true,
        value: ({bill}) => bill.lines?.length ?? 0,
      },
      money('total', ({bill}) => bill.totals?.total ?? 0),
      money('paid', ({balance}) => balance?.paid ?? 0),
      money('balance', ({balance}) => balance?.balance ?? 0),
      {
        name: 'due',
        title: t('bills.column.due'),
        value: ({bill}) => bill.dueDate ?? '',
        render: ({bill}) => format.day(bill.dueDate),
      },
    ]
  }, [t, format, day])
}
