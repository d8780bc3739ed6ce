import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {BillSums} from './BillSums.tsx'
import {titleOf} from './bill.ts'
import type {BillPaperProps} from './bill.ts'
import {Codes} from './Codes.tsx'
import {Paper} from './Paper.tsx'
import {PartialNote} from './PartialNote.tsx'
import {upiLink} from './payLink.ts'

/** A bill, receipt or credit note: one content for A4 and for the roll, told apart by the style sheet. */
export function BillPaper(props: BillPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {paper, shop, balance} = props
  const link = upiLink({
    upiId: shop.papers.upiId,
    shop: shop.name ?? '',
    number: paper.number,
    amount: balance?.balance ?? 0,
    currency: paper.currency,
  })
  return (
    <Paper
      end={
        <Codes
          number={paper.number}
          pay={link === undefined ? undefined : {link, label: t('paper.pay-by-upi')}}
        />
      }
      facts={<Facts {...props} />}
      shop={shop}
    >
      {balance?.void !== undefined && <p className="void">{t('paper.void')}</p>}
      <Lines {...props} />
      <BillSums {...props} />
      {'notes' in paper && paper.notes !== undefined && <p className="pre">{paper.notes}</p>}
      {'reason' in paper && <p>{t('paper.reason', {reason: paper.reason})}</p>}
    </Paper>
  )
}

function Facts(props: BillPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {paper, customer, balance, format} = props
  const owes = 'dueDate' in paper && balance !== undefined && balance.balance > 0
  const facts: (readonly [string, string | undefined])[] = [
    [t('paper.number'), paper.number],
    [t('paper.date'), format.time(paper.occurredAt)],
    [t('paper.for-bill'), 'billNumber' in paper ? paper.billNumber : undefined],
    [t('paper.due'), owes ? format.day(paper.dueDate) : undefined],
    [t('paper.served-by'), paper.issuedBy.name],
    [t('paper.customer'), paper.customerName],
    [t('paper.phone'), customer?.phone],
    [t('paper.tax-id'), customer?.taxId],
    [t('paper.reference'), paper.reference],
  ]
  return (
    <section>
      <h2>{t(`paper.title.${titleOf(props)}`)}</h2>
      <dl>
        {facts.map(([label, value]) =>
          value === undefined || value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {customer?.address !== undefined && <address>{customer.address}</address>}
      <PartialNote customer={customer} />
    </section>
  )
}

function Lines({paper, format}: BillPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <table className="lines-table">
      <thead>
        <tr>
          <th scope="col">{t('paper.item')}</th>
          <th className="number only-a4" scope="col">
            {t('paper.quantity')}
          </th>
          <th className="number only-a4" scope="col">
            {t('paper.price')}
          </th>
          <th className="number only-a4" scope="col">
            {t('paper.discount')}
          </th>
          <th className="number" scope="col">
            {t('paper.amount')}
          </th>
        </tr>
      </thead>
      <tbody className="lines">
        {paper.lines.map((line) => {
          const price = format.money(line.unitPrice)
          const quantity = format.quantity(line.quantity, line.unit)
          const discount = line.discount === 0 ? '' : format.money(-line.discount)
          return (
            <tr key={line._key}>
              <td>
                {line.name}
                {line.sku !== undefined && <div className="small only-a4">{line.sku}</div>}
                <div className="small only-roll">
                  {quantity} × {price} {discount}
                </div>
              </td>
              <td className="number only-a4">{quantity}</td>
              <td className="number only-a4">{price}</td>
              <td className="number only-a4">{discount}</td>
              <td className="number">{format.money(line.gross - line.discount)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
