import type {Page} from 'playwright-core'
import {median} from '../change/measureCpu.ts'
import {report, time} from '../results.ts'
import {openLargeShop} from './openLargeShop.ts'
import {openAndTime} from './startTimes.ts'
import type {Moment, StartTimes} from './startTimes.ts'

/**
 * Figures of 10,000 products and 20,000 bills on the screen, without and with what an earlier visit left: of the dashboard
 * in the built Studio, beside what a Studio with nothing of the shop in it takes until its navigation stands, and of the
 * phone page, which has no Studio to start.
 */
const VISITS = Number(process.argv[2] ?? 5)
const REST_MS = 5_000
const HOW = {cold: 'without a cache', kept: 'with what an earlier visit left'}
const shop = await openLargeShop()
const studio = {url: new URL('follow/bare', shop.bareUrl)}
const dashboard = {
  url: new URL('dashboard/realtime', shop.url),
  figure: 'shop-stat-stock-value',
}
const phone = {url: new URL('mobile', shop.url), figure: 'shop-stat-receivables'}
try {
  const bare: Visits = {cold: [], kept: []}
  const dashboards: Visits = {cold: [], kept: []}
  const phones: Visits = {cold: [], kept: []}
  for (let count = 0; count < VISITS; count++) {
    await visit(bare, studio, 'navigation')
    await visit(dashboards, dashboard, 'live')
    await visit(phones, phone, 'live')
  }
  for (const which of ['cold', 'kept'] as const) {
    tellDashboard(which, dashboards[which], bare[which])
    tellPhone(which, phones[which])
  }
} finally {
  await shop.close()
}

interface Visits {
  cold: StartTimes[]
  kept: StartTimes[]
}

async function visit(
  visits: Visits,
  shown: {url: URL; figure?: string},
  last: Moment,
): Promise<void> {
  const context = await shop.browser.newContext()
  const {page, times} = await openAndTime(context, shown, last)
  visits.cold.push(times)
  if (last === 'live') await untilKept(page)
  await page.close()
  // a window that closes with all its documents would take its share of the next one's start
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  visits.kept.push((await openAndTime(context, shown, last)).times)
  await context.close()
}

function tellDashboard(
  which: keyof Visits,
  visits: readonly StartTimes[],
  bare: readonly StartTimes[],
): void {
  const after = (moment: Moment) => middle(visits, (times) => since(times, 'figures', moment))
  report({
    what: `figures on the screen, dashboard, ${HOW[which]}: after the Studio's own navigation stands, after the live layer began, after the page was opened (the navigation of a Studio without the shop stands after ${middle(bare, opened('navigation'))}); everything live after the live layer began`,
    theirs: '',
    ours: `${after('navigation')}, ${after('begun')}, ${middle(visits, opened('figures'))}; ${untilLive(visits)}`,
    ratio: '',
  })
}

function tellPhone(which: keyof Visits, visits: readonly StartTimes[]): void {
  report({
    what: `figures on the screen, phone page, ${HOW[which]}: after the live layer began, after the page was opened; everything live after the live layer began`,
    theirs: '',
    ours: `${middle(visits, (times) => since(times, 'figures', 'begun'))}, ${middle(visits, opened('figures'))}; ${untilLive(visits)}`,
    ratio: '',
  })
}

function untilLive(visits: readonly StartTimes[]): string {
  return middle(visits, (times) => since(times, 'live', 'begun'))
}

function opened(moment: Moment): (times: StartTimes) => number {
  return (times) => times[moment] ?? Infinity
}

function since(times: StartTimes, moment: Moment, begin: Moment): number {
  return opened(moment)(times) - opened(begin)(times)
}

function middle(visits: readonly StartTimes[], of: (times: StartTimes) => number): string {
  return time(median(visits.map(of)) * 1_000)
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
