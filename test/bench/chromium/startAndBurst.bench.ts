import type {Browser, BrowserContext, Page} from 'playwright-core'
import {buildStudio} from '../../../studio/run/buildStudio.ts'
import {openStudioServer} from '../../../studio/run/studioServer.ts'
import {openBrowser} from '../../rig/browser.ts'
import {startTestLake} from '../../rig/lake.ts'
import {largeShop} from './largeShop.ts'
import {median} from '../change/measureCpu.ts'
import {report, round, time} from '../results.ts'
import {measureBurst} from './measureBurst.ts'
import type {BurstCost} from './measureBurst.ts'
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
  const cold: StartTimes[] = []
  const kept: StartTimes[] = []
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await where.newContext()
    const {page, times} = await openDashboard(context)
    cold.push(times)
    await untilKept(page)
    if (visit === VISITS - 1) reportBurst(await measureBurst(page, lake.client()))
    await page.close()
    kept.push((await openDashboard(context)).times)
    await context.close()
  }
  reportStart('without a cache', cold)
  reportStart('with what an earlier visit left', kept)
}

function reportStart(how: string, visits: readonly StartTimes[]): void {
  const from = (of: (times: StartTimes) => number) =>
    time(median(visits.map((times) => times.figures - of(times))) * 1_000)
  const first = from(({firstRequest}) => firstRequest)
  report({
    what: `figures on the screen, ${how}: since the store began (since the page was opened)`,
    theirs: '',
    ours: `${first} (${from(() => 0)})`,
    ratio: '',
  })
}

function reportBurst({events, longest, longTasks, heap: [before, after]}: BurstCost): void {
  report({
    what: `${events.toLocaleString('en')} changes in a burst: longest task, tasks over 50 ms, heap before and after`,
    theirs: '',
    ours: `${time(longest * 1_000)}, ${longTasks}, ${round(before)} and ${round(after)} MB`,
    ratio: '',
  })
}

/** ms since the page was opened. */
interface StartTimes {
  figures: number
  firstRequest: number
}

async function openDashboard(context: BrowserContext) {
  const page = await context.newPage()
  await page.addInitScript(() => {
    performance.setResourceTimingBufferSize(2_000)
    const seen = {figures: 0}
    Object.assign(globalThis, {seenFigures: seen})
    new MutationObserver(() => {
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
  const times = await page.evaluate((): StartTimes => {
    const live = performance
      .getEntriesByType('resource')
      .filter(({name}) => name.includes('shop.live'))
    return {
      figures: Reflect.get(globalThis, 'seenFigures').figures,
      firstRequest: live[0]?.startTime ?? 0,
    }
  })
  return {page, times}
}

async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const databases = await indexedDB.databases()
    return databases.some(({name}) => name === 'sanity-plugin-shop')
  })
  await page.waitForTimeout(8_000)
}
