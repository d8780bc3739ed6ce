import type {BillDraft, Draft} from '../domain/documents.ts'
import {idFromKey} from '../domain/ids.ts'
import type {ParkCommand} from './commands.ts'
import {parkSchema} from './commandSchemas.ts'
import {discardDraft} from './discardDraft.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'

const rootId = (command: ParkCommand) => idFromKey('billDraft', command.key)

/** Puts a sale aside without a number; `content.draft` names the parked sale that this one replaces. */
export const parkBill: Operation<ParkCommand, {draft: BillDraft}> = {
  name: 'bills.park',
  schema: parkSchema,
  ids: (command) => [rootId(command), ...(command.content.draft ? [command.content.draft] : [])],
  recordOf: (command, snapshot) => snapshot.find('billDraft', rootId(command))?.command,
  replay(command, snapshot) {
    const draft = snapshot.find('billDraft', rootId(command))
    if (draft === undefined) throw goneResult('its parked sale')
    return {draft}
  },
  plan(command, snapshot, context) {
    const {draft: replaced, ...content} = command.content
    const draft: Draft<BillDraft> = {
      _id: rootId(command),
      _type: 'billDraft',
      ...(command.title === undefined ? {} : {title: command.title}),
      content: JSON.stringify(content),
      parkedAt: context.now,
      by: context.actor,
      command: context.command,
    }
    return {
      mutations: [{create: draft}, ...discardDraft(replaced, snapshot)],
      result: (stamp) => ({draft: {...draft, ...stamp}}),
    }
  },
}
