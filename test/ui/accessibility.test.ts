import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {addProducts, openBillDialog, openDashboard} from './dashboardPage.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

let browser: Browser
let studio: TestStudio

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  const {operations, bulb, customer} = await fillSmallShop(studio.lake.client())
  await operations.bills.create({
    key: 'owed',
    customer: customer._id,
    lines: [{product: bulb._id, quantity: 6}],
    dueDate: '2026-01-01',
    occurredAt: '2026-01-01T06:00:00Z',
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** What axe finds in the shop's own part of the page, in words. */
async function findProblems(page: Page, part: string): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page}).include(part).analyze()
  return violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map(({html, failureSummary}) => `${html} ${failureSummary}`).join('\n')}`,
  )
}

describe.each(['light', 'dark'] as const)('accessibility, %s', (colorScheme) => {
  let page: Page

  beforeAll(async () => {
    const context = await browser.newContext({colorScheme, viewport: {width: 1600, height: 1000}})
    ;({page} = await openDashboard(context, studio))
  })
  afterAll(() => page?.context().close())

  it.each([1600, 390])('has no violations on the dashboard at %i px', async (width) => {
    await page.setViewportSize({width, height: 1000})
    await page
      .getByTestId(/^shop-alert-overdue-/)
      .first()
      .waitFor()
    await takePicture(page, `dashboard-${colorScheme}-${width}`)
    expect(await findProblems(page, '[data-testid=shop-dashboard]')).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })

  it('has no violations in the dialogs', async () => {
    await page.setViewportSize({width: 1200, height: 900})
    await openBillDialog(page)
    await addProducts(page, ['bulb'])
    await page.getByTestId('shop-line-quantity').fill('0')
    expect(await findProblems(page, '[data-testid=shop-create-bill-dialog]')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByTestId('shop-adjust-stock').click()
    await page.getByTestId('shop-product-search').fill('wire')
    await page.keyboard.press('Enter')
    await page.getByTestId('shop-stock-quantity').waitFor()
    expect(await findProblems(page, '[data-testid=shop-adjust-stock-dialog]')).toEqual([])
  })
})
