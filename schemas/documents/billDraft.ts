import {PauseIcon} from '@sanity/icons/Pause'
import {defineField, defineType} from 'sanity'
import {textField, timeField} from '../fields.ts'
import {actorField, commandField} from '../objects/parts.ts'
import {ParkedSaleInput} from '../inputs/ParkedSaleInput.tsx'
import {dayText, joinText, titleText} from '../text.ts'
import {translated} from '../translated.ts'

export const billDraftType = defineType({
  name: 'billDraft',
  type: 'document',
  title: 'Parked sale',
  icon: PauseIcon,
  liveEdit: true,
  readOnly: true,
  description: 'A sale put aside. It has no number yet and holds no stock.',
  fields: [
    textField('title', {title: 'Name'}),
    timeField('parkedAt', {title: 'Parked at'}),
    actorField('by', 'Parked by'),
    defineField({
      name: 'content',
      type: 'text',
      title: 'What is in it',
      components: {input: ParkedSaleInput},
    }),
    commandField(),
  ],
  orderings: [
    {
      ...translated('ordering.newest'),
      name: 'newest',
      by: [{field: 'parkedAt', direction: 'desc'}],
    },
  ],
  preview: {
    select: {title: 'title', at: 'parkedAt', by: 'by.name'},
    prepare: ({title, at, by}) => ({
      title: titleText(title, 'Parked sale'),
      subtitle: joinText(dayText(at), by),
    }),
  },
})
