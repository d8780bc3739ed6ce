import type {StockLevel} from '../domain/documents.ts'
import {OutOfStockError} from '../domain/errors.ts'
import type {Shortage} from '../domain/errors.ts'
import {formatQuantity} from '../domain/quantity.ts'
import type {PlanContext} from './operation.ts'
import type {StockMovement} from './stockMovement.ts'

/** How long ago a movement may be to count as the winner of a race. */
const RACE_MILLISECONDS = 60_000

/** The shortage that this movement would cause, or nothing; policy `allow` lets stock go below zero. */
export function shortageOf(
  {item, quantity}: StockMovement,
  level: StockLevel | undefined,
  context: PlanContext,
): Shortage[] {
  const available = level?.onHand ?? 0
  const policy = item.stockPolicy ?? context.settings.stockPolicy
  if (quantity >= 0 || policy === 'allow' || available + quantity >= 0) return []
  const takenBy = level === undefined ? undefined : winnerOf(level, context.now)
  return [
    {
      product: item.id,
      name: item.name,
      requested: -quantity,
      available,
      unit: item.unit,
      ...(takenBy === undefined ? {} : {takenBy}),
    },
  ]
}

/** @throws OutOfStockError with all shortages together */
export function throwShortages(shortages: readonly Shortage[]): void {
  if (shortages.length === 0) return
  const sentences = shortages.map((shortage) => {
    const left = formatQuantity(Math.max(0, shortage.available), shortage.unit)
    const asked = formatQuantity(shortage.requested, shortage.unit)
    const taken = shortage.takenBy === undefined ? '' : ` (${shortage.takenBy})`
    return `${shortage.name}: ${left} left, ${asked} asked for${taken}.`
  })
  throw new OutOfStockError(
    `Not enough in stock. ${sentences.join(' ')} Nothing was saved; lower the quantity.`,
    shortages,
  )
}

function winnerOf({lastEntry, unit}: StockLevel, now: string): string | undefined {
  const ago = Date.parse(now) - Date.parse(lastEntry.at)
  if (lastEntry.quantity >= 0 || ago > RACE_MILLISECONDS) return undefined
  const who = lastEntry.source ?? lastEntry.by.name
  const verb = lastEntry.kind === 'sale' ? 'sold' : 'took'
  const taken = formatQuantity(-lastEntry.quantity, unit)
  return `${who} ${verb} ${taken} ${ageInWords(ago)}, ${lastEntry.by.name}`
}

function ageInWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 2) return 'just now'
  return `${seconds} seconds ago`
}
