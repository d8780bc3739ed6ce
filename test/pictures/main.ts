import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {fillDemoShop, DEMO_OPTIONS} from '../../studio/demo/fill.ts'
import {openBrowser} from '../rig/browser.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import type {TestStudio} from '../rig/studio.ts'

interface Picture {
  name: string
  path: string
  /** Present once the page is worth a picture. */
  shows: string
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  act?: (page: Page) => Promise<void>
}

/** Live, and no longer figures of a moment while the documents are on their way. */
const LIVE = '[data-testid=shop-status][data-status=live]:not(:has-text("as of"))'

const pictures: readonly Picture[] = [
  {name: 'dashboard-light', path: 'dashboard/realtime', shows: LIVE},
  {name: 'dashboard-dark', path: 'dashboard/realtime', shows: LIVE, scheme: 'dark'},
  {name: 'dashboard-phone', path: 'dashboard/realtime', shows: LIVE, width: 390, height: 844},
  {name: 'till', path: 'dashboard/realtime', shows: LIVE, act: beginBill},
  {
    name: 'analytics-light',
    path: 'dashboard/analytics',
    shows: '#shop-analytics-sales',
    scheme: 'light',
  },
  {
    name: 'analytics-dark',
    path: 'dashboard/analytics',
    shows: '#shop-analytics-sales',
    scheme: 'dark',
  },
]

/** `npm run pictures`: the README's pictures, taken of the demo shop over a lake of its own. */
const studio = await startTestStudio({shop: DEMO_OPTIONS})
const browser = await openBrowser()
try {
  await fillDemoShop({client: studio.lake.client()})
  for (const picture of pictures) await takePicture(browser, studio, picture)
} finally {
  await browser.close()
  await studio.close()
}

async function takePicture(browser: Browser, studio: TestStudio, picture: Picture): Promise<void> {
  const {name, path, shows, width = 1600, height = 1000, scheme = 'light', act} = picture
  const context = await browser.newContext({viewport: {width, height}, colorScheme: scheme})
  const {page} = await openStudioPage(context, studio, path)
  await page.locator(shows).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await act?.(page)
  // figures of the past and lazy panels come after the first paint
  await page.waitForLoadState('networkidle')
  const directory = join(import.meta.dirname, '..', '..', 'studio', 'pictures')
  mkdirSync(directory, {recursive: true})
  await page.screenshot({path: join(directory, `${name}.png`), animations: 'disabled'})
  console.log(`studio/pictures/${name}.png`)
  await context.close()
}

/** A sale of two products with its totals, not yet issued. */
async function beginBill(page: Page): Promise<void> {
  await page.getByTestId('shop-create-bill').and(page.locator(':enabled')).click()
  await page.locator('[data-testid=shop-product-search]:focus').waitFor()
  for (const text of ['fan', 'lamp']) {
    await page.keyboard.type(text)
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
  }
  await page.getByTestId('shop-bill-line').nth(1).waitFor()
}
