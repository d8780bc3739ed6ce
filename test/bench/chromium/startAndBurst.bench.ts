import {join} from 'node:path'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {buildStudio} from '../../../studio/run/buildStudio.ts'
import {openStudioServer} from '../../../studio/run/studioServer.ts'
import {openBrowser} from '../../rig/browser.ts'
import {startTestLake} from '../../rig/lake.ts'
import {largeShop} from './largeShop.ts'
import {median} from '../change/measureCpu.ts'
import {report, round, time} from '../results.ts'
import {measureBareBurst, measureBurst} from './measureBurst.ts'
import type {BurstCost} from './measureBurst.ts'
import {seedDocuments} from './seed.ts'

/**
 * The dashboard of the built Studio, and the phone page that has no Studio to start, on 10,000 products and 20,000 bills:
 * from opening the page and from the beginning of the live layer until the figures are on the screen, without and
 * with what an earlier visit left; a burst in the dashboard, and in a page that only parses it.
 */
const PAGES = [
  {name: 'dashboard', path: 'dashboard/realtime', figure: 'shop-stat-stock-value'},
  {name: 'phone page', path: 'mobile', figure: 'shop-stat-receivables'},
]
/** What a page still does after it has become live (its first proof, what is perhaps opened next) is no burst. */
const REST_MS = 12_000
const VISITS = Number(process.argv[2] ?? 3)
const size = {products: 10_000, bills: 20_000, days: 90}
const directory = await buildStudio(() => console.log('Building the Studio…'))
const bareDirectory = await buildStudio(
  () => console.log('Building the Studio of the benchmark…'),
  join(import.meta.dirname, '..', 'studio'),
)
const server = await openStudioServer(0)
const bareServer = await openStudioServer(0)
const lake = await startTestLake({origins: [server.url, bareServer.url]})
const session = {
  lakeUrl: lake.url,
  projectId: 'local',
  dataset: 'production',
  token: lake.token,
  shop: {currency: 'USD' as const},
}
server.serve({directory, session})
bareServer.serve({directory: bareDirectory, session})
const seeding = performance.now()
const count = await seedDocuments(lake.client(), largeShop(size))
console.log(`${count} documents in ${((performance.now() - seeding) / 1_000).toFixed(1)} s`)
// a lake reads its documents into memory with the first query, and what was written this moment would be read twice
await lake.client().fetch('count(*)')
await new Promise((resolve) => setTimeout(resolve, 16_000))
const browser = await openBrowser()
try {
  for (const page of PAGES) await measureStart(browser, page)
} finally {
  await browser.close()
  await server.close()
  await bareServer.close()
  await lake.close()
}

async function measureStart(where: Browser, shown: (typeof PAGES)[number]): Promise<void> {
  const cold: StartTimes[] = []
  const kept: StartTimes[] = []
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await where.newContext()
    const {page, times} = await openPage(context, shown)
    cold.push(times)
    await untilKept(page)
    const hasBurst = shown === PAGES[0] && visit === VISITS - 1
    if (hasBurst) {
      await page.waitForTimeout(REST_MS)
      reportBurst('the dashboard', await measureBurst(page, lake.client()))
    }
    await page.close()
    if (hasBurst) reportBurst('a page that only parses them', await measureBare(where))
    kept.push((await openPage(context, shown)).times)
    await context.close()
  }
  reportStart(`${shown.name}, without a cache`, cold)
  reportStart(`${shown.name}, with what an earlier visit left`, kept)
}

function reportStart(how: string, visits: readonly StartTimes[]): void {
  const middle = (of: (times: StartTimes) => number) => time(median(visits.map(of)) * 1_000)
  const sinceFrame = middle(({figures, frame}) => figures - frame)
  const sinceStore = middle(({figures, begun}) => figures - begun)
  const live = middle((times) => times.live - times.begun)
  const opened = middle(({figures}) => figures)
  report({
    what: `figures on the screen, ${how}: since its frame stood, since the store began, since the page was opened; everything live since the store began`,
    theirs: '',
    ours: `${sinceFrame}, ${sinceStore}, ${opened}; ${live}`,
    ratio: '',
  })
}

/** What the machine leaves a page that does next to nothing: the writer, the lake and the browser share it. */
async function measureBare(where: Browser): Promise<BurstCost> {
  const context = await where.newContext()
  const page = await context.newPage()
  await page.goto(new URL('follow/burst', bareServer.url).href)
  const cost = await measureBareBurst(page, lake.client())
  await context.close()
  return cost
}

function reportBurst(
  where: string,
  {events, longest, longTasks, busiest, heap: [before, after]}: BurstCost,
): void {
  report({
    what: `${events.toLocaleString('en')} changes in a burst, ${where}: longest task (CPU of the busiest one), tasks over 50 ms, heap before and after`,
    theirs: '',
    ours: `${time(longest * 1_000)} (${time(busiest * 1_000)}), ${longTasks}, ${round(before)} and ${round(after)} MB`,
    ratio: '',
  })
}

/** ms since the page was opened. */
interface StartTimes {
  /** The live layer opens what an earlier visit left, or asks the lake. */
  begun: number
  /** The page's own header stands. */
  frame: number
  figures: number
  /** All documents are there, and equal the lake's. */
  live: number
}

async function openPage(context: BrowserContext, {path, figure}: (typeof PAGES)[number]) {
  const page = await context.newPage()
  await page.addInitScript((id) => {
    performance.setResourceTimingBufferSize(2_000)
    const textOf = (testId: string) =>
      document.querySelector(`[data-testid="${testId}"]`)?.textContent ?? ''
    const isThere = {
      frame: () => textOf('shop-status') !== '',
      figures: () => /[1-9]/.test(textOf(id)),
      live: () => textOf('shop-status').startsWith('Live'),
    }
    const seen: Record<string, number> = {}
    Object.assign(globalThis, {seen})
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name, ...rest) {
      if (name === 'sanity-plugin-shop') seen['store'] ??= performance.now()
      return open.call(this, name, ...rest)
    }
    new MutationObserver(() => {
      for (const [name, has] of Object.entries(isThere)) {
        if (seen[name] === undefined && has()) seen[name] = performance.now()
      }
    }).observe(document, {childList: true, subtree: true, characterData: true})
  }, figure)
  await page.goto(new URL(path, server.url).href)
  await page.waitForFunction(() => Reflect.get(globalThis, 'seen').live > 0, undefined, {
    timeout: 60_000,
  })
  const times = await page.evaluate((): StartTimes => {
    const requests = performance
      .getEntriesByType('resource')
      .filter(({name}) => name.includes('shop.live'))
    const {store, ...seen} = Reflect.get(globalThis, 'seen')
    return {...seen, begun: Math.min(store, requests[0]?.startTime ?? store)}
  })
  return {page, times}
}

/** The header is written last. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const databases = await indexedDB.databases()
      if (databases.every(({name}) => name !== 'sanity-plugin-shop')) return false
      return new Promise((resolve, reject) => {
        const opening = indexedDB.open('sanity-plugin-shop')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const keys = opening.result.transaction('shops').objectStore('shops').getAllKeys()
          keys.addEventListener('success', () => {
            opening.result.close()
            resolve(keys.result.some((key) => String(key).endsWith('header')))
          })
        })
      })
    },
    undefined,
    {timeout: 60_000, polling: 500},
  )
}
