import type {StockTransaction} from '../documents.ts'
import {proveBalance, proveBillPresent, proveSettlement} from './balances.ts'
import {createChain, toChains} from './chain.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'
import {groupBy} from './groupBy.ts'
import {proveEntry, proveLevel} from './ledger.ts'
import {PAPER_KINDS, proveReturned, proveSold, proveVoided} from './moved.ts'
import {proveCounter, proveNumber} from './numbers.ts'
import type {Paper} from './numbers.ts'
import type {ShopRecords} from './readDocuments.ts'

/** Every entry follows the one before it, and every level is what its whole ledger adds up to. */
export function proveStock({stockTransaction, stockLevel}: ShopRecords): Drift[] {
  const chains = toChains(stockTransaction, (entry) => entry.product._ref)
  const levels = new Map(stockLevel.map((level) => [level.product._ref, level]))
  const products = new Set([...chains.keys(), ...levels.keys()])
  const empty = createChain<StockTransaction>()
  return [
    ...stockTransaction.flatMap((entry) =>
      proveEntry(entry, chains.get(entry.product._ref) ?? empty),
    ),
    ...[...products].flatMap((product) =>
      proveLevel(product, levels.get(product), chains.get(product) ?? empty, 'all'),
    ),
  ].map(({drift}) => drift)
}

/** Per series the numbers given are exactly 1…n, once each, and the counter stands at n. */
export function proveNumbers({bill, creditNote, series}: ShopRecords): Drift[] {
  const papers: Paper[] = [...bill, ...creditNote]
  const chains = toChains(papers, (paper) => paper.series)
  const counters = new Map(series.map((one) => [one.name, one]))
  const empty = createChain<Paper>()
  const suspicions = [
    ...papers.flatMap((paper) => proveNumber(paper, chains.get(paper.series) ?? empty)),
    ...[...new Set([...chains.keys(), ...counters.keys()])].flatMap((name) =>
      proveCounter(name, counters.get(name), chains.get(name) ?? empty, true),
    ),
  ]
  return [...suspicions.map(({drift}) => drift), ...proveUniqueNumbers(papers)]
}

/** The printed number is given once, whatever series it stands in. */
function proveUniqueNumbers(papers: readonly Paper[]): Drift[] {
  const byNumber = groupBy(papers, (paper) => `${paper._type} ${paper.number}`)
  return [...byNumber.values()].flatMap((same) => {
    const document = same[0]?._id ?? ''
    const subject = {of: 'number' as const, name: same[0]?.number ?? ''}
    return compare({kind: 'number', document, field: 'number', subject}, 1, same.length)
  })
}

/** Bills and credit notes moved what their lines say, and nothing else was moved in their name. */
export function proveSources(shop: ShopRecords): Drift[] {
  const fromPapers = shop.stockTransaction.filter(({kind}) => PAPER_KINDS.includes(kind))
  const bySource = groupBy(fromPapers, (entry) => entry.source?._ref ?? '')
  const balances = new Map(shop.billBalance.map((balance) => [balance.bill._ref, balance]))
  const papers = new Set([...shop.bill, ...shop.creditNote].map(({_id}) => _id))
  return [
    ...shop.bill.flatMap((bill) => {
      const entries = bySource.get(bill._id) ?? []
      const balance = balances.get(bill._id)
      const voided = balance === undefined ? [] : proveVoided(bill, balance, entries)
      return [...proveSold(bill, entries), ...voided]
    }),
    ...shop.creditNote.flatMap((note) => proveReturned(note, bySource.get(note._id) ?? [])),
    ...fromPapers.filter(({source}) => !papers.has(source?._ref ?? '')).flatMap(proveNoOrphan),
  ]
}

function proveNoOrphan({_id, sequence, productName, source}: StockTransaction): Drift[] {
  const subject = {of: 'entry' as const, name: productName, sequence}
  const place = {kind: 'ledger' as const, document: _id, field: 'source', subject}
  return compare(place, source?.label ?? 'a paper', undefined)
}

/** Paid + credited + balance = total, derived from payments and credit notes. */
export function proveBalances(shop: ShopRecords): Drift[] {
  const balances = new Map(shop.billBalance.map((balance) => [balance.bill._ref, balance]))
  const bills = new Map(shop.bill.map((bill) => [bill._id, bill]))
  const payments = groupBy(shop.payment, (payment) => payment.bill?._ref ?? '')
  const notes = groupBy(shop.creditNote, (note) => note.bill?._ref ?? '')
  return [
    ...shop.billBalance.flatMap((balance) => {
      const bill = bills.get(balance.bill._ref)
      return [...(bill ? [] : proveBillPresent(balance)), ...proveBalance(balance, bill)]
    }),
    ...shop.bill.flatMap((bill) =>
      proveSettlement(
        bill,
        balances.get(bill._id),
        payments.get(bill._id) ?? [],
        notes.get(bill._id) ?? [],
      ),
    ),
  ]
}
