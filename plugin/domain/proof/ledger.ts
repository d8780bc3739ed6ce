import type {StockLevel, StockTransaction} from '../documents.ts'
import {stockLevelId, stockTransactionId} from '../ids.ts'
import {averageCost} from '../ledger.ts'
import type {Chain} from './chain.ts'
import {compare} from './drift.ts'
import type {Drift, DriftPlace} from './drift.ts'
import {suspect} from './suspicion.ts'
import type {Suspicion} from './suspicion.ts'

type Entries = Chain<StockTransaction>

/** An entry follows the one before it: its sequence by one, its `balanceAfter` by its quantity. */
export function proveEntry(entry: StockTransaction, entries: Entries): Suspicion[] {
  const {sequence, quantity, balanceAfter, productName} = entry
  const product = entry.product._ref
  const subject = {of: 'entry' as const, name: productName, sequence}
  const place = {kind: 'ledger' as const, document: entry._id, subject}
  const doubled = compare(
    {...place, field: 'entries with its sequence'},
    1,
    entries.at(sequence).length,
  )
  const before = sequence === 1 ? [0] : entries.at(sequence - 1).map((one) => one.balanceAfter)
  if (sequence < 1) return suspect(compare({...place, field: 'sequence'}, 1, sequence))
  if (before.length === 0) {
    const missing = {kind: 'entry' as const, id: stockTransactionId(product, sequence - 1)}
    const gap = compare({...place, product, field: 'entry before'}, sequence - 1, undefined)
    return [...suspect(doubled), ...suspect(gap, missing)]
  }
  const follows = before.some((balance) => balance + quantity === balanceAfter)
  const chained = follows
    ? []
    : compare({...place, field: 'balanceAfter'}, (before[0] ?? 0) + quantity, balanceAfter)
  const {decimals} = entry.unit
  const counted = entries.at(sequence - 1).some(({unit}) => unit.decimals === decimals)
    ? []
    : compare(
        {...place, field: 'unit.decimals'},
        entries.at(sequence - 1)[0]?.unit.decimals ?? decimals,
        decimals,
      )
  return suspect([...doubled, ...chained, ...counted])
}

/** `all`: what is not held does not exist. `due`: the last entry is held if it exists. `some`: it may be elsewhere. */
export type Held = 'all' | 'due' | 'some'

/**
 * The level is what its ledger adds up to: all of it where all entries are held, else the last entry's `balanceAfter`.
 */
export function proveLevel(
  product: string,
  level: StockLevel | undefined,
  entries: Entries,
  held: Held,
): Suspicion[] {
  const highest = entries.highest() ?? (held === 'all' ? 0 : undefined)
  const sequence = level?.sequence ?? 0
  if (highest === undefined) {
    if (level === undefined || held === 'some') return []
    const place = {...placeOf(product, level, entries), field: 'sequence'}
    return suspect(compare(place, sequence - 1, sequence), lastEntryOf(product, sequence))
  }
  if (level === undefined && highest === 0) return []
  const drifts = compareLevel(placeOf(product, level, entries), level, highest, entries)
  if (sequence <= highest) return suspect(drifts)
  return held === 'some' ? [] : suspect(drifts, lastEntryOf(product, sequence))
}

const lastEntryOf = (product: string, sequence: number) => ({
  kind: 'entry' as const,
  id: stockTransactionId(product, sequence),
})

function placeOf(product: string, level: StockLevel | undefined, entries: Entries) {
  const last = entries.at(entries.highest() ?? 0)[0]
  const document = level?._id ?? stockLevelId(product)
  const subject = {of: 'stock' as const, name: last?.productName ?? product}
  return {kind: 'level' as const, document, product, subject}
}

interface Fold {
  onHand: number | undefined
  /** Known only where the whole ledger is. */
  value?: number
}

/** A ledger with a hole does not add up by itself: what its last entry says counts then. */
function foldOf(entries: Entries, highest: number): Fold {
  const isWhole = highest === 0 || (entries.lowest() === 1 && entries.count() === highest)
  if (!isWhole) return {onHand: entries.at(highest)[0]?.balanceAfter}
  const {quantity, value} = entries.sums()
  return {onHand: quantity, value}
}

function compareLevel(
  place: Omit<DriftPlace, 'field'>,
  level: StockLevel | undefined,
  highest: number,
  entries: Entries,
): Drift[] {
  const {onHand, value = level?.value} = foldOf(entries, highest)
  const last = entries.at(highest)[0]
  const state = {onHand: onHand ?? level?.onHand, value}
  return [
    ...compare({...place, field: 'sequence'}, highest, level?.sequence),
    ...compare({...place, field: 'onHand'}, onHand, level?.onHand),
    ...compare({...place, field: 'value'}, value, level?.value),
    ...(level === undefined || last === undefined ? [] : compareUnit(place, level, last, state)),
  ]
}

/** Decimals, and what a whole unit costs: of what is on hand, else as last known. Older levels do not say the latter. */
function compareUnit(
  place: Omit<DriftPlace, 'field'>,
  level: StockLevel,
  last: StockTransaction,
  {onHand = 0, value = 0}: {onHand: number | undefined; value: number | undefined},
): Drift[] {
  const {decimals} = last.unit
  const cost = averageCost({onHand, value}, decimals, last.unitCost)
  return [
    ...compare({...place, field: 'unit.decimals'}, decimals, level.unit.decimals),
    ...compare({...place, field: 'unitCost'}, cost, level.unitCost ?? cost),
  ]
}
