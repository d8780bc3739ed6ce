import type {DayChange} from '../domain/daySums.ts'
import {
  addProductSales,
  compareProductSales,
  countedLines,
  itemsOf,
  productSalesOf,
  toDaySums,
} from '../domain/dayFigures.ts'
import type {DayFigures, ProductSales} from '../domain/dayFigures.ts'
import type {Bill, BillBalance} from '../domain/documents.ts'
import {createDaySumsMap} from './daySumsMap.ts'
import {createRanking} from './ranking.ts'

/** The figures of one day that is looked at. */
export function createOpenDay(day: string) {
  const {sums, add} = createDaySumsMap()
  const products = new Map<string, ProductSales>()
  const ranking = createRanking<ProductSales>(compareProductSales)
  let items = 0
  let figures: DayFigures | undefined

  const addSales = (sales: ProductSales, sign: 1 | -1) => {
    const {productId} = sales
    const next = addProductSales(products.get(productId), sales, sign)
    const isNone = next.quantity === 0 && next.total === 0 && next.cost === 0
    if (isNone) products.delete(productId)
    else products.set(productId, next)
    ranking.set(productId, isNone ? undefined : next)
  }

  const buildFigures = (): DayFigures => {
    const sold = ranking.list()
    return {
      ...toDaySums(sums()),
      day,
      items,
      get products() {
        return sold.toArray()
      },
    }
  }

  return {
    add(change: DayChange, sign: 1 | -1): void {
      add(change, sign)
      figures = undefined
    },
    addLines(bill: Bill, balance: BillBalance | undefined, sign: 1 | -1): void {
      const lines = countedLines(bill, balance)
      items += sign * itemsOf(lines)
      for (const sales of productSalesOf(lines)) addSales(sales, sign)
      figures = undefined
    },
    sums,
    /** The same object until something is added. */
    figures: (): DayFigures => (figures ??= buildFigures()),
  }
}

export type OpenDay = ReturnType<typeof createOpenDay>
