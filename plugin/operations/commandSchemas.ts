import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {isDay, isInstant} from '../domain/calendar.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {isLatencyTestId} from '../domain/ids.ts'
import {inSentence, toFieldIssues} from './fieldIssues.ts'
import {basisPoints, integer, notNegative, positive, unit, words} from './commandParts.ts'
import type {
  AdjustCommand,
  CountCommand,
  CountManyCommand,
  CreateBillCommand,
  CreditCommand,
  DepositCommand,
  DiscardCommand,
  FreeLineInput,
  NoteAlertCommand,
  ParkCommand,
  ProductLineInput,
  ReceiveCommand,
  RecordPaymentCommand,
  RefundCommand,
  VoidCommand,
} from './commands.ts'
import type {
  AnswerLatencyTestCommand,
  BeginLatencyTestCommand,
  EndLatencyTestCommand,
} from './latencyTestCommands.ts'

const MAX_LINES = 2000
const MAX_PAYMENTS = 100

/** Not trimmed: what differs in a space is another command. */
export const key = v.pipe(
  v.string('must be text'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(500, 'must have at most 500 characters'),
  v.check((value) => !/\p{Cs}/u.test(value), 'must not hold halves of characters'),
)
/** Ids stand in addresses, separated by commas: nothing but the lake's own alphabet gets through. */
export const documentId = v.pipe(
  v.string('must be the id of a document'),
  v.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, 'must be the id of a document'),
  v.check((id) => !/^(drafts|versions)\./.test(id), 'is a draft: publish it first'),
)
const instant = v.pipe(
  v.string('must be a time'),
  v.check(isInstant, 'must be a time in ISO with a zone, like 2026-11-22T09:30:00.000Z'),
)
export const day = v.pipe(
  v.string('must be a day'),
  v.check(isDay, 'must be a day of the calendar, like 2026-11-22'),
)
const method = v.picklist(
  ['cash', 'card', 'upi', 'bankTransfer', 'other', 'customerCredit'],
  'must be cash, card, upi, bankTransfer, other or customerCredit',
)
const moneyMethod = v.picklist(
  ['cash', 'card', 'upi', 'bankTransfer', 'other'],
  'must be cash, card, upi, bankTransfer or other',
)
const overpayment = v.optional(
  v.picklist(['refuse', 'change', 'credit'], 'must be refuse, change or credit'),
)
const reference = v.optional(words(200))
const lines = <T>(line: GenericSchema<unknown, T>) =>
  v.pipe(
    v.array(line, 'must be a list of lines'),
    v.minLength(1, 'needs at least one line'),
    v.maxLength(MAX_LINES, `can have at most ${MAX_LINES} lines`),
  )

const discount = v.union(
  [v.strictObject({amount: notNegative}), v.strictObject({rate: basisPoints})],
  'must be {amount} in minor units or {rate} in basis points up to 10000',
)

const productLine = v.strictObject({
  product: documentId,
  quantity: positive,
  unitPrice: v.optional(notNegative),
  discount: v.optional(discount),
})

const freeLine = v.strictObject({
  name: words(500),
  quantity: positive,
  unitPrice: notNegative,
  unit: v.optional(unit),
  taxRate: v.optional(basisPoints),
  discount: v.optional(discount),
})

const billLine: GenericSchema<unknown, ProductLineInput | FreeLineInput> = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'product' in input ? productLine : freeLine,
)

const payment = v.strictObject({method, amount: positive, reference})

const billContent = {
  customer: v.optional(documentId),
  lines: lines(billLine),
  discount: v.optional(discount),
  dueDate: v.optional(day),
  payments: v.optional(
    v.pipe(
      v.array(payment, 'must be a list of payments'),
      v.maxLength(MAX_PAYMENTS, `can be at most ${MAX_PAYMENTS}`),
    ),
  ),
  overpayment,
  serviceType: v.optional(
    v.picklist(
      ['sale', 'repair', 'installation', 'maintenance', 'custom'],
      'must be sale, repair, installation, maintenance or custom',
    ),
  ),
  notes: v.optional(words(5000)),
  occurredAt: v.optional(instant),
  reference,
  draft: v.optional(documentId),
}

export const createBillSchema: GenericSchema<unknown, CreateBillCommand> = v.strictObject({
  key,
  ...billContent,
})

const completeSale = v.strictObject(billContent)
const typedSale = v.strictObject({typed: words(200_000), draft: v.optional(documentId)})

export const parkSchema: GenericSchema<unknown, ParkCommand> = v.strictObject({
  key,
  title: v.optional(words(200)),
  content: v.lazy((input): GenericSchema<unknown, ParkCommand['content']> =>
    typeof input === 'object' && input !== null && 'typed' in input ? typedSale : completeSale,
  ),
})

export const paymentSchema: GenericSchema<unknown, RecordPaymentCommand> = v.strictObject({
  key,
  bill: documentId,
  amount: positive,
  method,
  reference,
  occurredAt: v.optional(instant),
  overpayment,
})

