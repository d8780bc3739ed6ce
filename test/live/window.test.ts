import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveWindow} from '../../plugin/live/shopCalendar.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sample} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'

let lake: TestLake

beforeEach(async () => {
  lake = await startTestLake()
})
afterEach(() => lake.close())

/** A shop where something happened on each of so many days, in the time zone of a shop without settings. */
async function fillDays(count: number): Promise<void> {
  const today = dayOf(new Date().toISOString(), 'UTC')
  const transaction = lake.client().transaction()
  for (let back = 0; back < count; back++) {
    const day = addDays(today, -back)
    const documents = {
      [`bill.${back}`]: sample.bill(`B-${back}`, 100, day),
      [`creditNote.${back}`]: sample.creditNote(`C-${back}`, 100, day),
      [`billBalance.${back}`]: sample.balance(`bill.${back}`, 100, 100, day),
      [`billBalance.open${back}`]: sample.balance(`bill.open${back}`, 100, 60, day),
      [`stockTransaction.${back}`]: sample.entry('p1', count - back, 1, day),
    }
    for (const [_id, content] of Object.entries(documents)) transaction.create({_id, ...content})
  }
  await transaction.commit()
}

/** What a store holds, by how many days ago it was. */
async function held(window: LiveWindow) {
  const store = createShopStore({client: lake.client(), window})
  await store.ready
  const {bills, creditNotes, billBalances, stockTransactions} = store.getSnapshot()
  const ages = (ids: Iterable<string>) =>
    [...ids].map((id) => id.replace(/^\w+\./, '')).toSorted((a, b) => a.localeCompare(b))
  store.destroy()
  return {
    bills: ages(bills.keys()),
    creditNotes: ages(creditNotes.keys()),
    balances: ages(billBalances.keys()),
    entries: ages(stockTransactions.keys()),
  }
}

const days = (count: number) => Array.from({length: count}, (_, back) => String(back))

describe('how much of the past is held', () => {
  it('ends with the day that `billDays` and `entryDays` say, but for what is still open', async () => {
    await fillDays(6)
    const open = days(6).map((back) => `open${back}`)
    expect(await held({billDays: 4, entryDays: 2})).toEqual({
      bills: days(4),
      creditNotes: days(4),
      balances: [...days(4), ...open],
      entries: days(2),
    })
    expect(await held({billDays: 1, entryDays: 1})).toEqual({
      bills: days(1),
      creditNotes: days(1),
      balances: [...days(1), ...open],
      entries: days(1),
    })
  })

  it('is 35 days of bills and 14 of ledger entries unless told', async () => {
    await fillDays(36)
    const {bills, entries} = await held({})
    expect(bills).toHaveLength(35)
    expect(bills).not.toContain('35')
    expect(entries).toHaveLength(14)
    expect(entries).not.toContain('14')
  })

  it('loses the balance of an older bill when it is paid, and gets it back when it is open again', async () => {
    await fillDays(3)
    const store = createShopStore({client: lake.client(), window: {billDays: 2}})
    await store.ready
    const pay = (balance: number) =>
      lake.client().patch('billBalance.open2').set({balance}).commit()
    await pay(0)
    await untilSnapshot(store, ({billBalances}) => !billBalances.has('billBalance.open2'))
    await pay(40)
    await untilSnapshot(store, ({billBalances}) => billBalances.has('billBalance.open2'))
    expect(store.getSnapshot().billBalances.has('billBalance.2')).toBe(false)
    store.destroy()
  })
})
