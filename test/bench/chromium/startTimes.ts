import type {BrowserContext, Page} from 'playwright-core'

/** ms since the page was opened; `undefined` for what the page does not have. */
export interface StartTimes {
  /** The live layer opens what an earlier visit left, or asks the lake. */
  begun: number | undefined
  /** The Studio's own navigation stands. */
  navigation: number | undefined
  figures: number | undefined
  /** All documents are there, and equal the lake's. */
  live: number | undefined
}

export type Moment = keyof StartTimes

/** Opens a page and waits for `last`; `figure` is the test id of a tile of the page. */
export async function openAndTime(
  context: BrowserContext,
  {url, figure = ''}: {url: URL; figure?: string},
  last: Moment,
): Promise<{page: Page; times: StartTimes}> {
  const page = await context.newPage()
  await page.addInitScript(watch, figure)
  await page.goto(url.href)
  await page.waitForFunction(
    (name) => Reflect.get(Reflect.get(globalThis, 'seen'), name) > 0,
    last,
    {timeout: 60_000},
  )
  const times = await page.evaluate((): StartTimes => {
    const {begun, ...seen} = Reflect.get(globalThis, 'seen')
    const asked = performance
      .getEntriesByType('resource')
      .find(({name}) => name.includes('shop.live'))?.startTime
    return {...seen, begun: Math.min(begun ?? Infinity, asked ?? Infinity)}
  })
  return {page, times}
}

/** In the page, before anything else of it. */
function watch(figure: string): void {
  performance.setResourceTimingBufferSize(2_000)
  const find = (testId: string) => document.querySelector(`[data-testid="${testId}"]`)
  const textOf = (testId: string) => find(testId)?.textContent ?? ''
  const isThere = {
    navigation: () => find('studio-navbar') !== null,
    figures: () => /[1-9]/.test(textOf(figure)),
    live: () => textOf('shop-status').startsWith('Live'),
  }
  const seen: Record<string, number> = {}
  Object.assign(globalThis, {seen})
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (name, ...rest) {
    if (name === 'sanity-plugin-shop') seen['begun'] ??= performance.now()
    return open.call(this, name, ...rest)
  }
  new MutationObserver(() => {
    for (const [name, has] of Object.entries(isThere)) {
      if (seen[name] === undefined && has()) seen[name] = performance.now()
    }
  }).observe(document, {childList: true, subtree: true, characterData: true})
}
