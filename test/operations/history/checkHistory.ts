import {toOperations} from './operations.ts'
import type {LoggedOperation} from './operations.ts'
import type {HistoryLine} from './historyLog.ts'

/** What the checker reads of an exported document. */
export interface ExportedDocument {
  _id: string
  _type: string
  [attribute: string]: unknown
}

/**
 * Judges a run from outside: the log of what tills asked and were answered against the exported dataset. Knows nothing
 * of the code under test. Every fault is a sentence that begins with the name of its rule.
 */
export function checkHistory(
  log: readonly HistoryLine[],
  documents: readonly ExportedDocument[],
): string[] {
  const operations = toOperations(log)
  return [
    ...checkPresence(operations, documents),
    ...checkNumbers(operations, documents),
    ...checkLedger(operations, documents),
    ...checkSums(documents),
  ]
}

const ofType = (documents: readonly ExportedDocument[], type: string) =>
  documents.filter(({_type}) => _type === type)

const rootsOf = (documents: readonly ExportedDocument[]) => [
  ...ofType(documents, 'bill'),
  ...ofType(documents, 'stockOperation').filter(({reference}) => reference !== undefined),
]

/** Acknowledged: exactly once. Refused: not at all. Unanswered: at most once. Unasked: never. */
function checkPresence(
  operations: ReadonlyMap<string, LoggedOperation>,
  documents: readonly ExportedDocument[],
): string[] {
  const found = groupBy(rootsOf(documents), ({reference}) => text(reference))
  const faults = [...found.keys()]
    .filter((key) => !operations.has(key))
    .map((key) => `unasked: ${key} stands in the dataset, no till asked for it`)
  for (const {key, outcome, document} of operations.values()) {
    const roots = found.get(key) ?? []
    if (roots.length > 1) faults.push(`doubled: ${key} stands there ${roots.length} times`)
    if (outcome === 'done' && roots.length === 0) faults.push(`lost: ${key} was acknowledged`)
    if (outcome === 'refused' && roots.length > 0) faults.push(`refused: ${key} was carried out`)
    if (outcome === 'done' && roots.length === 1 && roots[0]?._id !== document)
      faults.push(`lost: ${key} was acknowledged as ${document}, but ${roots[0]?._id} is there`)
  }
  return faults
}

/** Per series 1…n, and never a later number for what was over before the other was asked. */
function checkNumbers(
  operations: ReadonlyMap<string, LoggedOperation>,
  documents: readonly ExportedDocument[],
): string[] {
  const faults: string[] = []
  for (const [series, bills] of groupBy(ofType(documents, 'bill'), (bill) => text(bill.series))) {
    const ordered = bills.toSorted((a, b) => count(a.sequence) - count(b.sequence))
    const wrong = ordered.find((bill, index) => count(bill.sequence) !== index + 1)
    if (wrong) faults.push(`numbers: ${series} is not 1…${ordered.length} at ${wrong.number}`)
    const keys = ordered.map((bill) => text(bill.reference))
    faults.push(...outOfOrder(keys, operations).map((words) => `order: ${series}: ${words}`))
    const counter = documents.find(({_id}) => _id === `series.${series}`)
    if (count(counter?.last) !== ordered.length) faults.push(`numbers: ${series} counts on wrongly`)
  }
  return faults
}

/** Each product's ledger is one line of events that agrees with what each till saw and when. */
function checkLedger(
  operations: ReadonlyMap<string, LoggedOperation>,
  documents: readonly ExportedDocument[],
): string[] {
  const faults: string[] = []
  const keys = new Map(rootsOf(documents).map(({_id, reference}) => [_id, text(reference)]))
  const entries = groupBy(ofType(documents, 'stockTransaction'), ({product}) => refOf(product))
  const moved = new Map<string, number>()
  for (const [product, unordered] of entries) {
    const ledger = unordered.toSorted((a, b) => count(a.sequence) - count(b.sequence))
    let balance = 0
    for (const [index, entry] of ledger.entries()) {
      balance += count(entry.quantity)
      if (count(entry.sequence) !== index + 1 || count(entry.balanceAfter) !== balance)
        faults.push(`ledger: ${product} breaks at entry ${index + 1}`)
      if (balance < 0) faults.push(`oversold: ${product} has ${balance} after entry ${index + 1}`)
      const at = `${keys.get(refOf(entry.source)) ?? ''} ${product}`
      moved.set(at, (moved.get(at) ?? 0) + count(entry.quantity))
    }
    const level = documents.find(({_id}) => _id === `stockLevel.${product}`)
    if (count(level?.onHand) !== balance || count(level?.sequence) !== ledger.length)
      faults.push(`level: ${product} says ${String(level?.onHand)}, its ledger ${balance}`)
    const order = ledger.map((entry) => keys.get(refOf(entry.source)) ?? '')
    faults.push(...outOfOrder(order, operations).map((words) => `order: ${product}: ${words}`))
    faults.push(...checkRefusals(product, ledger, order, operations))
  }
  return [...faults, ...checkMoves(moved, new Set(keys.values()), operations)]
}

