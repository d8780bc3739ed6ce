import type {Actor} from '../domain/documents.ts'
import {ShopError} from '../domain/errors.ts'
import type {OptimisticPort, Rejection, ShopTransaction} from '../domain/mutation.ts'
import type {ShopOptions} from '../domain/options.ts'
import {wait, waitBefore} from './backOff.ts'
import {toFailure} from './failures.ts'
import type {Failure} from './failures.ts'
import type {LakePort} from './port.ts'
import type {TakeTurn} from './turns.ts'

/** A repeated attempt: what a till may show while it waits. */
export interface RepeatedAttempt {
  operation: string
  attempt: number
  reason: 'conflict' | 'rate-limited' | 'offline'
  /** Milliseconds until the next attempt. */
  wait: number
}

/** `offline`: this device has no network; `lost`: the lake has not answered for a while. */
export type ConnectionState = 'up' | 'lost' | 'offline'

export interface RunnerOptions {
  port: LakePort
  actor: Actor
  options: ShopOptions
  optimistic?: OptimisticPort | undefined
  clock: () => Date
  onConflict?: ((attempt: RepeatedAttempt) => void) | undefined
  /** Milliseconds after which no new attempt starts. */
  deadline: number
  /** Names of the actor's Sanity roles; `undefined` when nobody knows them. */
  roles: () => Promise<readonly string[] | undefined>
  /** What is known of the connection beforehand; `up` when nobody knows. */
  connection: () => ConnectionState
  /** Operations of one till on the same documents go one after the other. */
  takeTurn: TakeTurn
  /** The till's own numbering series. */
  series?: string | undefined
}

export interface Attempts<R> {
  /** Loads, plans and commits once. Must find out itself whether an earlier attempt has arrived. */
  attempt(): Promise<R>
  /** Called with the final error when an earlier attempt may have arrived: its result, or the error thrown again. */
  settle(error: ShopError): Promise<R>
}

/** Repeats an operation's attempts, with back-off, until one succeeds, one fails for good or the deadline passes. */
export async function untilDone<R>(
  operation: string,
  runner: RunnerOptions,
  {attempt, settle}: Attempts<R>,
): Promise<R> {
  const started = performance.now()
  let inDoubt = false
  for (let count = 1; ; count++) {
    if (runner.connection() === 'offline') throw offlineError(inDoubt)
    const begun = performance.now()
    try {
      // One attempt follows the other: the next one plans on what the last one found changed.
      return await attempt()
    } catch (cause) {
      const failure = toFailure(cause)
      if (failure.kind === 'final') {
        if (inDoubt) return settle(failure.error)
        throw failure.error
      }
      inDoubt ||= failure.kind === 'again' && failure.reason === 'offline'
      const pause = waitBefore(count, failure, Math.random(), performance.now() - begun)
      const isLate = performance.now() - started + pause > runner.deadline
      if (isLate || isHopeless(failure, runner)) throw givenUp(failure, inDoubt)
      runner.onConflict?.({operation, attempt: count, reason: reasonOf(failure), wait: pause})
      await wait(pause)
    }
  }
}

/** Announces the transaction, sends it, and ends the announcement with what came of it. */
export async function commit(
  transaction: ShopTransaction,
  runner: RunnerOptions,
  until: 'durable' | 'visible' = 'durable',
): Promise<void> {
  const end = runner.optimistic?.begin(transaction)
  try {
    await runner.port.commit(transaction, until)
  } catch (cause) {
    end?.(toRejection(cause))
    throw cause
  }
  end?.('committed')
}

function toRejection(cause: unknown): Rejection {
  const failure = toFailure(cause)
  if (failure.kind === 'final') return {rejected: failure.error}
  return {rejected: cause instanceof Error ? cause : new Error(String(cause)), isRepeated: true}
}

function reasonOf(failure: Exclude<Failure, {kind: 'final'}>): RepeatedAttempt['reason'] {
  return failure.kind === 'conflict' ? 'conflict' : failure.reason
}

/** Known to be lost: asked once, in case it is back, and not again and again while somebody waits. */
function isHopeless(failure: Exclude<Failure, {kind: 'final'}>, runner: RunnerOptions): boolean {
  return reasonOf(failure) === 'offline' && runner.connection() === 'lost'
}

function offlineError(inDoubt: boolean): ShopError {
  return new ShopError(
    'offline',
    inDoubt
      ? 'This device went offline while it was saving. It may have been saved all the same; trying again with the same form, once the network is back, never does it twice.'
      : 'This device is offline. Nothing was saved; try again when the network is back.',
    {reason: {name: inDoubt ? 'offline-in-doubt' : 'offline'}},
  )
}

function givenUp(failure: Exclude<Failure, {kind: 'final'}>, inDoubt: boolean): ShopError {
  const {cause} = failure
  const kept = inDoubt
    ? 'It may have been saved all the same; trying again with the same form never does it twice.'
    : 'Nothing was saved; try again.'
  if (failure.kind === 'conflict') {
    return new ShopError('conflict', `Others kept changing the same documents. ${kept}`, {cause})
  }
  if (failure.reason === 'rate-limited') {
    return new ShopError('rate-limited', `The lake asks to slow down. ${kept}`, {cause})
  }
  return new ShopError('offline', `The lake does not answer. ${kept}`, {
    cause,
    reason: {name: inDoubt ? 'unanswered-in-doubt' : 'unanswered'},
  })
}
