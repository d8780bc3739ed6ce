import {allocate, lineAmount, multiplyDivide, rateOf, roundToStep} from './money.ts'
import type {BillLine, TaxAmount, Totals} from './documents.ts'

/** Either an amount in minor units or a rate in basis points. */
export type Discount = {amount: number} | {rate: number}

/** A line before its amounts are known. Units as in `BillLine`. */
export interface PricedLine {
  quantity: number
  unitPrice: number
  unit: {decimals: number}
  /** Basis points. */
  taxRate: number
  discount?: Discount | undefined
}

export interface TotalsRules {
  /** Prices contain the tax. */
  taxIncluded: boolean
  taxRounding: 'line' | 'bill'
  /** Minor units to which the total is rounded; 1 = none. */
  cashRounding: number
}

export type LineAmounts = Pick<
  BillLine,
  'gross' | 'discount' | 'billDiscount' | 'net' | 'tax' | 'total'
>

export type BillAmounts = Omit<Totals, 'cost'>

/** A discount in minor units of what it is taken from. */
export function discountOf(base: number, discount: Discount | undefined): number {
  if (discount === undefined) return 0
  return 'amount' in discount ? discount.amount : rateOf(base, discount.rate)
}

/**
 * Amounts of every line and of the whole bill; pure, so that a dialog shows the same totals while typing.
 *
 * The bill's discount is split over the lines by largest remainder [Vendure prorate]. Tax is rounded per line, or once per rate with the
 * remainder spread over the lines of that rate. `gross − discount (+ tax when prices are without) + rounding = total`
 * holds in integers. A discount larger than what it is taken from gives negative amounts: the caller refuses it.
 */
export function computeTotals(
  lines: readonly PricedLine[],
  discount: Discount | undefined,
  rules: TotalsRules,
): {lines: LineAmounts[]; totals: BillAmounts} {
  const discounted = lines.map((line) => {
    const gross = lineAmount(line.unitPrice, line.quantity, line.unit.decimals)
    const own = discountOf(gross, line.discount)
    return {gross, discount: own, base: gross - own}
  })
  const bases = discounted.map((line) => line.base)
  const shares = allocate(
    discountOf(sumOf(bases), discount),
    bases.map((base) => Math.max(0, base)),
  )
  const taxable = bases.map((base, index) => base - (shares[index] ?? 0))
  const rates = lines.map((line) => line.taxRate)
  const taxes = taxOf(taxable, rates, rules)
  const amounts = discounted.map((line, index): LineAmounts => {
    const after = taxable[index] ?? 0
    const tax = taxes[index] ?? 0
    const net = rules.taxIncluded ? after - tax : after
    return {
      gross: line.gross,
      discount: line.discount,
      billDiscount: shares[index] ?? 0,
      net,
      tax,
      total: net + tax,
    }
  })
  return {lines: amounts, totals: sumLines(amounts, rates, rules)}
}

function taxOf(
  taxable: readonly number[],
  rates: readonly number[],
  rules: TotalsRules,
): readonly number[] {
  if (rules.taxRounding === 'line') {
    return taxable.map((base, index) => taxOfBase(base, rates[index] ?? 0, rules.taxIncluded))
  }
  const taxes = taxable.map(() => 0)
  for (const rate of new Set(rates)) {
    const members = rates.flatMap((other, index) => (other === rate ? [index] : []))
    const bases = members.map((index) => taxable[index] ?? 0)
    const parts = allocate(
      taxOfBase(sumOf(bases), rate, rules.taxIncluded),
      bases.map((base) => Math.max(0, base)),
    )
    for (const [position, index] of members.entries()) taxes[index] = parts[position] ?? 0
  }
  return taxes
}

function taxOfBase(base: number, rate: number, included: boolean): number {
  return multiplyDivide(base, rate, included ? 10_000 + rate : 10_000)
}

/** Totals of lines whose amounts are known; `rates` in basis points, one a line. */
export function sumLines(
  lines: readonly LineAmounts[],
  rates: readonly number[],
  rules: Pick<TotalsRules, 'taxIncluded' | 'cashRounding'>,
): BillAmounts {
  const net = sumOf(lines.map((line) => line.net))
  const tax = sumOf(lines.map((line) => line.tax))
  const rounding = roundToStep(net + tax, rules.cashRounding) - (net + tax)
  return {
    gross: sumOf(lines.map((line) => line.gross)),
    discount: sumOf(lines.map((line) => line.discount + line.billDiscount)),
    net,
    tax,
    rounding,
    total: net + tax + rounding,
    taxIncluded: rules.taxIncluded,
    taxes: sumTaxes(lines, rates),
  }
}

function sumTaxes(
  lines: readonly Pick<LineAmounts, 'net' | 'tax'>[],
  rates: readonly number[],
): TaxAmount[] {
  const byRate = new Map<number, TaxAmount>()
  for (const [index, line] of lines.entries()) {
    const rate = rates[index] ?? 0
    const sum = byRate.get(rate) ?? {_key: `rate${rate}`, rate, base: 0, tax: 0}
    byRate.set(rate, {...sum, base: sum.base + line.net, tax: sum.tax + line.tax})
  }
  return [...byRate.values()].toSorted((a, b) => a.rate - b.rate)
}

/** Σ, 0 of nothing. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
