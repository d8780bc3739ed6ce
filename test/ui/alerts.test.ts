import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {openDashboard} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

const MANY = 50
const today = dayOf(new Date().toISOString(), SHOP_OPTIONS.timeZone)

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({
    shop: SHOP_OPTIONS,
    lake: {datasets: [{name: 'production', aclMode: 'public'}]},
  })
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  ;({page, problems} = await openDashboard(browser, studio))
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const alert = (key: string, where = page) => where.getByTestId(`shop-alert-${key}`)
const count = (where = page) => where.getByTestId('shop-alert-count').textContent()
const toasts = (where: Page) => where.locator('[data-ui=Toast]')

/** The menu moves the focus to its first item a frame or two after it has opened. */
async function chooseFromMenu(key: string, item: string): Promise<void> {
  await page.locator('[role=menu]:visible').waitFor({state: 'detached'})
  await alert(key)
    .getByRole('button', {name: /^What to do about/})
    .focus()
  await page.keyboard.press('Enter')
  await page.locator('[role=menuitem]:focus').waitFor()
  await page.getByRole('menuitem', {name: item}).focus()
  await page.keyboard.press('Enter')
}

describe('alerts', () => {
  it('say that anyone can read the dataset, and what that means', async () => {
    await alert('publicDataset-production')
      .getByText(/customers, bills and stock have private ids/)
      .waitFor()
    expect(await count()).toBe('1')
  })

  it('open and close with their reason: due soon, large discount, large void', async () => {
    const {operations, bulb, customer} = shop
    const sell = (key: string, extra: object) =>
      operations.bills.create({key, lines: [{product: bulb._id, quantity: 1}], ...extra})
    const due = await sell('due', {customer: customer._id, dueDate: addDays(today, 2)})
    await alert(`dueSoon-${due.bill._id}`)
      .getByText(/due in 2 days/)
      .waitFor()
    const gift = await sell('gift', {
      discount: {rate: 3_000},
      payments: [{method: 'cash', amount: 9_912}],
    })
    await alert(`largeDiscount-${gift.bill._id}`)
      .getByText(/30 % off/)
      .waitFor()
    await operations.bills.recordPayment({
      key: 'paid',
      bill: due.bill._id,
      amount: 14_160,
      method: 'cash',
    })
    await alert(`dueSoon-${due.bill._id}`).waitFor({state: 'detached'})
    await operations.bills.void({key: 'void', bill: gift.bill._id, reason: 'Rung up twice'})
    await alert(`largeVoid-${gift.bill._id}`)
      .getByText(/Rung up twice/)
      .waitFor()
    await alert(`largeDiscount-${gift.bill._id}`).waitFor({state: 'detached'})
  })

  it('are taken and put aside by keyboard, and every other window sees it', async () => {
    const {page: other} = await openDashboard(browser, studio)
    const key = 'publicDataset-production'
    const before = Number(await count(other))
    await chooseFromMenu(key, 'I take care of it')
    await alert(key, other)
      .getByText(/taken by/)
      .waitFor()
    await chooseFromMenu(key, 'Put aside until tomorrow')
    await alert(key, other).waitFor({state: 'detached'})
    await poll(() => count(other)).toBe(String(before - 1))
    await page.getByRole('button', {name: '1 put aside'}).click()
    await takePicture(page, 'alerts-put-aside')
    await chooseFromMenu(key, 'Bring back')
    await alert(key, other).waitFor()
    await other.context().close()
  })

  it('of fifty products at once are told in one toast, anywhere in the Studio, and counted on the tool', async () => {
    const elsewhere = await openStudioPage(browser, studio, 'structure')
    const before = Number(await count())
    await poll(() => count(elsewhere.page)).toBe(String(before))
    const {operations} = shop
    const products = await Promise.all(
      Array.from({length: MANY}, (_, index) =>
        operations.products.create({
          name: `Fuse ${index}`,
          sku: `FUSE-${index}`,
          price: 500,
          reorderLevel: 5,
        }),
      ),
    )
    await poll(() => count(elsewhere.page)).toBe(String(before + MANY))
    await toasts(elsewhere.page).getByText(`${MANY} new alerts`).waitFor()
    expect(await toasts(elsewhere.page).count()).toBe(1)
    await takePicture(elsewhere.page, 'alerts-toast')
    await operations.stock.receive({
      key: 'stock up',
      lines: products.map(({_id}) => ({product: _id, quantity: 100})),
    })
    await poll(() => count(elsewhere.page)).toBe(String(before))
    await elsewhere.page.context().close()
  })

  it('say that the connection is lost, and stop saying it when it is back', async () => {
    await page.context().setOffline(true)
    await alert('connectionLost-shop').waitFor()
    await page.context().setOffline(false)
    await alert('connectionLost-shop').waitFor({state: 'detached'})
    expect(problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })
})
