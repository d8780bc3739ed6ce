import {BillIcon} from '@sanity/icons/Bill'
import {defineField, defineType} from 'sanity'
import {countField, dayField, textField, timeField, weakField} from '../fields.ts'
import {linesField} from '../objects/line.ts'
import {actorField, commandField, entriesField, totalsField} from '../objects/parts.ts'
import {dayText, joinText, moneyText, titleText} from '../text.ts'

export const SERVICE_TYPES = [
  {title: 'Sale', value: 'sale'},
  {title: 'Repair', value: 'repair'},
  {title: 'Installation', value: 'installation'},
  {title: 'Maintenance', value: 'maintenance'},
  {title: 'Other', value: 'custom'},
]

export function createBillType(currency: string) {
  return defineType({
    name: 'bill',
    type: 'document',
    title: 'Bill',
    icon: BillIcon,
    liveEdit: true,
    readOnly: true,
    description: 'Issued once, never changed. To correct it, credit or void it.',
    groups: [
      {name: 'bill', title: 'Bill', default: true},
      {name: 'lines', title: 'Lines'},
      {name: 'record', title: 'Record'},
    ],
    fields: [
      textField('number', {title: 'Number', group: 'bill'}),
      textField('customerName', {
        title: 'Customer',
        description: 'The name at the time of the sale; empty for a walk-in.',
        group: 'bill',
      }),
      weakField('customer', ['user'], {title: 'Customer’s record', group: 'bill'}),
      defineField({
        name: 'serviceType',
        type: 'string',
        title: 'Kind of work',
        group: 'bill',
        options: {list: SERVICE_TYPES},
      }),
      dayField('day', {title: 'Day of the sale', group: 'bill'}),
      dayField('dueDate', {title: 'Due on', group: 'bill'}),
      {...totalsField(currency), group: 'bill'},
      defineField({name: 'notes', type: 'text', title: 'Notes', rows: 3, group: 'bill'}),
      textField('reference', {title: 'Reference', group: 'bill'}),
      linesField(currency, {credit: false}),
      textField('currency', {title: 'Currency', group: 'record'}),
      textField('series', {title: 'Series', group: 'record'}),
      countField('sequence', {title: 'Number in the series', group: 'record'}),
      timeField('occurredAt', {title: 'Sold at', group: 'record'}),
      timeField('issuedAt', {title: 'Issued at', group: 'record'}),
      {...actorField('issuedBy', 'Issued by'), group: 'record'},
      {...entriesField(), group: 'record'},
      {...commandField(), group: 'record'},
    ],
    orderings: [
      {title: 'Newest first', name: 'newest', by: [{field: 'occurredAt', direction: 'desc'}]},
      {title: 'Number', name: 'number', by: [{field: 'sequence', direction: 'desc'}]},
      {title: 'Largest first', name: 'largest', by: [{field: 'totals.total', direction: 'desc'}]},
    ],
    preview: {
      select: {
        number: 'number',
        customer: 'customerName',
        total: 'totals.total',
        currency: 'currency',
        day: 'day',
      },
      prepare: ({number, customer, total, currency: own, day}) => ({
        title: joinText(titleText(number, 'Bill without a number'), titleText(customer, 'Walk-in')),
        subtitle: joinText(moneyText(total, titleText(own, currency)), dayText(day)),
      }),
    },
  })
}
