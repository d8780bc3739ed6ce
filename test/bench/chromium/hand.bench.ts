import type {Browser, Page} from 'playwright-core'
import {buildStudio} from '../../../studio/run/buildStudio.ts'
import {openStudioServer} from '../../../studio/run/studioServer.ts'
import {openBrowser} from '../../rig/browser.ts'
import {startTestLake} from '../../rig/lake.ts'
import {openStudioPage} from '../../rig/studio.ts'
import {median} from '../change/measureCpu.ts'
import {report, round, time} from '../results.ts'
import {largeShop} from './largeShop.ts'
import {measureOpening} from './measureOpening.ts'
import {measureScroll, openBareScroller} from './measureScroll.ts'
import type {ScrollCost} from './measureScroll.ts'
import {seedDocuments} from './seed.ts'

/**
 * The dashboard of the built Studio in a shop of 10,000 products, as a hand feels it: frames while its inventory is
 * scrolled, beside a bare scroller of the same size in the same run, and the time until the till can be typed into.
 */
const ROUNDS = 5
const VISITS = 3
const PRODUCTS = 10_000
/** The first digest and the first writing of the cache come seconds after the start. */
const REST_MS = 12_000
const viewport = {width: 1600, height: 1000}
const directory = await buildStudio(() => console.log('Building the Studio…'))
const server = await openStudioServer(0)
const lake = await startTestLake({origins: [server.url]})
const session = {lakeUrl: lake.url, projectId: 'local', dataset: 'production', token: lake.token}
server.serve({directory, session: {...session, shop: {currency: 'USD'}}})
await seedDocuments(lake.client(), largeShop({products: PRODUCTS, bills: 1_000, days: 30}))
const browser = await openBrowser()
try {
  await measureTill(browser)
  await measureInventory(browser)
} finally {
  await browser.close()
  await server.close()
  await lake.close()
}

async function openLive(where: Browser, path: string, rest = REST_MS): Promise<Page> {
  const context = await where.newContext({viewport})
  context.setDefaultTimeout(60_000)
  const {page} = await openStudioPage(context, server, path)
  await page.locator('[data-testid=shop-dashboard]:not([inert])').waitFor()
  await page.locator('[data-testid=shop-status][data-status=live]').waitFor()
  await page.waitForTimeout(rest)
  return page
}

async function measureTill(where: Browser): Promise<void> {
  const first: number[] = []
  const later: number[] = []
  const atOnce: number[] = []
  for (let visit = 0; visit < VISITS; visit++) {
    const hurried = await openLive(where, 'dashboard/realtime', 0)
    atOnce.push(await measureOpening(hurried))
    await hurried.context().close()
    const page = await openLive(where, 'dashboard/realtime')
    first.push(await measureOpening(page))
    for (let time = 0; time < 3; time++) later.push(await measureOpening(page))
    await page.context().close()
  }
  const said = (times: readonly number[]) =>
    `${time(median(times) * 1_000)} (${time(Math.max(...times) * 1_000)})`
  report({
    what: 'press on Create bill → its search has the focus and is painted, median (slowest): the first time on a page, later, the moment the page is live',
    theirs: '',
    ours: `${said(first)}, ${said(later)}, ${said(atOnce)}`,
    ratio: '',
  })
}

async function measureInventory(where: Browser): Promise<void> {
  const page = await openLive(where, 'dashboard/inventory')
  const box = await page.getByRole('grid').boundingBox()
  if (box === null) throw new Error('The inventory shows no rows.')
  const bare = await (await where.newContext({viewport})).newPage()
  const cells = await page.getByRole('row').nth(1).locator('> *').count()
  await openBareScroller(bare, {...box, rows: PRODUCTS, rowHeight: 40, cells})
  const costs: {bare: ScrollCost; ours: ScrollCost}[] = []
  for (let index = 0; index < ROUNDS; index++) {
    await bare.bringToFront()
    const bareCost = await measureScroll(bare, '#scroller')
    await page.bringToFront()
    costs.push({bare: bareCost, ours: await measureScroll(page, '[role=grid]')})
  }
  const said = (which: 'bare' | 'ours') => {
    const of = costs.map((cost) => cost[which])
    const frames = round(median(of.map((cost) => cost.frames)))
    return `${frames}, ${time(median(of.map(({mainThread}) => mainThread)) * 1_000)}`
  }
  console.log(
    `  frames, round by round: ${costs.map(({bare, ours}) => `${ours.frames}/${bare.frames}`).join(' ')}`,
  )
  report({
    what: `3 s of scrolling ${PRODUCTS.toLocaleString('en')} products, 60 rows in 20 frames: frames of 180, main thread a frame (a bare scroller: ${said('bare')})`,
    theirs: '',
    ours: said('ours'),
    ratio: '',
  })
}
