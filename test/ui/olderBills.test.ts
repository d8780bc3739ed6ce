import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** 100 and 18 % tax, paid in full: of what is still open the live view holds the balance. */
const sell = (key: string, daysAgo: number, operations = shop.operations) =>
  operations.bills.create({
    key,
    lines: [{name: key, quantity: 1, unitPrice: 100_00}],
    payments: [{method: 'cash', amount: 118_00}],
    occurredAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
  })

describe('bills from before the live ones', () => {
  it('are in the table when asked for, with what is paid of them, and live', async () => {
    const recent = await sell('recent', 1)
    const old = await sell('old', 90)
    const {page, problems} = await openStudioPage(browser, studio, 'dashboard/bills')
    const row = (id: string) => page.getByTestId(`shop-row-bill-${id}`)
    await row(recent.bill._id).waitFor()
    expect(await row(old.bill._id).count()).toBe(0)
    await page.getByTestId('shop-older-bills').click()
    // rows under the pointer keep their places until it leaves
    await page.mouse.move(0, 0)
    await row(old.bill._id).getByText('Paid', {exact: true}).last().waitFor()
    await takePicture(page, 'older-bills')
    await shop.operations.bills.void({key: 'void', bill: old.bill._id, reason: 'Rung up twice'})
    await row(old.bill._id).getByText('Void', {exact: true}).last().waitFor()
    const older = await sell('older still', 91)
    await row(older.bill._id).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('a Studio with `window: {billDays: 3}`', () => {
  let short: TestStudio
  beforeAll(async () => {
    short = await startTestStudio({shop: SHOP_OPTIONS, window: {billDays: 3}})
  })
  afterAll(() => short?.close())

  it('holds the bills of today and two days before, and begins what is older there', async () => {
    const {operations} = await fillSmallShop(short.lake.client())
    const {bill: last} = await sell('third day', 2, operations)
    const {bill: older} = await sell('fourth day', 3, operations)
    const {page, problems} = await openStudioPage(browser, short, 'dashboard/bills')
    await page.getByTestId(`shop-row-bill-${last._id}`).waitFor()
    expect(await page.getByTestId(`shop-row-bill-${older._id}`).count()).toBe(0)
    await page.getByTestId('shop-older-bills').click()
    await page.getByTestId(`shop-row-bill-${older._id}`).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })
})
