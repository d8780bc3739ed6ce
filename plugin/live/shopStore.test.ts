import {describe, expect, it} from 'vitest'
import {createMemoryLake, noFaults} from '../../test/live/memoryLake.ts'
import {sample} from '../../test/live/sampleDocuments.ts'
import {createVirtualTime} from '../../test/live/virtualTime.ts'
import {createShopStoreOver} from './createShopStore.ts'
import {LiveError} from './errors.ts'
import {shareListener} from './sharedListener.ts'
import {shopTypes} from './workingSet.ts'

function openShop(start = '2026-03-10T06:00:00.000Z', timeZone = 'Asia/Kolkata') {
  const time = createVirtualTime({start})
  const lake = createMemoryLake(time.scheduler)
  const port = lake.portWith(noFaults(() => 0))
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler})
  const open = () =>
    createShopStoreOver({port, connection$, options: {timeZone}, scheduler: time.scheduler})
  const figures = (store: ReturnType<typeof open>) => store.getSnapshot().figures
  return {time, lake, open, figures}
}

describe('time moves without events', () => {
  it("a bill becomes overdue at the shop's midnight with no write and stops with its payment", () => {
    const {time, lake, open, figures} = openShop('2026-03-10T18:00:00.000Z')
    lake.commit([{id: 'billBalance.1', after: sample.balance('bill.1', 500, 0, '2026-03-10')}])
    const store = open()
    time.advance(29 * 60_000)
    expect(figures(store).day).toBe('2026-03-10')
    expect(figures(store).overdue).toEqual([])
    time.advance(2 * 60_000)
    expect(figures(store).day).toBe('2026-03-11')
    expect(figures(store).overdue).toEqual([
      {billId: 'bill.1', number: 'bill.1', balance: 500, dueDate: '2026-03-10', daysOverdue: 1},
    ])
    lake.commit([{id: 'billBalance.1', after: sample.balance('bill.1', 500, 500, '2026-03-10')}])
    expect(figures(store).overdue).toEqual([])
    expect(figures(store).receivables).toBe(0)
  })

  it('today follows the stored time zone', () => {
    const {time, lake, open, figures} = openShop('2026-03-10T20:00:00.000Z', 'UTC')
    const store = open()
    time.advance(100)
    expect(figures(store).day).toBe('2026-03-10')
    lake.commit([{id: 'shopSettings.shop', after: sample.settings('Asia/Kolkata')}])
    expect(figures(store).day).toBe('2026-03-11')
    expect(store.getSnapshot().notices).toEqual([
      "The plugin's options say time zone UTC, the shop's stored settings say Asia/Kolkata. " +
        'The stored time zone counts; change the option to Asia/Kolkata.',
    ])
  })
})

describe('an as-of day', () => {
  it('brings its own bills, live, and leaves with them', () => {
    const {time, lake, open, figures} = openShop()
    lake.commit([
      {id: 'bill.1', after: sample.bill('B-1', 900, '2010-12-23')},
      {id: 'bill.2', after: sample.bill('B-2', 100, '2026-03-10')},
    ])
    const store = open()
    time.advance(100)
    expect(figures(store)).toMatchObject({day: '2026-03-10', billsToday: 1, salesToday: 100})
    expect(store.getSnapshot().bills.has('bill.1')).toBe(false)
    store.setDay('2010-12-23')
    time.advance(100)
    expect(figures(store)).toMatchObject({day: '2010-12-23', billsToday: 1, salesToday: 900})
    lake.commit([{id: 'bill.3', after: sample.bill('B-3', 300, '2010-12-23')}])
    expect(figures(store)).toMatchObject({billsToday: 2, salesToday: 1200, averageBill: 600})
    store.setDay(undefined)
    expect(figures(store)).toMatchObject({day: '2026-03-10', billsToday: 1, salesToday: 100})
    expect(store.getSnapshot().bills.size).toBe(1)
  })
})

describe('the status', () => {
  it('is live only after welcome and snapshot, and says what happens in between', () => {
    const {time, lake, open} = openShop()
    const store = open()
    const names: string[] = []
    store.status$.subscribe(({name}) => names.at(-1) !== name && names.push(name))
    time.advance(1_000)
    lake.cut(500, true)
    time.advance(1_000)
    lake.cut(500, false)
    time.advance(1_000)
    lake.fail(new LiveError('unauthorized', 'Log in again.'))
    expect(store.getStatus()).toMatchObject({name: 'unauthorized', reason: 'Log in again.'})
    time.advance(60_000)
    expect(names).toEqual([
      'connecting',
      'live',
      'reconnecting',
      'live',
      'reconnecting',
      'resyncing',
      'live',
      'unauthorized',
      'resyncing',
      'live',
    ])
  })
})

describe('subscriptions', () => {
  it('collections keep their identity until one of their documents changes; old snapshots stay as they were', () => {
    const {time, lake, open} = openShop()
    lake.commit([{id: 'b1', after: sample.brand('Volta')}])
    const store = open()
    time.advance(100)
    const before = store.getSnapshot()
    lake.commit([{id: 'p1', after: sample.product('P1')}])
    const after = store.getSnapshot()
    expect(after.brands).toBe(before.brands)
    expect(after.products).not.toBe(before.products)
    expect([before.products.size, after.products.size]).toEqual([0, 1])
  })

  it('a row hears of its own document, its level and its draft, and of nothing else', () => {
    const {time, lake, open} = openShop()
    const store = open()
    time.advance(100)
    const heard: string[] = []
    store.subscribeTo('p1', () => heard.push('p1'))
    lake.commit([{id: 'p2', after: sample.product('P2')}])
    lake.commit([{id: 'p1', after: sample.product('P1')}])
    lake.commit([{id: 'stockLevel.p1', after: sample.level('p1', 4)}])
    lake.commit([{id: 'drafts.p1', after: sample.product('P1')}])
    expect(heard).toEqual(['p1', 'p1', 'p1'])
  })

  it('lookups by relation follow their documents', () => {
    const {time, lake, open} = openShop()
    const store = open()
    time.advance(100)
    const of = (brand: string) => ({brand: {_type: 'reference', _ref: brand}})
    lake.commit([{id: 'p1', after: sample.product('P1', of('b1'))}])
    expect(store.related.productsByBrand('b1').map(({name}) => name)).toEqual(['P1'])
    lake.commit([{id: 'p1', after: sample.product('P1', of('b2'))}])
    expect(store.related.productsByBrand('b1')).toEqual([])
    expect(store.related.productsByBrand('b2').length).toBe(1)
  })
})
