import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {StudioWindow, TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {addProducts, openBillDialog, openDashboard} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {pretendCamera} from './pretendCamera.ts'
import {scan} from './scanner.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let first: StudioWindow

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  first = await openDashboard(await browser.newContext({viewport: VIEWPORT}), studio)
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const VIEWPORT = {width: 1280, height: 900}

const dialog = (page: Page) => page.getByTestId('shop-create-bill-dialog')

/** In the first window, whose till is as nobody had used it before. */
async function atTheTill(run: (page: Page) => Promise<void>): Promise<void> {
  const {page, problems} = first
  await openBillDialog(page)
  await run(page)
  expect(problems).toEqual([])
  if (await dialog(page).isVisible()) {
    await dialog(page).getByRole('button', {name: 'Close', exact: true}).click()
    await dialog(page).waitFor({state: 'detached'})
  }
  await page.evaluate(() => sessionStorage.clear())
}

/** In a window of its own. */
async function atAnotherTill(
  run: (page: Page) => Promise<void>,
  prepare: () => void = () => {},
): Promise<void> {
  const context = await browser.newContext({viewport: VIEWPORT})
  await context.addInitScript(prepare)
  const {page, problems} = await openDashboard(context, studio)
  await openBillDialog(page)
  await run(page)
  expect(problems).toEqual([])
  await context.close()
}

const fetch = <T>(query: string) =>
  studio.lake.client().fetch<T>(query, {}, {perspective: 'raw', tag: 'test.till'})

const quantity = (page: Page) => page.getByTestId('shop-line-quantity').first().inputValue()

describe('the till', () => {
  it('adds what is scanned wherever the focus is, and takes back what the scanner typed there', async () => {
    await atTheTill(async (page) => {
      await addProducts(page, ['wire'])
      await page.getByTestId('shop-line-price').focus()
      await scan(page, '8901234567894')
      await page.getByTestId('shop-bill-line').getByText('LED bulb 9 W').waitFor()
      expect(await page.getByTestId('shop-line-price').first().inputValue()).toBe('32.50')
      await page.getByTestId('shop-payment-method').focus()
      await scan(page, 'WIRE-15')
      await poll(() => quantity(page)).toBe('2')
      expect(await page.getByTestId('shop-payment-method').inputValue()).toBe('cash')
      await page.getByTestId('shop-payment-amount').focus()
      await scan(page, '4006381333931')
      await page.getByText('No product on sale has the code 4006381333931.').waitFor()
      expect(await page.getByTestId('shop-payment-amount').inputValue()).toBe('')
      expect(await fetch<number>('count(*[_type == "bill"])')).toBe(0)
    })
  })

  it('reads a barcode with the camera where the browser can, once while it stays in view', async () => {
    await atAnotherTill(async (page) => {
      await page.getByRole('button', {name: 'Scan with the camera'}).click()
      await page.getByTestId('shop-bill-line').getByText('LED bulb 9 W').waitFor()
      await poll(() => page.evaluate('looks')).toBeGreaterThan(5)
      expect(await quantity(page)).toBe('1')
      await page.getByRole('button', {name: 'Close the camera'}).click()
      await poll(() => page.evaluate('track.readyState')).toBe('ended')
    }, pretendCamera)
  })

  it('shows who just took of a line and offers what is left', async () => {
    await atTheTill(async (page) => {
      await addProducts(page, ['bulb'])
      await page.getByTestId('shop-line-quantity').fill('10')
      await shop.operations.bills.create({
        key: 'taken',
        lines: [{product: shop.bulb._id, quantity: 2}],
      })
      await poll(() => page.getByTestId('shop-line-taken').textContent()).toMatch(
        /^Other till sold 2 pcs · /,
      )
      await page.getByRole('button', {name: 'Take what is left: 8 pcs'}).click()
      expect(await quantity(page)).toBe('8')
      await page.getByRole('button', {name: /^Take what is left/}).waitFor({state: 'detached'})
      await page.locator('[data-testid=shop-product-search]:focus').waitFor()
    })
  })

  it('takes a new customer, several payments and cash to give change on, by keyboard alone', async () => {
    await atTheTill(async (page) => {
      await page.keyboard.type('visit')
      await page.locator('[role=option]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByTestId('shop-bill-line').waitFor()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.type('Ravi Menon')
      await page.getByRole('option', {name: 'New customer “Ravi Menon”'}).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('group', {name: 'New customer'}).waitFor()
      await page.keyboard.type('+91 98470 11111')
      await page.keyboard.press('Enter')
      await page.getByText('Ravi Menon · +91 98470 11111').waitFor()
      await page.getByTestId('shop-payment-method').selectOption('card')
      await page.getByTestId('shop-payment-amount').fill('100')
      await page.getByRole('button', {name: 'Add payment'}).press('Enter')
      await page.getByTestId('shop-payment-amount').nth(1).fill('200')
      await poll(() => page.getByTestId('shop-bill-change').textContent()).toBe('₹5.00')
      await takePicture(page, 'till-payments')
      await page.keyboard.press('Enter')
      await page.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
      await page.getByText('Change to give: ₹5.00').waitFor()
      const payments = await fetch('*[_type == "payment"] | order(method){method, amount, change}')
      expect(payments).toEqual([
        {method: 'card', amount: 10_000, change: null},
        {method: 'cash', amount: 19_500, change: 500},
      ])
      await page.getByTestId('shop-open-receipt').click()
      const paper = page.getByTestId('shop-receipt-dialog').frameLocator('iframe')
      await paper.getByText('Ravi Menon').waitFor()
      await paper.getByRole('img', {name: /^B-/}).waitFor()
      await page.keyboard.press('Escape')
      await page.getByTestId('shop-receipt-dialog').waitFor({state: 'detached'})
    })
  })

  it('parks a sale, which another window goes on with and issues', async () => {
    await atTheTill(async (here) => {
      await addProducts(here, ['wire'])
      await here.getByTestId('shop-line-quantity').fill('1.5')
      await here.getByTestId('shop-park-bill').click()
      await here.getByTestId('shop-bill-line').waitFor({state: 'detached'})
      await atAnotherTill(async (there) => {
        await there.getByRole('button', {name: '1 parked sale'}).click()
        await takePicture(there, 'till-parked')
        await there.getByRole('button', {name: 'Go on'}).click()
        await there.getByTestId('shop-bill-line').waitFor()
        expect(await quantity(there)).toBe('1.5')
        await there.keyboard.press('Control+Enter')
        await there.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
      })
      await here.getByRole('button', {name: '1 parked sale'}).waitFor({state: 'detached'})
      expect(await fetch<number>('count(*[_type == "billDraft"])')).toBe(0)
    })
  })

  it('parks what is not complete yet, and goes on with every text as it was typed', async () => {
    await atTheTill(async (page) => {
      await page.getByRole('button', {name: 'Add free line'}).click()
      await page.getByLabel('What is it for?').fill('Repair of the lift')
      await page.getByTestId('shop-line-quantity').fill('1,x')
      await page.getByTestId('shop-park-bill').click()
      await page.getByTestId('shop-bill-line').waitFor({state: 'detached'})
      await page.getByRole('button', {name: '1 parked sale'}).click()
      await page.getByTestId('shop-parked-sale').getByText('Repair of the lift').waitFor()
      await page.getByRole('button', {name: 'Go on'}).click()
      await page.getByTestId('shop-bill-line').waitFor()
      expect(await quantity(page)).toBe('1,x')
      await page.getByTestId('shop-park-bill').click()
      await page.getByRole('button', {name: '1 parked sale'}).click()
      await page.getByRole('button', {name: 'Discard'}).click()
      await page.getByRole('button', {name: 'Discard for good?'}).click()
      await page.getByTestId('shop-parked-sale').waitFor({state: 'detached'})
    })
  })

  it('goes on to the next customer: the bill before stands in the till, and no toast on its buttons', async () => {
    await atTheTill(async (page) => {
      await addProducts(page, ['visit'])
      await page.keyboard.press('Control+Enter')
      await page.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
      await page.getByTestId('shop-open-receipt').waitFor()
      await page.keyboard.press('Enter')
      await page.locator('[data-testid=shop-product-search]:focus').waitFor()
      await page
        .getByTestId('shop-last-issued')
        .getByText(/^Bill \S+ issued$/)
        .waitFor()
      await poll(() => page.getByTestId('shop-open-receipt').count()).toBe(1)
      await page.getByTestId('shop-last-issued').getByRole('button', {name: 'Receipt'}).click()
      await page.getByTestId('shop-receipt-dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByTestId('shop-receipt-dialog').waitFor({state: 'detached'})
      await page.getByTestId('shop-create-bill-dialog').waitFor()
    })
  })

  it('forgets a refusal with the next change, and an unknown code with the next scan', async () => {
    await atTheTill(async (page) => {
      await addProducts(page, ['bulb'])
      await page.getByTestId('shop-line-quantity').fill('40')
      await page.keyboard.press('Enter')
      await page.getByText('The bill was not issued. Nothing was written.').waitFor()
      await page.getByTestId('shop-line-quantity').fill('1')
      await page
        .getByText('The bill was not issued. Nothing was written.')
        .waitFor({state: 'detached'})
      await page.getByTestId('shop-product-search').focus()
      await scan(page, 'NOT-OURS')
      await page.getByText('No active product matches “NOT-OURS”.').waitFor()
      await scan(page, 'WIRE-15')
      await page.getByTestId('shop-bill-line').getByText('House wire 1.5 mm').waitFor()
      expect(await page.getByTestId('shop-product-search').inputValue()).toBe('')
      await page.getByRole('button', {name: 'Remove payment'}).click()
      await page.getByText('Nobody is written down who owes this.', {exact: false}).waitFor()
      await page.getByRole('button', {name: 'Add payment'}).click()
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      })
      await page.keyboard.press('Control+Enter')
      await page.getByTestId('shop-create-bill-dialog').waitFor({state: 'detached'})
    })
  })

  it('discards a parked sale only when asked twice', async () => {
    await shop.operations.bills.park({
      key: 'aside',
      title: 'Ravi',
      content: {lines: [{product: shop.visit._id, quantity: 1}]},
    })
    await atTheTill(async (page) => {
      await page.getByRole('button', {name: '1 parked sale'}).click()
      await page.getByRole('button', {name: 'Discard'}).click()
      await page.getByRole('button', {name: 'Discard for good?'}).click()
      await page.getByTestId('shop-parked-sale').waitFor({state: 'detached'})
      // the row goes at once, the document with the lake's answer
      await poll(() => fetch<number>('count(*[_type == "billDraft"])')).toBe(0)
    })
  })

  it('has no axe violations with everything it can show', async () => {
    await shop.operations.bills.park({
      key: 'aside again',
      content: {lines: [{product: shop.visit._id, quantity: 1}]},
    })
    await atTheTill(async (page) => {
      await addProducts(page, ['bulb'])
      await page.getByTestId('shop-line-quantity').fill('40')
      await page.getByTestId('shop-parked').click()
      await page.getByLabel('Customer').fill('98')
      await page.getByRole('option', {name: /^New customer/}).click()
      await page.getByRole('group', {name: 'New customer'}).waitFor()
      const {violations} = await new AxeBuilder({page})
        .include('[data-testid=shop-create-bill-dialog]')
        .analyze()
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    })
  })
})
