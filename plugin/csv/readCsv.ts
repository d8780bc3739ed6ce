import type {ParseStepResult} from 'papaparse'
import {delimiterOf} from './delimiter.ts'
import {CsvFileError} from './errors.ts'
import {restore} from './formulas.ts'
import type {ImportReason} from './importTexts.ts'
import {inEnglish} from './importTexts.ts'
import {nextTask} from './writeCsv.ts'

export interface CsvRecord {
  /** Of the file, from 1: where the row begins, titles and quoted line breaks counted. */
  line: number
  /** By title in its plain form (`plainTitle`); a cell without text is absent. */
  cells: ReadonlyMap<string, string>
  /** What is wrong with the row itself: too many cells, an open quote. */
  fault?: string
  /** The same by name. */
  reason?: ImportReason
}

export interface CsvTable {
  /** As they stand in the file. */
  titles: readonly string[]
  records: readonly CsvRecord[]
}

const MOST_CHARACTERS = 50_000_000

/** Titles match whatever their case, spaces and signs: `Tax %`, `tax`. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/**
 * The text of a file that a spreadsheet saved.
 * @throws CsvFileError when it is not UTF-8
 */
export async function readCsvFile(file: Blob): Promise<CsvTable> {
  const bytes = await file.arrayBuffer()
  try {
    return await readCsv(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new CsvFileError({name: 'file-encoding'})
  }
}

/**
 * Rows of a CSV text with a first line of titles. Commas, semicolons and tabs are told apart by themselves.
 * @throws CsvFileError when it is empty, too large, or names a column twice
 */
export async function readCsv(text: string): Promise<CsvTable> {
  if (text.length > MOST_CHARACTERS) throw new CsvFileError({name: 'file-large'})
  const lines = await splitRows(text.replace(/^\uFEFF/, ''))
  const [first, ...rest] = lines
  if (first === undefined) throw new CsvFileError({name: 'file-empty'})
  const titles = first.cells.map((title) => restore(title.trim()))
  checkTitles(titles)
  return {titles, records: rest.map((row) => toRecord(row, titles))}
}

interface SplitRow {
  line: number
  cells: string[]
  fault?: ImportReason
}

/** How many rows are taken in one go before the page may paint. */
const BURST = 2_000

async function splitRows(text: string): Promise<SplitRow[]> {
  const {default: papaparse} = await import('papaparse')
  const rows: SplitRow[] = []
  const count = createLineCounter(text)
  let begin = 0
  let steps = 0
  await new Promise<void>((resolve, reject) => {
    papaparse.parse<string[]>(text, {
      delimiter: delimiterOf(text),
      step(result: ParseStepResult<string[]>, parser) {
        const line = count(begin)
        begin = result.meta.cursor
        const cells = result.data
        const fault = result.errors.find(({type}) => type === 'Quotes')
        if (cells.some((cell) => cell.trim() !== '') || fault !== undefined) {
          rows.push({line, cells, ...(fault === undefined ? {} : {fault: QUOTES})})
        }
        steps++
        if (steps % BURST !== 0) return
        parser.pause()
        void nextTask().then(() => parser.resume())
      },
      complete: () => resolve(),
      error: reject,
    })
  })
  return rows
}

const QUOTES: ImportReason = {name: 'quotes'}

/** The line of each position; positions only grow. */
function createLineCounter(text: string): (position: number) => number {
  let line = 1
  let at = 0
  return (position) => {
    for (; at < position; at++) {
      const isBreak = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')
      if (isBreak) line++
    }
    return line
  }
}

function checkTitles(titles: readonly string[]): void {
  const seen = new Set<string>()
  for (const title of titles) {
    const plain = plainTitle(title)
    if (plain !== '' && seen.has(plain)) {
      throw new CsvFileError({name: 'file-title-twice', values: {title}})
    }
    seen.add(plain)
  }
}

function toRecord({line, cells, fault}: SplitRow, titles: readonly string[]): CsvRecord {
  const named = new Map<string, string>()
  titles.forEach((title, index) => {
    const text = restore(cells[index] ?? '')
    if (text.trim() !== '') named.set(plainTitle(title), text)
  })
  const isLong = cells.slice(titles.length).some((cell) => cell !== '')
  const counts = {cells: cells.length, titles: titles.length}
  const wrong = fault ?? (isLong ? {name: 'cells' as const, values: counts} : undefined)
  return {
    line,
    cells: named,
    ...(wrong === undefined ? {} : {fault: inEnglish(wrong), reason: wrong}),
  }
}
