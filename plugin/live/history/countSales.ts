import type {SanityClient} from '@sanity/client'
import {concat, concatMap, endWith, map, reduce, scan, startWith} from 'rxjs'
import type {Observable} from 'rxjs'
import type {DayRange} from '../../domain/analytics/periods.ts'
import {countBills, countCreditNotes, emptyCount} from '../../domain/analytics/soldProducts.ts'
import type {CanceledBill, SalesCount, VoidBills} from '../../domain/analytics/soldProducts.ts'
import {
  canceledBillSchema,
  countedBillSchema,
  countedCreditNoteSchema,
} from '../../domain/parsing/counted.ts'
import {observePages} from './pages.ts'

export interface SalesCounting {
  count: SalesCount
  /** Documents that are not as the shop writes them. */
  unreadable: number
  isDone: boolean
}

const PAGE = 500

const IN_RANGE = 'day >= $from && day <= $to && _id > $after'
const LINES = '{_id, customer, customerName, "totals": totals{total, taxIncluded}, lines}'

const voidsQuery = `*[_type == "billBalance" && defined(void) && ${IN_RANGE}] | order(_id asc) [0...$limit]{_id, "bill": bill._ref, credited, creditedLines}`
const billsQuery = `*[_type == "bill" && ${IN_RANGE}] | order(_id asc) [0...$limit]${LINES}`
const notesQuery = `*[_type == "creditNote" && ${IN_RANGE}] | order(_id asc) [0...$limit]${LINES}`

const start: SalesCounting = {count: emptyCount, unreadable: 0, isDone: false}

/**
 * What was sold in a range by product and customer, counted page by page: emits after every page, and only sums are
 * kept. The last emission is done.
 */
export function countSales(client: SanityClient, range: DayRange): Observable<SalesCounting> {
  const common = {params: {...range}, limit: PAGE, tag: 'shop.history.sales'}
  const bills = (voids: VoidBills) =>
    observePages(client, {...common, query: billsQuery, schema: countedBillSchema}).pipe(
      map((page) => (state: SalesCounting): SalesCounting => ({
        ...state,
        count: countBills(state.count, page.rows, voids),
        unreadable: state.unreadable + page.unreadable,
      })),
    )
  const notes$ = observePages(client, {
    ...common,
    query: notesQuery,
    schema: countedCreditNoteSchema,
  }).pipe(
    map((page) => (state: SalesCounting): SalesCounting => ({
      ...state,
      count: countCreditNotes(state.count, page.rows),
      unreadable: state.unreadable + page.unreadable,
    })),
  )
  return observeVoids(client, range).pipe(
    concatMap((voids) => concat(bills(voids), notes$)),
    endWith((state: SalesCounting): SalesCounting => ({...state, isDone: true})),
    scan((state, step) => step(state), start),
    startWith(start),
  )
}

/** Void bills first: they are few, and what a bill counts depends on them. */
function observeVoids(client: SanityClient, range: DayRange): Observable<VoidBills> {
  return observePages(client, {
    query: voidsQuery,
    schema: canceledBillSchema,
    params: {...range},
    limit: PAGE,
    tag: 'shop.history.voids',
  }).pipe(
    reduce((voids, {rows}) => {
      for (const {bill, credited, creditedLines} of rows) {
        voids.set(bill, {credited, ...(creditedLines ? {creditedLines} : {})})
      }
      return voids
    }, new Map<string, CanceledBill>()),
  )
}
