import {appendFileSync, existsSync, readFileSync} from 'node:fs'

/** A line of the history: when a till asked, and when and what it was answered. Times are Unix milliseconds,
 * whole: so two processes of one machine never see an answer before its question. */
export type HistoryLine =
  | {
      event: 'asked'
      till: string
      /** Names the operation; it stands in the `reference` of what it makes. */
      key: string
      kind: 'sale' | 'receipt'
      lines: {product: string; quantity: number}[]
      at: number
    }
  | {event: 'done'; key: string; at: number; document: string; repeated: number}
  | {event: 'refused'; key: string; at: number; left: {product: string; available: number}[]}
  | {event: 'unknown'; key: string; at: number; words: string}

/** Written line by line and at once, so that a killed process leaves all it knew. */
export function logTo(path: string): (line: HistoryLine) => void {
  return (line) => appendFileSync(path, `${JSON.stringify(line)}\n`)
}

/** The whole lines of a log; one cut short by a kill is left out. */
export function readLog(path: string): HistoryLine[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8').split('\n').flatMap(toLine)
}

function toLine(text: string): HistoryLine[] {
  if (!text.endsWith('}')) return []
  try {
    const line: HistoryLine = JSON.parse(text)
    return [line]
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
