import type {Drift, DriftSubject} from './drift.ts'

/** The operation that puts a document right, by one click. */
export type DriftCorrection =
  | {kind: 'stock'; product: string}
  | {kind: 'balance'; bill: string}
  | {kind: 'series'; series: string}
  | {kind: 'day'; day: string}
  | {kind: 'account'; customer: string}

/**
 * Why no operation can: `paper`, `entry`: a document that is never changed was, and only its history knows what it said;
 * `moved`: a paper and its entries disagree; `number`: a number is missing or given twice; `repeats`: what it repeats is
 * wrong too, and comes first.
 */
export type DriftAdvice = 'paper' | 'entry' | 'moved' | 'number' | 'repeats'

/** Everything that is wrong with one document, as one alert. */
export interface DriftAlert {
  /** Id of the document that holds the wrong values. */
  document: string
  subject: DriftSubject
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
  const byDocument = new Map<string, [Drift, ...Drift[]]>()
  for (const drift of drifts) {
    const known = byDocument.get(drift.document)
    if (known === undefined) byDocument.set(drift.document, [drift])
    else known.push(drift)
  }
  const wrong = wrongSources(drifts)
  return [...byDocument.values()]
    .map((own) => toAlert(own, wrong))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

/** What others repeat: following it now would make them as wrong. */
interface WrongSources {
  papers: ReadonlySet<string>
  /** Days with a wrong paper or balance. */
  days: ReadonlySet<string>
  /** Customers with a wrong balance. */
  customers: ReadonlySet<string>
}

function wrongSources(drifts: readonly Drift[]): WrongSources {
  const papers = drifts.filter(({kind}) => kind === 'total')
  const balances = drifts.filter(({kind}) => kind === 'balance')
  return {
    papers: new Set(papers.map(({document}) => document)),
    // what a void takes out of its day follows from the balance
    days: new Set([...papers, ...balances].flatMap(({day}) => day ?? [])),
    customers: new Set(balances.flatMap(({customer}) => customer ?? [])),
  }
}

function toAlert(drifts: readonly [Drift, ...Drift[]], wrong: WrongSources): DriftAlert {
  const [{document, subject, label}] = drifts
  const product = drifts.find((drift) => drift.product !== undefined)?.product
  const correction = correctionOf(document, product, drifts)
  const repeats = correction !== undefined && repeatsWrong(correction, wrong)
  const advice = repeats ? 'repeats' : correction === undefined ? adviceOf(drifts) : undefined
  return {
    document,
    subject,
    label,
    drifts,
    ...(product === undefined ? {} : {product}),
    ...(correction === undefined || repeats ? {} : {correction}),
    ...(advice === undefined ? {} : {advice}),
  }
}

function correctionOf(
  document: string,
  product: string | undefined,
  drifts: readonly Drift[],
): DriftCorrection | undefined {
  if (product !== undefined) return {kind: 'stock', product}
  const [type = '', ...rest] = document.split('.')
  const name = rest.join('.')
  if (type === 'billBalance') return {kind: 'balance', bill: `bill.${name}`}
  if (type === 'daySummary') return {kind: 'day', day: name}
  const customer = drifts.find(({kind}) => kind === 'account')?.customer
  if (customer !== undefined) return {kind: 'account', customer}
  return type === 'series' && drifts.every(isBehind) ? {kind: 'series', series: name} : undefined
}

function repeatsWrong(
  correction: DriftCorrection,
  {papers, days, customers}: WrongSources,
): boolean {
  switch (correction.kind) {
    case 'balance':
      return papers.has(correction.bill)
    case 'day':
      return days.has(correction.day)
    case 'account':
      return customers.has(correction.customer)
    case 'stock':
    case 'series':
      return false
  }
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
