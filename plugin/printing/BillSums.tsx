import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {billDiscountOf, changeOf} from './bill.ts'
import type {BillPaperProps} from './bill.ts'
import {rateText} from './rateText.ts'

interface SumRow {
  key: string
  label: string
  /** Minor units. */
  amount: number
  isStrong?: boolean
}

/** From goods to what is still due, tax by rate, and how it was paid. */
export function BillSums(props: BillPaperProps) {
  const rows = useSums(props)
  const {format} = props
  return (
    <table className="sums">
      <tbody>
        {rows.map(({key, label, amount, isStrong}) => (
          <tr className={isStrong === true ? 'strong' : undefined} key={key}>
            <th scope="row" style={isStrong === true ? undefined : {fontWeight: 400}}>
              {label}
            </th>
            <td className="number">{format.money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useSums(props: BillPaperProps): readonly SumRow[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {paper, payments, balance, format} = props
  const {totals} = paper
  const change = changeOf(props)
  const discount = billDiscountOf(props)
  const goods = paper.lines.reduce((sum, line) => sum + line.gross - line.discount, 0)
  const hasSteps = discount !== 0 || totals.rounding !== 0 || totals.tax !== 0
  const taxLabel = totals.taxIncluded ? 'paper.tax-included' : 'paper.tax'
  return [
    ...(hasSteps ? [{key: 'goods', label: t('paper.goods'), amount: goods}] : []),
    ...(discount === 0
      ? []
      : [{key: 'discount', label: t('paper.bill-discount'), amount: -discount}]),
    ...totals.taxes
      .filter(({tax}) => tax !== 0)
      .map(({_key, rate, base, tax}) => ({
        key: _key,
        label: t(taxLabel, {rate: rateText(rate), base: format.money(base)}),
        amount: tax,
      })),
    ...(totals.rounding === 0
      ? []
      : [{key: 'rounding', label: t('paper.rounding'), amount: totals.rounding}]),
    {key: 'total', label: t('paper.total'), amount: totals.total, isStrong: true},
    ...payments.map(({_id, method, amount, change: back = 0}) => ({
      key: _id,
      label: t(amount < 0 ? 'paper.paid-back' : 'paper.paid-by', {
        method: t(`paper.method.${method}`),
      }),
      amount: amount + back,
    })),
    ...(change === 0 ? [] : [{key: 'change', label: t('paper.change'), amount: -change}]),
    ...(balance === undefined || balance.credited === 0
      ? []
      : [{key: 'credited', label: t('paper.credited'), amount: -balance.credited}]),
    ...(balance === undefined || balance.balance === 0
      ? []
      : [{key: 'open', label: t('paper.open'), amount: balance.balance, isStrong: true}]),
  ]
}
