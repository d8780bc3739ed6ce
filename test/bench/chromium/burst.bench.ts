import type {Page} from 'playwright-core'
import {openStudioPage} from '../../rig/studio.ts'
import {report, round} from '../results.ts'
import {measureBareBurst, measureBurst} from './measureBurst.ts'
import type {BurstCost} from './measureBurst.ts'
import {openLargeShop} from './openLargeShop.ts'
import type {TaskTime} from './taskTimes.ts'

/**
 * 10,000 changes as fast as the lake takes them, while the dashboard of the built Studio is open on 10,000 products and
 * 20,000 bills; and in a page that only parses them. The worst of several visits counts.
 */
const VISITS = Number(process.argv[2] ?? 5)
/** What a page still does after it has become live (its first proof, what is perhaps opened next) is no burst. */
const REST_MS = 12_000
/** A frame that takes longer is felt. */
const LONG_MS = 50
const viewport = {width: 1600, height: 1000}
const shop = await openLargeShop()
try {
  shop.letPagesGoFirst()
  const dashboard: BurstCost[] = []
  const bare: BurstCost[] = []
  for (let visit = 0; visit < VISITS; visit++) {
    dashboard.push(await inDashboard())
    bare.push(await inBarePage())
  }
  tell('the dashboard', dashboard)
  tell('a page that only parses them', bare)
} finally {
  await shop.close()
}

function inDashboard(): Promise<BurstCost> {
  return inContext(new URL('dashboard/realtime', shop.url), async (page) => {
    await page.locator('[data-testid=shop-status][data-status=live]').waitFor()
    await page.waitForTimeout(REST_MS)
    return measureBurst(page, shop.client)
  })
}

function inBarePage(): Promise<BurstCost> {
  return inContext(new URL('follow/burst', shop.bareUrl), async (page) => {
    // a Studio may mount its layout once more when it is told its features, and the count would begin anew
    await page.waitForTimeout(REST_MS)
    return measureBareBurst(page, shop.client)
  })
}

async function inContext(
  {origin, pathname}: URL,
  run: (page: Page) => Promise<BurstCost>,
): Promise<BurstCost> {
  const context = await shop.browser.newContext({viewport})
  context.setDefaultTimeout(60_000)
  const {page} = await openStudioPage(context, {url: origin}, pathname)
  const cost = await run(page)
  await context.close()
  return cost
}

function tell(where: string, visits: readonly BurstCost[]): void {
  const busiest = visits.map(({tasks}) => Math.max(...tasks.map(({cpu}) => cpu)))
  const long = visits.map(({tasks}) => tasks.filter(({stood}) => stood > LONG_MS))
  const cpuOver = visits.flatMap(({tasks}) => tasks.filter(({cpu}) => cpu > LONG_MS)).length
  const last = visits.at(-1)
  console.log(
    `  ${where}, visit by visit: CPU of the busiest ${busiest.map(round).join(' ')} ms; over ${LONG_MS} ms ${long.map(toWords).join(', ')}; took ${visits.map(({took}) => round(took)).join(' ')} ms`,
  )
  report({
    what: `${last?.events.toLocaleString('en')} changes in a burst, ${where}, ${visits.length} visits: tasks over ${LONG_MS} ms of CPU, CPU of the busiest; tasks that stood longer, with what they waited for a core (CPU of each); heap before and after`,
    theirs: '',
    ours: `${cpuOver}, ${round(Math.max(...busiest))} ms; ${toWords(long.flat())}; ${last?.heap.map(round).join(' and ')} MB`,
    ratio: '',
  })
}

/** `2 (17.1, 28 ms)`. */
function toWords(long: readonly TaskTime[]): string {
  if (long.length === 0) return 'none'
  return `${long.length} (${long.map(({cpu}) => round(cpu)).join(', ')} ms)`
}
