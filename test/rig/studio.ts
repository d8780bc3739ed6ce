import type {Browser, BrowserContext, Page} from 'playwright-core'
import type {StudioSession} from '../../studio/browser/session.ts'
import {buildStudio} from '../../studio/run/buildStudio.ts'
import {openStudioServer} from '../../studio/run/studioServer.ts'
import type {TestLake, TestLakeOptions} from './lake.ts'
import {startTestLake} from './lake.ts'

export interface TestStudio {
  /** `http://localhost:PORT/`, opens logged in as the administrator. */
  readonly url: string
  readonly lake: TestLake
  /**
   * The same Studio, logged in as a viewer or as one of `lake.roles`.
   * @throws RangeError for a role without a token
   */
  as: (role: string) => {readonly url: string}
  close: () => Promise<void>
}

export interface TestStudioOptions {
  dataset?: string
  /** What the dataset's `shopSettings` would say. */
  shop?: {currency?: string; timeZone?: string}
  /** How much of the past each window holds live. */
  window?: StudioSession['window']
  lake?: TestLakeOptions
  /** Whether the Studio offers content releases. */
  releases?: boolean
}

/** The static Studio of the sources as they are (built once per change), over a lake of its own. */
export async function startTestStudio(options: TestStudioOptions = {}): Promise<TestStudio> {
  const directory = await buildStudio()
  const server = await openStudioServer(0)
  const otherServer = await openStudioServer(0)
  const origins = [server.url, otherServer.url]
  const lake = await startTestLake({...options.lake, origins})
  const {dataset = 'production', shop = {}, window, releases = false} = options
  const session = {lakeUrl: lake.url, projectId: 'local', dataset, shop, window, releases}
  server.serve({directory, session: {...session, token: lake.token}})
  return {
    url: server.url,
    lake,
    as: (role) => {
      otherServer.serve({directory, session: {...session, token: lake.tokenOf(role)}})
      return {url: otherServer.url}
    },
    close: async () => {
      await server.close()
      await otherServer.close()
      await lake.close()
    },
  }
}

export interface StudioWindow {
  page: Page
  /** What the page wrote to its console as errors, and what it threw, so far. */
  problems: readonly string[]
}

/**
 * Opens `path` of the Studio, logged in, and waits until its navigation bar is there. A `BrowserContext` makes it a
 * tab beside others, which share its connections to the server; a `Browser` makes it a window of its own.
 */
export async function openStudioPage(
  where: Browser | BrowserContext,
  studio: Pick<TestStudio, 'url'>,
  path = '',
): Promise<StudioWindow> {
  const page = await where.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`)
  })
  await page.goto(new URL(path, studio.url).href)
  await page.getByTestId('studio-navbar').waitFor()
  return {page, problems}
}

/** Goes to another `path` in a window that is open, as the browser's Back would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((url) => {
    history.pushState(null, '', url)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/${path}`)
}

/** Opens the form of a document at `path` in a window that is open, after the one that stands there is gone. */
export async function goToDocument(page: Page, path: string): Promise<void> {
  const form = page.getByTestId('document-panel-scroller')
  await goTo(page, 'structure')
  await form.waitFor({state: 'detached'})
  await goTo(page, path)
  await form.waitFor()
}
