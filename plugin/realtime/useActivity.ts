import type {SanityClient} from '@sanity/client'
import {useEffect, useMemo, useState} from 'react'
import {catchError, map, of, startWith, Subject, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import {
  billActivity,
  catalogueActivity,
  creditActivity,
  isTold,
  mergeActivity,
  movementActivity,
  paymentActivity,
  voidActivity,
} from '../domain/activity.ts'
import type {ActivityItem, ActivityKind} from '../domain/activity.ts'
import {toLiveError} from '../live/errors.ts'
import type {LiveError} from '../live/errors.ts'
import {fetchActivity} from '../live/history/fetchActivity.ts'
import type {ActivityPage, ActivityRequest} from '../live/history/fetchActivity.ts'
import type {ShopSnapshot} from '../live/types.ts'
import {useRealtime} from './contexts.ts'
import {useEdits} from './useEdits.ts'
import {isShallowEqual} from './useSelected.ts'
import {useShopSnapshot} from './useShop.ts'

export interface ActivityFilter {
  kinds: readonly ActivityKind[]
  /** Id of whoever did it; absent: anyone. */
  person?: string
  /** Instants (ISO UTC) of a day; absent: everything. */
  from?: string
  before?: string
}

export interface Activity {
  /** Newest first. */
  items: readonly ActivityItem[]
  loading: boolean
  error: LiveError | undefined
  /** Ids of people who made one of the edits shown. */
  editors: readonly string[]
  /** More can be read; absent when everything is shown. */
  loadOlder?: () => void
}

const FIRST = '0000-01-01T00:00:00Z'
const LAST = '9999-12-31T23:59:59Z'

/** What happened in the shop: the newest live, older pages from the lake. `filter` keeps its identity. */
export function useActivity(filter: ActivityFilter): Activity {
  const {pages, loading, error, loadOlder} = useOlderPages(filter)
  const live = useLiveActivity(filter)
  const edits = useEdits(live, filter.person, filter)
  const horizon = newest(pages.at(-1)?.horizon, edits.horizon)
  const items = useMemo(
    () =>
      mergeActivity(
        pages.flatMap((page) => page.items),
        live.filter(({kind}) => kind !== 'catalogue'),
        edits.items,
      ).filter(({at}) => horizon === undefined || at >= horizon),
    [pages, live, edits.items, horizon],
  )
  const hidden = useMemo(() => hideTold(items, filter.kinds), [items, filter.kinds])
  const readOn = () => {
    if (pages.at(-1)?.horizon === horizon || error !== undefined) loadOlder()
    if (edits.horizon === horizon) edits.lookFurther()
  }
  return {
    items: hidden,
    loading: loading || (filter.person !== undefined && edits.loading),
    error: error ?? (filter.person === undefined ? undefined : edits.error),
    editors: edits.editors,
    ...(horizon === undefined && error === undefined ? {} : {loadOlder: readOn}),
  }
}

/** Below the newest of several horizons one source is known and another is not. */
function newest(...horizons: readonly (string | undefined)[]): string | undefined {
  return horizons
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1)
}

/** Movements of a sale are told by its bill, unless movements alone are asked for. */
function hideTold(items: readonly ActivityItem[], kinds: readonly ActivityKind[]) {
  return kinds.length === 1 ? items : items.filter((item) => !isTold(item))
}

type Position = Pick<ActivityRequest, 'before' | 'known'>

/** Many things have one instant in a shop that is imported: those not read yet follow. */
function positionAfter({filter, pages}: Pages): Position {
  const horizon = pages.at(-1)?.horizon
  if (horizon === undefined) return {before: filter.before ?? LAST, known: []}
  const read = pages.flatMap(({items}) => items).filter(({at}) => at === horizon)
  return {before: horizon, known: read.map(({document}) => document._id)}
}

interface Pages {
  filter: ActivityFilter
  pages: readonly ActivityPage[]
  loading: boolean
  error: LiveError | undefined
}

function useOlderPages(filter: ActivityFilter) {
  const {client} = useRealtime().connection
  const [older$] = useState(() => new Subject<Position>())
  const [state, setState] = useState<Pages>({filter, pages: [], loading: true, error: undefined})
  useEffect(() => {
    const subscription = older$
      .pipe(
        startWith({before: filter.before ?? LAST, known: []}),
        switchMap((position) => observePage(client, filter, position)),
      )
      .subscribe((change) => setState((known) => nextPages(known, filter, change)))
    return () => subscription.unsubscribe()
  }, [client, filter, older$])
  const current: Pages =
    state.filter === filter ? state : {filter, pages: [], loading: true, error: undefined}
  return {
    ...current,
    loadOlder: () => older$.next(positionAfter(current)),
  }
}

type PageChange = {page: ActivityPage} | {error: LiveError} | 'loading'

function observePage(
  client: SanityClient,
  {kinds, person = '', from = FIRST}: ActivityFilter,
  position: Position,
): Observable<PageChange> {
  return fetchActivity(client, {kinds, person, from, ...position}).pipe(
    map((page): PageChange => ({page})),
    catchError((cause: unknown) => of<PageChange>({error: toLiveError(cause)})),
    startWith('loading' as const),
  )
}

function nextPages(known: Pages, filter: ActivityFilter, change: PageChange): Pages {
  const pages = known.filter === filter ? known.pages : []
  if (change === 'loading') return {filter, pages, loading: true, error: undefined}
  if ('error' in change) return {filter, pages, loading: false, error: change.error}
  return {filter, pages: [...pages, change.page], loading: false, error: undefined}
}

const collectionsOf = (snapshot: ShopSnapshot) => ({
  bills: snapshot.bills,
  payments: snapshot.payments,
  creditNotes: snapshot.creditNotes,
  billBalances: snapshot.billBalances,
  stockTransactions: snapshot.stockTransactions,
  products: snapshot.products,
  brands: snapshot.brands,
  categories: snapshot.categories,
  users: snapshot.users,
})

/** Who made an edit is asked for apart: `useEdits`. */
function useLiveActivity(filter: ActivityFilter): readonly ActivityItem[] {
  const held = useShopSnapshot(collectionsOf, isShallowEqual)
  return useMemo(() => {
    const items = filter.kinds.flatMap((kind) => READERS[kind](held))
    const {person, from = FIRST, before = LAST} = filter
    return items.filter(
      ({at, by, kind: its}) =>
        typeof at === 'string' &&
        at >= from &&
        at < before &&
        (person === undefined || its === 'catalogue' || by?.id === person),
    )
  }, [held, filter])
}

type Held = ReturnType<typeof collectionsOf>

const READERS: Readonly<Record<ActivityKind, (held: Held) => readonly ActivityItem[]>> = {
  bill: ({bills}) => [...bills.values()].map(billActivity),
  payment: ({payments}) => [...payments.values()].map(paymentActivity),
  creditNote: ({creditNotes}) => [...creditNotes.values()].map(creditActivity),
  void: ({billBalances}) =>
    [...billBalances.values()].flatMap((balance) => voidActivity(balance) ?? []),
  movement: ({stockTransactions}) => [...stockTransactions.values()].map(movementActivity),
  catalogue: ({products, brands, categories, users}) =>
    [...products.values(), ...brands.values(), ...categories.values(), ...users.values()].map(
      catalogueActivity,
    ),
}
