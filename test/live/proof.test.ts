import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {customerAccountId, stockTransactionId} from '../../plugin/domain/ids.ts'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {shopTypes} from '../../plugin/live/workingSet.ts'
import {createRandom} from '../operations/random.ts'
import {createMemoryLake, noFaults} from './memoryLake.ts'
import type {MemoryLake} from './memoryLake.ts'
import {sample} from './sampleDocuments.ts'
import type {Content} from './sampleDocuments.ts'
import {createVirtualTime} from './virtualTime.ts'

let time: ReturnType<typeof createVirtualTime>
let lake: MemoryLake
let store: LiveShopStore
let today: string

const entryId = (sequence: number) => stockTransactionId('p1', sequence)
const entry = (sequence: number, balanceAfter: number, day = today) => ({
  ...sample.entry('p1', sequence, 1, day),
  balanceAfter,
  value: 700,
})
const level = (onHand: number, sequence: number) => sample.level('p1', onHand, sequence)
const drifts = () => store.getSnapshot().proof.drifts.map(({message}) => message)
const SETTLED = 4_000

function open() {
  const port = lake.portWith(noFaults(createRandom(1)))
  store = createShopStoreOver({
    port,
    connection$: shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler}),
    scheduler: time.scheduler,
  })
  time.advance(1_000)
}

beforeEach(() => {
  time = createVirtualTime()
  lake = createMemoryLake(time.scheduler)
  today = dayOf(new Date(time.now()).toISOString(), 'UTC')
  lake.commit([
    {id: 'p1', after: sample.product('P1')},
    {id: entryId(1), after: entry(1, 1)},
    {id: entryId(2), after: entry(2, 2)},
    {id: 'stockLevel.p1', after: level(2, 2)},
  ])
})
afterEach(() => store.destroy())

describe('the shop proves itself', () => {
  it('is checking until it is loaded, and proved when it is', () => {
    const port = lake.portWith({...noFaults(createRandom(1)), fetchDelay: 500})
    store = createShopStoreOver({
      port,
      connection$: shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler}),
      scheduler: time.scheduler,
    })
    expect(store.getSnapshot().proof).toEqual({status: 'checking', drifts: []})
    time.advance(SETTLED)
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
  })

  it('names a forged level once it has stood, follows it, and takes it back when it is right again', () => {
    open()
    lake.commit([{id: 'stockLevel.p1', after: level(5, 2)}])
    expect(drifts()).toEqual([])
    time.advance(SETTLED)
    expect(store.getSnapshot().proof.status).toBe('drift')
    expect(drifts()).toEqual([
      'Stock of p1: onHand is 5, should be 2 (+3)',
      'Stock of p1: value is 3500, should be 1400 (+2100)',
    ])
    lake.commit([
      {id: entryId(3), after: entry(3, 6)},
      {id: 'stockLevel.p1', after: level(6, 3)},
    ])
    expect(drifts()).toContain('Stock of p1: onHand is 6, should be 3 (+3)')
    lake.commit([
      {id: entryId(3), after: entry(3, 3)},
      {id: 'stockLevel.p1', after: level(3, 3)},
    ])
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
  })

  it('is not fooled by what passes: a sale in two halves', () => {
    open()
    lake.commit([{id: entryId(3), after: entry(3, 3)}])
    time.advance(1_000)
    lake.commit([{id: 'stockLevel.p1', after: level(3, 3)}])
    time.advance(SETTLED)
    expect(drifts()).toEqual([])
  })

  it('names an entry that was deleted, in the middle of the ledger and at its end', () => {
    open()
    lake.commit([
      {id: entryId(3), after: entry(3, 3)},
      {id: 'stockLevel.p1', after: level(3, 3)},
    ])
    lake.commit([{id: entryId(2), after: null}])
    time.advance(SETTLED)
    expect(drifts()).toEqual(['Entry 3 of p1: entry before is missing, should be 2'])
    lake.commit([{id: entryId(3), after: null}])
    time.advance(SETTLED)
    expect(drifts()).toContain('Stock of p1: sequence is 3, should be 1 (+2)')
  })

  it('asks the lake for an entry that is older than what is held, and believes it', () => {
    lake.commit([{id: entryId(2), after: entry(2, 2, addDays(today, -40))}])
    lake.commit([
      {id: entryId(3), after: entry(3, 3)},
      {id: 'stockLevel.p1', after: level(3, 3)},
    ])
    open()
    time.advance(SETTLED)
    expect(store.getSnapshot().stockTransactions.size).toBe(2)
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
  })

  it('names a skipped number, but none that an older bill carries', () => {
    const bill = (sequence: number, day = today) =>
      paperOf(`${sequence}`, {...sample.bill(`B-${sequence}`, 0, day), sequence})
    const counter = (last: number) => ({
      id: 'series.bill-2026',
      after: {_type: 'series', name: 'bill-2026', kind: 'bill', last},
    })
    const counted = (bills: number) => summary({bills})
    const old = addDays(today, -90)
    lake.commit([...bill(1), ...bill(2, old), ...bill(3), counter(3), counted(2)])
    open()
    time.advance(SETTLED)
    expect(drifts()).toEqual([])
    lake.commit([...bill(6), counter(6), counted(3)])
    time.advance(SETTLED)
    expect(drifts()).toEqual(['B-6: number before is missing, should be 5'])
    lake.commit([counter(9)])
    time.advance(SETTLED)
    expect(drifts()).toContain('Series bill-2026: last is 9, should be 6 (+3)')
  })

  it('names an edited total', () => {
    lake.commit([{id: 'bill.1', after: sample.bill('B-1', 500, today)}])
    open()
    time.advance(SETTLED)
    expect(drifts()).toContain('B-1: totals.gross is 500, should be 0 (+500)')
  })
})

