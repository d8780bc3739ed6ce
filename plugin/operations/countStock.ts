import type {StockLevel, StockTransaction} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {stockLevelId, stockTransactionId} from '../domain/ids.ts'
import type {CountCommand} from './commands.ts'
import {countSchema} from './commandSchemas.ts'
import {STOCK_LABELS, stockCommand, stockOperationId, stockPlan} from './moveStock.ts'
import type {StockResult} from './moveStock.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {postStock} from './postStock.ts'
import {requireStocked} from './products.ts'
import type {Snapshot} from './snapshot.ts'

/** An entry's time is a till's, the lake's is its own: entries this much older than the count are looked at too. */
const CLOCK_TOLERANCE = 10 * 60_000
const PAGE = 25

const base = stockCommand<CountCommand>((command) => [command.product])

/**
 * Sets the stock to what was counted plus every movement that occurred after the count. Always writes an entry, also
 * when nothing differs: the count itself is a fact.
 */
export const countStock: Operation<CountCommand, StockResult> = {
  name: 'stock.count',
  schema: countSchema,
  ...base,
  ids: (command, snapshot, context) => [
    ...base.ids(command, snapshot, context),
    ...recentEntryIds(command, snapshot),
  ],
  plan(command, snapshot, context) {
    const countedAt = occurrenceOf(command.countedAt, context.now, 'countedAt')
    const product = requireStocked(snapshot, command.product, 'product')
    const level = snapshot.find('stockLevel', stockLevelId(product._id))
    refuseOlderCount(level, countedAt)
    const later = recentEntries(command, snapshot)
      .filter((entry) => Date.parse(entry.occurredAt) > Date.parse(countedAt))
      .reduce((sum, entry) => sum + entry.quantity, 0)
    const {name, sku, unit} = product
    const quantity = command.counted + later - (level?.onHand ?? 0)
    const id = stockOperationId(command)
    const reason = `counted ${command.counted}`
    const posted = postStock(
      // What was counted is there, whatever the policy says.
      [{item: {id: product._id, name, sku, unit, stockPolicy: 'allow'}, quantity}],
      {
        kind: 'count',
        source: {id, label: STOCK_LABELS.count},
        reason,
        occurredAt: countedAt,
        isBackdated: false,
      },
      snapshot,
      context,
    )
    return stockPlan({id, kind: 'count', occurredAt: countedAt, reason}, posted, context)
  },
}

function refuseOlderCount(level: StockLevel | undefined, countedAt: string): void {
  const last = level?.lastCount?.countedAt
  if (last === undefined || Date.parse(last) < Date.parse(countedAt)) return
  const message = `is not after the last count, of ${last}`
  throw new InvalidCommandError(`Nothing was saved: countedAt ${message}, which stays.`, [
    {path: 'countedAt', message},
  ])
}

/** Walks the ledger back from its end by id, a page at a time, until the lake's own time is before the count. */
function recentEntryIds(command: CountCommand, snapshot: Snapshot): string[] {
  const sequence = snapshot.find('stockLevel', stockLevelId(command.product))?.sequence ?? 0
  const ids: string[] = []
  for (let last = sequence; last > 0; last -= PAGE) {
    const page = pageOf(command.product, last)
    ids.push(...page)
    const oldest = page.at(-1)
    if (oldest === undefined || !snapshot.isLoaded(oldest)) break
    if (isBefore(snapshot.find('stockTransaction', oldest), command.countedAt)) break
  }
  return ids
}

function pageOf(product: string, last: number): string[] {
  const length = Math.min(PAGE, last)
  return Array.from({length}, (_, index) => stockTransactionId(product, last - index))
}

function isBefore(entry: StockTransaction | undefined, instant: string): boolean {
  if (entry === undefined) return false
  return Date.parse(entry._createdAt) < Date.parse(instant) - CLOCK_TOLERANCE
}

function recentEntries(command: CountCommand, snapshot: Snapshot): StockTransaction[] {
  return recentEntryIds(command, snapshot)
    .map((id) => snapshot.find('stockTransaction', id))
    .filter((entry) => entry !== undefined)
}
