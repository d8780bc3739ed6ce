import type {ShopFormat} from '../components/format.ts'
import {billDiscountOf, changeOf, titleOf} from './bill.ts'
import type {BillPapers} from './bill.ts'
import {upiLink} from './payLink.ts'

export type Translate = (key: string, values?: Record<string, string | number>) => string

/** The receipt as a message: nothing but letters, so that it can be read anywhere. */
export function receiptText(papers: BillPapers, format: ShopFormat, t: Translate): string {
  const {paper, payments, balance, shop} = papers
  const change = changeOf(papers)
  const parts = [
    [shop.name, shop.papers.address, taxLine(papers, t)],
    [
      `${t(`paper.title.${titleOf(papers)}`)} ${paper.number}`,
      format.time(paper.occurredAt),
      paper.customerName,
    ],
    paper.lines.map(
      (line) =>
        `${line.name}: ${format.quantity(line.quantity, line.unit)} × ${format.money(line.unitPrice)} = ${format.money(line.gross - line.discount)}`,
    ),
    [
      sum(t('paper.bill-discount'), -billDiscountOf(papers)),
      sum(t(paper.totals.taxIncluded ? 'paper.tax-in-it' : 'paper.tax-sum'), paper.totals.tax),
      `${t('paper.total')}: ${format.money(paper.totals.total)}`,
      ...payments.map(({method, amount, change: back = 0}) =>
        sum(
          t(amount < 0 ? 'paper.paid-back' : 'paper.paid-by', {
            method: t(`paper.method.${method}`),
          }),
          amount + back,
        ),
      ),
      sum(t('paper.change'), -change),
      sum(t('paper.open'), balance?.balance ?? 0),
      balance?.void === undefined ? undefined : t('paper.void'),
    ],
    [payLine(papers), shop.papers.footer],
  ]
  return parts
    .map((lines) => lines.filter((line) => line !== undefined && line !== '').join('\n'))
    .filter((part) => part !== '')
    .join('\n\n')

  function sum(label: string, amount: number): string | undefined {
    return amount === 0 ? undefined : `${label}: ${format.money(amount)}`
  }
}

function taxLine({shop}: BillPapers, t: Translate): string | undefined {
  const {taxId} = shop.papers
  return taxId === undefined || taxId === '' ? undefined : `${t('paper.tax-id')} ${taxId}`
}

function payLine({shop, paper, balance}: BillPapers): string | undefined {
  return upiLink({
    upiId: shop.papers.upiId,
    shop: shop.name ?? '',
    number: paper.number,
    amount: balance?.balance ?? 0,
    currency: paper.currency,
  })
}
