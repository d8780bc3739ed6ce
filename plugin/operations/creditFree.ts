import type {CreditNoteLine, Totals} from '../domain/documents.ts'
import type {CreditCommand} from './commands.ts'
import type {PlanContext} from './operation.ts'
import type {StockMovement} from './stockMovement.ts'
import {priceLines, productSource} from './priceBill.ts'
import {requireProduct} from './products.ts'
import type {Snapshot} from './snapshot.ts'
import {soldMovements} from './soldStock.ts'

type FreeCreditCommand = Extract<CreditCommand, {bill?: undefined}>

/** Lines and totals of a return without a bill, at the prices that the command names. */
export function freeCredit(
  command: FreeCreditCommand,
  snapshot: Snapshot,
  context: PlanContext,
): {lines: CreditNoteLine[]; totals: Totals} {
  const sources = command.lines.map((line, index) => {
    const product = requireProduct(snapshot, line.product, `lines.${index}.product`)
    return {
      ...productSource(product, index, snapshot, context),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
    }
  })
  const {lines, totals} = priceLines(sources, undefined, context)
  return {
    lines: lines.map((line, index) => ({
      ...line,
      restock: command.lines[index]?.restock ?? false,
    })),
    totals: {...totals, cost: 0},
  }
}

/** One movement in per stocked product that is restocked, at the product's average cost. */
export function returnMovements(
  lines: readonly CreditNoteLine[],
  snapshot: Snapshot,
): StockMovement[] {
  const restocked = lines.filter((line) => line.restock)
  return soldMovements(restocked, snapshot).map(({item, quantity}) => ({
    item,
    quantity: -quantity,
  }))
}
