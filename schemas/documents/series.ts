import {HashIcon} from '@sanity/icons/Hash'
import {defineField, defineType} from 'sanity'
import {countField, textField} from '../fields.ts'
import {correctionField} from '../objects/parts.ts'
import {titleText} from '../text.ts'

export const seriesType = defineType({
  name: 'series',
  type: 'document',
  title: 'Number series',
  icon: HashIcon,
  liveEdit: true,
  readOnly: true,
  description:
    'The counter behind bill and credit note numbers. It never skips and never turns back.',
  fields: [
    textField('name', {title: 'Name'}),
    defineField({
      name: 'kind',
      type: 'string',
      title: 'Numbers what',
      options: {
        list: [
          {title: 'Bills', value: 'bill'},
          {title: 'Credit notes', value: 'creditNote'},
        ],
      },
    }),
    countField('last', {title: 'Last number given'}),
    correctionField(),
  ],
  preview: {
    select: {name: 'name', last: 'last'},
    prepare: ({name, last}) => ({
      title: titleText(name, 'Series without a name'),
      subtitle: Number.isInteger(last) ? `Last number ${last}` : 'No number given yet',
    }),
  },
})
