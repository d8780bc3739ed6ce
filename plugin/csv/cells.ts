import {currencyExponent, parseDecimal} from '../domain/money.ts'
import type {ImportReason, ImportReasonName} from './importTexts.ts'
import {inEnglish} from './importTexts.ts'
import type {CsvRecord} from './readCsv.ts'
import {plainTitle} from './readCsv.ts'

/** What is wrong with one cell of a row. */
export interface CellIssue {
  /** Title of the column; empty for the row as a whole. */
  column: string
  /** In English. */
  message: string
  /** Absent for what has no name in other languages. */
  reason?: ImportReason
}

export const toIssue = (column: string, reason: ImportReason): CellIssue => ({
  column,
  message: inEnglish(reason),
  reason,
})

/**
 * A cell as the attribute it stands for: `undefined` when the file has no such column, so that an update leaves it, and
 * `null` when the cell is empty, so that an update empties it. What cannot be read is an issue.
 */
type Cell<T> = T | null | undefined

/** What is wrong with the row itself; a table of the caller's own has no name for it. */
export function faultsOf({fault, reason}: CsvRecord): CellIssue[] {
  if (reason !== undefined) return [toIssue('', reason)]
  return fault === undefined ? [] : [{column: '', message: fault}]
}

/** Reads the cells of one row and collects everything that is wrong with them. */
export function createCells(record: CsvRecord, titles: ReadonlySet<string>) {
  const issues: CellIssue[] = faultsOf(record)
  const refuse = (
    column: string,
    name: ImportReasonName,
    values?: ImportReason['values'],
  ): undefined => {
    issues.push(toIssue(column, {name, ...(values === undefined ? {} : {values})}))
    return undefined
  }
  const read = <T>(column: string, parse: (text: string) => T | undefined): Cell<T> => {
    const plain = plainTitle(column)
    if (!titles.has(plain)) return undefined
    const text = record.cells.get(plain)
    return text === undefined ? null : parse(text)
  }
  const decimal = (column: string, decimals: number): Cell<number> =>
    read(column, (text) => {
      const steps = parseStrictly(text.trim(), decimals)
      return typeof steps === 'number' ? steps : refuse(column, steps.name, steps.values)
    })
  return {
    issues,
    refuse,
    text: (column: string): Cell<string> => read(column, (text) => text.trim()),
    /** Line breaks and spaces stay. */
    longText: (column: string): Cell<string> => read(column, (text) => text),
    /** Steps of 10^-decimals, 0 to 3 decimals. */
    decimal,
    /** Decimal text of the currency as minor units. */
    money: (column: string, currency: string): Cell<number> =>
      decimal(column, currencyExponent(currency)),
    yesNo: (column: string): Cell<boolean> =>
      read(column, (text) => {
        const word = text.trim().toLowerCase()
        if (YES.has(word)) return true
        if (NO.has(word)) return false
        return refuse(column, 'not-yes-no', {text: shortened(text)})
      }),
    /** `name` says what is allowed. */
    oneOf: <T extends string>(
      column: string,
      allowed: readonly T[],
      name: ImportReasonName,
    ): Cell<T> =>
      read(column, (text) => {
        const word = text.trim().toLowerCase()
        const found = allowed.find((one) => one.toLowerCase() === word)
        return found ?? refuse(column, name, {text: shortened(text)})
      }),
  }
}

export type Cells = ReturnType<typeof createCells>

const YES: ReadonlySet<string> = new Set(['yes', 'true', '1', 'y'])
const NO: ReadonlySet<string> = new Set(['no', 'false', '0', 'n'])

const shortened = (text: string): string => text.slice(0, 40)

/**
 * A file is written by programs: what people may write in a form (`1,5`, `₹ 12`) could be wrong by a factor of a thousand
 * here and nobody would see it, so only plain decimals pass, and grouping where a point makes it clear.
 */
function parseStrictly(text: string, decimals: number): number | ImportReason {
  const isPlain = /^-?\d+(?:\.\d+)?$/.test(text) || /^-?\d{1,3}(?:,\d{2,3})+\.\d+$/.test(text)
  if (!isPlain) {
    return {name: text.includes(',') ? 'comma' : 'not-number', values: {text: shortened(text)}}
  }
  const steps = parseDecimal(text, decimals)
  if (steps !== undefined) return steps
  return {name: 'too-exact', values: {text: shortened(text), decimals}}
}
