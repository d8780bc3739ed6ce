import type {HistoryLine} from './historyLog.ts'

/** An operation over all its attempts: a till that was killed asks again with the same key. */
export interface LoggedOperation {
  key: string
  till: string
  kind: 'sale' | 'receipt'
  lines: readonly {product: string; quantity: number}[]
  /** Unix milliseconds of the first question. */
  from: number
  /** Of the first final answer; `Infinity` when there was none. */
  until: number
  outcome: 'done' | 'refused' | 'unknown'
  /** Id of the document that the answer named. */
  document?: string
  /** Of a refusal: what it said is left. */
  left: readonly {product: string; available: number}[]
}

/** Folds the lines of all tills, in any order, into operations by key. */
export function toOperations(log: readonly HistoryLine[]): Map<string, LoggedOperation> {
  const operations = new Map<string, LoggedOperation>()
  for (const line of log.toSorted((a, b) => a.at - b.at)) {
    const known = operations.get(line.key)
    if (line.event === 'asked') {
      if (known !== undefined) continue
      const {key, till, kind, lines, at} = line
      const outcome = 'unknown'
      operations.set(key, {key, till, kind, lines, from: at, until: Infinity, outcome, left: []})
    } else if (known !== undefined && known.outcome === 'unknown') answer(known, line)
  }
  return operations
}

function answer(operation: LoggedOperation, line: Exclude<HistoryLine, {event: 'asked'}>): void {
  if (line.event === 'unknown') return
  operation.outcome = line.event
  operation.until = line.at
  if (line.event === 'done') operation.document = line.document
  else operation.left = line.left
}
