import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {computeTotals, sumOf} from './billTotals.ts'
import type {PricedLine, TotalsRules} from './billTotals.ts'
import {creditShare} from './creditShares.ts'
import type {BillLine} from './documents.ts'
import {lineAmount, roundToStep} from './money.ts'

const lines = fc.array(
  fc.record({
    quantity: fc.integer({min: 1, max: 100_000}),
    unitPrice: fc.nat({max: 1_000_000}),
    unit: fc.record({decimals: fc.integer({min: 0, max: 3})}),
    taxRate: fc.constantFrom(0, 500, 1200, 1800, 2800, 733),
    discount: fc.option(fc.record({rate: fc.nat({max: 10_000})}), {nil: undefined}),
  }),
  {minLength: 1, maxLength: 30},
)
const rules = fc.record<TotalsRules>({
  taxIncluded: fc.boolean(),
  taxRounding: fc.constantFrom('line', 'bill'),
  cashRounding: fc.constantFrom(1, 5, 50, 100),
})
const discount = fc.option(fc.record({rate: fc.nat({max: 10_000})}), {nil: undefined})

describe('totals of a bill', () => {
  it('lines − discounts + tax + rounding = total, and tax per rate sums to the tax', () => {
    fc.assert(
      fc.property(lines, discount, rules, (input, off, rule) => {
        const {lines: amounts, totals} = computeTotals(input, off, rule)
        const taxes = sumOf(totals.taxes.map((tax) => tax.tax))
        const added = rule.taxIncluded ? 0 : totals.tax
        expect(totals.gross - totals.discount + added + totals.rounding).toBe(totals.total)
        expect(totals.net + totals.tax + totals.rounding).toBe(totals.total)
        expect(taxes).toBe(totals.tax)
        expect(sumOf(totals.taxes.map((tax) => tax.base))).toBe(totals.net)
        expect(sumOf(amounts.map((line) => line.total)) + totals.rounding).toBe(totals.total)
        expect(roundToStep(totals.total, rule.cashRounding)).toBe(totals.total)
        expect(Math.abs(totals.rounding)).toBeLessThanOrEqual(rule.cashRounding / 2)
        for (const [index, line] of amounts.entries()) {
          const {unitPrice, quantity, unit} = input[index] ?? missing()
          expect(line.gross).toBe(lineAmount(unitPrice, quantity, unit.decimals))
          expect(line.gross - line.discount - line.billDiscount).toBe(
            rule.taxIncluded ? line.total : line.net,
          )
        }
      }),
    )
  })

  it('rounds tax once per rate when the shop says so', () => {
    const line = {quantity: 1, unitPrice: 3, unit: {decimals: 0}, taxRate: 1800}
    const three = [line, line, line]
    const totals = (taxRounding: 'line' | 'bill') =>
      computeTotals(three, undefined, {taxIncluded: false, taxRounding, cashRounding: 1})
    expect(totals('line').totals.tax).toBe(3)
    expect(totals('bill').totals.tax).toBe(2)
    expect(totals('bill').lines.map(({tax}) => tax)).toEqual([1, 1, 0])
  })

  it('takes the tax out of prices that contain it', () => {
    const line = {quantity: 1, unitPrice: 11_800, unit: {decimals: 0}, taxRate: 1800}
    const {totals} = computeTotals(
      [line],
      {amount: 0},
      {
        taxIncluded: true,
        taxRounding: 'line',
        cashRounding: 1,
      },
    )
    expect(totals).toMatchObject({net: 10_000, tax: 1800, total: 11_800})
  })

  it('is credited in any steps to exactly 0', () => {
    fc.assert(
      fc.property(
        lines,
        discount,
        rules,
        fc.infiniteStream(fc.nat()),
        (input, off, rule, steps) => {
          const {lines: amounts} = computeTotals(input, off, rule)
          for (const [index, amount] of amounts.entries()) {
            const line = toBillLine(input[index] ?? missing(), amount)
            const credited = creditAll(line, rule.taxIncluded, steps)
            expect(credited).toEqual({
              net: line.net,
              tax: line.tax,
              total: line.total,
              gross: line.gross,
              cost: line.cost,
            })
          }
        },
      ),
      {numRuns: 30},
    )
  })
})

function missing(): never {
  throw new Error('a line is missing')
}

function toBillLine(
  {quantity, unitPrice, unit, taxRate}: PricedLine,
  amounts: ReturnType<typeof computeTotals>['lines'][number],
): BillLine {
  return {
    _key: 'line1',
    _type: 'billLine',
    name: 'Wire',
    unit: {name: 'm', decimals: unit.decimals === 3 ? 3 : 0},
    quantity,
    unitPrice,
    taxRate,
    ...amounts,
    cost: 777,
  }
}

function creditAll(line: BillLine, taxIncluded: boolean, steps: Iterator<number>) {
  const sums = {net: 0, tax: 0, total: 0, gross: 0, cost: 0}
  let before = 0
  for (let step = 0; before < line.quantity; step++) {
    const left = line.quantity - before
    const quantity = step === 9 ? left : 1 + (Number(steps.next().value) % left)
    const share = creditShare(line, before, quantity, taxIncluded)
    expect(share.net + share.tax).toBe(share.total)
    sums.net += share.net
    sums.tax += share.tax
    sums.total += share.total
    sums.gross += share.gross
    sums.cost += share.cost
    before += quantity
  }
  return sums
}
