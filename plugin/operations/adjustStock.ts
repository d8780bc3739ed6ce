import {approveLoss} from './approve.ts'
import type {AdjustCommand} from './commands.ts'
import {adjustSchema} from './commandSchemas.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {STOCK_LABELS, stockCommand, stockOperationId, stockPlan} from './moveStock.ts'
import type {StockResult} from './moveStock.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {postStock} from './postStock.ts'
import {requireStocked} from './products.ts'

/** Corrects the stock of one product by a signed quantity, with a reason. Damage only takes away. */
export const adjustStock: Operation<AdjustCommand, StockResult> = {
  name: 'stock.adjust',
  schema: adjustSchema,
  ...stockCommand((command) => [command.product]),
  plan(command, snapshot, context) {
    const {kind, quantity, reason} = command
    if (kind === 'damage' && quantity > 0) {
      const message = 'must be below 0: damage takes goods away'
      throw new InvalidCommandError(`Nothing was saved: quantity ${message}.`, [
        {path: 'quantity', message, reason: {name: 'not-only-damage'}},
      ])
    }
    const product = requireStocked(snapshot, command.product, 'product')
    const {name, sku, unit, stockPolicy} = product
    const occurredAt = occurrenceOf(command.occurredAt, context.now)
    const id = stockOperationId(command)
    const posted = postStock(
      [{item: {id: product._id, name, sku, unit, stockPolicy}, quantity}],
      {
        kind,
        source: {id, label: STOCK_LABELS[kind]},
        reason,
        occurredAt,
        isBackdated: command.occurredAt !== undefined,
      },
      snapshot,
      context,
    )
    approveLoss([...posted.values.values()], context)
    return stockPlan({id, kind, occurredAt, reason}, posted, context)
  },
}
