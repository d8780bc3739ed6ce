import type {SanityClient} from '@sanity/client'
import type {Actor} from '../domain/documents.ts'
import type {OptimisticPort} from '../domain/mutation.ts'
import type {ShopOptions} from '../domain/options.ts'
import {rememberRoles} from './actorRoles.ts'
import {adjustStock} from './adjustStock.ts'
import {answerLatencyTest} from './answerLatencyTest.ts'
import {beginLatencyTest} from './beginLatencyTest.ts'
import {brands, categories, products, users} from './catalogue.ts'
import type {ShopOperations} from './commands.ts'
import type {Keyed} from './keyed.ts'
import {correctAccount} from './correctAccount.ts'
import {correctBalance} from './correctBalance.ts'
import {correctDay} from './correctDay.ts'
import {correctDrift} from './correctDrift.ts'
import {correctSeries} from './correctSeries.ts'
import {countStock} from './countStock.ts'
import {createBill} from './createBill.ts'
import {createCredit} from './createCredit.ts'
import {createCatalogue} from './createCatalogue.ts'
import {deposit, withdraw} from './deposit.ts'
import {discardParked} from './discardParked.ts'
import {endLatencyTest} from './endLatencyTest.ts'
import type {Operation} from './operation.ts'
import {parkBill} from './parkBill.ts'
import {createLakePort} from './port.ts'
import {noteAlert} from './noteAlert.ts'
import {openStock, receiveStock, returnToSupplier} from './receiveStock.ts'
import {recordPayment} from './recordPayment.ts'
import {refundPayment} from './refundPayment.ts'
import {runOperation} from './runOperation.ts'
import {createTurns} from './turns.ts'
import type {ConnectionState, RepeatedAttempt} from './untilDone.ts'
import {voidBill} from './voidBill.ts'

/** Milliseconds that an operation waits for earlier ones of the same till on the same documents. */
const PATIENCE = 5_000

export interface ShopOperationsConfig {
  /** A client with a project, a dataset and a token; its own retries are turned off for commits. */
  client: SanityClient
  /** Who does it: stands on every entry, bill and payment. */
  actor: Actor
  /** Names of the actor's Sanity roles, where they are known; absent: the lake is asked once. */
  roles?: readonly string[]
  /** This till's own numbering series (`T2`): tills with their own never wait for each other's number. */
  series?: string
  /** First values of the stored settings; what is stored wins. */
  options?: ShopOptions
  /** Announces each transaction before it is sent. */
  optimistic?: OptimisticPort
  /**
   * What is known of the connection: `offline` (no network) refuses at once, `lost` after one attempt. Default `up`: an
   * operation tries until its deadline.
   */
  connection?: () => ConnectionState
  /** Default: the system's clock. */
  clock?: () => Date
  /** Told before every repeated attempt. */
  onConflict?: (attempt: RepeatedAttempt) => void
  /** Milliseconds after which no new attempt starts. Default 30,000. */
  deadline?: number
  /** Milliseconds until a request counts as lost. Default 20,000. */
  requestTimeout?: number
}

/**
 * Everything that writes to the shop. Quantities are smallest steps, money minor units, prices per whole unit, times
 * ISO UTC, due dates calendar days. Every operation is one atomic transaction and, by its key, runs exactly once.
 *
 * @throws ShopError with `code`: `out-of-stock` (all shortages), `conflict`, `key-reused`, `not-permitted`, `invalid`
 * (all issues), `not-found`, `offline`, `rate-limited`, `referenced`
 */
export function createShopOperations(config: ShopOperationsConfig): ShopOperations {
  const {client, actor, options = {}, optimistic, clock = () => new Date()} = config
  const {onConflict, deadline = 30_000, requestTimeout} = config
  const port = createLakePort(client, requestTimeout === undefined ? {} : {requestTimeout})
  const roles = config.roles === undefined ? rememberRoles(port) : async () => config.roles
  const {series} = config
  const takeTurn = createTurns(PATIENCE)
  const connection = config.connection ?? (() => 'up' as const)
  const attempts = {clock, connection, onConflict, deadline, takeTurn}
  const runner = {port, actor, options, optimistic, roles, series, ...attempts}
  const run =
    <C extends Keyed, R>(operation: Operation<C, R>) =>
    (command: C): Promise<R> =>
      runOperation(operation, command, runner)
  // the live view holds no tests, so it can show none of them as pending
  const quiet = {...runner, optimistic: undefined}
  return {
    brands: createCatalogue(brands, runner),
    categories: createCatalogue(categories, runner),
    products: createCatalogue(products, runner),
    users: createCatalogue(users, runner),
    bills: {
      create: run(createBill),
      recordPayment: run(recordPayment),
      refund: run(refundPayment),
      credit: run(createCredit),
      void: run(voidBill),
      park: run(parkBill),
      discard: (command) => discardParked(command, runner),
      deposit: run(deposit),
      withdraw: run(withdraw),
      correctBalance: run(correctBalance),
      correctSeries: run(correctSeries),
      correctDay: run(correctDay),
      correctAccount: run(correctAccount),
    },
    alerts: {note: run(noteAlert)},
    latencyTests: {
      begin: (command) => runOperation(beginLatencyTest, command, quiet),
      answer: (command) => runOperation(answerLatencyTest, command, quiet),
      end: (command) => endLatencyTest(command, quiet),
    },
    stock: {
      open: run(openStock),
      receive: run(receiveStock),
      returnToSupplier: run(returnToSupplier),
      adjust: run(adjustStock),
      count: run(countStock),
      correct: run(correctDrift),
    },
  }
}
