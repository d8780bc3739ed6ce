import type {Browser, Page} from 'playwright-core'
import {openBrowser} from '../rig/browser.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import type {SmallShop} from './smallShop.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

export interface OpenShop {
  browser: Browser
  studio: TestStudio
  shop: SmallShop
  page: Page
  problems: readonly string[]
  close: () => Promise<void>
}

/** The small shop in a Studio of its own, in one window at the path that `prepare` tells, once it has done its part. */
export async function openShop(
  viewport: {width: number; height: number},
  prepare: (shop: SmallShop) => Promise<string>,
): Promise<OpenShop> {
  const studio = await startTestStudio({shop: SHOP_OPTIONS})
  const shop = await fillSmallShop(studio.lake.client())
  const path = await prepare(shop)
  const browser = await openBrowser()
  const context = await browser.newContext({viewport})
  const window = await openStudioPage(context, studio, path)
  return {
    ...window,
    browser,
    studio,
    shop,
    close: async () => {
      await browser.close()
      await studio.close()
    },
  }
}
