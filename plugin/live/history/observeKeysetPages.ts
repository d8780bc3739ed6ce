import type {SanityClient} from '@sanity/client'
import {Observable, Subscription} from 'rxjs'
import type {LiveError} from '../errors.ts'
import type {RawDocument} from '../wire.ts'
import {comesBefore, cursorOf, isWithin} from './keyset.ts'
import type {Cursor, KeysetQuery, PageBounds} from './keyset.ts'
import {observePage} from './observePage.ts'
import type {PageState} from './observePage.ts'

export interface KeysetPages {
  /** In the order of the list, each once. */
  documents: readonly RawDocument[]
  companions: readonly RawDocument[]
  /** A page has no answer yet. */
  loading: boolean
  error: LiveError | undefined
  /** There may be more than is loaded. */
  hasMore: boolean
}

export interface KeysetOptions {
  /** Documents of a page that is opened; what comes between them later makes it up to twice as long. */
  pageSize: number
  /** Opens the next page, once the last one is full. */
  more$: Observable<unknown>
}

interface OpenPage {
  bounds: PageBounds
  state: PageState
}

/**
 * The first pages of a list that stays up to date. Each page is a query of its own between fixed bounds: opening one
 * asks for that one, and an event asks for the pages again that its document is or was on.
 */
export function observeKeysetPages(
  client: SanityClient,
  query: KeysetQuery,
  {pageSize, more$}: KeysetOptions,
): Observable<KeysetPages> {
  return new Observable((subscriber) => {
    const pages: OpenPage[] = []
    const subscription = new Subscription()

    const openAfter = (before: OpenPage | undefined, bounds: PageBounds): void => {
      const page: OpenPage = {bounds, state: unanswered}
      pages.splice(before === undefined ? 0 : pages.indexOf(before) + 1, 0, page)
      subscription.add(
        observePage(client, query, bounds, pageSize).subscribe((state) => {
          page.state = state
          splitOverfull(page)
          subscriber.next(toPages(query, pages))
        }),
      )
    }
    const splitAt = (page: OpenPage, last: Cursor): void => {
      const {until} = page.bounds
      page.bounds.until = last
      openAfter(page, {after: last, until})
    }
    /** So much has come between its bounds that an answer does not reach its end. */
    const splitOverfull = (page: OpenPage): void => {
      const {until} = page.bounds
      const last = lastOf(query, page)
      if (until !== null && page.state.isFull && last !== undefined && comesBefore(last, until)) {
        splitAt(page, last)
      }
    }
    openAfter(undefined, {after: null, until: null})
    subscription.add(
      more$.subscribe(() => {
        const page = pages.at(-1)
        const last = page && nextAfter(query, page)
        if (page === undefined || last === undefined) return
        splitAt(page, last)
        subscriber.next(toPages(query, pages))
      }),
    )
    return subscription
  })
}

const unanswered: PageState = {
  rows: undefined,
  isFull: false,
  companions: [],
  error: undefined,
}

const lastOf = (query: KeysetQuery, {state}: OpenPage) => cursorOf(query, state.rows?.at(-1))

/** After which document the page that follows the last one begins; `undefined` when none may follow. */
const nextAfter = (query: KeysetQuery, page: OpenPage): Cursor | undefined =>
  page.state.isFull ? lastOf(query, page) : undefined

function toPages(query: KeysetQuery, pages: readonly OpenPage[]): KeysetPages {
  const last = pages.at(-1)
  // a document on its way from one page to another may be on both for a moment
  const documents = new Map<string, RawDocument>()
  for (const {bounds, state} of pages) {
    for (const row of state.rows ?? []) {
      if (!documents.has(row._id) && isWithin(bounds, cursorOf(query, row))) {
        documents.set(row._id, row)
      }
    }
  }
  return {
    documents: [...documents.values()],
    companions: pages.flatMap(({state}) => state.companions),
    loading: pages.some(({state}) => state.rows === undefined && state.error === undefined),
    error: pages.find(({state}) => state.error !== undefined)?.state.error,
    hasMore: last !== undefined && nextAfter(query, last) !== undefined,
  }
}
