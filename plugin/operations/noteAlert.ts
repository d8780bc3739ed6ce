import type {AlertNote, Draft} from '../domain/documents.ts'
import {alertNoteId, hashText} from '../domain/ids.ts'
import type {NoteAlertCommand} from './commands.ts'
import {noteAlertSchema} from './commandSchemas.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'

/** One note an alert: the last word counts, so it is written whatever stood there before. */
export const noteAlert: Operation<NoteAlertCommand, {note: AlertNote}> = {
  name: 'alerts.note',
  schema: noteAlertSchema,
  ids: ({alert}) => [alertNoteId(alert)],
  // another command's note stands in the same place: only its own proves a command
  recordOf: ({alert, key}, snapshot) => {
    const record = snapshot.find('alertNote', alertNoteId(alert))?.command
    return record?.key === hashText(key) ? record : undefined
  },
  replay({alert}, snapshot) {
    const note = snapshot.find('alertNote', alertNoteId(alert))
    if (note === undefined) throw goneResult('its note on the alert')
    return {note}
  },
  plan(command, _snapshot, context) {
    const note: Draft<AlertNote> = {
      _id: alertNoteId(command.alert),
      _type: 'alertNote',
      alert: command.alert,
      until: command.until,
      isMuted: command.isMuted,
      ...(command.assignee === undefined ? {} : {assignee: command.assignee}),
      by: context.actor,
      at: context.now,
      command: context.command,
    }
    return {
      mutations: [{createOrReplace: {...note}}],
      result: (stamp) => ({note: {...note, ...stamp}}),
    }
  },
}
