import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {AlertNote} from '../documents.ts'
import {actor, command, stored, text} from './parts.ts'

export const alertNoteSchema: GenericSchema<unknown, AlertNote> = v.looseObject({
  ...stored,
  _type: v.literal('alertNote'),
  alert: text,
  until: text,
  isMuted: v.boolean(),
  assignee: v.optional(actor),
  by: actor,
  at: text,
  command,
})
