import type {StockTransaction} from '../documents.ts'
import {lineAmount} from '../money.ts'

/** An entry that is gone, as the entries around it say it was. */
export interface LostEntry {
  sequence: number
  quantity: number
  balanceAfter: number
  unitCost: number
  value: number
  /** The entry after it. */
  next: StockTransaction
}

export interface LedgerCorrection {
  lost: readonly LostEntry[]
  /** What the ledger adds up to with the lost entries in place. `sequence`: of the last entry. */
  onHand: number
  value: number
  sequence: number
}

export type LedgerReading = {correction: LedgerCorrection} | {broken: StockTransaction}

/**
 * What a product's ledger says, and what it lacks. `entries`: all that exist, in the order of their sequences. A lost
 * entry's quantity follows from the balances around it; of several in a row the first carries all of it. `broken`: the
 * first entry that does not follow the one before it, so that one of the two was edited and no sum can be trusted.
 */
export function readLedger(entries: readonly StockTransaction[]): LedgerReading {
  const lost: LostEntry[] = []
  let sequence = 0
  let onHand = 0
  let value = 0
  for (const entry of entries) {
    const found = lostBefore(entry, sequence, onHand)
    lost.push(...found)
    const before = found.at(-1)?.balanceAfter ?? onHand
    if (before + entry.quantity !== entry.balanceAfter) return {broken: entry}
    sequence = entry.sequence
    onHand = entry.balanceAfter
    value += entry.value + found.reduce((sum, one) => sum + one.value, 0)
  }
  return {correction: {lost, onHand, value, sequence}}
}

function lostBefore(next: StockTransaction, last: number, onHand: number): LostEntry[] {
  const count = next.sequence - last - 1
  if (count <= 0) return []
  const balanceAfter = next.balanceAfter - next.quantity
  const {unitCost, unit} = next
  return Array.from({length: count}, (_, index) => {
    const quantity = index === 0 ? balanceAfter - onHand : 0
    const value = lineAmount(unitCost, quantity, unit.decimals)
    return {sequence: last + 1 + index, quantity, balanceAfter, unitCost, value, next}
  })
}
