import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {open} from 'node:fs/promises'
import {basename} from 'node:path'
import {PassThrough, Transform, type Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import Papa from 'papaparse'
import {object, safeParse, string} from 'valibot'
import {ReplayInputError} from './errors.ts'
import {COLUMNS, type SalesRow} from './salesRow.ts'

export interface SalesFile {
  name: string
  /** SHA-256 of the unpacked text: the same history packed or not is the same file. */
  hash: string
  rows: SalesRow[]
}

const row = object({
  InvoiceNo: string(),
  StockCode: string(),
  Description: string(),
  Quantity: string(),
  InvoiceDate: string(),
  UnitPrice: string(),
  CustomerID: string(),
  Country: string(),
})

/**
 * Reads one `.csv` or `.csv.gz` (told by its first bytes) as a stream.
 * @throws ReplayInputError when it is missing, empty, damaged, no CSV or lacks a column
 */
export async function readSales(path: string): Promise<SalesFile> {
  const name = basename(path)
  const packed = await isPacked(path)
  const hash = createHash('sha256')
  const rows: SalesRow[] = []
  const titles = new Set<string>()
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (title) => {
      const plain = title.replace(/^\uFEFF/, '').trim()
      titles.add(plain)
      return plain
    },
  })
  const flow = pipeline(
    createReadStream(path),
    packed ? createGunzip() : new PassThrough(),
    hashing(hash),
    parser,
  )
  const [flowed, collected] = await Promise.allSettled([flow, collect(name, titles, parser, rows)])
  if (collected.status === 'rejected' && collected.reason instanceof ReplayInputError) {
    throw collected.reason
  }
  if (flowed.status === 'rejected') throw toInputError(flowed.reason, path)
  if (collected.status === 'rejected') throw toInputError(collected.reason, path)
  checkColumns(name, titles)
  if (rows.length === 0) throw new ReplayInputError(`${name} holds no rows of sales.`)
  return {name, hash: hash.digest('hex'), rows}
}

async function collect(
  name: string,
  titles: ReadonlySet<string>,
  source: Readable,
  rows: SalesRow[],
): Promise<void> {
  for await (const record of source) {
    if (rows.length === 0) checkColumns(name, titles)
    rows.push(toRow(record))
  }
}

function checkColumns(name: string, titles: ReadonlySet<string>): void {
  const missing = COLUMNS.filter((column) => !titles.has(column))
  if (missing.length === COLUMNS.length) {
    throw new ReplayInputError(
      `${name} is no CSV of sales: its first line should name the columns ${COLUMNS.join(', ')}.`,
    )
  }
  if (missing.length > 0) {
    const what = missing.length === 1 ? 'column' : 'columns'
    throw new ReplayInputError(`${name} lacks the ${what} ${missing.join(', ')}.`)
  }
}

const EMPTY: SalesRow = {
  InvoiceNo: '',
  StockCode: '',
  Description: '',
  Quantity: '',
  InvoiceDate: '',
  UnitPrice: '',
  CustomerID: '',
  Country: '',
}

/** A line with fewer fields than columns keeps what it has; the rules then refuse what cannot be read. */
function toRow(record: unknown): SalesRow {
  const given = typeof record === 'object' && record !== null ? record : {}
  const parsed = safeParse(row, {...EMPTY, ...given})
  return parsed.success ? parsed.output : {...EMPTY}
}

function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw toInputError(error, path)
  })
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(2), 0, 2, 0)
    if (bytesRead === 0) throw new ReplayInputError(`${basename(path)} is empty.`)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } catch (error) {
    throw toInputError(error, path)
  } finally {
    await file.close()
  }
}

function toInputError(error: unknown, path: string): Error {
  if (error instanceof ReplayInputError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new ReplayInputError(`There is no file ${path}.`)
  if (code === 'EISDIR') return new ReplayInputError(`${path} is a folder, not a file.`)
  if (code === 'EACCES') return new ReplayInputError(`${path} may not be read.`)
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new ReplayInputError(`${basename(path)} is damaged: it cannot be unpacked.`)
  }
  return error instanceof Error ? error : new Error(String(error))
}
