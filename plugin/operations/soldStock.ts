import type {BillLine} from '../domain/documents.ts'
import {allocate, multiplyDivide} from '../domain/money.ts'
import type {StockMovement} from './stockMovement.ts'
import type {Snapshot} from './snapshot.ts'

/** One movement out per stocked product: two lines of one product count as their sum. */
export function soldMovements(lines: readonly BillLine[], snapshot: Snapshot): StockMovement[] {
  const movements = new Map<string, StockMovement>()
  for (const line of lines) {
    const id = line.product?._ref
    const product = id === undefined ? undefined : snapshot.find('product', id)
    if (id === undefined || product === undefined || !product.trackStock) continue
    const {name, sku, unit, stockPolicy} = product
    const sum = (movements.get(id)?.quantity ?? 0) - line.quantity
    movements.set(id, {item: {id, name, sku, unit, stockPolicy}, quantity: sum})
  }
  return [...movements.values()]
}

/** Lines with their share of what their product's movement cost; services and free lines have none. */
export function withCosts(
  lines: readonly BillLine[],
  values: ReadonlyMap<string, number>,
): BillLine[] {
  const costs = new Map<string, number[]>()
  for (const [id, value] of values) {
    const quantities = lines
      .filter((line) => line.product?._ref === id)
      .map((line) => line.quantity)
    costs.set(id, allocate(-value, quantities))
  }
  return lines.map((line) => {
    const cost = costs.get(line.product?._ref ?? '')?.shift()
    if (cost === undefined) return line
    return {...line, cost, unitCost: multiplyDivide(cost, 10 ** line.unit.decimals, line.quantity)}
  })
}
