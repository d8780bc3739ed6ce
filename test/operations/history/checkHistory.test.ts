import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {exportDocuments} from '../../../studio/demo/verify/exportDocuments.ts'
import {startTestLake} from '../../rig/lake.ts'
import type {TestLake} from '../../rig/lake.ts'
import {createRandom, newSeed} from '../random.ts'
import {openShop, planTills} from '../tills/openShop.ts'
import {sell} from '../tills/sell.ts'
import {checkHistory} from './checkHistory.ts'
import type {ExportedDocument} from './checkHistory.ts'
import type {HistoryLine} from './historyLog.ts'

let lake: TestLake
const log: HistoryLine[] = []
let documents: ExportedDocument[]

beforeAll(async () => {
  lake = await startTestLake()
  const client = lake.client()
  const products = await openShop(client, [25, 500])
  const seed = newSeed()
  console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
  const tills = planTills(4, 8, products, createRandom(seed))
  const connection = {
    client,
    log: (line: HistoryLine) => log.push(line),
    finished: new Set<string>(),
    deadline: 60_000,
  }
  await Promise.all(tills.map((till) => sell(till, connection)))
  documents = await exportDocuments(client)
})
afterAll(() => lake.close())

const ofType = (type: string) => documents.filter(({_type}) => _type === type)

function first(type: string): ExportedDocument {
  const [found] = ofType(type).toSorted((a, b) => Number(a.sequence) - Number(b.sequence))
  if (found === undefined) throw new Error(`The run made no ${type}.`)
  return found
}

const change = (id: string, by: Record<string, unknown>) =>
  documents.map((document) => (document._id === id ? {...document, ...by} : document))

const rulesOf = (lines: readonly HistoryLine[], found: readonly ExportedDocument[]) =>
  new Set(checkHistory(lines, found).map((fault) => fault.split(':')[0]))

describe('the checker of histories', () => {
  it('finds nothing wrong with what four tills did, some of it refused', () => {
    expect(log.filter(({event}) => event === 'refused').length).toBeGreaterThan(0)
    expect(checkHistory(log, documents)).toEqual([])
  })

  it('misses an acknowledged bill', () => {
    const {_id} = first('bill')
    expect(
      rulesOf(
        log,
        documents.filter((document) => document._id !== _id),
      ),
    ).toContain('lost')
  })

  it('sees a command carried out twice', () => {
    const twin = {...first('bill'), _id: 'bill.twin', sequence: ofType('bill').length + 1}
    expect(rulesOf(log, [...documents, twin])).toContain('doubled')
  })

  it('sees what nobody asked for', () => {
    const alien = {...first('bill'), _id: 'bill.alien', reference: 'nobody'}
    expect(rulesOf(log, [...documents, alien])).toContain('unasked')
  })

  it('sees a refused command that was carried out after all', () => {
    const {reference} = first('bill')
    const lied = log.map((line): HistoryLine =>
      line.event === 'done' && line.key === reference
        ? {event: 'refused', key: line.key, at: line.at, left: []}
        : line,
    )
    expect(rulesOf(lied, documents)).toContain('refused')
  })

  it('sees a gap in the numbers', () => {
    const bills = ofType('bill')
    const last = bills.find(({sequence}) => sequence === bills.length)
    const gap = change(last?._id ?? '', {sequence: bills.length + 1})
    expect(rulesOf(log, gap)).toContain('numbers')
  })

  it('sees numbers and entries against the order in which tills were answered', () => {
    const {reference} = first('bill')
    const end = Math.max(...log.map(({at}) => at))
    const late = log.map((line) => (line.key === reference ? {...line, at: line.at + end} : line))
    const faults = checkHistory(late, documents).filter((fault) => fault.startsWith('order'))
    expect(faults.some((fault) => fault.includes('order: bill-'))).toBe(true)
    expect(faults.some((fault) => !fault.includes('order: bill-'))).toBe(true)
  })

  it('sees a broken chain, a level beside its ledger and an entry of the wrong quantity', () => {
    // of the product that never runs short: no refusal was told its balance
    const entry = ofType('stockTransaction').find(
      ({kind, productName}) => kind === 'sale' && productName === 'Fan 1',
    )
    const id = entry?._id ?? ''
    const less = change(id, {quantity: Number(entry?.quantity) - 1})
    expect(rulesOf(log, change(id, {balanceAfter: 999}))).toEqual(new Set(['ledger']))
    expect(rulesOf(log, less)).toEqual(new Set([...rulesOf(log, less), 'moved', 'level', 'ledger']))
    const level = first('stockLevel')
    const forged = change(level._id, {onHand: Number(level.onHand) + 1})
    expect(rulesOf(log, forged)).toEqual(new Set(['level']))
  })

  it('sees more sold than was there', () => {
    const opening = ofType('stockTransaction').find(
      ({kind, quantity}) => kind === 'opening' && quantity === 25,
    )
    expect(rulesOf(log, change(opening?._id ?? '', {quantity: 1}))).toContain('oversold')
  })

  it('sees a shortage that never was', () => {
    const lied = log.map((line) =>
      line.event === 'refused'
        ? {...line, left: line.left.map((one) => ({...one, available: -7}))}
        : line,
    )
    expect(rulesOf(lied, documents)).toEqual(new Set(['shortage']))
  })

  it('sees sums that do not add up', () => {
    const bill = first('bill')
    const day = first('daySummary')
    const wrong = [
      change(bill._id, {totals: {total: 1}}),
      change(day._id, {sales: 1}),
      change(first('billBalance')._id, {paid: 5}),
    ]
    expect(wrong.map((found) => [...rulesOf(log, found)])).toEqual([['sums'], ['sums'], ['sums']])
  })
})