export const refundSchema: GenericSchema<unknown, RefundCommand> = v.strictObject({
  key,
  bill: documentId,
  amount: positive,
  method,
  reference,
  occurredAt: v.optional(instant),
})

export const depositSchema: GenericSchema<unknown, DepositCommand> = v.strictObject({
  key,
  customer: documentId,
  amount: positive,
  method: moneyMethod,
  reference,
  occurredAt: v.optional(instant),
})

export const discardSchema: GenericSchema<unknown, DiscardCommand> = v.strictObject({
  key,
  draft: documentId,
})

export const voidSchema: GenericSchema<unknown, VoidCommand> = v.strictObject({
  key,
  bill: documentId,
  reason: words(1000),
})

const credit = {
  key,
  reason: words(1000),
  occurredAt: v.optional(instant),
  reference,
  refund: v.optional(v.strictObject({method, amount: positive})),
}

const billCredit = v.strictObject({
  ...credit,
  bill: documentId,
  lines: lines(
    v.strictObject({line: words(100), quantity: positive, restock: v.boolean('must be yes or no')}),
  ),
})

const freeCredit = v.strictObject({
  ...credit,
  bill: v.optional(v.undefined()),
  customer: v.optional(documentId),
  lines: lines(
    v.strictObject({
      product: documentId,
      quantity: positive,
      unitPrice: notNegative,
      restock: v.boolean('must be yes or no'),
    }),
  ),
})

export const creditSchema: GenericSchema<unknown, CreditCommand> = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'bill' in input && input.bill !== undefined
    ? billCredit
    : freeCredit,
)

export const receiveSchema: GenericSchema<unknown, ReceiveCommand> = v.strictObject({
  key,
  lines: lines(
    v.strictObject({product: documentId, quantity: positive, unitCost: v.optional(notNegative)}),
  ),
  reference,
  reason: v.optional(words(1000)),
  occurredAt: v.optional(instant),
})

export const adjustSchema: GenericSchema<unknown, AdjustCommand> = v.strictObject({
  key,
  product: documentId,
  quantity: v.pipe(
    integer,
    v.check((quantity) => quantity !== 0, 'must not be 0'),
  ),
  reason: words(1000),
  kind: v.picklist(['adjustment', 'damage'], 'must be adjustment or damage'),
  occurredAt: v.optional(instant),
})

export const noteAlertSchema: GenericSchema<unknown, NoteAlertCommand> = v.strictObject({
  key,
  alert: words(300),
  isMuted: v.boolean('must be yes or no'),
  assignee: v.optional(v.strictObject({id: words(200), name: words(200)})),
  until: instant,
})

const test = v.pipe(documentId, v.check(isLatencyTestId, 'must be the id of a test of the windows'))
const milliseconds = v.pipe(notNegative, v.maxValue(3_600_000, 'must be an hour at most'))

export const beginLatencyTestSchema: GenericSchema<unknown, BeginLatencyTestCommand> =
  v.strictObject({
    key,
    change: v.variant('what', [
      v.strictObject({what: v.literal('nothing')}),
      v.strictObject({what: v.literal('brand'), name: words(200)}),
      v.strictObject({what: v.literal('bill'), id: documentId}),
      v.strictObject({what: v.literal('stock'), product: documentId, after: notNegative}),
    ]),
  })

export const answerLatencyTestSchema: GenericSchema<unknown, AnswerLatencyTestCommand> =
  v.strictObject({
    key,
    test,
    window: words(100),
    device: words(100),
    place: words(300),
    isHidden: v.boolean('must be yes or no'),
    ms: milliseconds,
    uncertainty: milliseconds,
    latency: v.optional(
      v.strictObject({p50: milliseconds, p95: milliseconds, measured: notNegative}),
    ),
  })

export const endLatencyTestSchema: GenericSchema<unknown, EndLatencyTestCommand> = v.strictObject({
  key,
  test,
})

const count = {product: documentId, counted: notNegative, countedAt: instant}
const countReason = v.optional(words(1000))

const oneCount = v.strictObject({
  key,
  reason: countReason,
  ...count,
  counts: v.optional(v.undefined()),
})

const manyCounts = v.strictObject({
  key,
  reason: countReason,
  counts: v.pipe(
    lines(v.strictObject(count)),
    v.check(
      (counts) => new Set(counts.map(({product}) => product)).size === counts.length,
      'must name every product once',
    ),
  ),
})

export const countSchema: GenericSchema<unknown, CountCommand | CountManyCommand> = v.lazy(
  (input) =>
    typeof input === 'object' && input !== null && 'counts' in input && input.counts !== undefined
      ? manyCounts
      : oneCount,
)

/** @throws InvalidCommandError with every issue of the input */
export function parseCommand<T>(schema: GenericSchema<unknown, T>, input: unknown): T {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const issues = toFieldIssues(result.issues)
  throw new InvalidCommandError(`Nothing was saved: ${inSentence(issues)}.`, issues)
}
