import {lineAmount, multiplyDivide} from './money.ts'
import type {StockLevel} from './documents.ts'

/** A level as the ledger's fold sees it. `unitCost`: moving average or last known, minor units per whole unit. */
export interface LevelState {
  onHand: number
  value: number
  unitCost: number
  sequence: number
}

export const EMPTY_LEVEL: LevelState = {onHand: 0, value: 0, unitCost: 0, sequence: 0}

/** A signed movement in smallest steps; `value` is the cost of the whole movement (≥ 0) where it is known. */
export interface Movement {
  quantity: number
  value?: number | undefined
}

/** What one movement does: attributes of its ledger entry and the level after it. */
export interface MovementResult {
  quantity: number
  balanceAfter: number
  /** Minor units per whole unit. */
  unitCost: number
  /** Signed change of the level's value. */
  value: number
  level: LevelState
}

export function toLevelState(level: StockLevel | undefined): LevelState {
  if (level === undefined) return EMPTY_LEVEL
  const {onHand, value, sequence} = level
  return {onHand, value, sequence, unitCost: level.unitCost ?? 0}
}

/**
 * Folds one movement into a level at moving average cost [ERPNext]. Goods come in at their cost (else at the average) and go out
 * at the average (else at theirs, for a return to the supplier). Below zero the value is negative at the last known
 * cost; goods that come in then settle it at their own. Nothing on hand is worth exactly 0.
 */
export function applyMovement(
  level: LevelState,
  movement: Movement,
  decimals: number,
): MovementResult {
  const onHand = level.onHand + movement.quantity
  const cost = unitCostOf(level, movement, decimals)
  const value = valueAfter(level, movement, onHand, cost, decimals)
  const unitCost = averageCost({onHand, value}, decimals, cost)
  return {
    quantity: movement.quantity,
    balanceAfter: onHand,
    unitCost: cost,
    value: value - level.value,
    level: {onHand, value, unitCost, sequence: level.sequence + 1},
  }
}

/** Minor units per whole unit of what is on hand; of nothing, as `lastKnown`. */
export function averageCost(
  {onHand, value}: Pick<LevelState, 'onHand' | 'value'>,
  decimals: number,
  lastKnown: number,
): number {
  return onHand > 0 ? multiplyDivide(value, 10 ** decimals, onHand) : lastKnown
}

function unitCostOf(level: LevelState, movement: Movement, decimals: number): number {
  if (movement.value !== undefined && movement.quantity !== 0) {
    return multiplyDivide(movement.value, 10 ** decimals, Math.abs(movement.quantity))
  }
  return averageCost(level, decimals, level.unitCost)
}

function valueAfter(
  level: LevelState,
  movement: Movement,
  onHand: number,
  cost: number,
  decimals: number,
): number {
  if (movement.quantity === 0) return level.value
  if (onHand === 0) return 0
  if (onHand < 0 || level.onHand < 0) return lineAmount(cost, onHand, decimals)
  if (movement.quantity > 0) {
    return level.value + (movement.value ?? lineAmount(cost, movement.quantity, decimals))
  }
  const out = movement.value ?? multiplyDivide(level.value, -movement.quantity, level.onHand)
  return Math.max(0, level.value - out)
}

/** The level that a product's entries, in order of sequence, add up to. */
export function foldLedger(
  entries: readonly {quantity: number; value: number}[],
): Pick<LevelState, 'onHand' | 'value' | 'sequence'> {
  return entries.reduce(
    (level, entry) => ({
      onHand: level.onHand + entry.quantity,
      value: level.value + entry.value,
      sequence: level.sequence + 1,
    }),
    {onHand: 0, value: 0, sequence: 0},
  )
}
