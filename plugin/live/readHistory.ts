import type {SanityClient} from '@sanity/client'
import type {BillBalance, DocumentByType, User} from '../domain/documents.ts'
import {billBalanceId} from '../domain/ids.ts'
import {toLiveError} from './errors.ts'
import {toLiveClient} from './port.ts'
import type {Shape} from './shape.ts'
import {
  billBalanceShape,
  billShape,
  creditNoteShape,
  paymentShape,
  stockTransactionShape,
  userShape,
} from './shapes.ts'
import {isRawDocument} from './wire.ts'

export type HistoryType = 'bill' | 'creditNote' | 'payment' | 'stockTransaction'

/** Calendar days of the shop, both included. */
export interface Days {
  from: string
  to: string
}

/** A page of history; what is malformed is named, not counted. */
export interface HistoryPage<T> {
  documents: readonly T[]
  unreadable: readonly string[]
}

const PAGE_SIZE = 500

const SHAPES: {[K in HistoryType]: Shape<DocumentByType[K]>} = {
  bill: billShape,
  creditNote: creditNoteShape,
  payment: paymentShape,
  stockTransaction: stockTransactionShape,
}

const TIMES: Readonly<Record<HistoryType, string>> = {
  bill: 'occurredAt',
  creditNote: 'occurredAt',
  payment: 'at',
  stockTransaction: 'occurredAt',
}

/**
 * Everything of one type on these days, oldest first, page by page: also what lies beyond the live working set.
 * @throws LiveError when the lake cannot be read
 */
export async function* readHistory<K extends HistoryType>(
  client: SanityClient,
  type: K,
  days: Days,
): AsyncGenerator<HistoryPage<DocumentByType[K]>> {
  const shape = SHAPES[type]
  const time = TIMES[type]
  const query =
    `*[_type == $type && day >= $from && day <= $to && ` +
    `(${time} > $time || (${time} == $time && _id > $id))] | order(${time} asc, _id asc) [0...${PAGE_SIZE}]`
  let after = {time: '', id: ''}
  for (;;) {
    const found = await fetchList(client, query, {type, ...days, ...after})
    const documents: DocumentByType[K][] = []
    const unreadable: string[] = []
    for (const raw of found.filter(isRawDocument)) {
      const admission = shape.admit(raw)
      if ('document' in admission) documents.push(admission.document)
      else unreadable.push(raw._id)
      const at = raw[time]
      after = {time: typeof at === 'string' ? at : after.time, id: raw._id}
    }
    yield {documents, unreadable}
    if (found.length < PAGE_SIZE) return
  }
}

/**
 * All customers and admins, whole, in the order of their ids, page by page: the live store holds rows of them.
 * @throws LiveError when the lake cannot be read
 */
export async function* readUsers(client: SanityClient): AsyncGenerator<HistoryPage<User>> {
  const query = `*[_type == "user" && _id > $after] | order(_id asc) [0...${PAGE_SIZE}]`
  let after = ''
  for (;;) {
    const found = (await fetchList(client, query, {after})).filter(isRawDocument)
    const admissions = found.map((raw) => ({raw, admission: userShape.admit(raw)}))
    yield {
      documents: admissions.flatMap(({admission}) =>
        'document' in admission ? [admission.document] : [],
      ),
      unreadable: admissions.flatMap(({raw, admission}) =>
        'document' in admission ? [] : [raw._id],
      ),
    }
    const last = found.at(-1)
    if (last === undefined || found.length < PAGE_SIZE) return
    after = last._id
  }
}

const IDS_AT_ONCE = 500

/** The balances of these bills, by the bill's id. Malformed ones are left out. */
export async function readBalances(
  client: SanityClient,
  bills: readonly string[],
): Promise<Map<string, BillBalance>> {
  const balances = new Map<string, BillBalance>()
  for (let from = 0; from < bills.length; from += IDS_AT_ONCE) {
    const ids = bills.slice(from, from + IDS_AT_ONCE).map(billBalanceId)
    const found = await fetchList(client, '*[_type == "billBalance" && _id in $ids]', {ids})
    for (const balance of admitted(found)) balances.set(balance.bill._ref, balance)
  }
  return balances
}

/** Balances of bills that were void on these days by UTC, one day more at each end for other time zones. */
export async function readVoids(client: SanityClient, {from, to}: Days): Promise<BillBalance[]> {
  const query =
    '*[_type == "billBalance" && defined(void) && ' +
    'dateTime(void.at) >= dateTime($from) - 86400 && dateTime(void.at) <= dateTime($to) + 172800]'
  const bounds = {from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z`}
  return admitted(await fetchList(client, query, bounds))
}

function admitted(found: readonly unknown[]): BillBalance[] {
  return found.filter(isRawDocument).flatMap((raw) => {
    const admission = billBalanceShape.admit(raw)
    return 'document' in admission ? [admission.document] : []
  })
}

async function fetchList(
  client: SanityClient,
  query: string,
  params: Record<string, unknown>,
): Promise<unknown[]> {
  try {
    const answer = await toLiveClient(client).fetch<unknown>(query, params, {
      perspective: 'published',
      tag: 'shop.live.history',
    })
    return Array.isArray(answer) ? answer : []
  } catch (error) {
    throw toLiveError(error)
  }
}
