import {isStocked, priceOf, quantityOf, stockCode, type SalesRow} from './salesRow.ts'

export type RefusalReason =
  | 'bad-debt'
  | 'malformed'
  | 'negative-price'
  | 'zero-quantity'
  | 'positive-credit'
  | 'no-stock'

/** What one row of the history is in the shop. Money in pence, quantities in pieces. */
export type Verdict =
  | {kind: 'refused'; reason: RefusalReason}
  | {kind: 'creditLine'; code: string; quantity: number; unitPrice: number; restock: boolean}
  | {kind: 'adjustment'; code: string; quantity: number; cause: 'damage' | 'adjustment'}
  | {kind: 'billLine'; code: string; quantity: number; unitPrice: number}

/** The rules of the online-retail history, in their order; a row that cannot be read at all is `malformed`. */
export function judgeRow(row: SalesRow): Verdict {
  const invoice = row.InvoiceNo.trim()
  if (invoice.startsWith('A')) return refused('bad-debt')
  const code = stockCode(row)
  const price = priceOf(row)
  const quantity = quantityOf(row)
  if (invoice === '' || code === '' || price === undefined || quantity === undefined) {
    return refused('malformed')
  }
  if (price.sign < 0) return refused('negative-price')
  if (quantity === 0) return refused('zero-quantity')
  const restock = isStocked(code)
  const unitPrice = price.pence
  if (invoice.startsWith('C')) {
    if (quantity > 0) return refused('positive-credit')
    return {kind: 'creditLine', code, quantity: -quantity, unitPrice, restock}
  }
  if (quantity > 0 && price.sign > 0) return {kind: 'billLine', code, quantity, unitPrice}
  if (!restock) return refused('no-stock')
  return {kind: 'adjustment', code, quantity, cause: quantity < 0 ? 'damage' : 'adjustment'}
}

const refused = (reason: RefusalReason): Verdict => ({kind: 'refused', reason})
