import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {openDashboard, stat} from './dashboardPage.ts'
import {poll} from './poll.ts'
import type {SmallShop} from './smallShop.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

const DAY_MS = 86_400_000
const today = dayOf(new Date().toISOString(), SHOP_OPTIONS.timeZone)

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  const context = await browser.newContext({viewport: {width: 1600, height: 1400}})
  await context.addInitScript(countDashboards)
  ;({page, problems} = await openDashboard(context, studio))
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** How many elements the dashboard has been that could be pressed or typed into, in `globalThis.dashboards`. */
function countDashboards(): void {
  const seen = new WeakSet<Element>()
  Object.assign(globalThis, {dashboards: 0, hadEarlyTiles: false})
  new MutationObserver(() => {
    const dashboard = document.querySelector('[data-testid=shop-dashboard]')
    if (dashboard === null || seen.has(dashboard)) return
    if (dashboard.hasAttribute('inert')) {
      const hasTile = dashboard.querySelector('[data-testid=shop-stat-stock-value]') !== null
      if (hasTile && Reflect.get(globalThis, 'hadEarlyTiles') === false) {
        Object.assign(globalThis, {hadEarlyTiles: true, tilesStoodAt: performance.now()})
      }
      return
    }
    seen.add(dashboard)
    Object.assign(globalThis, {dashboards: Number(Reflect.get(globalThis, 'dashboards')) + 1})
  }).observe(document, {attributeFilter: ['inert'], childList: true, subtree: true})
}

const day = () => page.getByRole('list', {name: 'The day'})
const tile = (name: string) => day().getByRole('listitem').filter({hasText: name})
const sell = (key: string, quantity: number, occurredAt: string, extra: object = {}) =>
  shop.operations.bills.create({
    key,
    lines: [{product: shop.visit._id, quantity}],
    occurredAt,
    ...extra,
  })

async function back(): Promise<void> {
  await page.getByRole('navigation', {name: 'Views'}).getByRole('link', {name: 'Realtime'}).click()
  await page.getByTestId('shop-stat-bills-today').waitFor()
}

describe('the realtime view', () => {
  it('compares the day with yesterday and the same weekday at this time, and names both', async () => {
    const now = Date.now()
    const ago = (days: number, ms: number) => new Date(now - days * DAY_MS + ms).toISOString()
    await sell('yesterday before', 1, ago(1, -61_000))
    await sell('yesterday after', 4, ago(1, 600_000))
    await sell('last week', 2, ago(7, -61_000))
    await sell('today', 3, ago(0, -1000), {payments: [{method: 'upi', amount: 88_500}]})
    await poll(() => stat(page, 'sales-today')).toBe('₹885.00')
    expect(await stat(page, 'items-today')).toBe('3')
    expect(await stat(page, 'margin-today')).toBe('₹750.00')
    const text = (await tile('Sales today').textContent()) ?? ''
    expect(text).toMatch(/\+200% .* by now ₹295\.00/)
    expect(text).toMatch(/\+50% .* by now ₹590\.00/)
    await takePicture(page, 'realtime-1600')
  })

  it('can be pressed and typed into only in the mount that stays, so that nothing is lost', async () => {
    expect(await page.evaluate('dashboards')).toBe(1)
  })

  it('has its tiles before that, while the Studio still starts', async () => {
    expect(await page.evaluate('hadEarlyTiles')).toBe(true)
  })

  it('is so too when the Studio is told its features two seconds after the tiles stand', async () => {
    const context = await browser.newContext()
    await context.addInitScript(countDashboards)
    await context.route(/\/features/, async (route) => {
      const asking = route.request().frame().page()
      await asking.waitForFunction(
        () => performance.now() > Number(Reflect.get(globalThis, 'tilesStoodAt')) + 2000,
      )
      await route.continue()
    })
    const told = context.waitForEvent('response', (response) => /\/features/.test(response.url()))
    const {page: late} = await openStudioPage(context, studio, 'dashboard/realtime')
    await (await told).finished()
    await late.locator('[data-testid=shop-dashboard]:not([inert])').waitFor()
    await late.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    expect(await late.evaluate('dashboards')).toBe(1)
    await context.close()
  })

  it('opens what is behind every figure, in the URL', async () => {
    await tile('Bills today').getByRole('link').click()
    await page.getByRole('grid', {name: 'Bills'}).waitFor()
    expect(new URL(page.url()).searchParams.get('on')).toBe(today)
    expect(await page.getByRole('row').count()).toBe(2)
    await page.getByRole('button', {name: /^Take away/}).click()
    await poll(() => page.getByRole('row').count()).toBe(5)
    await back()
    await page.getByRole('link', {name: 'UPI'}).click()
    await page.getByRole('grid', {name: 'Bills'}).waitFor()
    expect(new URL(page.url()).searchParams.get('method')).toBe('upi')
    await poll(() => page.getByRole('row').count()).toBe(2)
    await back()
    await page.getByRole('link', {name: 'Receivables'}).click()
    await page.getByRole('grid', {name: 'Bills'}).waitFor()
    await poll(() => page.getByRole('row').count()).toBe(4)
    await back()
    await page.getByRole('link', {name: 'Out of stock'}).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Nothing matches the search and filter').waitFor()
  })

  it('shows an old bill that is still owed although its lines are no longer held', async () => {
    await sell('old', 1, `${addDays(today, -90)}T06:00:00Z`, {dueDate: addDays(today, -80)})
    await back()
    await page.getByRole('link', {name: '61–90 days'}).click()
    await page.getByRole('grid', {name: 'Bills'}).waitFor()
    await poll(() => page.getByRole('row').count()).toBe(2)
    await back()
  })

  it('has no axe violations', async () => {
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-dashboard]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(problems).toEqual([])
  })
})
