export type DriftKind =
  | 'malformed'
  | 'ledger'
  | 'level'
  | 'number'
  | 'total'
  | 'balance'
  | 'account'
  | 'summary'

/** What a drifted value belongs to; names as people know them. */
export type DriftSubject =
  | {
      of: 'stock' | 'balance' | 'account' | 'day' | 'series' | 'paper' | 'number'
      name: string
    }
  | {of: 'entry'; name: string; sequence: number}
  | {of: 'movement'; name: string; movement: 'sale' | 'return' | 'void'; product: string}

/** One value that does not follow from the documents it is derived from. */
export interface Drift {
  kind: DriftKind
  /** Id of the document that holds the wrong value. */
  document: string
  subject: DriftSubject
  /** The subject in English: `Stock of LED bulb`, `B-2026-17`. */
  label: string
  /** Attribute path. */
  field: string
  expected: unknown
  found: unknown
  /** `found − expected` where both are numbers: minor units or smallest steps, as the field counts. */
  difference?: number
  /** The product whose stock an entry can correct. */
  product?: string
  /** The customer whose account or balance it is. */
  customer?: string
  /** The calendar day of the paper or balance. */
  day?: string
  /** One sentence for people; `npm run verify` prints it, the dashboard says the same. */
  message: string
}

export type DriftPlace = Pick<
  Drift,
  'kind' | 'document' | 'field' | 'subject' | 'product' | 'customer' | 'day'
>

/** Nothing when equal (0 and −0 are: the sum of no movements may be either); else the drift in words. */
export function compare(place: DriftPlace, expected: unknown, found: unknown): Drift[] {
  if (expected === found || Object.is(expected, found)) return []
  const field = shortened(place.field)
  const label = shortened(labelOf(place.subject))
  const isCounted = typeof expected === 'number' && typeof found === 'number'
  const by = isCounted ? ` (${signed(found - expected)})` : ''
  return [
    {
      ...place,
      field,
      label,
      expected,
      found,
      ...(isCounted ? {difference: found - expected} : {}),
      message: `${label}: ${field} is ${wordsOf(found)}, should be ${wordsOf(expected)}${by}`,
    },
  ]
}

export function labelOf(subject: DriftSubject): string {
  const {of, name} = subject
  switch (of) {
    case 'entry':
      return `Entry ${subject.sequence} of ${name}`
    case 'movement':
      return `${name}, ${subject.movement} of ${subject.product}`
    case 'paper':
      return name
    case 'number':
      return `Papers numbered ${name}`
    default:
      return `${CALLED[of]} ${name}`
  }
}

const CALLED = {
  stock: 'Stock of',
  balance: 'Balance of',
  account: 'Account of',
  day: 'Day',
  series: 'Series',
} as const

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

const wordsOf = (value: unknown): string =>
  value === undefined ? 'missing' : shortened(String(value))

/** Foreign documents may hold a megabyte where a name belongs; a sentence about it stays one. */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
