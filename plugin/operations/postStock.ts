import {dayOf} from '../domain/calendar.ts'
import type {Draft, StockLevel, StockTransaction} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {stockLevelId, stockTransactionId} from '../domain/ids.ts'
import {applyMovement, toLevelState} from '../domain/ledger.ts'
import type {LevelState, MovementResult} from '../domain/ledger.ts'
import {MOST} from '../domain/limits.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import type {PlanContext} from './operation.ts'
import {shortageOf, throwShortages} from './shortages.ts'
import type {Snapshot} from './snapshot.ts'
import type {StockItem, StockMovement, StockPosting} from './stockMovement.ts'
import {weakReference} from './weakReference.ts'

export interface Posted {
  mutations: ShopMutation[]
  entries: Draft<StockTransaction>[]
  /** Signed change of value by product id, without compensations. */
  values: ReadonlyMap<string, number>
}

/**
 * One ledger entry and one level a product. Under policy `deny` all shortages are collected before anything is refused.
 * @throws OutOfStockError
 */
export function postStock(
  movements: readonly StockMovement[],
  general: StockPosting,
  snapshot: Snapshot,
  context: PlanContext,
): Posted {
  const planned = movements.map((movement) => {
    const {occurredAt = general.occurredAt, reason = general.reason} = movement
    const posting = {...general, occurredAt, reason}
    const level = snapshot.find('stockLevel', stockLevelId(movement.item.id))
    return {movement, level, posting, isLate: isBeforeCount(posting, level)}
  })
  throwShortages(
    planned.flatMap(({movement, level, isLate}) =>
      isLate ? [] : shortageOf(movement, level, context),
    ),
  )
  const posted = planned.map(({movement, level, posting, isLate}) =>
    postMovement(movement, level, isLate, posting, context),
  )
  return {
    mutations: posted.flatMap((one) => one.mutations),
    entries: posted.flatMap((one) => one.entries),
    values: new Map(posted.map((one) => [one.product, one.value])),
  }
}

function isBeforeCount(posting: StockPosting, level: StockLevel | undefined): boolean {
  const countedAt = level?.lastCount?.countedAt
  if (!posting.isBackdated || countedAt === undefined) return false
  return Date.parse(posting.occurredAt) <= Date.parse(countedAt)
}

function postMovement(
  {item, quantity, value}: StockMovement,
  level: StockLevel | undefined,
  isLate: boolean,
  posting: StockPosting,
  context: PlanContext,
) {
  checkDecimals(item, level)
  const {decimals} = item.unit
  const result = applyMovement(toLevelState(level), {quantity, value}, decimals)
  checkCountable(item, result.level)
  const entry = toEntry(item, result, posting, context)
  const countedAt = level?.lastCount?.countedAt
  if (!isLate || countedAt === undefined) {
    const mutations = [{create: entry}, levelMutation(item, level, result, entry, posting)]
    return {product: item.id, value: result.value, entries: [entry], mutations}
  }
  // The count saw the goods after this movement: it must not move the level a second time.
  const back = applyMovement(
    result.level,
    {quantity: -quantity, value: Math.abs(result.value)},
    decimals,
  )
  const reason = `${posting.source.label} happened before the count of ${countedAt}`
  const compensation = toEntry(
    item,
    back,
    {...posting, kind: 'count', reason, occurredAt: countedAt},
    context,
  )
  return {
    product: item.id,
    value: result.value,
    entries: [entry, compensation],
    mutations: [
      {create: entry},
      {create: compensation},
      levelMutation(item, level, back, entry, posting),
    ],
  }
}

function checkCountable({name}: StockItem, {onHand, value}: LevelState): void {
  if ([onHand, value].every((amount) => Math.abs(amount) <= MOST)) return
  const message = 'would come to more than can be counted exactly'
  throw new InvalidCommandError(
    `Nothing was saved: the stock of ${name} ${message}. Look at quantity and cost.`,
    [{path: 'quantity', message}],
  )
}

function checkDecimals(item: StockItem, level: StockLevel | undefined): void {
  if (level === undefined || level.unit.decimals === item.unit.decimals) return
  throw new InvalidCommandError(
    `Nothing was saved: ${item.name} is stocked with ${level.unit.decimals} decimals, but its unit now says ` +
      `${item.unit.decimals}. Set the product's unit back to ${level.unit.decimals} decimals.`,
    [{path: 'unit.decimals', message: 'cannot change while the product has a stock level'}],
  )
}

export function toEntry(
  item: StockItem,
  result: MovementResult,
  posting: StockPosting,
  context: PlanContext,
): Draft<StockTransaction> {
  return {
    _id: stockTransactionId(item.id, result.level.sequence),
    _type: 'stockTransaction',
    product: weakReference(item.id),
    productName: item.name,
    ...(item.sku === undefined ? {} : {sku: item.sku}),
    unit: item.unit,
    sequence: result.level.sequence,
    kind: posting.kind,
    quantity: result.quantity,
    balanceAfter: result.balanceAfter,
    unitCost: result.unitCost,
    value: result.value,
    source: {...weakReference(posting.source.id), label: posting.source.label},
    ...(posting.reason === undefined ? {} : {reason: posting.reason}),
    actor: context.actor,
    occurredAt: posting.occurredAt,
    day: dayOf(posting.occurredAt, context.settings.timeZone),
    command: context.command,
  }
}

export function levelMutation(
  item: StockItem,
  level: StockLevel | undefined,
  {level: state}: MovementResult,
  entry: Draft<StockTransaction>,
  posting: StockPosting,
): ShopMutation {
  const values = {
    onHand: state.onHand,
    value: state.value,
    unitCost: state.unitCost,
    sequence: state.sequence,
    ...(posting.kind === 'count'
      ? {lastCount: {countedAt: posting.occurredAt, sequence: state.sequence}}
      : {}),
    lastEntry: {
      kind: entry.kind,
      quantity: entry.quantity,
      at: entry.occurredAt,
      by: entry.actor,
      source: posting.source.label,
    },
  }
  const id = stockLevelId(item.id)
  if (level !== undefined) return {patch: {id, ifRevisionID: level._rev, set: values}}
  const product = {_type: 'reference', _ref: item.id}
  return {create: {_id: id, _type: 'stockLevel', product, unit: item.unit, ...values}}
}
