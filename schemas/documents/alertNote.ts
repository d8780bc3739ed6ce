import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from 'sanity'
import {textField, timeField} from '../fields.ts'
import {actorField, commandField} from '../objects/parts.ts'
import {joinText, titleText} from '../text.ts'

export const alertNoteType = defineType({
  name: 'alertNote',
  type: 'document',
  title: 'Note on an alert',
  icon: BellIcon,
  liveEdit: true,
  readOnly: true,
  description:
    'Who takes care of an alert, or that it is put aside. It counts no more after its time.',
  fields: [
    textField('alert', {title: 'Alert'}),
    timeField('until', {title: 'Counts until'}),
    defineField({name: 'isMuted', type: 'boolean', title: 'Put aside'}),
    actorField('assignee', 'Taken by'),
    actorField('by', 'Written by'),
    timeField('at', {title: 'Written at'}),
    commandField(),
  ],
  preview: {
    select: {alert: 'alert', by: 'by.name', assignee: 'assignee.name'},
    prepare: ({alert, by, assignee}) => ({
      title: titleText(alert, 'Note without an alert'),
      subtitle: joinText(assignee, by),
    }),
  },
})
