import {firstValueFrom} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {addDays} from '../../plugin/domain/calendar.ts'
import {deriveSummaries, remainingLines, sumChanges} from '../../plugin/domain/daySums.ts'
import {toDaySums} from '../../plugin/domain/dayFigures.ts'
import type {Bill, BillBalance, Product, ShopDocument} from '../../plugin/domain/documents.ts'
import {averageBill, buildFigures} from '../../plugin/domain/figures.ts'
import type {ShopFigures} from '../../plugin/domain/figures.ts'
import {keyFigures} from '../../plugin/domain/keyFigures.ts'
import {readDocuments} from '../../plugin/domain/proof/readDocuments.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {headlineOfView} from '../../plugin/live/headline/headlineOfView.ts'
import {createLivePort} from '../../plugin/live/port.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {startTestShop} from '../operations/shopRig.ts'
import type {TestShop} from '../operations/shopRig.ts'
import {sized} from '../rig/size.ts'
import {untilSnapshot} from './untilSnapshot.ts'

let shop: TestShop
let store: LiveShopStore

beforeEach(async () => {
  shop = await startTestShop()
  store = createShopStore({client: shop.client, options: {timeZone: 'Asia/Kolkata'}})
  await store.ready
})
afterEach(async () => {
  store.destroy()
  await shop.close()
})

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** Resolves once the store holds the lake's revisions of all that a day's figures are made of. */
function untilCaughtUp(documents: readonly ShopDocument[]) {
  return untilSnapshot(store, ({bills, billBalances, creditNotes, daySummaries}) =>
    documents.every(({_id, _type, _rev}) => {
      const held = {bill: bills, billBalance: billBalances, creditNote: creditNotes}
      if (_type === 'daySummary') return daySummaries.get(_id)?._rev === _rev
      return _type in held
        ? Object.values(held).some((documentsById) => documentsById.get(_id)?._rev === _rev)
        : true
    }),
  )
}

/** All sums of a day: by hour, method, category and brand too; what a day's summary does not know aside. */
function totalsOf(figures: ShopFigures) {
  const {items: _items, products: _products, day: _day, ...sums} = figures.today
  return {...sums, average: figures.averageBill}
}

const window = {from: '2000-01-01', to: '2000-01-14'}

/** Every day's totals in each of the four ways that they are counted. */
async function countDays() {
  const documents = await shop.documents()
  const sources = {...(await untilCaughtUp(documents)), malformed: []}
  const derived = deriveSummaries(readDocuments(documents).shop)
  return [...derived].map(([day, sums]) => {
    store.setDay(day)
    const expected = toDaySums(sums)
    return {
      day,
      derived: {...expected, average: averageBill(expected)},
      byDeltas: totalsOf(store.getSnapshot().figures),
      fromBills: totalsOf(buildFigures(sources, day, () => true, window)),
      fromSummary: totalsOf(buildFigures(sources, day, () => false, window)),
    }
  })
}

async function expectAgreement(what: string) {
  const days = await countDays()
  for (const {day, derived, ...ways} of days) {
    expect(ways, `${what}: ${day}`).toEqual({
      byDeltas: derived,
      fromBills: derived,
      fromSummary: derived,
    })
  }
  await expectRangesFromSummaries(what, days)
  store.setDay(undefined)
  await expectHeadline(what)
  return days
}

/** Any range of days, read from the day summaries alone, is the sum of its days as derived from every document. */
async function expectRangesFromSummaries(
  what: string,
  days: Awaited<ReturnType<typeof countDays>>,
) {
  const derived = deriveSummaries(readDocuments(await shop.documents()).shop)
  for (const {day: from} of days) {
    for (const {day: to} of days) {
      const inRange = [...derived].filter(([day]) => day >= from && day <= to)
      const {from: _from, to: _to, days: each, ...sums} = store.figuresBetween(from, to)
      expect(sums, `${what}: ${from} to ${to}`).toEqual(
        toDaySums(sumChanges(...inRange.map(([, change]) => change))),
      )
      expect(each.map(({day}) => day)).toEqual(inRange.map(([day]) => day).toSorted())
    }
  }
}

