import {remainingLines} from './daySums.ts'
import type {DayChange} from './daySums.ts'
import type {Bill, BillBalance, DaySummary, ShopDocument} from './documents.ts'

/**
 * Sums of one or more calendar days. Money in minor units; `byHour` by `h00`…`h23` of the shop's time zone,
 * `byCategory` and `byBrand` by `attributeKey(id)`. What is 0 stands in none of the groups.
 */
export type DaySums = Omit<DaySummary, keyof ShopDocument | 'day'>

/** What was sold of one product. Quantity in smallest steps, amounts of the lines in minor units. */
export interface ProductSales {
  productId: string
  quantity: number
  total: number
  cost: number
}

/** One calendar day. */
export interface DayFigures extends DaySums {
  day: string
  /** Pieces sold; what is weighed or measured counts one a line. Absent where the day's bills are not held. */
  items?: number
  /** What was sold, most first, by bills that stand; credit notes are not taken out, as in `sales`. Absent as `items`. */
  products?: readonly ProductSales[]
}

/** Calendar days `from`…`to`, both included. */
export interface RangeFigures extends DaySums {
  from: string
  to: string
  /** The days on which something happened, in order. */
  days: readonly (DaySums & {day: string})[]
}

export function toDaySums(change: DayChange): DaySums {
  const of = (path: string) => change.get(path) ?? 0
  return {
    bills: of('bills'),
    sales: of('sales'),
    creditNotes: of('creditNotes'),
    credits: of('credits'),
    tax: of('tax'),
    cost: of('cost'),
    byHour: groupOf(change, 'byHour.'),
    byMethod: groupOf(change, 'byMethod.'),
    byCategory: groupOf(change, 'byCategory.'),
    byBrand: groupOf(change, 'byBrand.'),
  }
}

function groupOf(change: DayChange, prefix: string): Record<string, number> {
  const group: Record<string, number> = {}
  for (const [path, amount] of change) {
    if (amount !== 0 && path.startsWith(prefix)) group[path.slice(prefix.length)] = amount
  }
  return group
}

/** A line as far as it counts: whole, or what credit notes had taken back before its bill was voided. */
interface CountedLine {
  productId: string | undefined
  decimals: number
  quantity: number
  total: number
  cost: number
}

export function countedLines(bill: Bill, balance: BillBalance | undefined): CountedLine[] {
  const rest =
    balance?.void === undefined
      ? undefined
      : new Map(remainingLines(bill, balance.creditedLines).map((one) => [one.line._key, one]))
  return bill.lines.flatMap((line) => {
    const voided = rest?.get(line._key)
    const counted = {
      productId: line.product?._ref,
      decimals: line.unit.decimals,
      quantity: line.quantity - (voided?.quantity ?? 0),
      total: line.total - (voided?.share.total ?? 0),
      cost: (line.cost ?? 0) - (voided?.share.cost ?? 0),
    }
    return counted.quantity > 0 ? [counted] : []
  })
}

export function itemsOf(lines: readonly CountedLine[]): number {
  return lines.reduce((sum, line) => sum + (line.decimals === 0 ? line.quantity : 1), 0)
}

export function productSalesOf(lines: readonly CountedLine[]): ProductSales[] {
  return lines.flatMap(({productId, quantity, total, cost}) =>
    productId === undefined ? [] : [{productId, quantity, total, cost}],
  )
}

export function addProductSales(
  before: ProductSales | undefined,
  {productId, quantity, total, cost}: ProductSales,
  sign: 1 | -1,
): ProductSales {
  return {
    productId,
    quantity: (before?.quantity ?? 0) + sign * quantity,
    total: (before?.total ?? 0) + sign * total,
    cost: (before?.cost ?? 0) + sign * cost,
  }
}

/** Most money first. */
export function compareProductSales(a: ProductSales, b: ProductSales): number {
  if (a.total !== b.total) return b.total - a.total
  return a.productId < b.productId ? -1 : Number(a.productId > b.productId)
}
