import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {SETTINGS_ID} from '../../plugin/domain/ids.ts'
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
  const {operations} = await fillSmallShop(studio.lake.client())
  const name = 'Halden and sons, electrical manufacturing'
  await operations.brands.create({name, isActive: true})
  await studio.lake
    .client()
    .patch(SETTINGS_ID)
    .set({name: 'Sharma Electrical, Hardware and Repairs'})
    .commit()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

async function openAt(width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme})
  return (await openDashboard(context, studio)).page
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on the page.')
  return {...box, right: box.x + box.width, middle: box.y + box.height / 2}
}

describe.each(['light', 'dark'] as const)('on a phone of 390 px, %s', (scheme) => {
  let page: Page

  beforeAll(async () => {
    page = await openAt(390, scheme)
  })
  afterAll(() => page?.context().close())

  it('every figure of a brand stands within the screen, below its name and what it is', async () => {
    await page.getByRole('link', {name: 'Brands & categories'}).click()
    const row = page
      .getByRole('table', {name: 'Brands'})
      .getByRole('row', {name: /Halden and sons/})
    const cells = row.getByRole('cell')
    await cells.first().waitFor()
    expect(await cells.count()).toBe(6)
    for (const cell of await cells.all()) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await boxOf(cell)).right).toBeLessThanOrEqual(390)
    }
    const [name, menu] = [await boxOf(row.getByRole('link')), await boxOf(cells.last())]
    expect(Math.abs(name.middle - menu.middle)).toBeLessThan(12)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const titles = await cells.evaluateAll((all) =>
      all.map((cell) => getComputedStyle(cell, '::before').content),
    )
    expect(titles.slice(0, 3).join(' ')).toMatch(/Products.*Stock value.*Sales/)
    await takePicture(page, `brands-390-${scheme}`)
  })

  it('the fields of a line in the till say what they are', async () => {
    await openBillDialog(page)
    await addProducts(page, ['bulb'])
    const line = page.getByTestId('shop-bill-line')
    for (const [heading, field] of [
      ['Quantity', 'quantity'],
      ['Price', 'price'],
      ['Discount', 'discount'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const above = await boxOf(line.getByText(heading, {exact: true}))
      // oxlint-disable-next-line no-await-in-loop
      const below = await boxOf(line.getByTestId(`shop-line-${field}`))
      expect(above.y).toBeLessThan(below.y)
      expect(Math.abs(above.x - below.x)).toBeLessThan(12)
    }
    await takePicture(page, `till-390-${scheme}`)
  })
})

describe('brands and categories', () => {
  it('tell a viewer why nothing can be made or changed', async () => {
    const {page} = await openDashboard(browser, studio.as('viewer'), 'dashboard/realtime')
    await page.getByRole('link', {name: 'Brands & categories'}).click()
    const words = 'only an administrator or an editor may'
    for (const name of ['New brand', 'New category', /Halden and sons/]) {
      const button = page.getByRole('button', {name})
      // oxlint-disable-next-line no-await-in-loop
      await button.waitFor()
      // oxlint-disable-next-line no-await-in-loop
      expect(await button.isDisabled()).toBe(true)
      // oxlint-disable-next-line no-await-in-loop
      expect(await button.getAttribute('title')).toBe(words)
    }
    await page.context().close()
  })
})

describe('at 1,600 px', () => {
  it('the views, the connection, the till and the day stand in one row, however long the shop is called', async () => {
    const page = await openAt(1600, 'light')
    const views = page.getByRole('navigation', {name: 'Views'})
    const {middle, right} = await boxOf(views)
    for (const control of ['shop-status', 'shop-create-bill', 'shop-as-of']) {
      // oxlint-disable-next-line no-await-in-loop
      const box = await boxOf(page.getByTestId(control))
      expect(Math.abs(box.middle - middle), control).toBeLessThan(6)
      expect(box.x).toBeGreaterThan(right - 1)
      expect(box.right).toBeLessThanOrEqual(1600)
    }
    await takePicture(page, 'header-1600')
    await page.context().close()
  })
})
