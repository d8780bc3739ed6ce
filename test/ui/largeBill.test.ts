import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {openDashboard} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

const LINES = 700

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let products: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  products = await stockManyProducts()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** 700 products with ten of each. */
async function stockManyProducts(): Promise<readonly string[]> {
  const ids = Array.from({length: LINES}, (_, index) => `product-${index}`)
  const transaction = studio.lake.client().transaction()
  for (const [index, id] of ids.entries()) {
    transaction.create({
      _id: id,
      _type: 'product',
      name: `Part ${index}`,
      sku: `PART-${index}`,
      unit: {name: 'pcs', decimals: 0},
      price: 100,
      trackStock: true,
      isActive: true,
    })
  }
  await transaction.commit()
  await shop.operations.stock.open({
    key: 'many',
    lines: ids.map((product) => ({product, quantity: 10, unitCost: 50})),
  })
  return ids
}

/** Writes down every different set of figures that the page shows from now on. */
async function recordFigures(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    const look = () => {
      const figures = ['sales-today', 'bills-today', 'stock-value'].map(
        (name) => document.querySelector(`[data-testid=shop-stat-${name}]`)?.textContent ?? '',
      )
      const text = figures.join(' | ')
      if (seen.at(-1) !== text) seen.push(text)
    }
    look()
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    Object.assign(globalThis, {seenFigures: () => seen})
  })
  return () => page.evaluate<readonly string[]>('seenFigures()')
}

describe('a shop with 700 products', () => {
  it('renders only the rows that can be seen, and scrolls to the others', async () => {
    const {page} = await openDashboard(browser, studio)
    const rows = page.locator('[data-testid^="shop-row-product-product-"]')
    await rows.first().waitFor()
    expect(await rows.count()).toBeLessThan(60)
    const first = (await rows.first().getAttribute('data-testid')) ?? ''
    await rows.first().hover()
    await page.mouse.wheel(0, 1_000_000)
    await page.getByTestId(first).waitFor({state: 'detached'})
    await rows.first().waitFor()
    expect(await rows.count()).toBeLessThan(60)
    await page.context().close()
  })
})

describe('a bill of 700 lines', () => {
  it('is shown as one change: never some of its stock without the bill', async () => {
    const {page, problems} = await openDashboard(browser, studio)
    await poll(() => page.getByTestId('shop-stat-stock-value').textContent()).toBe('₹4,800.00')
    const seen = await recordFigures(page)
    await shop.operations.bills.create({
      key: 'large',
      lines: products.map((product) => ({product, quantity: 1})),
    })
    await poll(() => page.getByTestId('shop-stat-bills-today').textContent()).toBe('1')
    await page.getByText('700 lines').first().waitFor()
    expect(await seen()).toEqual(['₹0.00 | 0 | ₹4,800.00', '₹826.00 | 1 | ₹4,450.00'])
    expect(problems).toEqual([])
    await page.context().close()
  })
})
