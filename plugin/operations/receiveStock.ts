import {sumOf} from '../domain/billTotals.ts'
import type {Product} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {FieldIssue} from '../domain/errors.ts'
import {stockLevelId} from '../domain/ids.ts'
import {lineAmount} from '../domain/money.ts'
import type {ReceiveCommand} from './commands.ts'
import {receiveSchema} from './commandSchemas.ts'
import {labelOf, stockCommand, stockOperationId, stockPlan, sumByProduct} from './moveStock.ts'
import type {StockResult} from './moveStock.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {postStock} from './postStock.ts'
import type {StockMovement} from './stockMovement.ts'
import {requireStocked} from './products.ts'
import type {Snapshot} from './snapshot.ts'

type ReceiptLine = ReceiveCommand['lines'][number]

/** Goods that come in from a supplier, at their cost; without one at the product's average. */
export const receiveStock = defineReceipt('stock.receive', 'purchase', 1)

/** Goods that go back to a supplier; without a cost at the product's average. */
export const returnToSupplier = defineReceipt('stock.returnToSupplier', 'supplierReturn', -1)

/** The stock a product starts with: only before its first movement. */
export const openStock = defineReceipt('stock.open', 'opening', 1, requireUnopened)

function defineReceipt(
  name: 'stock.open' | 'stock.receive' | 'stock.returnToSupplier',
  kind: 'opening' | 'purchase' | 'supplierReturn',
  sign: 1 | -1,
  check?: (command: ReceiveCommand, snapshot: Snapshot) => void,
): Operation<ReceiveCommand, StockResult> {
  return {
    name,
    schema: receiveSchema,
    ...stockCommand((command) => command.lines.map((line) => line.product)),
    plan(command, snapshot, context) {
      check?.(command, snapshot)
      const occurredAt = occurrenceOf(command.occurredAt, context.now)
      const id = stockOperationId(command)
      const label = labelOf(kind, command.reference)
      const movements = toMovements(command, snapshot, sign)
      const posted = postStock(
        movements,
        {
          kind,
          source: {id, label},
          reason: command.reason ?? label,
          occurredAt,
          isBackdated: command.occurredAt !== undefined,
        },
        snapshot,
        context,
      )
      const {reason, reference} = command
      return stockPlan({id, kind, occurredAt, reason, reference}, posted, context)
    },
  }
}

function toMovements(command: ReceiveCommand, snapshot: Snapshot, sign: 1 | -1): StockMovement[] {
  return [...sumByProduct(command.lines)].map(([id, lines]) => {
    const index = command.lines.findIndex((line) => line.product === id)
    const product = requireStocked(snapshot, id, `lines.${index}.product`)
    const {name, sku, unit, stockPolicy} = product
    return {
      item: {id, name, sku, unit, stockPolicy},
      quantity: sumOf(lines.map((line) => line.quantity)) * sign,
      value: costOf(lines, product, snapshot),
    }
  })
}

/** Cost of all lines of one product; lines without a cost count at its average. */
function costOf(
  lines: readonly ReceiptLine[],
  product: Product,
  snapshot: Snapshot,
): number | undefined {
  if (lines.every((line) => line.unitCost === undefined)) return undefined
  const average = snapshot.find('stockLevel', stockLevelId(product._id))?.unitCost ?? 0
  return sumOf(
    lines.map((line) => lineAmount(line.unitCost ?? average, line.quantity, product.unit.decimals)),
  )
}

function requireUnopened(command: ReceiveCommand, snapshot: Snapshot): void {
  const issues = command.lines.flatMap((line, index): FieldIssue[] => {
    const level = snapshot.find('stockLevel', stockLevelId(line.product))
    if (level === undefined) return []
    const message = `has ${level.sequence} movements already: receive or adjust instead`
    return [{path: `lines.${index}.product`, message, reason: {name: 'opened-before'}}]
  })
  if (issues.length === 0) return
  throw new InvalidCommandError(
    `Nothing was saved: ${issues.map(({path, message}) => `${path} ${message}`).join('; ')}.`,
    issues,
  )
}
