import {sumLines} from '../domain/billTotals.ts'
import {creditShare} from '../domain/creditShares.ts'
import type {Bill, BillBalance, CreditNoteLine, Totals} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {FieldIssue} from '../domain/errors.ts'
import {roundToStep} from '../domain/money.ts'
import {formatQuantity} from '../domain/quantity.ts'
import type {CreditCommand} from './commands.ts'

export type BillCreditCommand = Extract<CreditCommand, {bill: string}>
export type CreditedLines = NonNullable<BillBalance['creditedLines']>

export interface BillCredit {
  lines: CreditNoteLine[]
  totals: Totals
  /** For the bill's balance: what is credited of each line after this note. */
  creditedLines: CreditedLines
}

/**
 * Lines and totals of a credit note for a bill. Every step takes the share of all credited so far less the share
 * before, so that a bill credited in full, in any steps, ends at exactly 0.
 * @throws InvalidCommandError for lines that the bill has not, or more than is left of them
 */
export function creditLines(
  command: BillCreditCommand,
  bill: Bill,
  balance: BillBalance,
  cashRounding: number,
): BillCredit {
  const credited = new Map(balance.creditedLines?.map((line) => [line._key, line]))
  const issues: FieldIssue[] = []
  const lines = command.lines.flatMap((input, index): CreditNoteLine[] => {
    const line = bill.lines.find((one) => one._key === input.line)
    if (line === undefined) {
      issues.push({path: `lines.${index}.line`, message: `is no line of ${bill.number}`})
      return []
    }
    const before = credited.get(line._key) ?? {_key: line._key, quantity: 0, amount: 0}
    const left = line.quantity - before.quantity
    if (input.quantity > left) {
      const message = `is too much: ${formatQuantity(left, line.unit)} of ${line.name} left to credit`
      const values = {left: formatQuantity(left, line.unit), name: line.name}
      issues.push({path: `lines.${index}.quantity`, message, reason: {name: 'line-left', values}})
      return []
    }
    const {cost, ...share} = creditShare(
      line,
      before.quantity,
      input.quantity,
      bill.totals.taxIncluded,
    )
    credited.set(line._key, {
      _key: line._key,
      quantity: before.quantity + input.quantity,
      amount: before.amount + share.total,
    })
    return [
      {
        ...line,
        ...share,
        ...(line.cost === undefined ? {} : {cost}),
        _key: `line${index + 1}`,
        billLine: line._key,
        quantity: input.quantity,
        restock: input.restock,
      },
    ]
  })
  if (issues.length > 0) throw refused(issues)
  const creditedLines = [...credited.values()]
  return {
    lines,
    totals: creditTotals(lines, creditedLines, bill, balance, cashRounding),
    creditedLines,
  }
}

function refused(issues: readonly FieldIssue[]): InvalidCommandError {
  const words = issues.map(({path, message}) => `${path} ${message}`).join('; ')
  return new InvalidCommandError(`Nothing was saved: ${words}.`, issues)
}

function creditTotals(
  lines: readonly CreditNoteLine[],
  creditedLines: CreditedLines,
  bill: Bill,
  balance: BillBalance,
  cashRounding: number,
): Totals {
  const exact = sumLines(
    lines,
    lines.map((line) => line.taxRate),
    {taxIncluded: bill.totals.taxIncluded, cashRounding: 1},
  )
  const soFar = creditedLines.reduce((sum, line) => sum + line.amount, 0)
  const isFull = bill.lines.every(
    (line) => creditedLines.find((one) => one._key === line._key)?.quantity === line.quantity,
  )
  const target = isFull
    ? bill.totals.total
    : Math.min(bill.totals.total, roundToStep(soFar, cashRounding))
  const total = Math.max(target, balance.credited) - balance.credited
  return {
    ...exact,
    rounding: total - exact.total,
    total,
    cost: lines.reduce((sum, line) => sum + (line.cost ?? 0), 0),
  }
}
