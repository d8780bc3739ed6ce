import type {ShopFormat} from '../components/format.ts'
import type {Statement} from '../domain/statement.ts'
import type {Translate} from './receiptText.ts'

/** The statement as a message: what is owed, and on which bills. */
export function statementText(
  {statement, customer, shop}: {statement: Statement; customer: string; shop: string | undefined},
  format: ShopFormat,
  t: Translate,
): string {
  const {from, to, opening, charges, settlements, closing, openBills} = statement
  const parts = [
    [shop, `${t('paper.title.statement')}: ${customer}`],
    [t('paper.period', {from: format.day(from), to: format.day(to)})],
    [
      `${t('paper.opening')}: ${format.money(opening)}`,
      `${t('paper.charge')}: ${format.money(charges)}`,
      `${t('paper.settlement')}: ${format.money(settlements)}`,
      `${t('paper.closing')}: ${format.money(closing)}`,
    ],
    openBills.map(({number, dueDate, open}) =>
      t('paper.open-bill', {number, due: format.day(dueDate), open: format.money(open)}),
    ),
  ]
  return parts
    .map((lines) => lines.filter((line) => line !== undefined && line !== '').join('\n'))
    .filter((part) => part !== '')
    .join('\n\n')
}
