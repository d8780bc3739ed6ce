import type {Product, StockLevel, StockTransaction} from '../../domain/documents.ts'
import {parseMoney} from '../../domain/money.ts'
import {parseQuantity} from '../../domain/quantity.ts'
import type {CountManyCommand, ReceiveCommand} from '../../operations/commands.ts'
import {message} from '../shared/messages.ts'
import type {Message} from '../shared/messages.ts'
import type {Sheet, SheetLine} from './sheet.ts'

export interface SheetSources {
  products: ReadonlyMap<string, Product>
  levelOf: (product: string) => StockLevel | undefined
  /** Recent ledger entries of a product. */
  entriesOf: (product: string) => readonly StockTransaction[]
  currency: string
}

export interface ReadSheetLine {
  errors: {quantity?: Message; cost?: Message}
  /** On hand now, smallest steps. */
  before: number
  /** On hand after this; absent while the number is wrong. */
  after?: number
  /** Moved since this line was counted: it stays counted on top. */
  since: number
}

export type SheetCommand =
  | {mode: 'receive' | 'return'; command: ReceiveCommand}
  | {mode: 'count'; command: CountManyCommand}

export interface ReadSheet {
  /** By product id. */
  lines: ReadonlyMap<string, ReadSheetLine>
  error?: Message
  command?: SheetCommand
}

/** The round as typed, against the stock as it is now. */
export function readSheet(sheet: Sheet, sources: SheetSources): ReadSheet {
  const read = sheet.lines.map((line) => ({line, result: readLine(line, sheet, sources)}))
  const lines = new Map(read.map(({line, result}) => [line.product, result.shown]))
  if (read.length === 0) return {lines, error: message('sheet.error.lines')}
  const values = read.flatMap(({line, result}) =>
    result.quantity === undefined || Object.keys(result.shown.errors).length > 0
      ? []
      : [{line, quantity: result.quantity, cost: result.cost}],
  )
  return values.length < read.length ? {lines} : {lines, command: toCommand(sheet, values)}
}

interface LineValue {
  line: SheetLine
  quantity: number
  cost: number | undefined
}

function toCommand(sheet: Sheet, values: readonly LineValue[]): SheetCommand {
  const reason = sheet.reason.trim() === '' ? {} : {reason: sheet.reason.trim()}
  if (sheet.mode === 'count') {
    const counts = values.map(({line, quantity}) => ({
      product: line.product,
      counted: quantity,
      countedAt: line.countedAt,
    }))
    return {mode: 'count', command: {key: sheet.key, ...reason, counts}}
  }
  const reference = sheet.reference.trim() === '' ? {} : {reference: sheet.reference.trim()}
  const lines = values.map(({line: {product}, quantity, cost}) => ({
    product,
    quantity,
    ...(cost === undefined ? {} : {unitCost: cost}),
  }))
  return {mode: sheet.mode, command: {key: sheet.key, ...reason, ...reference, lines}}
}

function readLine(
  line: SheetLine,
  {mode}: Sheet,
  {products, levelOf, entriesOf, currency}: SheetSources,
): {shown: ReadSheetLine; quantity?: number; cost?: number} {
  const before = levelOf(line.product)?.onHand ?? 0
  const since = mode === 'count' ? movedSince(entriesOf(line.product), line.countedAt) : 0
  const product = products.get(line.product)
  if (product === undefined) {
    return {shown: {errors: {quantity: message('sheet.error.gone')}, before, since}}
  }
  const quantity = readQuantity(line.quantity, product, mode)
  const cost = readCost(line.cost, currency)
  const errors = {
    ...(typeof quantity === 'number' ? {} : {quantity}),
    ...(typeof cost === 'object' ? {cost} : {}),
  }
  if (typeof quantity !== 'number') return {shown: {errors, before, since}}
  const after = {receive: before + quantity, return: before - quantity, count: quantity + since}
  return {
    shown: {errors, before, since, after: after[mode]},
    quantity,
    ...(typeof cost === 'number' ? {cost} : {}),
  }
}

/** Sales and receipts that happened after the count, whoever made them: the operation counts them on top. */
function movedSince(entries: readonly StockTransaction[], countedAt: string): number {
  return entries
    .filter(({occurredAt}) => Date.parse(occurredAt) > Date.parse(countedAt))
    .reduce((sum, {quantity}) => sum + quantity, 0)
}

function readQuantity(text: string, {unit}: Product, mode: Sheet['mode']): number | Message {
  const quantity = parseQuantity(text, unit)
  const least = mode === 'count' ? 0 : 1
  if (quantity !== undefined && quantity >= least) return quantity
  if (text.trim() === '' || quantity !== undefined) {
    return message(mode === 'count' ? 'stock-form.error.counted' : 'bill-error.quantity')
  }
  return unit.decimals === 0
    ? message('stock-form.error.whole')
    : message('stock-form.error.decimals', {count: unit.decimals})
}

function readCost(text: string, currency: string): number | undefined | Message {
  if (text.trim() === '') return undefined
  const cost = parseMoney(text, currency)
  return cost === undefined || cost < 0 ? message('bill-error.price') : cost
}
