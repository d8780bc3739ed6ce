import {compareOverdueAlerts, isDueSoon, isOpen, toDueSoonAlert} from '../domain/alerts.ts'
import type {DueSoonAlert} from '../domain/alerts.ts'
import type {Bill, BillBalance, DaySummary} from '../domain/documents.ts'
import {billBalanceId} from '../domain/ids.ts'
import type {ShopSettingsValues} from '../domain/options.ts'
import {
  compareLargeDiscounts,
  compareLargeVoids,
  isLargeDiscount,
  isLargeVoid,
  largeDiscountRate,
  toLargeDiscountAlert,
  toLargeVoidAlert,
  usualBill,
  usualSummaryIds,
} from '../domain/paperAlerts.ts'
import type {PaperAlerts} from '../domain/paperAlerts.ts'
import type {OrderedList} from './orderedList.ts'
import {createRanking} from './ranking.ts'

export interface PaperAlertContext {
  day: string
  settings: ShopSettingsValues
  summaries: ReadonlyMap<string, DaySummary>
}

/** What the large voids and discounts were found by. */
interface Basis {
  moves: number
  day: string
  timeZone: string
  usual: number
  over: number
}

interface LargeAlerts {
  basis: Basis
  alerts: Omit<PaperAlerts, 'dueSoon'>
}

/** What was told last, and what of. */
interface Listed {
  soon: OrderedList<DueSoonAlert>
  alerts: LargeAlerts['alerts']
  lists: PaperAlerts
}

const isSameBasis = (a: Basis, b: Basis): boolean =>
  a.moves === b.moves &&
  a.day === b.day &&
  a.timeZone === b.timeZone &&
  a.usual === b.usual &&
  a.over === b.over

/** Alerts on bills, moved by deltas: what could become one is held apart, so that no read looks at every bill. */
export function createPaperAlertAggregates() {
  const open = new Map<string, BillBalance>()
  const dueSoon = createRanking<DueSoonAlert>(compareOverdueAlerts)
  const voids = new Map<string, BillBalance>()
  const discounted = new Map<string, Bill>()
  let day = ''
  let usualIds: readonly string[] = []
  let moves = 0
  let large: LargeAlerts | undefined
  let listed: Listed | undefined

  const rate = (id: string, balance: BillBalance | undefined) => {
    const isNear = balance !== undefined && isDueSoon(balance, day)
    dueSoon.set(id, isNear ? toDueSoonAlert(balance, day) : undefined)
  }

  const setDay = (next: string) => {
    if (next === day) return
    day = next
    usualIds = usualSummaryIds(day)
    dueSoon.clear()
    for (const [id, balance] of open) rate(id, balance)
  }

  const place = <T>(map: Map<string, T>, id: string, item: T | undefined) => {
    if (item === undefined && !map.has(id)) return
    moves += 1
    if (item === undefined) map.delete(id)
    else map.set(id, item)
  }

  const largeAlerts = ({settings, summaries}: PaperAlertContext) => {
    const {timeZone} = settings
    const usual = voids.size === 0 ? 0 : usualBill(summaries, usualIds)
    const over = largeDiscountRate(settings)
    const basis = {moves, day, timeZone, usual, over}
    if (large !== undefined && isSameBasis(large.basis, basis)) return large.alerts
    const alerts = {
      largeVoids: [...voids.values()]
        .filter((balance) => isLargeVoid(balance, {day, timeZone, usual}))
        .map((balance) => toLargeVoidAlert(balance))
        .toSorted(compareLargeVoids),
      largeDiscounts: [...discounted.values()]
        .filter(({_id}) => !voids.has(billBalanceId(_id)))
        .filter((bill) => isLargeDiscount(bill, day, over))
        .map((bill) => toLargeDiscountAlert(bill))
        .toSorted(compareLargeDiscounts),
    }
    large = {basis, alerts}
    return alerts
  }

  return {
    moveBalance(id: string, after: BillBalance | undefined): void {
      const next = after !== undefined && isOpen(after) ? after : undefined
      if (next === undefined) open.delete(id)
      else open.set(id, next)
      rate(id, next)
      place(voids, id, after?.void === undefined ? undefined : after)
    },
    moveBill(id: string, after: Bill | undefined): void {
      place(discounted, id, after !== undefined && after.totals.discount > 0 ? after : undefined)
    },
    /** The same object until one of its lists changes; each keeps its identity until then. */
    list(context: PaperAlertContext): PaperAlerts {
      setDay(context.day)
      const soon = dueSoon.list()
      const alerts = largeAlerts(context)
      if (listed?.soon === soon && listed.alerts === alerts) return listed.lists
      const lists = {
        ...alerts,
        get dueSoon() {
          return soon.toArray()
        },
      }
      listed = {soon, alerts, lists}
      return lists
    },
  }
}
