import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays} from '../../plugin/domain/calendar.ts'
import {buildDayFigures, buildRangeFigures} from '../../plugin/domain/dayFiguresFromScratch.ts'
import type {ShopDocument} from '../../plugin/domain/documents.ts'
import {billBalanceId, stockLevelId} from '../../plugin/domain/ids.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {sized} from '../rig/size.ts'
import {openFramedStore, openLiveFramedStore} from './frames.ts'
import {randomWrites, today} from './randomWrites.ts'
import {sample} from './sampleDocuments.ts'

const numbers = [0, 1, 2, 3, 4]
const days = [0, -15, -30].map((back) => addDays(today, back))

const byId = <T extends {_id: string}>(documents: Iterable<T>) =>
  [...documents].toSorted((a, b) => (a._id < b._id ? -1 : 1))

/** Everything that can be looked up or counted, from scratch out of the one snapshot. */
function expectOneMoment(store: LiveShopStore) {
  const snapshot = store.getSnapshot()
  for (const day of days) {
    const isHeld = day >= store.liveFrom()
    expect(store.figuresOf(day)).toEqual(buildDayFigures(snapshot, day, isHeld))
    expect(store.figuresBetween(day, today)).toEqual(
      buildRangeFigures(snapshot.daySummaries.values(), day, today),
    )
  }
  const {related} = store
  const expectList = <T extends ShopDocument>(
    list: readonly T[],
    collection: ReadonlyMap<string, T>,
    belongs: (document: T) => boolean,
  ) => expect(byId(list)).toEqual(byId([...collection.values()].filter(belongs)))
  for (const number of numbers) {
    const [p, b, c, u, bill] = ['p', 'b', 'c', 'u', 'bill.'].map((prefix) => `${prefix}${number}`)
    if (!p || !b || !c || !u || !bill) throw new Error('Prefixes are missing.')
    expectList(related.productsByBrand(b), snapshot.products, ({brand}) => brand?._ref === b)
    expectList(related.productsByCategory(c), snapshot.products, (one) => one.category?._ref === c)
    expectList(related.billsByCustomer(u), snapshot.bills, ({customer}) => customer?._ref === u)
    expectList(related.paymentsByBill(bill), snapshot.payments, (one) => one.bill?._ref === bill)
    expectList(
      related.creditNotesByBill(bill),
      snapshot.creditNotes,
      (one) => one.bill?._ref === bill,
    )
    const entries = related.entriesByProduct(p)
    expectList(entries, snapshot.stockTransactions, ({product}) => product._ref === p)
    expect(entries).toEqual(entries.toSorted((one, other) => one.sequence - other.sequence))
    expect(related.levelOf(p)).toBe(snapshot.stockLevels.get(stockLevelId(p)))
    expect(related.balanceOf(bill)).toBe(snapshot.billBalances.get(billBalanceId(bill)))
  }
}

const acts = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: randomWrites},
    {weight: 1, arbitrary: fc.constant('frame' as const)},
    {weight: 1, arbitrary: fc.constant('read' as const)},
  ),
  {minLength: 1, maxLength: 100, size: 'max'},
)

describe('what is read between two frames', () => {
  it('is of one moment, whatever has come meanwhile: snapshot, lookups and figures', () => {
    let between = 0
    fc.assert(
      fc.property(acts, (all) => {
        const {time, lake, frames, live, store} = openLiveFramedStore()
        for (const act of all) {
          if (act === 'frame') frames.paint()
          else if (act !== 'read') lake.commit([{id: act.id, after: act.content ?? null}])
          time.advance(5)
          if (act !== 'read') continue
          if (store.getSnapshot() !== live.getSnapshot()) between += 1
          expectOneMoment(store)
        }
        frames.paint()
        frames.paint()
        expect(store.getSnapshot()).toBe(live.getSnapshot())
        expectOneMoment(store)
        store.destroy()
      }),
      {numRuns: sized(60, 3_000)},
    )
    expect(between).toBeGreaterThan(0)
  })

  it('is the same object as long as nothing of it moves, and the store’s own with the next frame', () => {
    const {time, lake, frames, live, store} = openLiveFramedStore()
    const [act] = fc.sample(
      randomWrites.filter(({type}) => type === 'bill'),
      {numRuns: 1, seed: 1},
    )
    if (act?.content === undefined) throw new Error('There is no bill.')
    const bill = {id: act.id, after: {...act.content, day: today}}
    lake.commit([{id: 'p0', after: {_type: 'note'}}, bill])
    time.advance(5)
    const before = store.figuresOf(today)
    lake.commit([{...bill, after: null}])
    time.advance(5)
    expect(live.figuresOf(today).bills).toBe(0)
    expect(store.figuresOf(today)).toBe(before)
    expect(store.figuresOf(days[1] ?? '')).toBe(store.figuresOf(days[1] ?? ''))
    frames.paint()
    expect(store.figuresOf(today)).toBe(live.figuresOf(today))
    store.destroy()
  })

  it('is of one moment too while what an earlier visit left is put in place, task by task', () => {
    const bills = Array.from({length: 3_500}, (_, index) => ({
      ...sample.bill(`B-${index}`, 100, days[index % 2] ?? today),
      _id: `bill.${String(index).padStart(5, '0')}`,
      _rev: 'r1',
      customer: {_type: 'reference', _ref: 'u1', _weak: true},
    }))
    const bounds = {billsFrom: days[2] ?? today, entriesFrom: today}
    const {time, live, store} = openFramedStore({kept: {asOf: 0, bounds, documents: bills}})
    const seen = new Set<number>()
    const look = () => {
      seen.add(live.figuresOf(today).bills)
      expectOneMoment(store)
      if (store.getSnapshot().bills.size === 0) time.scheduler.schedule(look)
    }
    time.scheduler.schedule(look)
    time.advance(0)
    expect([...seen].some((count) => count > 0 && count < 1_750)).toBe(true)
    expect(store.figuresOf(today).bills).toBe(1_750)
    store.destroy()
  })
})
