import {useToast} from '@sanity/ui/toast'
import {useTranslation} from 'sanity'
import {toBillRows} from '../../csv/bills.ts'
import type {BillCsvRow} from '../../csv/bills.ts'
import {toDayBook} from '../../csv/dayBook.ts'
import type {DayBookRow} from '../../csv/dayBook.ts'
import type {DocumentByType, StockTransaction, User} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopHistory, useShopSettings} from '../../realtime/index.ts'
import type {Days, HistoryType, ShopHistory} from '../../realtime/index.ts'

type OnUnreadable = (ids: readonly string[]) => void

/** Rows of the files of some days, and of customers, read page by page; what cannot be read is told, not left out in silence. */
export function useHistoryRows(days: Days) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const history = useShopHistory()
  const {timeZone} = useShopSettings()
  const onUnreadable: OnUnreadable = (ids) => {
    if (ids.length === 0) return
    const title = t('csv.export.unreadable', {count: ids.length})
    toast.push({status: 'warning', title, description: ids.slice(0, 10).join(', ')})
  }
  return {
    customers: () => customerPages(history, onUnreadable),
    bills: () => billPages(history, days, onUnreadable),
    ledger: () => ledgerPages(history, days, onUnreadable),
    dayBook: () => dayBookPages(history, days, timeZone, onUnreadable),
  }
}

/** In one piece, by name. */
async function* customerPages(
  history: ShopHistory,
  onUnreadable: OnUnreadable,
): AsyncGenerator<User[]> {
  const all: User[] = []
  for await (const {documents, unreadable} of history.users()) {
    onUnreadable(unreadable)
    for (const user of documents) if (user.role === 'customer') all.push(user)
  }
  yield all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function* billPages(
  history: ShopHistory,
  days: Days,
  onUnreadable: OnUnreadable,
): AsyncGenerator<BillCsvRow[]> {
  for await (const {documents, unreadable} of history.read('bill', days)) {
    onUnreadable(unreadable)
    const balances = await history.balances(documents.map(({_id}) => _id))
    yield documents.flatMap((bill) => toBillRows(bill, balances.get(bill._id)))
  }
}

async function* ledgerPages(
  history: ShopHistory,
  days: Days,
  onUnreadable: OnUnreadable,
): AsyncGenerator<readonly StockTransaction[]> {
  for await (const {documents, unreadable} of history.read('stockTransaction', days)) {
    onUnreadable(unreadable)
    yield documents
  }
}

async function* dayBookPages(
  history: ShopHistory,
  days: Days,
  timeZone: string,
  onUnreadable: OnUnreadable,
): AsyncGenerator<DayBookRow[]> {
  const [bills, creditNotes, payments, voids] = await Promise.all([
    readAll(history, 'bill', days, onUnreadable),
    readAll(history, 'creditNote', days, onUnreadable),
    readAll(history, 'payment', days, onUnreadable),
    history.voids(days),
  ])
  const balances = await history.balances([
    ...new Set(payments.flatMap(({bill}) => bill?._ref ?? [])),
  ])
  const rows = toDayBook({bills, creditNotes, payments, voids, balances}, timeZone)
  yield rows.filter(({day}) => day >= days.from && day <= days.to)
}

async function readAll<K extends HistoryType>(
  history: ShopHistory,
  type: K,
  days: Days,
  onUnreadable: OnUnreadable,
): Promise<DocumentByType[K][]> {
  const all: DocumentByType[K][] = []
  for await (const {documents, unreadable} of history.read(type, days)) {
    onUnreadable(unreadable)
    all.push(...documents)
  }
  return all
}
