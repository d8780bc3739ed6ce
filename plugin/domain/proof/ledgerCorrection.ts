import type {StockTransaction} from '../documents.ts'
import {lineAmount} from '../money.ts'
import type {PaperMovement} from './paperMovements.ts'

/** An entry that is gone, as its paper or the entries around it say it was. */
export interface LostEntry {
  sequence: number
  quantity: number
  balanceAfter: number
  unitCost: number
  value: number
  /** The bill, credit note or void that it belonged to; absent: only the entries around it tell of it. */
  paper?: PaperMovement
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

/** The movement of the paper that names the entry with this sequence as its own. */
export type PaperOf = (sequence: number) => PaperMovement | undefined

const noPaper: PaperOf = () => undefined

/**
 * What a product's ledger says, and what it lacks. `entries`: all that exist, in the order of their sequences. A lost entry
 * is what its paper says, as long as the balances around it agree; else its quantity follows from them, and of several in
 * a row the first carries all that no paper claims. `broken`: the first entry that does not follow the one before it, so
 * that one of the two was edited and no sum can be trusted.
 */
export function readLedger(
  entries: readonly StockTransaction[],
  paperOf: PaperOf = noPaper,
): LedgerReading {
  const lost: LostEntry[] = []
  let sequence = 0
  let onHand = 0
  let value = 0
  for (const entry of entries) {
    const found = lostBefore(entry, sequence, onHand, paperOf)
    lost.push(...found)
    const before = found.at(-1)?.balanceAfter ?? onHand
    if (before + entry.quantity !== entry.balanceAfter) return {broken: entry}
    sequence = entry.sequence
    onHand = entry.balanceAfter
    value += entry.value + found.reduce((sum, one) => sum + one.value, 0)
  }
  return {correction: {lost, onHand, value, sequence}}
}

function lostBefore(
  next: StockTransaction,
  last: number,
  onHand: number,
  paperOf: PaperOf,
): LostEntry[] {
  const count = next.sequence - last - 1
  if (count <= 0) return []
  const sequences = Array.from({length: count}, (_, index) => last + 1 + index)
  const moved = next.balanceAfter - next.quantity - onHand
  const papers = claimsOf(sequences.map(paperOf), moved)
  const unclaimed = moved - papers.reduce((sum, paper) => sum + (paper?.quantity ?? 0), 0)
  const first = papers.indexOf(undefined)
  let balanceAfter = onHand
  return sequences.map((sequence, index) => {
    const paper = papers[index]
    const quantity = paper?.quantity ?? (index === first ? unclaimed : 0)
    balanceAfter += quantity
    const {unitCost, unit} = next
    const value = paper?.value ?? lineAmount(unitCost, quantity, unit.decimals)
    const known = paper === undefined ? {} : {paper}
    return {sequence, quantity, balanceAfter, unitCost, value, next, ...known}
  })
}

/** Papers that claim more or less than the balances allow claim nothing. */
function claimsOf(
  papers: readonly (PaperMovement | undefined)[],
  moved: number,
): readonly (PaperMovement | undefined)[] {
  const claimed = papers.reduce((sum, paper) => sum + (paper?.quantity ?? 0), 0)
  return papers.includes(undefined) || claimed === moved ? papers : papers.map(() => undefined)
}
