import {AxeBuilder} from '@axe-core/playwright'
import {readFileSync} from 'node:fs'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import {sized} from '../rig/size.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {poll} from './poll.ts'
import type {SmallShop} from './smallShop.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

const TODAY = dayOf(new Date().toISOString(), SHOP_OPTIONS.timeZone)

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  const {operations, bulb, visit, customer} = shop
  const sell = (key: string, daysAgo: number, quantity: number) =>
    operations.bills.create({
      key,
      customer: customer._id,
      lines: [
        {product: bulb._id, quantity},
        {product: visit._id, quantity: 1},
      ],
      payments: [{method: 'cash', amount: 10_000}],
      occurredAt: `${addDays(TODAY, -daysAgo)}T06:30:00Z`,
    })
  await sell('now', 1, 3)
  await sell('week', 8, 2)
  await sell('month', 40, 1)
  browser = await openBrowser()
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  ;({page} = await openStudioPage(context, studio, 'dashboard/analytics'))
  await page.getByTestId('shop-stat-analytics-bills').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** Both at full size; in the quick one the colours of light stand for their tones. */
const SCHEMES = (['light', 'dark'] as const).slice(0, sized(1, 2))

const region = (name: string) => page.getByRole('region', {name})

async function openPart(name: string): Promise<void> {
  await page.getByRole('tab', {name, exact: true}).click()
  await page.getByRole('tabpanel', {name, exact: true}).waitFor()
}

describe('Analytics', () => {
  it('counts the range of the URL and compares it with the one before', async () => {
    await poll(() => page.getByTestId('shop-stat-analytics-bills').textContent()).toBe('2')
    await page.getByRole('combobox', {name: 'Range'}).selectOption('last-7')
    await poll(() => page.getByTestId('shop-stat-analytics-bills').textContent()).toBe('1')
    const {searchParams} = new URL(page.url())
    expect([searchParams.get('from'), searchParams.get('to')]).toEqual([addDays(TODAY, -6), TODAY])
    await page.getByRole('button', {name: 'Weeks'}).click()
    await poll(() => new URL(page.url()).searchParams.get('by')).toBe('week')
    await page.getByRole('combobox', {name: 'Range'}).selectOption('all')
    await poll(() => page.getByTestId('shop-stat-analytics-bills').textContent()).toBe('3')
  })

  it('shows every chart as a table and as a file too', async () => {
    const hours = region('Sales by weekday and hour')
    await hours.getByRole('button', {name: 'Show Sales by weekday and hour as a table'}).click()
    await poll(() => hours.getByRole('row').count()).toBeGreaterThan(1)
    expect(await hours.getByRole('row').nth(1).textContent()).toContain('12:00')
    const downloading = page.waitForEvent('download')
    await region('By category').getByRole('button', {name: 'CSV'}).click()
    const path = await (await downloading).path()
    const [titles, rest] = readFileSync(path, 'utf8').split('\r\n')
    expect(titles).toContain('Name,Amount,Share %')
    expect(rest).toMatch(/^Without a category,\d+\.\d\d,100\.00$/)
  })

  it('counts a sale of another till while it stands open', async () => {
    await shop.operations.bills.create({
      key: 'elsewhere',
      lines: [{product: shop.bulb._id, quantity: 1}],
    })
    await poll(() => page.getByTestId('shop-stat-analytics-bills').textContent()).toBe('4')
  })

  it('classes products by their sales and follows the next sale', async () => {
    await openPart('Products')
    const abc = region('ABC analysis')
    await abc.getByRole('button', {name: 'Show ABC analysis as a table'}).click()
    const bulb = abc.getByRole('row', {name: /LED bulb/})
    await poll(() => bulb.textContent()).toContain('7 pcs')
    await shop.operations.bills.create({
      key: 'elsewhere 2',
      lines: [{product: shop.bulb._id, quantity: 1}],
    })
    await poll(() => bulb.textContent()).toContain('8 pcs')
  })

  it('proposes what to order and receives it: stock and ledger follow', async () => {
    await openPart('Stock')
    await page.getByRole('spinbutton', {name: 'Stock should last for days'}).fill('90')
    await poll(() => new URL(page.url()).searchParams.get('cover')).toBe('90')
    const row = region('Reorder proposal').getByRole('row', {name: /LED bulb/})
    await row.first().waitFor()
    expect(await region('Dead stock').textContent()).toContain('House wire')
    await page.getByRole('button', {name: 'Receive it'}).click()
    const dialog = page.getByRole('dialog', {name: 'Receive goods'})
    await dialog.getByRole('textbox', {name: 'Reference'}).fill('LS-77')
    await dialog.getByRole('textbox', {name: 'Quantity, LED bulb 9 W'}).fill('40')
    await takePicture(page, 'analytics-receipt')
    const {violations} = await new AxeBuilder({page}).include('[role=dialog]').analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('1 product received').first().waitFor()
    const level = await studio.lake
      .client()
      .getDocument<{onHand: number}>(`stockLevel.${shop.bulb._id}`)
    expect(level?.onHand).toBe(42)
    await poll(() =>
      region('Reorder proposal')
        .getByRole('row', {name: /LED bulb/})
        .count(),
    ).toBe(0)
  })

  it('shows the best customers and who came back', async () => {
    await openPart('Customers')
    await poll(() => region('Best customers').textContent()).toContain('Meera Nair')
    await poll(() => region('Returning customers').getByRole('row').count()).toBeGreaterThan(1)
  })

  it.each(['Sales', 'Products', 'Stock', 'Customers'])(
    'has no axe violations in %s',
    async (name) => {
      await openPart(name)
      await poll(() => page.getByRole('progressbar').count()).toBe(0)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({colorScheme})
        await takePicture(page, `analytics-${name}-${colorScheme}-1600`)
        const {violations} = await new AxeBuilder({page})
          .include('[data-testid=shop-dashboard]')
          .analyze()
        expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      }
      await page.emulateMedia({colorScheme: 'light'})
    },
  )

  it('fits 390 px', async () => {
    await page.setViewportSize({width: 390, height: 900})
    for (const name of ['Sales', 'Stock', 'Customers']) {
      await openPart(name)
      await takePicture(page, `analytics-${name}-390`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
    }
  })
})
