import type {SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {CustomerAccount, StockTransaction} from '../../plugin/domain/documents.ts'
import {billBalanceId, customerAccountId, stockLevelId} from '../../plugin/domain/ids.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {openDashboard, stockOf} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let client: SanityClient
let page: Page
let level: string
const problems: (readonly string[])[] = []

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  // as Vision, a script or an import does: nothing of the shop stands between it and the lake
  client = studio.lake.client()
  shop = await fillSmallShop(client)
  level = stockLevelId(shop.bulb._id)
  browser = await openBrowser()
  const window = await openDashboard(browser, studio)
  page = window.page
  problems.push(window.problems)
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const alert = (document = level) => page.getByTestId(`shop-alert-drift-${document}`)
const entries = () =>
  client.fetch<StockTransaction[]>(
    '*[_type == "stockTransaction" && product._ref == $id] | order(sequence asc)',
    {id: shop.bulb._id},
  )

describe('stock that was changed by hand', () => {
  it('is an alert naming document and difference, and leaves by itself when it is put back', async () => {
    await client.patch(level).inc({onHand: 3}).commit()
    await alert().waitFor()
    expect(await alert().textContent()).toContain(
      'Stock of LED bulb 9 W13 pcs on the level, 10 pcs in the ledger (+3 pcs)',
    )
    await takePicture(page, 'alert-drift')
    await client.patch(level).dec({onHand: 3}).commit()
    await alert().waitFor({state: 'detached'})
    expect(await entries()).toHaveLength(1)
  })

  it('is corrected by one click with an entry that says what it was', async () => {
    await client.patch(level).set({onHand: 99, value: 1}).commit()
    await alert().waitFor()
    await page.getByTestId(`shop-alert-drift-${level}-correct`).focus()
    await page.keyboard.press('Enter')
    await alert().waitFor({state: 'detached'})
    await poll(() => stockOf(page, shop.bulb._id)).toContain('10 pcs')
    expect(await client.getDocument(level)).toMatchObject({onHand: 10, value: 80_000, sequence: 2})
    expect(await entries()).toMatchObject([
      {sequence: 1, quantity: 10},
      {
        sequence: 2,
        quantity: 0,
        balanceAfter: 10,
        reason:
          'Drift correction: on hand was 99, the ledger says 10; value was 1, the ledger says 80000',
      },
    ])
  })

  it('posts a deleted entry again by the same click', async () => {
    const [, last] = await entries()
    const document = last?._id ?? ''
    await client.delete(document)
    await alert().waitFor()
    await page.getByTestId(`shop-alert-drift-${level}-correct`).click()
    await alert().waitFor({state: 'detached'})
    expect(await entries()).toHaveLength(2)
  })
})

describe('what only repeats other documents', () => {
  it('a bill’s balance follows from its payments again by one click, which says who and what', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'partly paid',
      lines: [{product: shop.wire._id, quantity: 100}],
      payments: [{method: 'cash', amount: 1_000}],
    })
    const balance = billBalanceId(bill._id)
    await client.patch(balance).set({paid: bill.totals.total}).commit()
    await alert(balance).waitFor()
    expect(await alert(balance).textContent()).toContain(`Balance of ${bill.number}`)
    await page.getByTestId(`shop-alert-drift-${balance}-correct`).click()
    await alert(balance).waitFor({state: 'detached'})
    expect(await client.getDocument(balance)).toMatchObject({
      paid: 1_000,
      balance: bill.totals.total - 1_000,
      correction: {reason: expect.stringContaining('paid was'), by: {name: expect.any(String)}},
    })
  })

  it('a balance that adds up, though nobody paid, follows from its payments again', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'on credit',
      customer: shop.customer._id,
      lines: [{product: shop.wire._id, quantity: 100}],
    })
    const {total} = bill.totals
    const balance = billBalanceId(bill._id)
    await client.patch(balance).set({paid: total, balance: 0}).commit()
    await alert(balance).waitFor()
    await page.getByTestId(`shop-alert-drift-${balance}-correct`).click()
    await alert(balance).waitFor({state: 'detached'})
    expect(await client.getDocument(balance)).toMatchObject({paid: 0, balance: total})
  })

  it('what a customer owes and has as credit follows from bills and deposits again', async () => {
    const account = customerAccountId(shop.customer._id)
    const right = await client.getDocument<CustomerAccount>(account)
    await client.patch(account).dec({owed: 100}).inc({credit: 50_000}).commit()
    await poll(() => alert(account).textContent()).toContain('credit')
    expect(await alert(account).textContent()).toContain('Account of Meera Nair')
    await takePicture(page, 'alert-drift-account')
    await page.getByTestId(`shop-alert-drift-${account}-correct`).click()
    await alert(account).waitFor({state: 'detached'})
    expect(await client.getDocument(account)).toMatchObject({
      owed: right?.owed,
      credit: right?.credit,
      correction: {reason: expect.stringContaining('credit was 50000, follows as 0')},
    })
  })

  it('a day follows from its bills and payments again', async () => {
    const [day] = await client.fetch<{_id: string; sales: number}[]>('*[_type == "daySummary"]')
    const {_id = '', sales = 0} = day ?? {}
    await client.patch(_id).inc({sales: 5_000, 'byMethod.cash': 1}).commit()
    await alert(_id).waitFor()
    expect(await alert(_id).textContent()).toContain('sales')
    await takePicture(page, 'alert-drift-day')
    await page.getByTestId(`shop-alert-drift-${_id}-correct`).click()
    await alert(_id).waitFor({state: 'detached'})
    expect(await client.getDocument(_id)).toMatchObject({
      sales,
      correction: {reason: expect.stringContaining('sales was')},
    })
  })

  it('a counter that was set back is raised by one click; one that is ahead says why it stays', async () => {
    const [series] = await client.fetch<{_id: string; last: number}[]>(
      '*[_type == "series" && kind == "bill"]',
    )
    const {_id = '', last = 0} = series ?? {}
    await client.patch(_id).set({last: 0}).commit()
    await alert(_id).waitFor()
    await page.getByTestId(`shop-alert-drift-${_id}-correct`).click()
    await alert(_id).waitFor({state: 'detached'})
    expect(await client.getDocument(_id)).toMatchObject({last})
    await client.patch(_id).inc({last: 3}).commit()
    await alert(_id).waitFor()
    expect(await alert(_id).textContent()).toContain('A number is never given again')
    expect(await page.getByTestId(`shop-alert-drift-${_id}-correct`).count()).toBe(0)
    await takePicture(page, 'alert-drift-number')
    await client.patch(_id).dec({last: 3}).commit()
    await alert(_id).waitFor({state: 'detached'})
  })
})

it('an edited bill is an alert that only people can settle, and says how', async () => {
  const {bill} = await shop.operations.bills.create({
    key: 'honest',
    lines: [{product: shop.wire._id, quantity: 100}],
  })
  await client.patch(bill._id).inc({'totals.total': 100}).commit()
  await alert(bill._id).waitFor()
  expect(await alert(bill._id).textContent()).toContain(bill.number)
  expect(await alert(bill._id).textContent()).toContain('restore what it said from its history')
  expect(
    await alert(bill._id)
      .getByRole('button', {name: /^Correct/})
      .count(),
  ).toBe(0)
  await client.patch(bill._id).dec({'totals.total': 100}).commit()
  await alert(bill._id).waitFor({state: 'detached'})
  expect(problems.flat()).toEqual([])
})
