import {uuid} from '@sanity/uuid'
import {ShopError} from '../domain/errors.ts'
import {SETTINGS_ID} from '../domain/ids.ts'
import {permittedRoles} from './actorRoles.ts'
import type {EndLatencyTestCommand} from './latencyTestCommands.ts'
import {endLatencyTestSchema, parseCommand} from './commandSchemas.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'

/**
 * Deletes a test with its answers. It leaves no document behind that could prove a repeated command: that it is gone
 * after an own attempt proves it.
 * @throws ShopError `not-found` when it was gone before
 */
export async function endLatencyTest(
  input: EndLatencyTestCommand,
  runner: RunnerOptions,
): Promise<void> {
  const {test} = parseCommand(endLatencyTestSchema, input)
  let isSent = false
  const attempt = async (): Promise<void> => {
    const snapshot = await loadSnapshot(runner.port, () => [SETTINGS_ID, test])
    await permittedRoles('latencyTests.end', snapshot, runner)
    if (snapshot.has(test)) {
      isSent = true
      await commit({transactionId: uuid(), mutations: [{delete: {id: test}}]}, runner)
    } else if (!isSent) {
      throw new ShopError('not-found', 'This test is over. Nothing was saved.')
    }
  }
  return untilDone('latencyTests.end', runner, {
    attempt,
    settle: (error) => {
      throw error
    },
  })
}
