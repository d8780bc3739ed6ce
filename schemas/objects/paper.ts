import {countField, dayField, textField, timeField, weakField} from '../fields.ts'
import {joinText, titleText} from '../text.ts'
import {linesField} from './line.ts'
import {actorField, commandField, entriesField, totalsField} from './parts.ts'
import {translated} from '../translated.ts'

/** What a bill and a credit note have in common, in the groups `main`, `lines` and `record`. */
export function paperFields(currency: string, text: {credit: boolean; occurredAt: string}) {
  return {
    number: textField('number', {title: 'Number', group: 'main'}),
    customer: [
      textField('customerName', {
        title: 'Customer',
        description: 'The name at the time; empty for a walk-in.',
        group: 'main',
      }),
      weakField('customer', ['user'], {title: 'Customer’s record', group: 'main'}),
    ],
    day: (title: string) => dayField('day', {title, group: 'main'}),
    totals: {...totalsField(currency), group: 'main'},
    rest: [
      textField('reference', {title: 'Reference', group: 'main'}),
      linesField(currency, {credit: text.credit}),
      textField('currency', {title: 'Currency', group: 'record'}),
      textField('series', {title: 'Series', group: 'record'}),
      countField('sequence', {title: 'Number in the series', group: 'record'}),
      timeField('occurredAt', {title: text.occurredAt, group: 'record'}),
      timeField('issuedAt', {title: 'Issued at', group: 'record'}),
      {...actorField('issuedBy', 'Issued by'), group: 'record'},
      {...entriesField(), group: 'record'},
      {...commandField(), group: 'record'},
    ],
  }
}

export function paperGroups(title: 'group.bill' | 'group.credit-note') {
  return [
    {name: 'main', ...translated(title), default: true},
    {name: 'lines', ...translated('group.lines')},
    {name: 'record', ...translated('group.record')},
  ]
}

export const newestPaperFirst = {
  ...translated('ordering.newest'),
  name: 'newest',
  by: [{field: 'occurredAt', direction: 'desc' as const}],
}

/** `B-2026-00007 · Ravi`. */
export function paperTitle(number: unknown, customer: unknown, fallback: string): string {
  return joinText(titleText(number, fallback), titleText(customer, 'Walk-in'))
}
