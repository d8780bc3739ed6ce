import {uuid} from '@sanity/uuid'
import {SETTINGS_ID} from '../domain/ids.ts'
import {permittedRoles} from './actorRoles.ts'
import type {DiscardCommand} from './commands.ts'
import {discardSchema, parseCommand} from './commandSchemas.ts'
import {discardDraft} from './discardDraft.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'

/**
 * Throws a parked sale away. It leaves no document behind that could prove a repeated command: that it is gone after an
 * own attempt proves it.
 * @throws ShopError `not-found` when it was gone before
 */
export async function discardParked(input: DiscardCommand, runner: RunnerOptions): Promise<void> {
  const {draft} = parseCommand(discardSchema, input)
  let isSent = false
  const attempt = async (): Promise<void> => {
    const snapshot = await loadSnapshot(runner.port, () => [SETTINGS_ID, draft])
    await permittedRoles('bills.discard', snapshot, runner)
    if (isSent && !snapshot.has(draft)) return
    const mutations = discardDraft(draft, snapshot)
    isSent = true
    await commit({transactionId: uuid(), mutations}, runner)
  }
  return untilDone('bills.discard', runner, {
    attempt,
    settle: (error) => {
      throw error
    },
  })
}
