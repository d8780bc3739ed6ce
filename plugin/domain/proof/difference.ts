/** One value that does not follow from the documents it is derived from. */
export interface Difference {
  kind: 'malformed' | 'ledger' | 'level' | 'number' | 'total' | 'balance' | 'summary'
  /** The document that holds the wrong value. */
  id: string
  /** Attribute path. */
  path: string
  expected: unknown
  actual: unknown
  /** One sentence for people. */
  message: string
}

type Place = Pick<Difference, 'kind' | 'id' | 'path'> & {label: string}

/** Nothing when equal; else the difference in words. */
export function compare(place: Place, expected: unknown, actual: unknown): Difference[] {
  if (Object.is(expected, actual)) return []
  const {kind, id, path, label} = place
  const message = `${label}: ${path} is ${String(actual)}, should be ${String(expected)}`
  return [{kind, id, path, expected, actual, message}]
}
