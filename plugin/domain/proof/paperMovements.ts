import {remainingLines} from '../daySums.ts'
import type {Bill, BillBalance, CreditNote, StockTransactionKind} from '../documents.ts'

/** What a paper's ledger entry for one product must have been. Signed: smallest steps and minor units. */
export interface PaperMovement {
  kind: StockTransactionKind
  quantity: number
  value: number
  /** The paper that the entry names as its source. */
  source: {id: string; label: string}
  occurredAt: string
}

interface Part {
  quantity: number
  cost: number
}

/** A sale's entry for a product: what its lines sold, at what it cost. */
export function movementOfBill(bill: Bill, product: string): PaperMovement {
  const parts = bill.lines
    .filter((line) => line.product?._ref === product)
    .map(({quantity, cost = 0}) => ({quantity, cost}))
  const {_id: id, number: label, occurredAt} = bill
  return {kind: 'sale', ...sumOf(parts, -1), source: {id, label}, occurredAt}
}

/** A credit note's: what its lines put back on the shelf. */
export function movementOfNote(note: CreditNote, product: string): PaperMovement {
  const parts = note.lines
    .filter((line) => line.restock && line.product?._ref === product)
    .map(({quantity, cost = 0}) => ({quantity, cost}))
  const {_id: id, number: label, occurredAt} = note
  return {kind: 'return', ...sumOf(parts, 1), source: {id, label}, occurredAt}
}

/** A void's: what credit notes had left of the bill. `undefined` when the bill is not void. */
export function movementOfVoid(
  bill: Bill,
  balance: BillBalance,
  product: string,
): PaperMovement | undefined {
  if (balance.void === undefined) return undefined
  const parts = remainingLines(bill, balance.creditedLines)
    .filter(({line}) => line.product?._ref === product)
    .map(({quantity, share}) => ({quantity, cost: share.cost}))
  const source = {id: bill._id, label: bill.number}
  return {kind: 'void', ...sumOf(parts, 1), source, occurredAt: balance.void.at}
}

function sumOf(parts: readonly Part[], sign: 1 | -1) {
  const sum = (amount: (part: Part) => number) =>
    sign * parts.reduce((all, part) => all + amount(part), 0)
  return {quantity: sum(({quantity}) => quantity), value: sum(({cost}) => cost)}
}
