export type DriftKind =
  | 'malformed'
  | 'ledger'
  | 'level'
  | 'number'
  | 'total'
  | 'balance'
  | 'account'
  | 'summary'

/** One value that does not follow from the documents it is derived from. */
export interface Drift {
  kind: DriftKind
  /** Id of the document that holds the wrong value. */
  document: string
  /** What the value belongs to, as people call it: `Stock of LED bulb`, `B-2026-17`. */
  label: string
  /** Attribute path. */
  field: string
  expected: unknown
  found: unknown
  /** `found − expected` where both are numbers: minor units or smallest steps, as the field counts. */
  difference?: number
  /** The product whose stock an entry can correct. */
  product?: string
  /** The customer whose account it is. */
  customer?: string
  /** One sentence for people; `npm run verify` prints it, the dashboard says the same. */
  message: string
}

export type DriftPlace = Pick<
  Drift,
  'kind' | 'document' | 'field' | 'label' | 'product' | 'customer'
>

/** Nothing when equal (0 and −0 are: the sum of no movements may be either); else the drift in words. */
export function compare(place: DriftPlace, expected: unknown, found: unknown): Drift[] {
  if (expected === found || Object.is(expected, found)) return []
  const field = shortened(place.field)
  const label = shortened(place.label)
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

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

const wordsOf = (value: unknown): string =>
  value === undefined ? 'missing' : shortened(String(value))

/** Foreign documents may hold a megabyte where a name belongs; a sentence about it stays one. */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
