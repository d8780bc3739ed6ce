import type {OverdueAlert, StockAlert} from '../domain/alerts.ts'
import type {StockCover} from '../domain/cover.ts'
import type {MalformedDocument} from '../domain/figures.ts'
import type {OrderedList} from './orderedList.ts'
import type {ShopFigures} from './types.ts'

export interface FigureLists {
  lowStock: OrderedList<StockAlert>
  outOfStock: OrderedList<StockAlert>
  negativeStock: OrderedList<StockAlert>
  lowCover: OrderedList<StockCover>
  overdue: OrderedList<OverdueAlert>
  malformed: OrderedList<MalformedDocument>
}

/**
 * Figures with their lists as arrays. A long list that has just moved is put together when somebody reads it: the cost
 * of a change does not grow with the number of alerts. Others are plain: an accessor costs more than they do.
 */
export function toFigures(
  counted: Omit<ShopFigures, keyof FigureLists>,
  {lowStock, outOfStock, negativeStock, lowCover, overdue, malformed}: FigureLists,
): ShopFigures {
  const areAtHand =
    lowStock.isAtHand &&
    outOfStock.isAtHand &&
    negativeStock.isAtHand &&
    lowCover.isAtHand &&
    overdue.isAtHand &&
    malformed.isAtHand
  if (areAtHand) {
    return {
      ...counted,
      lowStock: lowStock.toArray(),
      outOfStock: outOfStock.toArray(),
      negativeStock: negativeStock.toArray(),
      lowCover: lowCover.toArray(),
      overdue: overdue.toArray(),
      malformed: malformed.toArray(),
    }
  }
  return {
    ...counted,
    get lowStock() {
      return lowStock.toArray()
    },
    get outOfStock() {
      return outOfStock.toArray()
    },
    get negativeStock() {
      return negativeStock.toArray()
    },
    get lowCover() {
      return lowCover.toArray()
    },
    get overdue() {
      return overdue.toArray()
    },
    get malformed() {
      return malformed.toArray()
    },
  }
}
