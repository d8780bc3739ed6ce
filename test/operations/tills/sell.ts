import {setTimeout} from 'node:timers/promises'
import type {SanityClient} from '@sanity/client'
import {createShopOperations} from '../../../plugin/operations/createShopOperations.ts'
import type {ShopOperations} from '../../../plugin/operations/commands.ts'
import {OutOfStockError} from '../../../plugin/domain/errors.ts'
import type {HistoryLine} from '../history/historyLog.ts'

/** One thing that a till does: sells or receives. Its key stands as `reference` in what it makes. */
export interface TillCommand {
  key: string
  kind: 'sale' | 'receipt'
  lines: {product: string; quantity: number}[]
}

export interface Till {
  name: string
  commands: readonly TillCommand[]
}

export const TILL_OPTIONS = {
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  tax: {defaultRate: 0},
} as const

export interface TillConnection {
  client: SanityClient
  log: (line: HistoryLine) => void
  /** Keys that an earlier life of this till has finished. */
  finished: ReadonlySet<string>
  /** Milliseconds for one command before its till asks again. */
  deadline: number
  /** Unix milliseconds after which no command is begun. */
  until?: number
  /** Milliseconds, on average, before each command; absent: at once. */
  pause?: number
}

/** Carries out a till's commands, one after the other; what got no final answer is asked again with the same key. */
export async function sell(till: Till, connection: TillConnection): Promise<void> {
  const {client, finished, deadline, until = Infinity, pause = 0} = connection
  let repeated = 0
  const operations = createShopOperations({
    client,
    actor: {id: till.name, name: till.name},
    options: TILL_OPTIONS,
    deadline,
    requestTimeout: 5_000,
    onConflict: () => repeated++,
  })
  for (const command of till.commands) {
    if (finished.has(command.key)) continue
    if (pause > 0) await setTimeout(Math.min(2 * pause * Math.random(), until - Date.now() + 1))
    if (Date.now() > until) return
    repeated = 0
    for (;;) {
      const isAnswered = await ask(operations, till.name, command, connection, () => repeated)
      if (isAnswered) break
    }
  }
}

async function ask(
  operations: ShopOperations,
  till: string,
  command: TillCommand,
  {log}: TillConnection,
  repeated: () => number,
): Promise<boolean> {
  const {key} = command
  log({event: 'asked', till, ...command, at: Date.now()})
  try {
    const document = await carryOut(operations, command)
    log({event: 'done', key, at: Date.now(), document, repeated: repeated()})
    return true
  } catch (error) {
    if (error instanceof OutOfStockError) {
      const left = error.shortages.map(({product, available}) => ({product, available}))
      log({event: 'refused', key, at: Date.now(), left})
      return true
    }
    log({event: 'unknown', key, at: Date.now(), words: String(error)})
    return false
  }
}

async function carryOut(operations: ShopOperations, command: TillCommand): Promise<string> {
  const {key, lines} = command
  if (command.kind === 'sale') {
    const {bill} = await operations.bills.create({key, reference: key, lines})
    return bill._id
  }
  const {entries} = await operations.stock.receive({key, reference: key, lines})
  return entries[0]?.source?._ref ?? ''
}
