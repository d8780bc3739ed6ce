import {neutralise, neutraliseNumber} from './formulas.ts'

/** One column of a file: its title and what stands in it. */
export interface CsvColumn<R> {
  title: string
  /** Numbers may be negative; the cells of every other column that begin as a formula does are neutralised. */
  numeric?: boolean
  /** Absent is an empty cell. Money and quantities as decimal text (`toDecimalText`), not as minor units. */
  value: (row: R) => string | number | undefined
}

/** Rows at once, or page after page as they are read. */
export type CsvRows<R> = readonly R[] | AsyncIterable<readonly R[]>

const PAGE = 1_000

/** RFC 4180: commas, CRLF, quotes where needed. The first line holds the titles. */
export async function toCsvText<R>(
  columns: readonly CsvColumn<R>[],
  rows: CsvRows<R>,
): Promise<string> {
  const parts: string[] = []
  for await (const part of writeCsv(columns, rows)) parts.push(part)
  return parts.join('')
}

/** A file for spreadsheets: they take UTF-8 for what it is only after its mark. */
export async function toCsvFile<R>(
  columns: readonly CsvColumn<R>[],
  rows: CsvRows<R>,
): Promise<Blob> {
  const parts = ['\uFEFF']
  for await (const part of writeCsv(columns, rows)) parts.push(part)
  return new Blob(parts, {type: 'text/csv;charset=utf-8'})
}

/** The file in parts; the page goes on living between them. */
async function* writeCsv<R>(
  columns: readonly CsvColumn<R>[],
  rows: CsvRows<R>,
): AsyncGenerator<string> {
  const {default: papaparse} = await import('papaparse')
  const toText = (lines: string[][]) =>
    lines.length === 0 ? '' : `${papaparse.unparse(lines, {newline: '\r\n'})}\r\n`
  yield toText([columns.map(({title}) => neutralise(title))])
  for await (const page of pagesOf(rows)) {
    yield toText(page.map((row) => columns.map((column) => cellOf(column, row))))
  }
}

async function* pagesOf<R>(rows: CsvRows<R>): AsyncGenerator<readonly R[]> {
  if (!isList(rows)) {
    yield* rows
    return
  }
  for (let from = 0; from < rows.length; from += PAGE) {
    if (from > 0) await nextTask()
    yield rows.slice(from, from + PAGE)
  }
}

const isList = <R>(rows: CsvRows<R>): rows is readonly R[] => Array.isArray(rows)

function cellOf<R>({numeric, value}: CsvColumn<R>, row: R): string {
  const text = String(value(row) ?? '')
  return numeric === true ? neutraliseNumber(text) : neutralise(text)
}

/** Lets the page paint and answer before more work. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
