import {RevertIcon} from '@sanity/icons/Revert'
import {defineType} from 'sanity'
import {textField, weakField} from '../fields.ts'
import {newestPaperFirst, paperFields, paperGroups, paperTitle} from '../objects/paper.ts'
import {dayText, joinText, moneyText, titleText} from '../text.ts'

export function createCreditNoteType(currency: string) {
  const paper = paperFields(currency, {credit: true, occurredAt: 'Returned at'})
  return defineType({
    name: 'creditNote',
    type: 'document',
    title: 'Credit note',
    icon: RevertIcon,
    liveEdit: true,
    readOnly: true,
    description: 'Takes back all or part of a bill, or goods returned without one.',
    groups: paperGroups('group.credit-note'),
    fields: [
      paper.number,
      textField('reason', {title: 'Reason', group: 'main'}),
      textField('billNumber', {
        title: 'For bill',
        description: 'Empty for a return without a receipt.',
        group: 'main',
      }),
      weakField('bill', ['bill'], {title: 'Bill', group: 'main'}),
      ...paper.customer,
      paper.day('Day'),
      paper.totals,
      ...paper.rest,
    ],
    orderings: [newestPaperFirst],
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
        title: paperTitle(number, customer, 'Credit note without a number'),
        subtitle: joinText(
          moneyText(total, titleText(own, currency)),
          titleText(bill, 'no bill'),
          dayText(day),
        ),
      }),
    },
  })
}
