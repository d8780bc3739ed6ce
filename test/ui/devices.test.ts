import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {openDashboard} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604'
/** The clock of that device is five seconds ahead. */
const AHEAD_MS = 5_000

let browser: Browser
let studio: TestStudio
let tester: Page
let pages: Page[]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  const phone = await browser.newContext({userAgent: IPHONE, viewport: {width: 390, height: 844}})
  await phone.addInitScript((ahead) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ahead
  }, AHEAD_MS)
  const desk = await browser.newContext({viewport: {width: 1600, height: 1300}})
  const windows = [
    await openStudioPage(desk, studio, 'dashboard/diagnostics'),
    await openDashboard(phone, studio),
    await openDashboard(browser, studio.as('viewer')),
  ]
  pages = windows.map(({page}) => page)
  tester = windows[0]?.page ?? (await browser.newPage())
  await tester.locator('[data-testid=shop-status][data-status=live]').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const state = () => tester.getByTestId('shop-test-state')
const counters = () =>
  Promise.all(
    pages.map(async (page) => {
      const button = page.getByTestId('shop-status')
      await button.click()
      const text = await page.getByRole('group', {name: 'Connection'}).first().textContent()
      await button.click()
      return text
    }),
  )

describe('windows of several devices', () => {
  it('answer a test with who and what they are, one whose clock is wrong no later than the others', async () => {
    await tester.getByTestId('shop-test-windows').click()
    await tester.locator('[data-testid=shop-test-state][data-state=ended]').waitFor()
    const rows = tester
      .getByRole('table', {name: 'Windows that answered'})
      .getByRole('row')
      .filter({hasText: '±'})
    const texts = await rows.allTextContents()
    expect(texts.map((text) => text.split('/')[0]).toSorted()).toEqual([
      'Chrome, LinuxAdministrator',
      'Safari, iPhoneAdministrator',
    ])
    for (const text of texts) {
      const [, ms, uncertainty] = /(\d+) ms ± (\d+)/.exec(text) ?? []
      expect(Number(ms), text).toBeLessThan(AHEAD_MS / 2)
      expect(Number(uncertainty), text).toBeLessThan(AHEAD_MS / 2)
    }
    await takePicture(tester, 'windows-answered')
    await tester.setViewportSize({width: 390, height: 1000})
    await tester.emulateMedia({colorScheme: 'dark'})
    await tester.getByTestId('shop-test-state').scrollIntoViewIfNeeded()
    await takePicture(tester, 'windows-answered-390')
    await tester.setViewportSize({width: 1600, height: 1300})
    await tester.emulateMedia({colorScheme: 'light'})
  })

  it('that may only read cannot answer, and are missed in words', async () => {
    await poll(() => state().textContent()).toBe('2 windows answered; the test is deleted')
    expect(await tester.getByTestId('shop-test-missing').textContent()).toBe(
      'Viewer is here too and did not answer: a window whose role may only read cannot.',
    )
  })

  it('count no event of it', async () => {
    const before = await counters()
    await tester.getByTestId('shop-test-windows').click()
    await tester.locator('[data-testid=shop-test-state][data-state=running]').waitFor()
    await tester.locator('[data-testid=shop-test-state][data-state=ended]').waitFor()
    const events = (texts: readonly (string | null)[]) =>
      texts.map((text) => /Events(\d+)/.exec(text ?? '')?.[1])
    expect(events(await counters())).toEqual(events(before))
  })

  it('do not stop each other: a test whose tester goes away is deleted', async () => {
    await tester.getByTestId('shop-test-windows').click()
    await tester.locator('[data-testid=shop-test-state][data-state=running]').waitFor()
    await tester.getByRole('link', {name: 'Activity'}).click()
    await poll(() =>
      studio.lake
        .client()
        .fetch<number>('count(*[_type == "latencyTest"])', {}, {perspective: 'raw'}),
    ).toBe(0)
  })
})
