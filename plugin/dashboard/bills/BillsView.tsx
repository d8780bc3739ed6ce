import {useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useOlderBills, useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import {BillTable} from './BillTable.tsx'
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
