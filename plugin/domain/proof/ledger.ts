import type {StockLevel, StockTransaction} from '../documents.ts'
import {stockLevelId} from '../ids.ts'
import {compare} from './difference.ts'
import type {Difference} from './difference.ts'
import {groupBy} from './groupBy.ts'
import type {ShopRecords} from './readDocuments.ts'

/**
 * Per product: sequences are 1…n, every `balanceAfter` chains, the level is the sum of its ledger, and what bills and
 * credit notes say was moved is what was moved.
 */
export function proveLedger(shop: ShopRecords): Difference[] {
  const entries = groupBy(shop.stockTransaction, (entry) => entry.product._ref)
  const levels = new Map(shop.stockLevel.map((level) => [level.product._ref, level]))
  const products = new Set([...entries.keys(), ...levels.keys()])
  return [...products]
    .flatMap((product) => {
      const chain = (entries.get(product) ?? []).toSorted((a, b) => a.sequence - b.sequence)
      return [...proveChain(chain), ...proveLevel(product, chain, levels.get(product))]
    })
    .concat(proveSources(shop))
}

function proveChain(chain: readonly StockTransaction[]): Difference[] {
  let balance = 0
  return chain.flatMap((entry, index) => {
    balance += entry.quantity
    const place = {
      kind: 'ledger' as const,
      id: entry._id,
      label: `Entry ${entry.sequence} of ${entry.productName}`,
    }
    return [
      ...compare({...place, path: 'sequence'}, index + 1, entry.sequence),
      ...compare({...place, path: 'balanceAfter'}, balance, entry.balanceAfter),
    ]
  })
}

function proveLevel(
  product: string,
  chain: readonly StockTransaction[],
  level: StockLevel | undefined,
): Difference[] {
  const id = level?._id ?? stockLevelId(product)
  const label = `Stock of ${chain.at(-1)?.productName ?? product}`
  const place = {kind: 'level' as const, id, label}
  const onHand = chain.reduce((sum, entry) => sum + entry.quantity, 0)
  const value = chain.reduce((sum, entry) => sum + entry.value, 0)
  return [
    ...compare({...place, path: 'onHand'}, onHand, level?.onHand),
    ...compare({...place, path: 'value'}, value, level?.value),
    ...compare({...place, path: 'sequence'}, chain.length, level?.sequence),
  ]
}

/** The entries of a bill, a credit note or a void move exactly what its lines say, once. */
function proveSources({
  bill,
  creditNote,
  billBalance,
  stockTransaction,
}: ShopRecords): Difference[] {
  const moved = new Map<string, number>()
  const add = (document: string, kind: string, product: string, quantity: number) => {
    const key = `${document} ${kind} ${product}`
    moved.set(key, (moved.get(key) ?? 0) + quantity)
  }
  for (const {source, kind, product, quantity} of stockTransaction) {
    if (source && FROM_PAPERS.has(kind)) add(source._ref, kind, product._ref, quantity)
  }
  const bills = new Map(bill.map((one) => [one._id, one]))
  for (const {_id, lines} of bill) {
    for (const line of lines) {
      if (line.cost !== undefined && line.product)
        add(_id, 'sale', line.product._ref, line.quantity)
    }
  }
  for (const {_id, lines} of creditNote) {
    for (const line of lines) {
      if (line.restock && line.cost !== undefined && line.product) {
        add(_id, 'return', line.product._ref, -line.quantity)
      }
    }
  }
  for (const balance of billBalance) {
    if (balance.void === undefined) continue
    const credited = new Map(balance.creditedLines?.map((line) => [line._key, line.quantity]))
    for (const line of bills.get(balance.bill._ref)?.lines ?? []) {
      if (line.cost === undefined || !line.product) continue
      const rest = line.quantity - (credited.get(line._key) ?? 0)
      add(balance.bill._ref, 'void', line.product._ref, -rest)
    }
  }
  return [...moved].flatMap(([key, difference]) => {
    const [id = '', kind = '', product = ''] = key.split(' ')
    const label = `${id}, ${kind} of ${product}`
    return compare({kind: 'ledger', id, path: 'lines − entries', label}, 0, difference)
  })
}

const FROM_PAPERS = new Set(['sale', 'return', 'void'])
