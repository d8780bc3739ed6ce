import type {StockCover} from '../../../domain/analytics/stockCover.ts'
import type {Product} from '../../../domain/documents.ts'
import {formatMoneyInput, parseMoney} from '../../../domain/money.ts'
import {formatQuantityInput, parseQuantity} from '../../../domain/quantity.ts'
import type {ReceiveCommand} from '../../../operations/commands.ts'

/** A line as typed. */
export interface ReceiptLine {
  product: Product
  quantity: string
  /** Cost of a whole unit; empty: the last known one. */
  unitCost: string
}

export function receiptLines(
  proposal: readonly StockCover[],
  currency: string,
): readonly ReceiptLine[] {
  return proposal.map(({product, proposal: quantity, unitCost}) => ({
    product,
    quantity: formatQuantityInput(quantity, product.unit),
    unitCost: unitCost === undefined ? '' : formatMoneyInput(unitCost, currency),
  }))
}

export interface ReadReceipt {
  /** Ids of products whose quantity or cost is no number above or at 0. */
  wrong: ReadonlySet<string>
  lines: ReceiveCommand['lines']
}

/** What the lines ask for; a quantity of 0 has not come and is left out. */
export function readReceipt(lines: readonly ReceiptLine[], currency: string): ReadReceipt {
  const wrong = new Set<string>()
  const read = lines.flatMap(({product, quantity, unitCost}) => {
    const steps = parseQuantity(quantity, product.unit)
    const cost = unitCost.trim() === '' ? undefined : parseMoney(unitCost, currency)
    const isCostWrong = unitCost.trim() !== '' && (cost === undefined || cost < 0)
    if (steps === undefined || steps < 0 || isCostWrong) {
      wrong.add(product._id)
      return []
    }
    if (steps === 0) return []
    const line = {product: product._id, quantity: steps}
    return [cost === undefined ? line : {...line, unitCost: cost}]
  })
  return {wrong, lines: read}
}
