import {dequal} from 'dequal'
import {InvalidCommandError} from '../domain/errors.ts'
import {toIssue} from './cells.ts'
import type {CellIssue, Cells} from './cells.ts'
import {reasonOfRule} from './commandReasons.ts'

/** What in `fields` says something else than the document: `null` and absent are the same. */
export function pickChanged<T extends object>(fields: T, document: object): Partial<T> {
  const changed: Partial<T> = {...fields}
  for (const name in fields) {
    const given = fields[name]
    if (given === undefined || isSame(Reflect.get(document, name), given)) delete changed[name]
  }
  return changed
}

function isSame(stored: unknown, given: unknown): boolean {
  return dequal(comparable(stored ?? null), comparable(given ?? null))
}

/** References are the same when they lead to the same document, list entries when they differ by their keys only. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  if ('_ref' in value) return value._ref
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== '_key' && name !== '_type'),
  )
}

/** Without what is empty: a new document has no attribute to take away. */
export function withoutEmpty(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  )
}

/** Checks by the operation's own rules, so that the dry run refuses what the operation would; issues under `titles`. */
export function checkBy<T>(
  parse: () => T,
  titles: Readonly<Record<string, string>>,
  cells: Cells,
): T | undefined {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof InvalidCommandError)) throw error
    for (const {path, message} of error.issues) {
      const [attribute = ''] = path.split('.')
      const reason = reasonOfRule(message)
      const column = titles[attribute] ?? attribute
      addOnce(cells.issues, {column, message, ...(reason === undefined ? {} : {reason})})
    }
    return undefined
  }
}

/** What a row must say and does not; `undefined` is a cell that could not be read, or no column at all. */
export function requireCells<T extends object>(
  fields: T,
  required: readonly (keyof T & string)[],
  titles: Readonly<Record<string, string>>,
  cells: Cells,
): void {
  for (const name of required) {
    const isMissing = fields[name] === undefined || fields[name] === null
    if (isMissing) addOnce(cells.issues, toIssue(titles[name] ?? name, {name: 'required'}))
  }
}

/** A cell that could not be read is missing as well: one complaint is enough. */
function addOnce(issues: CellIssue[], issue: CellIssue): void {
  if (!issues.some(({column}) => column === issue.column)) issues.push(issue)
}
