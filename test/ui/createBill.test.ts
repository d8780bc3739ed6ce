import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {addProducts, openBillDialog, openDashboard} from './dashboardPage.ts'
import {poll} from './poll.ts'
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

const countBills = () =>
  studio.lake.client().fetch<number>('count(*[_type == "bill"])', {}, {perspective: 'raw'})

describe('the bill dialog on the dashboard', () => {
  let page: Page
  let problems: readonly string[]

  beforeAll(async () => {
    ;({page, problems} = await openDashboard(browser, studio))
  })
  afterEach(() => expect(problems).toEqual([]))
  afterAll(() => page?.context().close())

  it('shows the total while typing and issues one bill however often Enter is pressed', async () => {
    const before = await countBills()
    await openBillDialog(page)
    await addProducts(page, ['bulb'])
    await page.getByTestId('shop-line-quantity').fill('2')
    await poll(() => page.getByTestId('shop-bill-total').textContent()).toBe('₹283.20')
    await page.getByTestId('shop-line-discount').fill('10%')
    await poll(() => page.getByTestId('shop-bill-total').textContent()).toBe('₹254.88')
    await page.getByRole('button', {name: 'Remove payment'}).click()
    await poll(() => page.getByTestId('shop-bill-open').textContent()).toBe('₹254.88')
    await page.getByRole('button', {name: 'Add payment'}).click()
    await page.getByTestId('shop-payment-amount').fill('300')
    await poll(() => page.getByTestId('shop-bill-change').textContent()).toBe('₹45.12')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
    await page
      .getByText(/^Bill \S+ issued$/)
      .first()
      .waitFor()
    expect(await countBills()).toBe(before + 1)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Create bill')
  })

  it('says in words what is short, keeps the bill, and issues it when it is put right', async () => {
    await openBillDialog(page)
    await addProducts(page, ['bulb', 'visit'])
    await page.getByTestId('shop-line-quantity').first().fill('40')
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByTestId('shop-create-bill-dialog')
    await dialog.getByText('The bill was not issued. Nothing was written.').waitFor()
    await dialog
      .getByText(/Only 8 pcs left; you asked for 40 pcs\./)
      .first()
      .waitFor()
    await takePicture(page, 'bill-out-of-stock')
    await page.getByTestId('shop-line-quantity').first().fill('1')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({state: 'detached'})
  })

  it('loses nothing when it is closed by mistake or the tab is reloaded', async () => {
    await openBillDialog(page)
    await addProducts(page, ['wire'])
    await page.getByTestId('shop-line-quantity').fill('2.5')
    await page.keyboard.press('Escape')
    await page.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
    await page.reload()
    await openBillDialog(page)
    await page.getByText('This is the bill you had begun. Nothing was lost.').waitFor()
    expect(await page.getByTestId('shop-line-quantity').inputValue()).toBe('2.5')
    await page.getByRole('button', {name: 'Start over'}).click()
    await page.getByTestId('shop-bill-line').waitFor({state: 'detached'})
    await page.keyboard.press('Escape')
    await page.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
  })

  it('refuses an empty bill and a line without a name', async () => {
    await openBillDialog(page)
    await page.keyboard.press('Enter')
    await page.getByText('Add at least one line.').waitFor()
    await page.getByRole('button', {name: 'Add free line'}).click()
    await page.getByTestId('shop-line-price').fill('250')
    await page.keyboard.press('Enter')
    await page.getByText('Say what the line is for.').waitFor()
    await page.getByRole('button', {name: 'Remove Free line'}).click()
    await page.locator('[data-testid=shop-product-search]:focus').waitFor()
    expect(await page.getByTestId('shop-create-bill-dialog').count()).toBe(1)
  })
})

describe('the bill dialog of a document', () => {
  it('opens on a customer with the customer on it, and on a product with its line', async () => {
    const {page} = await openStudioPage(
      browser,
      studio,
      `intent/edit/id=${shop.customer._id};type=user`,
    )
    await runAction(page, 'Create bill')
    await page.getByTestId('shop-create-bill-dialog').getByText('Meera Nair').first().waitFor()
    await page.keyboard.press('Escape')
    await page.goto(new URL(`intent/edit/id=${shop.bulb._id};type=product`, studio.url).href)
    await runAction(page, 'Create bill')
    await page.getByTestId('shop-bill-line').getByText('LED bulb 9 W').waitFor()
    await takePicture(page, 'bill-from-product')
    await page.keyboard.press('Escape')
    await runAction(page, 'Adjust stock')
    await page.getByTestId('shop-stock-quantity').fill('1')
    await page.getByTestId('shop-stock-reason').fill('Found one')
    await page.keyboard.press('Enter')
    await page.getByTestId('shop-adjust-stock-dialog').waitFor({state: 'detached'})
    await page.context().close()
  })
})

/** Actions stand in the menu beside Publish. */
async function runAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name}).click()
}
