import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineField, defineType} from 'sanity'
import {dayField, textField, timeField} from '../fields.ts'
import {actorField, commandField, entriesField} from '../objects/parts.ts'
import {dayText, joinText, kindText} from '../text.ts'
import {STOCK_KINDS} from './stockTransaction.ts'
import {translated} from '../translated.ts'

export const stockOperationType = defineType({
  name: 'stockOperation',
  type: 'document',
  title: 'Stock paper',
  icon: ClipboardIcon,
  liveEdit: true,
  readOnly: true,
  description:
    'One goods receipt, return to a supplier, correction or count, with the movements it made.',
  fields: [
    defineField({name: 'kind', type: 'string', title: 'Kind', options: {list: STOCK_KINDS}}),
    textField('reason', {title: 'Reason'}),
    textField('reference', {title: 'Reference', description: 'Such as the supplier’s invoice.'}),
    dayField('day', {title: 'Day'}),
    timeField('occurredAt', {title: 'Happened at'}),
    actorField('by', 'Who'),
    entriesField(),
    commandField(),
  ],
  orderings: [
    {
      ...translated('ordering.newest'),
      name: 'newest',
      by: [{field: 'occurredAt', direction: 'desc'}],
    },
  ],
  preview: {
    select: {kind: 'kind', reference: 'reference', reason: 'reason', day: 'day', by: 'by.name'},
    prepare: ({kind, reference, reason, day, by}) => ({
      title: joinText(kindText(kind, STOCK_KINDS), reference, reason),
      subtitle: joinText(dayText(day), by),
    }),
  },
})
