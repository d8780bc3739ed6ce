import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {openDashboard, stat} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

let browser: Browser
let studio: TestStudio

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  const {operations, visit} = await fillSmallShop(studio.lake.client())
  await operations.bills.create({
    key: 'long-ago',
    lines: [{product: visit._id, quantity: 2}],
    occurredAt: '2010-12-01T10:00:00Z',
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

describe('the as-of day', () => {
  it('is read from the URL and shows the figures of a day long past', async () => {
    const {page, problems} = await openDashboard(
      browser,
      studio,
      'dashboard/realtime?day=2010-12-01',
    )
    await poll(() => stat(page, 'bills-today')).toBe('1')
    expect(await stat(page, 'sales-today')).toBe('₹590.00')
    expect(await page.getByTestId('shop-as-of').inputValue()).toBe('2010-12-01')
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('is written to the URL when it is chosen, so that it can be sent to someone', async () => {
    const {page} = await openDashboard(browser, studio)
    await poll(() => stat(page, 'bills-today')).toBe('0')
    await page.getByTestId('shop-as-of').fill('2010-12-01')
    await poll(() => stat(page, 'bills-today')).toBe('1')
    expect(new URL(page.url()).searchParams.get('day')).toBe('2010-12-01')
    await page.context().close()
  })
})
