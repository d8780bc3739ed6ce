import type {Bill, BillBalance, BillLine, CreditNote, StockTransaction} from '../documents.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'

type MovedKind = 'sale' | 'return' | 'void'

/** Kinds of entries that only bills and credit notes write. */
export const PAPER_KINDS: readonly string[] = ['sale', 'return', 'void'] satisfies MovedKind[]

/** The entries of a bill move exactly what its lines say, once. */
export function proveSold(bill: Bill, entries: readonly StockTransaction[]): Drift[] {
  return proveMoved(bill, 'sale', bill.lines.filter(isStocked).map(toMovement), entries)
}

/** The entries of a void bring back what had not been credited before. */
export function proveVoided(
  bill: Bill,
  balance: BillBalance,
  entries: readonly StockTransaction[],
): Drift[] {
  const credited = new Map(balance.creditedLines?.map((line) => [line._key, line.quantity]))
  const rest = bill.lines.filter(isStocked).map((line) => ({
    product: line.product?._ref ?? '',
    quantity: (credited.get(line._key) ?? 0) - line.quantity,
  }))
  return proveMoved(bill, 'void', balance.void === undefined ? [] : rest, entries)
}

/** The entries of a credit note bring back the lines that it restocks. */
export function proveReturned(note: CreditNote, entries: readonly StockTransaction[]): Drift[] {
  const lines = note.lines.filter((line) => line.restock && isStocked(line))
  const back = lines.map(toMovement).map((one) => ({...one, quantity: -one.quantity}))
  return proveMoved(note, 'return', back, entries)
}

interface Movement {
  product: string
  /** What the paper says left the shelf, smallest steps. */
  quantity: number
}

const isStocked = (line: BillLine): boolean => line.cost !== undefined && line.product !== undefined

const toMovement = (line: BillLine): Movement => ({
  product: line.product?._ref ?? '',
  quantity: line.quantity,
})

function proveMoved(
  paper: Bill | CreditNote,
  kind: MovedKind,
  said: readonly Movement[],
  entries: readonly StockTransaction[],
): Drift[] {
  const moved = entries.filter((entry) => entry.kind === kind && entry.source?._ref === paper._id)
  const products = new Set([
    ...said.map(({product}) => product),
    ...moved.map((entry) => entry.product._ref),
  ])
  return [...products].flatMap((product) => {
    const expected = sum(said.filter((one) => one.product === product))
    const found = -sum(moved.filter((entry) => entry.product._ref === product))
    const name = moved.find((entry) => entry.product._ref === product)?.productName
    const subject = {
      of: 'movement' as const,
      name: paper.number,
      movement: kind,
      product: name ?? nameOf(paper, product),
    }
    const place = {kind: 'ledger' as const, document: paper._id, subject}
    return compare({...place, field: 'entries'}, expected, found)
  })
}

function nameOf(paper: Bill | CreditNote, product: string): string {
  return paper.lines.find((line) => line.product?._ref === product)?.name ?? product
}

function sum(items: readonly {quantity: number}[]): number {
  return items.reduce((total, {quantity}) => total + quantity, 0)
}
