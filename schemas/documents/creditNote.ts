import {RevertIcon} from '@sanity/icons/Revert'
import {defineType} from 'sanity'
import {countField, dayField, textField, timeField, weakField} from '../fields.ts'
import {linesField} from '../objects/line.ts'
import {actorField, commandField, entriesField, totalsField} from '../objects/parts.ts'
import {dayText, joinText, moneyText, titleText} from '../text.ts'

export function createCreditNoteType(currency: string) {
  return defineType({
    name: 'creditNote',
    type: 'document',
    title: 'Credit note',
    icon: RevertIcon,
    liveEdit: true,
    readOnly: true,
    description: 'Takes back all or part of a bill, or goods returned without one.',
    groups: [
      {name: 'note', title: 'Credit note', default: true},
      {name: 'lines', title: 'Lines'},
      {name: 'record', title: 'Record'},
    ],
    fields: [
      textField('number', {title: 'Number', group: 'note'}),
      textField('reason', {title: 'Reason', group: 'note'}),
      textField('billNumber', {
        title: 'For bill',
        description: 'Empty for a return without a receipt.',
        group: 'note',
      }),
      weakField('bill', ['bill'], {title: 'Bill', group: 'note'}),
      textField('customerName', {title: 'Customer', group: 'note'}),
      weakField('customer', ['user'], {title: 'Customer’s record', group: 'note'}),
      dayField('day', {title: 'Day', group: 'note'}),
      {...totalsField(currency), group: 'note'},
      textField('reference', {title: 'Reference', group: 'note'}),
      linesField(currency, {credit: true}),
      textField('currency', {title: 'Currency', group: 'record'}),
      textField('series', {title: 'Series', group: 'record'}),
      countField('sequence', {title: 'Number in the series', group: 'record'}),
      timeField('occurredAt', {title: 'Returned at', group: 'record'}),
      timeField('issuedAt', {title: 'Issued at', group: 'record'}),
      {...actorField('issuedBy', 'Issued by'), group: 'record'},
      {...entriesField(), group: 'record'},
      {...commandField(), group: 'record'},
    ],
    orderings: [
      {title: 'Newest first', name: 'newest', by: [{field: 'occurredAt', direction: 'desc'}]},
    ],
    preview: {
      select: {
        number: 'number',
        bill: 'billNumber',
        customer: 'customerName',
        total: 'totals.total',
        currency: 'currency',
        day: 'day',
      },
      prepare: ({number, bill, customer, total, currency: own, day}) => ({
        title: joinText(
          titleText(number, 'Credit note without a number'),
          titleText(customer, 'Walk-in'),
        ),
        subtitle: joinText(
          moneyText(total, titleText(own, currency)),
          titleText(bill, 'no bill'),
          dayText(day),
        ),
      }),
    },
  })
}
