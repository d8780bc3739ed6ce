import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {openDashboard, stat} from './dashboardPage.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let page: Page
let problems: readonly string[]

/** Documents that a script or an import could leave behind. */
const SPOILED: readonly {_id: string; _type: string; [attribute: string]: unknown}[] = [
  {_id: 'no-name', _type: 'product', name: null, sku: 7, unit: 'pcs', price: 'cheap'},
  {_id: 'long-name', _type: 'product', name: 'x'.repeat(1_000_000), sku: 'LONG'},
  {_id: 'no-brand', _type: 'brand', name: ['a', 'b']},
  {_id: 'no-category', _type: 'category', name: {en: 'Lamps'}},
  {_id: 'user.nobody', _type: 'user', role: 'customer'},
  {
    _id: 'bill.no-lines',
    _type: 'bill',
    number: 5,
    lines: 'none',
    totals: null,
    occurredAt: 'today',
  },
  {_id: 'billBalance.no-lines', _type: 'billBalance', balance: '12', dueDate: 'soon'},
  {_id: 'stockLevel.no-name', _type: 'stockLevel', onHand: 'many', product: {_ref: 'no-name'}},
  {_id: 'stockTransaction.none', _type: 'stockTransaction', quantity: '1', product: null},
  {_id: 'daySummary.2026-13-40', _type: 'daySummary', day: '2026-13-40', sales: 'lots'},
  {_id: 'alertNote.none', _type: 'alertNote', alert: 5, until: 'later'},
]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  const client = studio.lake.client()
  await fillSmallShop(client)
  const transaction = client.transaction()
  for (const document of SPOILED) transaction.create(document)
  await transaction.commit()
  browser = await openBrowser()
  ;({page, problems} = await openDashboard(browser, studio))
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

it('spoiled documents are alerts, and count nowhere', async () => {
  for (const {_id} of SPOILED.filter(({_id}) => _id !== 'long-name')) {
    await page.getByTestId(`shop-alert-malformed-${_id}`).waitFor()
  }
  expect(await stat(page, 'sales-today')).toBe('₹0.00')
  expect(await stat(page, 'stock-value')).toBe('₹1,300.00')
})

it('every view shows the rest of the shop all the same', async () => {
  const views = page.getByRole('navigation', {name: 'Views'}).getByRole('link')
  const names = await views.allTextContents()
  expect(names.length).toBeGreaterThan(6)
  for (const name of names) {
    await views.filter({hasText: name}).first().click()
    await page
      .getByTestId('shop-dashboard')
      .locator(`section[aria-label], [role=grid]`)
      .first()
      .waitFor()
    expect(await page.getByText(/could not be shown/).count(), name).toBe(0)
  }
  expect(problems).toEqual([])
})
