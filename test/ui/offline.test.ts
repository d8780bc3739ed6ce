import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {addProducts, openBillDialog, openDashboard, stat} from './dashboardPage.ts'
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

const statusOf = (page: Page) => page.getByTestId('shop-status').getAttribute('data-status')

/** What this device keeps: the keys of every database of the shop. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    const known = await indexedDB.databases()
    if (!known.some(({name}) => name === 'sanity-plugin-shop')) return []
    const database = await done(indexedDB.open('sanity-plugin-shop'))
    const keys = await done(database.transaction('shops').objectStore('shops').getAllKeys())
    database.close()
    return keys.map(String)
  })
}

const untilKept = (page: Page) =>
  poll(async () => (await kept(page)).some((key) => key.endsWith('header'))).toBe(true)

async function sellOverApi(key: string) {
  await shop.operations.bills.create({key, lines: [{product: shop.bulb._id, quantity: 1}]})
}

describe('a Studio without a network', () => {
  it('keeps the figures, refuses a bill in words, and catches up without a reload', async () => {
    const {page} = await openDashboard(browser, studio)
    const loads = {count: 0}
    page.on('load', () => loads.count++)
    const before = await stat(page, 'bills-today')
    await openBillDialog(page)
    await addProducts(page, ['bulb'])
    await page.context().setOffline(true)
    await poll(() => statusOf(page)).toBe('offline')
    await sellOverApi('while offline')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/This device is offline\. Nothing was saved/).waitFor({timeout: 5_000})
    await takePicture(page, 'offline-bill')
    await page.keyboard.press('Escape')
    expect(await stat(page, 'bills-today')).toBe(before)
    await page.getByTestId('shop-status').click()
    await page.getByText(/This device is offline\. What is shown is kept/).waitFor()
    await takePicture(page, 'offline-status')
    await page.context().setOffline(false)
    await poll(() => statusOf(page)).toBe('live')
    await poll(() => stat(page, 'bills-today')).toBe(String(Number(before) + 1))
    expect(loads.count).toBe(0)
    await page.context().close()
  })

  it('starts from what it keeps, as of then, and becomes live without a reload', async () => {
    const {page} = await openDashboard(browser, studio)
    await untilKept(page)
    const bills = await stat(page, 'bills-today')
    let isBlocked = true
    await page.route(/\/data\/(query|doc)\//, (route) =>
      isBlocked ? route.abort() : route.continue(),
    )
    await sellOverApi('while away')
    await page.reload()
    await poll(() => statusOf(page)).toBe('stale')
    await page
      .getByText(/^Last known data, as of /)
      .first()
      .waitFor()
    await poll(() => stat(page, 'bills-today')).toBe(bills)
    await page.getByTestId('shop-status').click()
    await page.getByText('Data as of').waitFor()
    await takePicture(page, 'stale-status')
    const loads = {count: 0}
    page.on('load', () => loads.count++)
    isBlocked = false
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await poll(() => statusOf(page)).toBe('live')
    await poll(() => stat(page, 'bills-today')).toBe(String(Number(bills) + 1))
    expect(loads.count).toBe(0)
    await page.context().close()
  })

  it('forgets the shop when the Studio is logged out', async () => {
    const {page} = await openDashboard(browser, studio)
    await untilKept(page)
    await page.locator('#user-menu').click()
    await page.getByText('Sign out').click()
    await page.getByTestId('demo-login').waitFor()
    await poll(() => kept(page)).toEqual([])
    await page.context().close()
  })
})
