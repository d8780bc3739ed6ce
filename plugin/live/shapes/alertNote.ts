import type {AlertNote} from '../../domain/documents.ts'
import {boolean, defineShape, optional, text, time} from '../shape.ts'
import {actor, command} from './parts.ts'

export const alertNoteShape = defineShape<AlertNote>('alertNote', {
  alert: text,
  until: time,
  isMuted: boolean,
  assignee: optional(actor),
  by: actor,
  at: time,
  command,
})
