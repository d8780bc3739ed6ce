import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {createBillByKeyboard, openDashboard, stat, stockOf} from './dashboardPage.ts'
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

describe('a window on a shop', () => {
  it('opens at /dashboard/realtime, live, with the figures of the shop', async () => {
    const {page, problems} = await openDashboard(browser, studio, 'dashboard')
    expect(new URL(page.url()).pathname).toMatch(/\/dashboard\/realtime$/)
    await poll(() => stat(page, 'bills-today')).toBe('0')
    expect(await stat(page, 'stock-value')).toBe('₹1,300.00')
    expect(await stat(page, 'low-stock')).toBe('0')
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('names whoever else is here, and tells a viewer why the till stays closed', async () => {
    const {page: here} = await openDashboard(browser, studio)
    const {page: there} = await openDashboard(browser, studio.as('viewer'))
    await here.getByText('Viewer is here too').waitFor()
    await there.getByText('Administrator is here too').waitFor()
    await takePicture(here, 'somebody-here')
    const till = there.getByTestId('shop-create-bill')
    expect(await till.isDisabled()).toBe(true)
    expect(await till.getAttribute('title')).toBe(
      'Your role may not do this. Ask an administrator.',
    )
    await there.context().close()
    await here.getByText('Nobody else has the Studio open.').waitFor()
    await here.context().close()
  })
})

describe('two windows on one shop, neither ever reloaded', () => {
  let here: Page
  let there: Page
  let problems: () => readonly string[]
  let loads = 0

  beforeAll(async () => {
    const one = await openDashboard(browser, studio)
    const other = await openDashboard(browser, studio)
    here = one.page
    there = other.page
    there.on('load', () => (loads += 1))
    problems = () => [...one.problems, ...other.problems]
  })
  afterEach(() => {
    expect(loads).toBe(0)
    expect(problems()).toEqual([])
  })

  it('shows a brand made, renamed and deleted over the API in the other window', async () => {
    const brand = await shop.operations.brands.create({name: 'Sunvolt', isActive: true})
    const row = there.getByTestId(`shop-row-brand-${brand._id}`)
    await row.getByText('Sunvolt').waitFor()
    await shop.operations.brands.update(brand._id, {name: 'Sunvolt India'})
    await row.getByText('Sunvolt India').waitFor()
    await shop.operations.brands.delete(brand._id)
    await row.waitFor({state: 'detached'})
  })

  it('shows a test brand of one window in the other, with the time it took, and takes it away', async () => {
    await here.getByRole('link', {name: 'Diagnostics'}).click()
    await here.getByTestId('shop-test-brand').click()
    await there
      .getByText(/^Test brand /)
      .first()
      .waitFor()
    await poll(() => here.getByTestId('shop-test-brand-result').textContent()).toMatch(
      /^Back after \d+ ms$/,
    )
    await here.getByTestId('shop-test-brand-remove').click()
    await there
      .getByText(/^Test brand /)
      .first()
      .waitFor({state: 'detached'})
    await here.getByRole('link', {name: 'Realtime', exact: true}).click()
    await here.getByTestId('shop-stat-bills-today').waitFor()
  })

  it('a bill made by keyboard alone appears in the other window and stock falls in both', async () => {
    const number = await createBillByKeyboard(here, ['bulb', 'bulb', 'bulb'])
    for (const page of [here, there]) {
      await page.getByText(number).first().waitFor()
      await poll(() => stockOf(page, shop.bulb._id)).toContain('7 pcs')
      await poll(() => stat(page, 'bills-today')).toBe('1')
      expect(await stat(page, 'sales-today')).toBe('₹424.80')
    }
    await takePicture(here, 'bill-made')
  })

  it('raises the low-stock alert in both windows and drops it when stock comes back', async () => {
    const alert = (page: Page) => page.getByTestId(`shop-alert-lowStock-${shop.bulb._id}`)
    const count = (counted: number) =>
      shop.operations.stock.count({
        key: `count-${counted}`,
        product: shop.bulb._id,
        counted,
        countedAt: new Date().toISOString(),
      })
    await count(4)
    for (const page of [here, there]) {
      await alert(page).waitFor()
      expect(await stat(page, 'low-stock')).toBe('1')
    }
    await count(9)
    for (const page of [here, there]) {
      await alert(page).waitFor({state: 'detached'})
      expect(await stat(page, 'low-stock')).toBe('0')
    }
  })

  it('adjusts stock by the dialog: before and after stand there while typing', async () => {
    await here.getByTestId('shop-adjust-stock').click()
    await here.getByTestId('shop-product-search').fill('WIRE')
    await here.locator('[role=option]').first().waitFor()
    await here.keyboard.press('Enter')
    await here.getByTestId('shop-stock-quantity').fill('-2.50')
    expect(await here.getByTestId('shop-stock-before').textContent()).toBe('25.00 m')
    expect(await here.getByTestId('shop-stock-after').textContent()).toBe('22.50 m')
    await here.keyboard.press('Enter')
    await here.getByText('Say why, for whoever reads the ledger later.').waitFor()
    await here.getByTestId('shop-stock-reason').fill('Cut for a sample')
    await here.keyboard.press('Enter')
    await here.getByTestId('shop-adjust-stock-dialog').waitFor({state: 'detached'})
    await poll(() => stockOf(there, shop.wire._id)).toContain('22.50 m')
  })
})