/** What stands in the dataset of an operation has moved what was asked, no more, no less. */
function checkMoves(
  moved: ReadonlyMap<string, number>,
  present: ReadonlySet<string>,
  operations: ReadonlyMap<string, LoggedOperation>,
): string[] {
  return [...operations.values()].flatMap(({key, kind, lines}) => {
    if (!present.has(key)) return []
    const sign = kind === 'sale' ? -1 : 1
    return [...groupBy(lines, ({product}) => product)].flatMap(([product, same]) => {
      const asked = sign * same.reduce((sum, {quantity}) => sum + quantity, 0)
      const was = moved.get(`${key} ${product}`) ?? 0
      return was === asked ? [] : [`moved: ${key} moved ${was} of ${product}, asked for ${asked}`]
    })
  })
}

/** Of a refusal's "3 left" it must have been true at some moment between question and answer. */
function checkRefusals(
  product: string,
  ledger: readonly ExportedDocument[],
  order: readonly string[],
  operations: ReadonlyMap<string, LoggedOperation>,
): string[] {
  return [...operations.values()].flatMap((refused) => {
    const claim = refused.left.find((one) => one.product === product)
    if (claim === undefined) return []
    const times = order.map((key) => operations.get(key))
    const from = times.findLastIndex((entry) => entry === undefined || entry.until < refused.from)
    const next = times.findIndex((entry) => entry !== undefined && entry.from > refused.until)
    const to = next === -1 ? ledger.length : next
    const balances = ledger.slice(Math.max(from, 0), to).map((entry) => count(entry.balanceAfter))
    const asked = refused.lines.reduce((sum, {quantity}) => sum + quantity, 0)
    if (balances.includes(claim.available) && claim.available < asked) return []
    return [`shortage: ${refused.key} was told ${claim.available} of ${product} are left`]
  })
}

/** Pairs in which the later one was answered before the earlier one was asked. */
function outOfOrder(
  keys: readonly string[],
  operations: ReadonlyMap<string, LoggedOperation>,
): string[] {
  let earliest: {key: string; until: number} = {key: '', until: Infinity}
  return keys.toReversed().flatMap((key) => {
    const operation = operations.get(key)
    if (operation === undefined) return []
    const fault =
      operation.from > earliest.until
        ? [`${key} stands before ${earliest.key}, which was over before it began`]
        : []
    if (operation.until < earliest.until) earliest = {key, until: operation.until}
    return fault
  })
}

/** Lines make totals, payments what is paid, bills the days. */
function checkSums(documents: readonly ExportedDocument[]): string[] {
  const bills = ofType(documents, 'bill')
  const payments = groupBy(ofType(documents, 'payment'), ({bill}) => refOf(bill))
  const balances = groupBy(ofType(documents, 'billBalance'), ({bill}) => refOf(bill))
  const faults = bills.flatMap((bill) => {
    const {_id, number, lines, totals} = bill
    const total = count(record(totals).total)
    const sum = list(lines).reduce<number>((all, line) => all + lineTotal(record(line)), 0)
    const balance = balances.get(_id) ?? []
    const paid = (payments.get(_id) ?? []).reduce((all, {amount}) => all + count(amount), 0)
    return [
      ...(sum === total ? [] : [`sums: ${number} is ${total}, its lines ${sum}`]),
      ...(balance.length === 1 ? [] : [`sums: ${number} has ${balance.length} balances`]),
      ...(count(balance[0]?.paid) === paid ? [] : [`sums: ${number} was paid ${paid}`]),
    ]
  })
  const days = groupBy(bills, ({day}) => text(day))
  for (const day of ofType(documents, 'daySummary')) {
    const sold = days.get(text(day.day)) ?? []
    const sales = sold.reduce((sum, {totals}) => sum + count(record(totals).total), 0)
    if (count(day.bills) !== sold.length || count(day.sales) !== sales)
      faults.push(`sums: ${text(day.day)} says ${String(day.bills)} bills, ${String(day.sales)}`)
  }
  return faults
}

/** For goods priced per piece without tax or discount, which is all that the tills of these runs sell. */
const lineTotal = ({quantity, unitPrice}: Record<string, unknown>) =>
  count(quantity) * count(unitPrice)

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? {...value} : {}
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const count = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
const refOf = (value: unknown) => text(record(value)._ref)
