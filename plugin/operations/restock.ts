import type {BillLine} from '../domain/documents.ts'
import {stockLevelId} from '../domain/ids.ts'
import type {StockMovement} from './stockMovement.ts'

/** A line moved stock when it was sold if it has a cost: services and free lines have none. */
function stockedProduct(line: BillLine): string | undefined {
  return line.cost === undefined ? undefined : line.product?._ref
}

export function levelIds(lines: readonly BillLine[]): string[] {
  return lines
    .map(stockedProduct)
    .filter((id) => id !== undefined)
    .map(stockLevelId)
}

/** One movement in per product, at the cost the goods left with. */
export function restockMovements(
  parts: readonly {line: BillLine; quantity: number; cost: number}[],
): StockMovement[] {
  const movements = new Map<string, StockMovement>()
  for (const {line, quantity, cost} of parts) {
    const id = stockedProduct(line)
    if (id === undefined) continue
    const {name, sku, unit} = line
    const before = movements.get(id)
    movements.set(id, {
      item: {id, name, sku, unit},
      quantity: (before?.quantity ?? 0) + quantity,
      value: (before?.value ?? 0) + cost,
    })
  }
  return [...movements.values()]
}
