import type {SanityClient} from '@sanity/client'
import {catchError, defer, forkJoin, map, of, throwError} from 'rxjs'
import type {Observable} from 'rxjs'
import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {
  billActivity,
  creditActivity,
  movementActivity,
  paymentActivity,
  voidActivity,
} from '../../domain/activity.ts'
import type {ActivityItem, ActivityKind} from '../../domain/activity.ts'
import {
  billBalanceSchema,
  billSchema,
  creditNoteSchema,
  paymentSchema,
  stockTransactionSchema,
} from '../../domain/documentSchemas.ts'
import {toLiveError} from '../errors.ts'
import {toLiveClient} from '../port.ts'

export interface ActivityRequest {
  kinds: readonly ActivityKind[]
  /** Instants (ISO UTC): from `from` on, before `before`. */
  from: string
  before: string
  /** Ids of documents of the instant `before` that are read already: the others of that instant are asked for too. */
  known: readonly string[]
  /** Id of whoever did it; empty: anyone. */
  person: string
}

export interface ActivityPage {
  items: readonly ActivityItem[]
  /** Everything that is asked for and not older than this is in `items`; `undefined`: there is nothing older. */
  horizon: string | undefined
}

const LIMIT = 60

interface Source {
  query: string
  toItem: (document: unknown) => ActivityItem | undefined
}

/** Products, brands, categories and people are held live as a whole: they need no query. */
const SOURCES: Readonly<Record<Exclude<ActivityKind, 'catalogue'>, Source>> = {
  bill: source('_type == "bill"', 'occurredAt', 'issuedBy', billSchema, billActivity),
  payment: source('_type == "payment"', 'at', 'by', paymentSchema, paymentActivity),
  creditNote: source(
    '_type == "creditNote"',
    'occurredAt',
    'issuedBy',
    creditNoteSchema,
    creditActivity,
  ),
  void: source(
    '_type == "billBalance" && defined(void)',
    'void.at',
    'void.by',
    billBalanceSchema,
    voidActivity,
  ),
  movement: source(
    '_type == "stockTransaction"',
    'occurredAt',
    'actor',
    stockTransactionSchema,
    movementActivity,
  ),
}

function source<T>(
  filter: string,
  at: string,
  by: string,
  schema: GenericSchema<unknown, T>,
  toItem: (document: T) => ActivityItem | undefined,
): Source {
  const rest = `${at} == $before && count($known) > 0 && !(_id in $known)`
  const when = `${at} >= $from && (${at} < $before || (${rest}))`
  const who = `($person == "" || ${by}.id == $person)`
  return {
    query: `*[${filter} && ${when} && ${who}] | order(${at} desc) [0...$limit]`,
    toItem: (document) => {
      const parsed = v.safeParse(schema, document)
      return parsed.success ? toItem(parsed.output) : undefined
    },
  }
}

/** A page of what happened, each kind by its own query. Errors are `LiveError`s. */
export function fetchActivity(
  client: SanityClient,
  {kinds, ...params}: ActivityRequest,
): Observable<ActivityPage> {
  const live = toLiveClient(client)
  const sources = kinds.flatMap((kind) => (kind === 'catalogue' ? [] : [SOURCES[kind]]))
  const pages = sources.map(({query, toItem}) =>
    defer(() =>
      live.observable.fetch<unknown>(
        query,
        {...params, limit: LIMIT},
        {perspective: 'published', tag: 'shop.history.activity'},
      ),
    ).pipe(
      map((answer) => toPage(v.parse(v.array(v.unknown()), answer), toItem)),
      catchError((error: unknown) => throwError(() => toLiveError(error))),
    ),
  )
  // `forkJoin` of nothing would end without a value
  return (pages.length === 0 ? of([]) : forkJoin(pages)).pipe(map(joinPages))
}

function toPage(answer: readonly unknown[], toItem: Source['toItem']): ActivityPage {
  const items = answer.flatMap((document) => toItem(document) ?? [])
  return {items, horizon: answer.length < LIMIT ? undefined : items.at(-1)?.at}
}

/** Below the newest horizon one kind is known and another is not. */
function joinPages(pages: readonly ActivityPage[]): ActivityPage {
  const horizons = pages.flatMap(({horizon}) => horizon ?? [])
  const horizon = horizons.toSorted().at(-1)
  const items = pages.flatMap((page) => page.items)
  return {
    items: horizon === undefined ? items : items.filter(({at}) => at >= horizon),
    horizon,
  }
}
