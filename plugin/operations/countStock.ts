import {stockLevelId} from '../domain/ids.ts'
import type {StockLevel} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {FieldIssue} from '../domain/errors.ts'
import {approveLoss} from './approve.ts'
import type {CountCommand, CountManyCommand, ProductCount} from './commands.ts'
import {countSchema} from './commandSchemas.ts'
import {STOCK_LABELS, stockCommand, stockOperationId, stockPlan} from './moveStock.ts'
import type {StockResult} from './moveStock.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation, PlanContext} from './operation.ts'
import {postStock} from './postStock.ts'
import type {StockMovement} from './stockMovement.ts'
import {requireStocked} from './products.ts'
import {recentEntries, recentEntryIds} from './recentEntries.ts'
import type {Snapshot} from './snapshot.ts'

type AnyCount = CountCommand | CountManyCommand

const countsOf = (command: AnyCount): readonly ProductCount[] => command.counts ?? [command]

const base = stockCommand<AnyCount>((command) => countsOf(command).map(({product}) => product))

/**
 * Sets the stock of one or many products to what was counted plus every movement that occurred after its count. Always
 * writes an entry, also when nothing differs: the count itself is a fact.
 */
export const countStock: Operation<AnyCount, StockResult> = {
  name: 'stock.count',
  schema: countSchema,
  ...base,
  ids: (command, snapshot, context) => [
    ...base.ids(command, snapshot, context),
    ...countsOf(command).flatMap((count) => recentEntryIds(count, snapshot)),
  ],
  plan(command, snapshot, context) {
    const counts = countsOf(command)
    refuseOlderCounts(command, snapshot)
    const movements = counts.map((count, index) => {
      const path = command.counts === undefined ? '' : `counts.${index}.`
      return toMovement(count, path, command.reason, snapshot, context)
    })
    const id = stockOperationId(command)
    const posted = postStock(
      movements,
      {
        kind: 'count',
        source: {id, label: STOCK_LABELS.count},
        occurredAt: context.now,
        isBackdated: false,
      },
      snapshot,
      context,
    )
    approveLoss([...posted.values.values()], context)
    const occurredAt = movements[0]?.occurredAt ?? context.now
    const reason =
      movements.length === 1 ? movements[0]?.reason : `counted ${movements.length} products`
    return stockPlan({id, kind: 'count', occurredAt, reason}, posted, context)
  },
}

function toMovement(
  count: ProductCount,
  path: string,
  reason: string | undefined,
  snapshot: Snapshot,
  context: PlanContext,
): StockMovement {
  const occurredAt = occurrenceOf(count.countedAt, context.now, `${path}countedAt`)
  const product = requireStocked(snapshot, count.product, `${path}product`)
  const onHand = snapshot.find('stockLevel', stockLevelId(product._id))?.onHand ?? 0
  const later = recentEntries(count, snapshot)
    .filter((entry) => Date.parse(entry.occurredAt) > Date.parse(occurredAt))
    .reduce((sum, entry) => sum + entry.quantity, 0)
  const {name, sku, unit} = product
  const words = `counted ${count.counted}`
  return {
    // What was counted is there, whatever the policy says.
    item: {id: product._id, name, sku, unit, stockPolicy: 'allow'},
    quantity: count.counted + later - onHand,
    reason: reason === undefined ? words : `${words}: ${reason}`,
    occurredAt,
  }
}

function refuseOlderCounts(command: AnyCount, snapshot: Snapshot): void {
  const issues = countsOf(command).flatMap((count, index): FieldIssue[] => {
    const level = snapshot.find('stockLevel', stockLevelId(count.product))
    const path = command.counts === undefined ? 'countedAt' : `counts.${index}.countedAt`
    return isOlder(count, level)
      ? [
          {
            path,
            message: `is not after the last count, of ${level?.lastCount?.countedAt}`,
            reason: {name: 'counted-before'},
          },
        ]
      : []
  })
  if (issues.length === 0) return
  const words = issues.map(({path, message}) => `${path} ${message}`).join('; ')
  throw new InvalidCommandError(`Nothing was saved: ${words}, which stays.`, issues)
}

function isOlder({countedAt}: ProductCount, level: StockLevel | undefined): boolean {
  const last = level?.lastCount?.countedAt
  return last !== undefined && Date.parse(last) >= Date.parse(countedAt)
}
