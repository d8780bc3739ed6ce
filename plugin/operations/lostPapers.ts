import type {StockTransaction} from '../domain/documents.ts'
import {stockLevelId, stockTransactionId} from '../domain/ids.ts'
import type {PaperOf} from '../domain/proof/ledgerCorrection.ts'
import {movementOfBill, movementOfNote, movementOfVoid} from '../domain/proof/paperMovements.ts'
import type {PaperMovement} from '../domain/proof/paperMovements.ts'
import {ledgerOf} from './ledgerIds.ts'
import type {Search} from './operation.ts'
import type {Snapshot} from './snapshot.ts'

/** Bills, credit notes and balances of voids that name these entries as theirs. */
const PAPERS = `*[_type in ["bill", "creditNote", "billBalance"] &&
  (count(entries[@ in $entries]) > 0 || count(void.entries[@ in $entries]) > 0)]._id`

/** Asks for the papers of entries that are gone; nothing when none is. */
export function searchPapers(product: string, snapshot: Snapshot): Search | undefined {
  const entries = lostIds(product, ledgerOf(product, snapshot))
  if (entries.length === 0) return undefined
  return {query: PAPERS, params: {entries}, guard: stockLevelId(product)}
}

function lostIds(product: string, entries: readonly StockTransaction[]): string[] {
  const known = new Set(entries.map(({sequence}) => sequence))
  const last = entries.at(-1)?.sequence ?? 0
  return Array.from({length: last}, (_, index) => index + 1)
    .filter((sequence) => !known.has(sequence))
    .map((sequence) => stockTransactionId(product, sequence))
}

/** Ids of what the search found, and of the bills that the voids among it cancelled. */
export function paperIds(found: readonly string[], snapshot: Snapshot): string[] {
  const cancelled = found
    .filter(isBalance)
    .map((id) => snapshot.find('billBalance', id)?.bill._ref)
    .filter((bill) => bill !== undefined)
  return [...found, ...cancelled]
}

/** What the papers found say of the entry with a sequence. */
export function paperOf(product: string, found: readonly string[], snapshot: Snapshot): PaperOf {
  return (sequence) => {
    const entry = stockTransactionId(product, sequence)
    return found
      .map((id) => movementIn(id, entry, product, snapshot))
      .find((movement) => movement !== undefined)
  }
}

function movementIn(
  id: string,
  entry: string,
  product: string,
  snapshot: Snapshot,
): PaperMovement | undefined {
  if (isBalance(id)) return voidIn(id, entry, product, snapshot)
  if (id.startsWith('creditNote.')) {
    const note = snapshot.find('creditNote', id)
    return note?.entries?.includes(entry) === true ? movementOfNote(note, product) : undefined
  }
  const bill = snapshot.find('bill', id)
  return bill?.entries?.includes(entry) === true ? movementOfBill(bill, product) : undefined
}

function voidIn(
  id: string,
  entry: string,
  product: string,
  snapshot: Snapshot,
): PaperMovement | undefined {
  const balance = snapshot.find('billBalance', id)
  if (balance?.void?.entries?.includes(entry) !== true) return undefined
  const bill = snapshot.find('bill', balance.bill._ref)
  return bill === undefined ? undefined : movementOfVoid(bill, balance, product)
}

const isBalance = (id: string): boolean => id.startsWith('billBalance.')