const customer = {_type: 'reference', _ref: 'user.asha', _weak: true}
const account = (owed: number, credit: number) => ({
  id: customerAccountId('user.asha'),
  after: {_type: 'customerAccount', customer, owed, credit},
})
const payment = (id: string, amount: number, day: string, more: Record<string, unknown> = {}) => ({
  id: `payment.${id}`,
  after: {
    _type: 'payment',
    method: 'cash',
    amount,
    at: `${day}T05:00:00.000Z`,
    day,
    by: {id: 'u1', name: 'Asha'},
    customer,
    ...more,
  },
})

describe('what only repeats bills and payments is proved too', () => {
  const owedBill = (paid: number, day = today) =>
    paperOf(
      '1',
      {...sample.bill('B-1', 0, day), customer},
      {
        total: 0,
        paid,
        balance: -paid,
        customer,
        ...(paid === 0 ? {} : {paidByMethod: {cash: paid}}),
      },
    )
  const counter = {
    id: 'series.bill-2026',
    after: {_type: 'series', name: 'bill-2026', kind: 'bill', last: 1},
  }
  const billRef = {bill: {_type: 'reference', _ref: 'bill.1', _weak: true}}

  it('names a day that was changed by hand, and takes it back when it is right again', () => {
    lake.commit([...paperOf('1', sample.bill('B-1', 0, today)), counter, summary({bills: 1})])
    open()
    time.advance(SETTLED)
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
    lake.commit([summary({bills: 1, sales: 900})])
    time.advance(SETTLED)
    expect(drifts()).toEqual([`Day ${today}: sales is 900, should be 0 (+900)`])
    lake.commit([summary({bills: 1})])
    time.advance(SETTLED)
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
  })

  it('says nothing of days whose bills are not held', () => {
    const old = addDays(today, -90)
    lake.commit([{id: `daySummary.${old}`, after: {_type: 'daySummary', day: old, sales: 900}}])
    open()
    time.advance(SETTLED)
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
  })

  it('names a balance that adds up and that no payment bears out', () => {
    lake.commit([...owedBill(0), counter, summary({bills: 1}), account(0, 0)])
    open()
    time.advance(SETTLED)
    expect(drifts()).toEqual([])
    lake.commit([...owedBill(700), account(-700, 0)])
    time.advance(SETTLED)
    expect(drifts()).toEqual([
      'Balance of B-1: paid is 700, should be 0 (+700)',
      'Balance of B-1: paidByMethod.cash is 700, should be 0 (+700)',
    ])
    lake.commit([payment('1', 700, today, billRef), summary({bills: 1, byMethod: {cash: 700}})])
    time.advance(SETTLED)
    expect(store.getSnapshot().proof).toMatchObject({status: 'proved', drifts: []})
  })

  it('names what a customer is said to owe against all open bills, however old', () => {
    lake.commit([...owedBill(-500, addDays(today, -300)), counter, account(500, 0)])
    open()
    time.advance(SETTLED)
    expect(drifts()).toEqual([])
    lake.commit([account(100, 0)])
    time.advance(SETTLED)
    expect(drifts()).toEqual(['Account of user.asha: owed is 100, should be 500 (-400)'])
  })

  it('names credit that nobody deposited, against deposits however old', () => {
    lake.commit([payment('1', 300, addDays(today, -300)), account(0, 300)])
    open()
    time.advance(SETTLED)
    expect(drifts()).toEqual([])
    lake.commit([account(0, 900)])
    time.advance(SETTLED)
    expect(drifts()).toEqual(['Account of user.asha: credit is 900, should be 300 (+600)'])
  })
})

function paperOf(name: string, bill: Content, balance: Record<string, unknown> = {}) {
  const number = String(bill.number)
  const day = String(bill.day)
  return [
    {id: `bill.${name}`, after: bill},
    {
      id: `billBalance.${name}`,
      after: {...sample.balance(`bill.${name}`, 0, 0, day, balance), number},
    },
  ]
}

function summary(sums: Record<string, unknown>) {
  return {id: `daySummary.${today}`, after: {_type: 'daySummary', day: today, ...sums}}
}
