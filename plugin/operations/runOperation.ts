import {uuid} from '@sanity/uuid'
import type {CommandRecord} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {ShopError} from '../domain/errors.ts'
import {SETTINGS_ID} from '../domain/ids.ts'
import type {ShopMutation, ShopTransaction} from '../domain/mutation.ts'
import type {ShopRole} from '../domain/roles.ts'
import {permittedRoles, requireActor} from './actorRoles.ts'
import {wait} from './backOff.ts'
import {commandRecord, keyReused} from './commandRecord.ts'
import {parseCommand} from './commandSchemas.ts'
import type {Keyed} from './keyed.ts'
import {findIds} from './findIds.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import type {Operation, PlanContext} from './operation.ts'
import {readSettings} from './settings.ts'
import {createSnapshot} from './snapshot.ts'
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
  requireActor(runner.actor)
  const command = parseCommand(operation.schema, input)
  const {key, ...content} = command
  const record = commandRecord(operation.name, key, content)
  const seen = new Set<string>()
  return runner.takeTurn(documentsOf(operation, command, record, runner), () =>
    untilDone(operation.name, runner, {
      attempt: () => attemptOnce(operation, command, record, runner, seen),
      settle: (error) => settleDoubt(operation, command, record, runner, error),
    }),
  )
}

/** What the operation is known to work on before anything is loaded. */
function documentsOf<C extends Keyed, R>(
  operation: Operation<C, R>,
  command: C,
  record: CommandRecord,
  runner: RunnerOptions,
): readonly string[] {
  const nothing = createSnapshot(new Set(), new Map())
  const context = contextOf(nothing, record, runner, runner.clock().toISOString())
  return operation.ids(command, nothing, context)
}

async function attemptOnce<C extends Keyed, R>(
  operation: Operation<C, R>,
  command: C,
  record: CommandRecord,
  runner: RunnerOptions,
  seen: Set<string>,
): Promise<R> {
  const now = runner.clock().toISOString()
  const [{snapshot, found}] = await Promise.all([
    loadFor(operation, command, record, runner, now, seen),
    // asked beside the documents: a till's first operation waits for one round trip, not two
    runner.roles(),
  ])
  const roles = await permittedRoles(operation.name, snapshot, runner)
  const done = operation.recordOf(command, snapshot)
  if (done !== undefined) {
    if (done.hash !== record.hash) throw keyReused()
    return operation.replay(command, snapshot)
  }
  const context = {...contextOf(snapshot, record, runner, now), roles, found}
  const plan = operation.plan(command, snapshot, context)
  const transaction = {
    transactionId: uuid(),
    mutations: [...firstSettings(snapshot, roles, runner), ...plan.mutations],
  }
  checkSize(transaction)
  await commit(transaction, runner)
  return plan.result({_rev: transaction.transactionId, _createdAt: now, _updatedAt: now})
}

async function loadFor<C extends Keyed, R>(
  operation: Operation<C, R>,
  command: C,
  record: CommandRecord,
  runner: RunnerOptions,
  now: string,
  seen?: Set<string>,
): Promise<{snapshot: Snapshot; found: readonly string[]}> {
  const load = (found: readonly string[]) =>
    loadSnapshot(
      runner.port,
      (loaded) => [
        SETTINGS_ID,
        ...operation.ids(command, loaded, {...contextOf(loaded, record, runner, now), found}),
      ],
      seen,
    )
  const snapshot = await load([])
  const search = operation.search?.(command, snapshot)
  if (search === undefined) return {snapshot, found: []}
  return findIds(search, runner.port, load)
}

function contextOf(
  snapshot: Snapshot,
  command: CommandRecord,
  runner: RunnerOptions,
  now: string,
): PlanContext {
  const {actor, series, options} = runner
  const {values: settings} = readSettings(snapshot, options)
  return {actor, now, settings, command, series, roles: undefined, found: []}
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
  const loaded = await loadFor(operation, command, record, runner, now).catch(() => undefined)
  if (loaded === undefined) throw error
  const {snapshot} = loaded
  if (operation.recordOf(command, snapshot)?.hash !== record.hash) throw error
  return operation.replay(command, snapshot)
}

/**
 * The settings are stored with the first operation of somebody who may write them. Until then every till plans with its
 * options, so that a cashier can open a new shop.
 */
function firstSettings(
  snapshot: Snapshot,
  roles: readonly ShopRole[] | undefined,
  runner: RunnerOptions,
): readonly ShopMutation[] {
  if (roles !== undefined && !roles.includes('administrator')) return []
  return readSettings(snapshot, runner.options).mutations
}

function checkSize({mutations}: ShopTransaction): void {
  if (mutations.length < 200) return
  const size = new TextEncoder().encode(JSON.stringify(mutations)).length
  if (size <= MAX_BODY) return
  throw new InvalidCommandError(
    `Nothing was saved: this needs ${(size / 1e6).toFixed(1)} MB in one transaction, 4 MB is the most. Split it in two.`,
  )
}
