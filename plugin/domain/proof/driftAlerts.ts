import type {Drift} from './drift.ts'

/** The operation that puts a document right, by one click. */
export type DriftCorrection =
  | {kind: 'stock'; product: string}
  | {kind: 'balance'; bill: string}
  | {kind: 'series'; series: string}
  | {kind: 'day'; day: string}
  | {kind: 'account'; customer: string}

/**
 * Why no operation can: `paper`, `entry`: a document that is never changed was, and only its history knows what it said;
 * `moved`: a paper and its entries disagree; `number`: a number is missing or given twice.
 */
export type DriftAdvice = 'paper' | 'entry' | 'moved' | 'number'

/** Everything that is wrong with one document, as one alert. */
export interface DriftAlert {
  /** Id of the document that holds the wrong values. */
  document: string
  label: string
  drifts: readonly Drift[]
  /** The product whose stock it is about. */
  product?: string
  correction?: DriftCorrection
  /** What to do where people must judge. */
  advice?: DriftAdvice
}

/** One alert a document, in the order of their labels. */
export function toDriftAlerts(drifts: readonly Drift[]): DriftAlert[] {
  const byDocument = new Map<string, Drift[]>()
  for (const drift of drifts) {
    byDocument.set(drift.document, [...(byDocument.get(drift.document) ?? []), drift])
  }
  const edited = new Set(drifts.filter(({kind}) => kind === 'total').map(({document}) => document))
  return [...byDocument]
    .map(([document, own]) => toAlert(document, own, edited))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

function toAlert(
  document: string,
  drifts: readonly Drift[],
  edited: ReadonlySet<string>,
): DriftAlert {
  const product = drifts.find((drift) => drift.product !== undefined)?.product
  const correction = correctionOf(document, product, drifts, edited)
  const advice = correction === undefined ? adviceOf(drifts) : undefined
  return {
    document,
    label: drifts[0]?.label ?? document,
    drifts,
    ...(product === undefined ? {} : {product}),
    ...(correction === undefined ? {} : {correction}),
    ...(advice === undefined ? {} : {advice}),
  }
}

function correctionOf(
  document: string,
  product: string | undefined,
  drifts: readonly Drift[],
  edited: ReadonlySet<string>,
): DriftCorrection | undefined {
  if (product !== undefined) return {kind: 'stock', product}
  const [type = '', ...rest] = document.split('.')
  const name = rest.join('.')
  if (type === 'billBalance') {
    const bill = `bill.${name}`
    // what is derived from an edited bill would be as wrong as the bill
    return edited.has(bill) ? undefined : {kind: 'balance', bill}
  }
  if (type === 'daySummary') return {kind: 'day', day: name}
  const customer = drifts.find((drift) => drift.customer !== undefined)?.customer
  if (customer !== undefined) return {kind: 'account', customer}
  return type === 'series' && drifts.every(isBehind) ? {kind: 'series', series: name} : undefined
}

/** A counter may be raised to the last number given, and never lowered. */
function isBehind({expected, found}: Drift): boolean {
  return typeof expected === 'number' && (typeof found !== 'number' || found < expected)
}

function adviceOf(drifts: readonly Drift[]): DriftAdvice | undefined {
  const kinds = new Set(drifts.map(({kind}) => kind))
  if (kinds.has('total')) return 'paper'
  if (kinds.has('number')) return 'number'
  if (!kinds.has('ledger')) return kinds.has('balance') ? 'paper' : undefined
  return drifts.some(({document}) => document.startsWith('stockTransaction.')) ? 'entry' : 'moved'
}
