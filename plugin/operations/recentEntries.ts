import type {StockTransaction} from '../domain/documents.ts'
import {stockLevelId, stockTransactionId} from '../domain/ids.ts'
import type {ProductCount} from './commands.ts'
import type {Snapshot} from './snapshot.ts'

/** An entry's time is a till's, the lake's is its own: entries this much older than the count are looked at too. */
const CLOCK_TOLERANCE = 10 * 60_000
const PAGE = 25

/** Walks the ledger back from its end by id, a page at a time, until the lake's own time is before the count. */
export function recentEntryIds(count: ProductCount, snapshot: Snapshot): string[] {
  const sequence = snapshot.find('stockLevel', stockLevelId(count.product))?.sequence ?? 0
  const ids: string[] = []
  for (let last = sequence; last > 0; last -= PAGE) {
    const page = pageOf(count.product, last)
    ids.push(...page)
    const oldest = page.at(-1)
    if (oldest === undefined || !snapshot.isLoaded(oldest)) break
    if (isBefore(snapshot.find('stockTransaction', oldest), count.countedAt)) break
  }
  return ids
}

/** The entries that may have occurred after the count. */
export function recentEntries(count: ProductCount, snapshot: Snapshot): StockTransaction[] {
  return recentEntryIds(count, snapshot)
    .map((id) => snapshot.find('stockTransaction', id))
    .filter((entry) => entry !== undefined)
}

function pageOf(product: string, last: number): string[] {
  const length = Math.min(PAGE, last)
  return Array.from({length}, (_, index) => stockTransactionId(product, last - index))
}

function isBefore(entry: StockTransaction | undefined, instant: string): boolean {
  if (entry === undefined) return false
  return Date.parse(entry._createdAt) < Date.parse(instant) - CLOCK_TOLERANCE
}
