import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {EMPTY_LEVEL, applyMovement, foldLedger} from './ledger.ts'

const movements = fc.array(
  fc.oneof(
    fc.record({
      quantity: fc.integer({min: 1, max: 5000}),
      value: fc.option(fc.nat({max: 1_000_000}), {nil: undefined}),
    }),
    fc.record({quantity: fc.integer({min: -5000, max: 0})}),
  ),
  {maxLength: 60},
)

describe('the ledger', () => {
  it('folds to its level: sequences 1…n, chained balances, nothing on hand worth nothing', () => {
    fc.assert(
      fc.property(movements, fc.integer({min: 0, max: 3}), (all, decimals) => {
        let level = EMPTY_LEVEL
        const entries = all.map((movement) => {
          const before = level.onHand
          const result = applyMovement(level, movement, decimals)
          level = result.level
          expect(result.balanceAfter).toBe(before + movement.quantity)
          expect(Math.sign(level.value) * Math.sign(level.onHand)).toBeGreaterThanOrEqual(0)
          if (level.onHand === 0) expect(level.value).toBe(0)
          return result
        })
        const {onHand, value, sequence} = level
        expect(foldLedger(entries)).toEqual({onHand, value, sequence})
        expect(sequence).toBe(all.length)
      }),
    )
  })

  it('keeps a moving average', () => {
    const first = applyMovement(EMPTY_LEVEL, {quantity: 10, value: 1000}, 0)
    const second = applyMovement(first.level, {quantity: 10, value: 2000}, 0)
    const sold = applyMovement(second.level, {quantity: -5}, 0)
    expect(second.level).toEqual({onHand: 20, value: 3000, unitCost: 150, sequence: 2})
    expect(sold).toMatchObject({unitCost: 150, value: -750, level: {onHand: 15, value: 2250}})
  })

  it('sells below zero at the last cost and settles at the next', () => {
    const stocked = applyMovement(EMPTY_LEVEL, {quantity: 1, value: 100}, 0)
    const oversold = applyMovement(stocked.level, {quantity: -3}, 0)
    const refilled = applyMovement(oversold.level, {quantity: 5, value: 600}, 0)
    expect(oversold.level).toMatchObject({onHand: -2, value: -200})
    expect(refilled.level).toMatchObject({onHand: 3, value: 360, unitCost: 120})
  })
})
