import type {Browser, BrowserContext, Page} from 'playwright-core'
import {buildStudio} from '../../../studio/run/buildStudio.ts'
import {openStudioServer} from '../../../studio/run/studioServer.ts'
import {openBrowser} from '../../rig/browser.ts'
import {startTestLake} from '../../rig/lake.ts'
import {largeShop} from './largeShop.ts'
import {measureBurst} from './measureBurst.ts'
import {seedDocuments} from './seed.ts'

/**
 * The dashboard of the built Studio on 10,000 products and 20,000 bills: from opening the page and from the first request
 * of the live layer until the figures are on the screen, without and with what an earlier visit left; then a burst.
 */
const VISITS = Number(process.argv[2] ?? 3)
const size = {products: 10_000, bills: 20_000, days: 90}
const directory = await buildStudio(() => console.log('Building the Studio…'))
const server = await openStudioServer(0)
const lake = await startTestLake({origins: [server.url]})
server.serve({
  directory,
  session: {
    lakeUrl: lake.url,
    projectId: 'local',
    dataset: 'production',
    token: lake.token,
    shop: {currency: 'USD'},
  },
})
const seeding = performance.now()
const count = await seedDocuments(lake.client(), largeShop(size))
console.log(`${count} documents in ${((performance.now() - seeding) / 1_000).toFixed(1)} s`)
// a lake reads its documents into memory with the first query, and what was written this moment would be read twice
await lake.client().fetch('count(*)')
await new Promise((resolve) => setTimeout(resolve, 16_000))
const browser = await openBrowser()
try {
  await measureStart(browser)
} finally {
  await browser.close()
  await server.close()
  await lake.close()
}

async function measureStart(where: Browser): Promise<void> {
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await where.newContext()
    console.log('cold', await openDashboard(context))
    const page = context.pages()[0]
    if (page === undefined) throw new Error('The page is gone.')
    await untilKept(page)
    if (visit === VISITS - 1) console.log('burst', await measureBurst(page, lake.client()))
    await page.close()
    console.log('kept', await openDashboard(context))
    await context.close()
  }
}

/** ms from the navigation, and from the first request of the live layer. */
async function openDashboard(context: BrowserContext) {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const seen = {dashboard: 0, figures: 0}
    Object.assign(globalThis, {seenFigures: seen})
    new MutationObserver(() => {
      if (seen.dashboard === 0 && document.querySelector('[data-testid="shop-status"]') !== null)
        seen.dashboard = performance.now()
      if (
        seen.figures === 0 &&
        /[1-9]/.test(
          document.querySelector('[data-testid="shop-stat-stock-value"]')?.textContent ?? '',
        )
      )
        seen.figures = performance.now()
    }).observe(document, {childList: true, subtree: true, characterData: true})
  })
  await page.goto(new URL('dashboard/realtime', server.url).href)
  await page.getByTestId('shop-stat-stock-value').waitFor({timeout: 60_000})
  const times = await page.evaluate(() => {
    const {dashboard, figures} = Reflect.get(globalThis, 'seenFigures')
    const live = performance
      .getEntriesByType('resource')
      .filter(({name}) => name.includes('shop.live'))
    return {
      figures,
      dashboard,
      firstRequest: live[0]?.startTime,
      requests: live.map((entry) => [
        entry.name.replace(/^.*tag=/, '').slice(0, 40),
        Math.round(entry.startTime),
        Math.round(entry.duration),
      ]),
    }
  })
  return times
}

async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const databases = await indexedDB.databases()
    return databases.some(({name}) => name === 'sanity-plugin-shop')
  })
  await page.waitForTimeout(8_000)
}
