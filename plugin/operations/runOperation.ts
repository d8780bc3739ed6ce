import {uuid} from '@sanity/uuid'
import type {CommandRecord} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {SETTINGS_ID, hashText} from '../domain/ids.ts'
import type {ShopTransaction} from '../domain/mutation.ts'
import {wait} from './backOff.ts'
import {canonicalJson} from './canonicalJson.ts'
import {parseCommand} from './commandSchemas.ts'
import type {Keyed} from './commands.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import type {Operation, PlanContext} from './operation.ts'
import {readSettings} from './settings.ts'
import type {Snapshot} from './snapshot.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'

/** The lake refuses bodies over 4 MB. */
const MAX_BODY = 4_000_000

/**
 * The only writer of the shop: loads, plans, commits; plans again on fresh documents when a revision has moved. Every
 * attempt reads the command's own record first, so that a lost answer never runs a command twice.
 */
export async function runOperation<C extends Keyed, R>(
  operation: Operation<C, R>,
  input: unknown,
  runner: RunnerOptions,
): Promise<R> {
  const command = parseCommand(operation.schema, input)
  const record = toRecord(operation.name, command)
  return untilDone(operation.name, runner, {
    attempt: () => attemptOnce(operation, command, record, runner),
    settle: (error) => settleDoubt(operation, command, record, runner, error),
  })
}

async function attemptOnce<C extends Keyed, R>(
  operation: Operation<C, R>,
  command: C,
  record: CommandRecord,
  runner: RunnerOptions,
): Promise<R> {
  const now = runner.clock().toISOString()
  const contextOf = (snapshot: Snapshot): PlanContext => ({
    actor: runner.actor,
    now,
    settings: readSettings(snapshot, runner.options).values,
    command: record,
  })
  const snapshot = await loadSnapshot(runner.port, (loaded) => [
    SETTINGS_ID,
    ...operation.ids(command, loaded, contextOf(loaded)),
  ])
  const done = operation.recordOf(command, snapshot)
  if (done !== undefined) {
    if (done.hash !== record.hash) throw keyReused()
    return operation.replay(command, snapshot)
  }
  const plan = operation.plan(command, snapshot, contextOf(snapshot))
  const settings = readSettings(snapshot, runner.options)
  const transaction = {
    transactionId: uuid(),
    mutations: [...settings.mutations, ...plan.mutations],
  }
  checkSize(transaction)
  await commit(transaction, runner)
  return plan.result({_rev: transaction.transactionId, _createdAt: now, _updatedAt: now})
}

/** An earlier attempt whose answer was lost may still have arrived: look once more before saying no. */
async function settleDoubt<C extends Keyed, R>(
  operation: Operation<C, R>,
  command: C,
  record: CommandRecord,
  runner: RunnerOptions,
  error: ShopError,
): Promise<R> {
  await wait(500)
  const now = runner.clock().toISOString()
  const snapshot = await loadSnapshot(runner.port, (loaded) => [
    SETTINGS_ID,
    ...operation.ids(command, loaded, {
      actor: runner.actor,
      now,
      settings: readSettings(loaded, runner.options).values,
      command: record,
    }),
  ]).catch(() => undefined)
  if (snapshot === undefined) throw error
  if (operation.recordOf(command, snapshot)?.hash !== record.hash) throw error
  return operation.replay(command, snapshot)
}

function toRecord<C extends Keyed>(operation: string, command: C): CommandRecord {
  const {key, ...content} = command
  return {
    operation,
    key: hashText(key),
    hash: hashText(`${operation} ${canonicalJson(content)}`),
  }
}

function keyReused(): ShopError {
  return new ShopError(
    'key-reused',
    'This key was used for another command before. What it did then was kept, nothing new was saved; open a new form.',
  )
}

function checkSize({mutations}: ShopTransaction): void {
  if (mutations.length < 200) return
  const size = new TextEncoder().encode(JSON.stringify(mutations)).length
  if (size <= MAX_BODY) return
  throw new InvalidCommandError(
    `Nothing was saved: this needs ${(size / 1e6).toFixed(1)} MB in one transaction, 4 MB is the most. Split it in two.`,
  )
}
