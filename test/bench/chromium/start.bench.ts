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
const shop = await openLargeShop()
const bare = {url: new URL('follow/bare', shop.bareUrl)}
const dashboard = {
  url: new URL('dashboard/realtime', shop.url),
  figure: 'shop-stat-stock-value',
}
const phone = {url: new URL('mobile', shop.url), figure: 'shop-stat-receivables'}
try {
  const studios = await visit(bare, 'navigation')
  const dashboards = await visit(dashboard, 'live')
  tell('dashboard', dashboards, studios)
  tell('phone page', await visit(phone, 'live'))
} finally {
  await shop.close()
}

interface Visits {
  cold: StartTimes[]
  kept: StartTimes[]
}

async function visit(shown: {url: URL; figure?: string}, last: Moment): Promise<Visits> {
  const visits: Visits = {cold: [], kept: []}
  for (let count = 0; count < VISITS; count++) {
    const context = await shop.browser.newContext()
    const {page, times} = await openAndTime(context, shown, last)
    visits.cold.push(times)
    if (last === 'live') await untilKept(page)
    await page.close()
    visits.kept.push((await openAndTime(context, shown, last)).times)
    await context.close()
  }
  return visits
}

function tell(name: string, visits: Visits, studios?: Visits): void {
  for (const [which, how] of [
    ['cold', 'without a cache'],
    ['kept', 'with what an earlier visit left'],
  ] as const) {
    const opened = middle(visits[which], 'figures')
    const begun = middle(visits[which], 'begun')
    const beside =
      studios === undefined
        ? ''
        : ` (the Studio's own navigation stands after ${seconds(visits[which])}, that of a Studio without the shop after ${seconds(studios[which])})`
    report({
      what: `figures on the screen, ${name}, ${how}: since the live layer began, since the page was opened${beside}; everything live since the live layer began`,
      theirs: '',
      ours: `${time((opened - begun) * 1_000)}, ${time(opened * 1_000)}; ${time((middle(visits[which], 'live') - begun) * 1_000)}`,
      ratio: '',
    })
  }
}

function seconds(visits: readonly StartTimes[]): string {
  return time(middle(visits, 'navigation') * 1_000)
}

function middle(visits: readonly StartTimes[], moment: Moment): number {
  return median(visits.map((times) => times[moment] ?? Infinity))
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
