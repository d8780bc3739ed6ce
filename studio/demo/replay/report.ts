import {formatMoney} from '../../../plugin/domain/money.ts'
import type {ReplayFigures} from './tally.ts'

/** What people read after a replay: counts, what was refused and why, figures by day. */
export function formatReport(figures: ReplayFigures, words: ReadonlyMap<string, string>): string {
  const refused = Object.entries(figures.refused)
  return [
    `Bills         ${figures.bills} with ${figures.billLines} lines`,
    `Credit notes  ${figures.creditNotes} with ${figures.creditLines} lines`,
    `Adjustments   ${figures.adjustments}`,
    `Products      ${figures.products}, customers ${figures.customers}`,
    refused.length === 0 ? 'Refused       nothing' : 'Refused rows',
    ...refused.map(
      ([reason, rows]) => `  ${reason}: ${rows} — ${words.get(reason) ?? WHY[reason] ?? ''}`,
    ),
    '',
    'Day         Bills         Sales       Credits',
    ...Object.entries(figures.days).map(
      ([day, {bills, sales, credits}]) =>
        `${day}  ${String(bills).padStart(5)}  ${pounds(sales)}  ${pounds(credits)}`,
    ),
  ].join('\n')
}

const WHY: Readonly<Record<string, string>> = {
  'bad-debt': 'the invoice writes off a bad debt',
  malformed: 'a number or a date cannot be read',
  'negative-price': 'the price is negative',
  'zero-quantity': 'the quantity is 0',
  'positive-credit': 'a credit note takes nothing back',
  'no-stock': 'a service has no stock to correct',
}

const pounds = (pence: number): string => formatMoney(pence, 'GBP', 'en-GB').padStart(12)
