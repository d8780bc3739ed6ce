import {useTranslation} from 'sanity'
import type {ShopFormat} from '../components/format.ts'
import type {ShopSettingsValues} from '../domain/options.ts'
import type {Statement, StatementLine} from '../domain/statement.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import type {PaperCustomer} from './customer.ts'
import {Paper} from './Paper.tsx'
import {PartialNote} from './PartialNote.tsx'

export interface StatementPaperProps {
  statement: Statement
  customer: PaperCustomer
  shop: ShopSettingsValues
  format: ShopFormat
}

const AGES = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const

/** What a customer owed, what came and went, what is open by age: A4. */
export function StatementPaper(props: StatementPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {statement, shop, format} = props
  return (
    <Paper facts={<Facts {...props} />} shop={shop}>
      <Lines {...props} />
      <Ages {...props} />
      {statement.credit > 0 && (
        <p>{t('paper.credit-kept', {credit: format.money(statement.credit)})}</p>
      )}
    </Paper>
  )
}

function Facts({statement, customer, format}: StatementPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const period = {from: format.day(statement.from), to: format.day(statement.to)}
  return (
    <section>
      <h2>{t('paper.title.statement')}</h2>
      <p>{t('paper.period', period)}</p>
      <p>
        <strong>{customer.name}</strong>
      </p>
      {customer.address !== undefined && <address>{customer.address}</address>}
      {customer.taxId !== undefined && (
        <p>
          {t('paper.tax-id')} {customer.taxId}
        </p>
      )}
      <PartialNote customer={customer} />
    </section>
  )
}

function Lines({statement, format}: StatementPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <table className="lines-table">
      <thead>
        <tr>
          <th scope="col">{t('paper.date')}</th>
          <th scope="col">{t('paper.what')}</th>
          <th className="number" scope="col">
            {t('paper.charge')}
          </th>
          <th className="number" scope="col">
            {t('paper.settlement')}
          </th>
          <th className="number" scope="col">
            {t('paper.balance')}
          </th>
        </tr>
      </thead>
      <tbody className="lines">
        <tr>
          <td>{format.day(statement.from)}</td>
          <td>{t('paper.opening')}</td>
          <td />
          <td />
          <td className="number">{format.money(statement.opening)}</td>
        </tr>
        {statement.lines.map((line) => (
          <tr key={`${line.document} ${line.kind}`}>
            <td>{format.day(line.day)}</td>
            <td>
              <What line={line} />
            </td>
            <td className="number">{line.charge === 0 ? '' : format.money(line.charge)}</td>
            <td className="number">{line.settlement === 0 ? '' : format.money(line.settlement)}</td>
            <td className="number">{format.money(line.balance)}</td>
          </tr>
        ))}
      </tbody>
      <tbody>
        <tr className="strong">
          <td>{format.day(statement.to)}</td>
          <td>{t('paper.closing')}</td>
          <td className="number">{format.money(statement.charges)}</td>
          <td className="number">{format.money(statement.settlements)}</td>
          <td className="number">{format.money(statement.closing)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function What({line}: {line: StatementLine}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const words = [
    t(`paper.line.${line.kind}`),
    line.number,
    line.method === undefined ? undefined : t(`paper.method.${line.method}`),
    line.reference,
  ]
  return words.filter((word) => word !== undefined).join(' · ')
}

function Ages({statement: {aging, openBills}, format}: StatementPaperProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (openBills.length === 0) return null
  return (
    <>
      <table className="ages">
        <thead>
          <tr>
            {AGES.map((age) => (
              <th className="number" key={age} scope="col">
                {t(`paper.age.${age}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {AGES.map((age) => (
              <td className="number" key={age}>
                {format.money(aging[age])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <ul className="small">
        {openBills.map(({bill, number, dueDate, open}) => (
          <li key={bill} style={{listStyle: 'none'}}>
            {t('paper.open-bill', {
              number,
              due: format.day(dueDate),
              open: format.money(open),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
