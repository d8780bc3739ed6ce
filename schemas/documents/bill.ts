import {BillIcon} from '@sanity/icons/Bill'
import {defineField, defineType} from 'sanity'
import {dayField} from '../fields.ts'
import {newestPaperFirst, paperFields, paperGroups, paperTitle} from '../objects/paper.ts'
import {dayText, joinText, moneyText, titleText} from '../text.ts'
import {translated} from '../translated.ts'

export const SERVICE_TYPES = [
  {title: 'Sale', value: 'sale'},
  {title: 'Repair', value: 'repair'},
  {title: 'Installation', value: 'installation'},
  {title: 'Maintenance', value: 'maintenance'},
  {title: 'Other', value: 'custom'},
]

export function createBillType(currency: string) {
  const paper = paperFields(currency, {credit: false, occurredAt: 'Sold at'})
  return defineType({
    name: 'bill',
    type: 'document',
    title: 'Bill',
    icon: BillIcon,
    liveEdit: true,
    readOnly: true,
    description: 'Issued once, never changed. To correct it, credit or void it.',
    groups: paperGroups('group.bill'),
    fields: [
      paper.number,
      ...paper.customer,
      defineField({
        name: 'serviceType',
        type: 'string',
        title: 'Kind of work',
        group: 'main',
        options: {list: SERVICE_TYPES},
      }),
      paper.day('Day of the sale'),
      dayField('dueDate', {title: 'Due on', group: 'main'}),
      paper.totals,
      defineField({name: 'notes', type: 'text', title: 'Notes', rows: 3, group: 'main'}),
      ...paper.rest,
    ],
    orderings: [
      newestPaperFirst,
      {
        ...translated('ordering.number'),
        name: 'number',
        by: [{field: 'sequence', direction: 'desc'}],
      },
      {
        ...translated('ordering.largest'),
        name: 'largest',
        by: [{field: 'totals.total', direction: 'desc'}],
      },
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
        title: paperTitle(number, customer, 'Bill without a number'),
        subtitle: joinText(moneyText(total, titleText(own, currency)), dayText(day)),
      }),
    },
  })
}