/** What the lake sums up for a start is what the tiles say once the documents are there. */
async function expectHeadline(what: string) {
  const {settings, figures} = store.getSnapshot()
  const {currency, timeZone} = settings
  const request = {today: figures.day, currency, timeZone}
  const early = await firstValueFrom(createLivePort(shop.client).fetchHeadline(request))
  const {sales, stock, receivables} = headlineOfView(store, Date.now())
  const wholeDay = (back: number) => {
    const {items: _items, ...rest} = keyFigures(store.figuresOf(addDays(figures.day, -back)))
    return expect.objectContaining({figures: expect.objectContaining(rest), isSameTime: false})
  }
  const {items: _items, ...now} = sales?.now ?? {}
  expect(early, what).toMatchObject({
    currency,
    timeZone,
    sales: {
      day: figures.day,
      now,
      yesterday: wholeDay(1),
      lastWeek: wholeDay(7),
      trends: {...sales?.trends, items: []},
    },
    stock: {value: stock.value, products: stock.products},
    receivables,
  })
}

function sell(fan: Product, key: string, quantity: number, days = 0) {
  const lines = [{product: fan._id, quantity, unitPrice: 33_33}]
  const discount = {amount: 1_01}
  return shop.operations.bills.create({key, lines, discount, occurredAt: daysAgo(days)})
}

describe("a day's figures", () => {
  it('are the same from held bills and from its summary after pay, credit, void and more bills', async () => {
    const fan = await shop.stocked(100)
    const {bill} = await sell(fan, 'first', 3, 1)
    const {total} = bill.totals
    await shop.operations.bills.recordPayment({
      key: 'pay',
      bill: bill._id,
      amount: total,
      method: 'card',
    })
    await expectAgreement('paid')
    const {creditNote} = await shop.operations.bills.credit({
      key: 'one back',
      bill: bill._id,
      reason: 'broken',
      lines: [{line: 'line1', quantity: 1, restock: true}],
    })
    await expectAgreement('credited partly')
    await shop.operations.bills.void({key: 'void', bill: bill._id, reason: 'wrong customer'})
    const voided = await expectAgreement('void')
    expect(voided.find(({day}) => day === bill.day)?.derived).toMatchObject({
      bills: 0,
      sales: creditNote.totals.total,
      average: 0,
      credits: 0,
    })
    const more = await sell(fan, 'second', 2, 1)
    await sell(fan, 'third', 5)
    const after = await expectAgreement('more bills')
    expect(after.find(({day}) => day === bill.day)?.derived).toMatchObject({
      bills: 1,
      sales: creditNote.totals.total + more.bill.totals.total,
    })
  })

  it('agree after every operation of a random history', async () => {
    const seed = newSeed()
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const fan = await shop.stocked(10_000)
    const bills: Bill[] = []
    for (let round = 0; round < sized(40, 400); round++) {
      const what = await act(random, fan, bills, `round ${round}`)
      await expectAgreement(`seed ${seed}, ${what}`)
    }
    expect(await shop.differences()).toEqual([])
  })
})

/** One operation that the shop accepts; says which. */
async function act(random: () => number, fan: Product, bills: Bill[], key: string) {
  const bill = bills[randomInteger(random, 0, Math.max(0, bills.length - 1))]
  const balance = bill && (await balanceOf(bill))
  const dice = random()
  if (bill === undefined || balance === undefined || balance.void || dice < 0.3) {
    const made = await sell(fan, key, randomInteger(random, 1, 5), randomInteger(random, 0, 2))
    bills.push(made.bill)
    return `${key}: bill`
  }
  const [rest] = remainingLines(bill, balance.creditedLines)
  if (dice < 0.6 && rest !== undefined) {
    const quantity = randomInteger(random, 1, rest.quantity)
    const lines = [{line: rest.line._key, quantity, restock: random() < 0.5}]
    const occurredAt = random() < 0.5 ? daysAgo(0) : bill.occurredAt
    await shop.operations.bills.credit({key, bill: bill._id, reason: 'broken', lines, occurredAt})
    return `${key}: credit`
  }
  if (dice < 0.8 && balance.balance > 0) {
    const amount = randomInteger(random, 1, balance.balance)
    await shop.operations.bills.recordPayment({key, bill: bill._id, amount, method: 'upi'})
    return `${key}: payment`
  }
  await shop.operations.bills.void({key, bill: bill._id, reason: 'wrong customer'})
  return `${key}: void`
}

async function balanceOf(bill: Bill): Promise<BillBalance | undefined> {
  return shop.client.getDocument<BillBalance>(`billBalance.${bill._id.slice('bill.'.length)}`)
}
