import type {LatencyTest, ShopDocumentType} from '../domain/documents.ts'
import type {RawDocument} from './wire.ts'

/** Which dated documents are held. Days are calendar days of the shop. */
export interface WorkingSetBounds {
  /** First day of bills, credit notes, settled balances and payments but those that move a customer's credit. */
  billsFrom: string
  /** First day of ledger entries. */
  entriesFrom: string
  /** The days around an as-of day far from today. */
  asOf?: {from: string; to: string}
}

/** The snapshot is fetched in parts, side by side. */
export type SnapshotPart = 'whole' | 'users' | 'dated' | 'balances' | 'payments' | 'entries'

export const snapshotParts = ['whole', 'users', 'dated', 'balances', 'payments', 'entries'] as const

const partByType: Record<ShopDocumentType, SnapshotPart> = {
  product: 'whole',
  brand: 'whole',
  category: 'whole',
  user: 'users',
  series: 'whole',
  shopSettings: 'whole',
  billDraft: 'whole',
  stockLevel: 'whole',
  daySummary: 'whole',
  alertNote: 'whole',
  customerAccount: 'whole',
  bill: 'dated',
  payment: 'payments',
  creditNote: 'dated',
  billBalance: 'balances',
  stockTransaction: 'entries',
}

const types: readonly string[] = Object.keys(partByType)

/** The types that the live view holds. */
export const shopTypes: readonly string[] = types

const latencyTest: LatencyTest['_type'] = 'latencyTest'

/** The types of the shared listener. */
export const listenedTypes: readonly string[] = [...types, latencyTest]

export function isShopType(type: string): type is ShopDocumentType {
  return Object.hasOwn(partByType, type)
}

export function typesOfPart(part: SnapshotPart): string[] {
  return types.filter((type) => isShopType(type) && partByType[type] === part)
}

/**
 * Only a part of these types is held: a document of days that are not may be absent and exist in the lake all the same.
 */
export function mayBeUnheld(document: RawDocument, bounds: WorkingSetBounds): boolean {
  if (!isShopType(document._type)) return false
  const part = partByType[document._type]
  if (part === 'whole' || part === 'users') return false
  return !isInDays(document.day, part === 'entries' ? bounds.entriesFrom : bounds.billsFrom, bounds)
}

// what a customer has as credit follows from these, however old; `isCreditPayment` says the same of one document
const MOVES_CREDIT =
  '(method == "customerCredit" || (defined(customer) && !defined(bill) && !defined(creditNote)))'

/** The GROQ filters of a part; `isInWorkingSet` says the same of one document. Keep the two in step. */
export const filterOfPart = {
  whole: filterOf('whole', '$types'),
  users: filterOf('users', '$types'),
  dated: filterOf('dated', '$types'),
  balances: filterOf('balances', '$types'),
  payments: filterOf('payments', '$types'),
  entries: filterOf('entries', '$types'),
} satisfies Record<SnapshotPart, string>

const filtersOfAll = snapshotParts.map((part) => filterOf(part, `$${part}Types`))

/** The whole working set in one filter. */
export const filterOfAll = filtersOfAll.map((filter) => `(${filter})`).join(' || ')

/** How many documents it has, a part at a time: counted by type, which costs a lake much less. */
export const countOfAll = filtersOfAll.map((filter) => `count(*[${filter}])`).join(' + ')

function filterOf(part: SnapshotPart, types: string): string {
  switch (part) {
    case 'whole':
    case 'users':
      return `_type in ${types}`
    case 'dated':
      return `_type in ${types} && ${dayFilter('$billsFrom')}`
    case 'balances':
      return `_type in ${types} && (${dayFilter('$billsFrom')} || balance != 0)`
    case 'payments':
      return `_type in ${types} && (${dayFilter('$billsFrom')} || ${MOVES_CREDIT})`
    case 'entries':
      return `_type in ${types} && ${dayFilter('$entriesFrom')}`
  }
}

// a comparison with a missing or mistyped day is null: such documents are held, to be flagged as malformed
function dayFilter(from: string): string {
  return `(coalesce(day >= ${from}, true) || (day >= $asOfFrom && day <= $asOfTo))`
}

export function paramsOfPart(part: SnapshotPart, bounds: WorkingSetBounds) {
  return {types: typesOfPart(part), ...dayParams(bounds)}
}

export function paramsOfAll(bounds: WorkingSetBounds) {
  return {
    wholeTypes: typesOfPart('whole'),
    usersTypes: typesOfPart('users'),
    datedTypes: typesOfPart('dated'),
    balancesTypes: typesOfPart('balances'),
    paymentsTypes: typesOfPart('payments'),
    entriesTypes: typesOfPart('entries'),
    ...dayParams(bounds),
  }
}

function dayParams(bounds: WorkingSetBounds) {
  return {
    billsFrom: bounds.billsFrom,
    entriesFrom: bounds.entriesFrom,
    asOfFrom: bounds.asOf?.from ?? '9999-12-31',
    asOfTo: bounds.asOf?.to ?? '0000-01-01',
  }
}

export function isInWorkingSet(document: RawDocument, bounds: WorkingSetBounds): boolean {
  if (!isShopType(document._type)) return false
  switch (partByType[document._type]) {
    case 'whole':
    case 'users':
      return true
    case 'dated':
      return isInDays(document.day, bounds.billsFrom, bounds)
    case 'balances':
      return isInDays(document.day, bounds.billsFrom, bounds) || document.balance !== 0
    case 'payments':
      return isInDays(document.day, bounds.billsFrom, bounds) || isCreditPayment(document)
    case 'entries':
      return isInDays(document.day, bounds.entriesFrom, bounds)
  }
}

function isCreditPayment({method, customer, bill, creditNote}: RawDocument): boolean {
  if (method === 'customerCredit') return true
  return isDefined(customer) && !isDefined(bill) && !isDefined(creditNote)
}

const isDefined = (value: unknown): boolean => value !== undefined && value !== null

function isInDays(day: unknown, from: string, {asOf}: WorkingSetBounds): boolean {
  if (typeof day !== 'string' || day >= from) return true
  return asOf !== undefined && day >= asOf.from && day <= asOf.to
}

/** Whether the bills of this day are held, so that its figures can be counted from them. */
export function isBillDayHeld(day: string, bounds: WorkingSetBounds): boolean {
  return isInDays(day, bounds.billsFrom, bounds)
}
