import type {SanityClient} from '@sanity/client'
import {endWith, map, scan, startWith} from 'rxjs'
import type {Observable} from 'rxjs'
import {addBuyingMonths} from '../../domain/analytics/cohorts.ts'
import type {BuyingMonths} from '../../domain/analytics/cohorts.ts'
import {customerDaySchema} from '../../domain/parsing/counted.ts'
import {observePages} from './pages.ts'

export interface CohortCounting {
  months: BuyingMonths
  /** Bills read. */
  read: number
  isDone: boolean
}

const PAGE = 5_000

// balances are one a bill, light, and know what is void
const query = `*[_type == "billBalance" && defined(customer) && !defined(void) && _id > $after] | order(_id asc) [0...$limit]{_id, "customer": customer._ref, day}`

const start: CohortCounting = {months: new Map(), read: 0, isDone: false}

/** Who bought in which months, since the first bill: a first purchase is known only from all of them. */
export function countCohorts(client: SanityClient): Observable<CohortCounting> {
  return observePages(client, {
    query,
    params: {},
    schema: customerDaySchema,
    limit: PAGE,
    tag: 'shop.history.cohorts',
  }).pipe(
    map(({rows}) => (state: CohortCounting): CohortCounting => ({
      ...state,
      months: addBuyingMonths(state.months, rows),
      read: state.read + rows.length,
    })),
    endWith((state: CohortCounting): CohortCounting => ({...state, isDone: true})),
    scan((state, step) => step(state), start),
    startWith(start),
  )
}
