import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {Draft, Product, StockLevel, StockTransaction} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {stockLevelId} from '../domain/ids.ts'
import {averageCost} from '../domain/ledger.ts'
import {readLedger} from '../domain/proof/ledgerCorrection.ts'
import type {LedgerCorrection, LostEntry} from '../domain/proof/ledgerCorrection.ts'
import {ledgerIds, ledgerOf} from './ledgerIds.ts'
import type {CorrectCommand} from './commands.ts'
import {documentId, key} from './commandSchemas.ts'
import {stockCommand, stockOperationId, stockPlan} from './moveStock.ts'
import type {StockResult} from './moveStock.ts'
import type {Operation, PlanContext} from './operation.ts'
import {paperIds, paperOf, searchPapers} from './lostPapers.ts'
import {levelMutation, toEntry} from './postStock.ts'
import {requireStocked} from './products.ts'

const LABEL = 'Drift correction'

const correctSchema: GenericSchema<unknown, CorrectCommand> = v.strictObject({
  key,
  product: documentId,
})

const base = stockCommand<CorrectCommand>((command) => [command.product])

/**
 * Makes a product's ledger and level agree again after one of them was changed by hand.
 *
 * The ledger is the truth and the level its fold, so the level goes back to what the ledger adds up to: never the other
 * way round, since a level says nothing of who moved the goods. Nothing is edited away: an entry of 0 is appended that
 * says what the level had said, who corrected it and when. Entries that were deleted are posted again, as the bill, credit
 * note or void that names them says, else with the quantity that the balances around them prove. Whoever believes the shelf rather than the ledger counts it afterwards
 * (`stock.count`).
 *
 * Refused where an entry itself was edited: which of its numbers is wrong is for people to judge. For administrators.
 */
export const correctDrift: Operation<CorrectCommand, StockResult> = {
  name: 'stock.correct',
  schema: correctSchema,
  ...base,
  ids: (command, snapshot, context) => [
    ...base.ids(command, snapshot, context),
    ...(base.recordOf(command, snapshot) === undefined ? ledgerIds(command.product, snapshot) : []),
    ...paperIds(context.found, snapshot),
  ],
  search: (command, snapshot) =>
    base.recordOf(command, snapshot) === undefined
      ? searchPapers(command.product, snapshot)
      : undefined,
  plan(command, snapshot, context) {
    const product = requireStocked(snapshot, command.product, 'product')
    const level = snapshot.find('stockLevel', stockLevelId(product._id))
    const papers = paperOf(product._id, context.found, snapshot)
    const ledger = ledgerOf(product._id, snapshot)
    const reading = readLedger(ledger, papers)
    if ('broken' in reading) throw refusal(product, reading.broken)
    const {correction} = reading
    const follows = {...correction, ...unitOf(correction, ledger.at(-1), product)}
    const reason = reasonOf(follows, level)
    if (reason === undefined) throw nothingToCorrect(product)
    const id = stockOperationId(command)
    const source = {id, label: LABEL}
    const found = correction.lost.map((lost) => repost(product, lost, source, context))
    const closing = close(product, follows, level, {source, reason}, context)
    const posted = {
      entries: [...found, closing.entry],
      mutations: [...found.map((entry) => ({create: entry})), ...closing.mutations],
      values: new Map<string, number>(),
    }
    return stockPlan({id, kind: 'adjustment', occurredAt: context.now, reason}, posted, context)
  },
}

/** What the level should say. */
type Following = LedgerCorrection & Pick<StockTransaction, 'unit' | 'unitCost'>

/** The unit that the ledger is counted in, and what a whole one costs: of what is on hand, else as last known. */
function unitOf(
  correction: LedgerCorrection,
  last: StockTransaction | undefined,
  product: Product,
): Pick<StockTransaction, 'unit' | 'unitCost'> {
  const unit = last?.unit ?? product.unit
  return {unit, unitCost: averageCost(correction, unit.decimals, last?.unitCost ?? 0)}
}

/** In words for the ledger; `undefined` when nothing has drifted. */
function reasonOf(
  {lost, onHand, value, sequence, unitCost, unit}: Following,
  level: StockLevel | undefined,
): string | undefined {
  const found = lost.map((one) => one.sequence).join(', ')
  const words = [
    ...(lost.length > 0 ? [`entry ${found} was missing`] : []),
    ...(level === undefined && sequence > 0 ? ['the level was missing'] : []),
    ...differing('on hand', level?.onHand, onHand),
    ...differing('value', level?.value, value),
    ...differing('sequence', level?.sequence, sequence),
    ...differing('unit cost', level?.unitCost, unitCost),
    ...differing('decimals', level?.unit.decimals, unit.decimals),
  ]
  return words.length === 0 ? undefined : `${LABEL}: ${words.join('; ')}`
}

function differing(label: string, said: number | undefined, is: number): string[] {
  return said === undefined || said === is ? [] : [`${label} was ${said}, the ledger says ${is}`]
}

function repost(
  product: Product,
  {sequence, quantity, balanceAfter, unitCost, value, paper, next}: LostEntry,
  source: {id: string; label: string},
  context: PlanContext,
): Draft<StockTransaction> {
  const level = {onHand: balanceAfter, value: 0, unitCost, sequence}
  return toEntry(
    itemOf(product),
    {quantity, balanceAfter, unitCost, value, level},
    {
      kind: paper?.kind ?? 'adjustment',
      source: paper?.source ?? source,
      reason: `${LABEL}: entry ${sequence} was missing; its quantity follows from ${paper?.source.label ?? 'the entries around it'}`,
      occurredAt: paper?.occurredAt ?? next.occurredAt,
      isBackdated: false,
    },
    context,
  )
}

/** The entry of 0 that documents the correction, and the level that follows from the ledger. */
function close(
  product: Product,
  {onHand, value, sequence: last, unit, unitCost}: Following,
  level: StockLevel | undefined,
  {source, reason}: {source: {id: string; label: string}; reason: string},
  context: PlanContext,
) {
  const state = {onHand, value, unitCost, sequence: last + 1}
  const result = {quantity: 0, balanceAfter: onHand, unitCost, value: 0, level: state}
  const posting = {
    kind: 'adjustment' as const,
    source,
    reason,
    occurredAt: context.now,
    isBackdated: false,
  }
  const item = {...itemOf(product), unit}
  const entry = toEntry(item, result, posting, context)
  return {
    entry,
    mutations: [
      {create: entry},
      levelMutation(item, level, result, entry, posting),
      ...(level === undefined || level.unit.decimals === unit.decimals
        ? []
        : [{patch: {id: level._id, set: {unit}}}]),
    ],
  }
}

const itemOf = ({_id: id, name, sku, unit}: Product) => ({id, name, sku, unit})

function refusal(product: Product, entry: StockTransaction): InvalidCommandError {
  const message =
    `entry ${entry.sequence} (${entry._id}) does not follow the one before it, so one of the two was edited by hand. ` +
    'Restore it from its history in the Studio, then correct again'
  return new InvalidCommandError(
    `Nothing was saved: in the ledger of ${product.name} ${message}.`,
    [{path: 'product', message}],
  )
}

function nothingToCorrect({name}: Product): InvalidCommandError {
  const message = 'follows from its ledger already'
  return new InvalidCommandError(`Nothing was saved: the stock of ${name} ${message}.`, [
    {path: 'product', message},
  ])
}
