import type {Product} from '../../domain/documents.ts'
import {parseQuantity} from '../../domain/quantity.ts'
import {plain} from '../createBill/billForm.ts'

/** What a round through the shop does: goods come in, go back to the supplier, or are counted. */
export type SheetMode = 'receive' | 'return' | 'count'

/** A product of the round, as typed. */
export interface SheetLine {
  product: string
  quantity: string
  /** Per whole unit; empty: what it cost last. Only for what comes in or goes back. */
  cost: string
  /** ISO UTC: when the number on this line was last typed or scanned. Sales after it are counted on top. */
  countedAt: string
}

export interface Sheet {
  key: string
  mode: SheetMode
  lines: readonly SheetLine[]
  reference: string
  reason: string
}

export type SheetAction =
  | {type: 'add'; product: Product; now: string}
  | {
      type: 'edit'
      product: string
      change: Partial<Pick<SheetLine, 'quantity' | 'cost'>>
      now: string
    }
  | {type: 'remove'; product: string}
  | {type: 'set'; change: Partial<Pick<Sheet, 'mode' | 'reference' | 'reason'>>}
  | {type: 'replace'; sheet: Sheet}

export function emptySheet(key: string, mode: SheetMode): Sheet {
  return {key, mode, lines: [], reference: '', reason: ''}
}

export function sheetReducer(sheet: Sheet, action: SheetAction): Sheet {
  switch (action.type) {
    case 'add':
      return {...sheet, lines: addProduct(sheet.lines, action)}
    case 'edit':
      return {
        ...sheet,
        lines: sheet.lines.map((line) =>
          line.product === action.product ? edited(line, action) : line,
        ),
      }
    case 'remove':
      return {...sheet, lines: sheet.lines.filter(({product}) => product !== action.product)}
    case 'set':
      return {...sheet, ...action.change}
    case 'replace':
      return action.sheet
  }
}

/** Only a changed number is a new count: a typed cost does not move its time. */
function edited(line: SheetLine, {change, now}: Extract<SheetAction, {type: 'edit'}>): SheetLine {
  const countedAt = change.quantity === undefined ? line.countedAt : now
  return {...line, ...change, countedAt}
}

/** The newest stands at the top, where the eye is; the same product scanned again is one whole unit more. */
function addProduct(
  lines: readonly SheetLine[],
  {product, now}: Extract<SheetAction, {type: 'add'}>,
): readonly SheetLine[] {
  const line = lines.find((candidate) => candidate.product === product._id)
  const quantity = line === undefined ? 0 : (parseQuantity(line.quantity, product.unit) ?? 0)
  const more = plain(quantity + 10 ** product.unit.decimals, product.unit)
  if (line !== undefined) {
    return lines.map((one) => (one === line ? {...one, quantity: more, countedAt: now} : one))
  }
  return [{product: product._id, quantity: more, cost: '', countedAt: now}, ...lines]
}
