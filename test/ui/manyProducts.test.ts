import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {measureOpening} from '../bench/chromium/measureOpening.ts'
import {measureScroll} from '../bench/chromium/measureScroll.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import {sized} from '../rig/size.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

const PRODUCTS = sized(2_000, 10_000)
const PAGE = 1_000

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  await stockManyProducts()
  browser = await openBrowser()
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  ;({page, problems} = await openStudioPage(context, studio, 'dashboard/inventory'))
  await grid().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const grid = () => page.getByRole('grid', {name: 'Inventory'})
const rows = () => grid().getByRole('row')

/** Products with ten of each; the opening stock by the shop's own operation, a thousand at once. */
async function stockManyProducts(): Promise<void> {
  const client = studio.lake.client()
  const {_rev, _createdAt, _updatedAt, ...bulb} = shop.bulb
  for (let from = 0; from < PRODUCTS; from += PAGE) {
    const ids = Array.from({length: Math.min(PAGE, PRODUCTS - from)}, (_, index) =>
      toId(from + index),
    )
    const transaction = client.transaction()
    for (const _id of ids) {
      transaction.create({...bulb, _id, name: `Lamp ${_id}`, sku: _id.toUpperCase()})
    }
    // oxlint-disable-next-line no-await-in-loop
    await transaction.commit({returnDocuments: false})
    const lines = ids.map((product) => ({product, quantity: 10, unitCost: 8_000}))
    // oxlint-disable-next-line no-await-in-loop
    await shop.operations.stock.open({key: `opening ${from}`, lines})
  }
}

const toId = (index: number): string => `many-${String(index).padStart(5, '0')}`

/** Figures of the machine it ran on: `npm run bench` measures them beside a bare scroller. */
async function scrollThrough(when: string): Promise<void> {
  const {frames, longest, mainThread, reached} = await measureScroll(page, '[role=grid]')
  console.log(
    `${PRODUCTS} products ${when}, ${frames} frames in 3 s, the longest ${longest.toFixed(1)} ms, main thread ${mainThread.toFixed(1)} ms a frame`,
  )
  expect(reached).toBeGreaterThan(1_000)
}

describe(`an inventory of ${PRODUCTS} products`, () => {
  it('renders only the rows in sight, and finds one by its sku', async () => {
    expect(await grid().getAttribute('aria-rowcount')).toBe(String(PRODUCTS + 4))
    expect(await rows().count()).toBeLessThan(80)
    await page.getByRole('textbox', {name: 'Search inventory'}).fill('many-01234')
    await poll(() => rows().count()).toBe(2)
    await page.getByRole('textbox', {name: 'Search inventory'}).fill('')
    await poll(() => rows().count()).toBeGreaterThan(20)
  })

  it('scrolls through all of them', async () => {
    await scrollThrough('at rest')
  })

  it('scrolls through all of them, while sales go on', async () => {
    const sales = (async () => {
      for (let number = 0; number < 10; number++) {
        // oxlint-disable-next-line no-await-in-loop
        await shop.operations.bills.create({
          key: `during ${number}`,
          lines: [{product: `many-0000${number}`, quantity: 1}],
        })
      }
    })()
    await scrollThrough('while ten sales come')
    await sales
    await takePicture(page, 'inventory-many')
  })

  it('opens the till with the search ready, the first time and later', async () => {
    const times: number[] = []
    for (let time = 0; time < 4; time++) times.push(await measureOpening(page))
    const [first, ...later] = times.map((ms) => ms.toFixed(0))
    console.log(`${PRODUCTS} products, till ready after ${first} ms, later ${later.join(', ')} ms`)
  })

  it('shows a sale in its row and leaves the row under the pointer where it is', async () => {
    await grid().evaluate((element) => element.scrollTo({top: 0}))
    await page
      .getByRole('columnheader', {name: /^On hand/})
      .getByRole('button')
      .click()
    await page.locator('[role=columnheader][aria-sort=ascending]', {hasText: 'On hand'}).waitFor()
    const third = rows().nth(3)
    await third.hover()
    const id = (await third.getAttribute('data-testid')) ?? ''
    await shop.operations.bills.create({
      key: 'under the pointer',
      lines: [{product: id.replace('shop-row-product-', ''), quantity: 5}],
    })
    const row = page.getByTestId(id)
    await poll(() => row.textContent()).toContain('Low')
    expect(await third.getAttribute('data-testid')).toBe(id)
    await page.mouse.move(5, 5)
    // the visit has no stock and stays first
    await poll(() => rows().nth(2).getAttribute('data-testid')).toBe(id)
    expect(problems).toEqual([])
  })
})
