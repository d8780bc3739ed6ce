import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {poll} from './poll.ts'
import type {SmallShop} from './smallShop.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

let browser: Browser
let context: BrowserContext
let studio: TestStudio
let shop: SmallShop
let page: Page

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  context = await browser.newContext({viewport: {width: 1600, height: 1200}})
  await openStudioPage(context, studio, 'structure')
  ;({page} = await openStudioPage(context, studio, 'dashboard/diagnostics'))
  await page.getByTestId('shop-test-bill').and(page.locator(':enabled')).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const documents = (type: string) =>
  studio.lake.client().fetch<number>('count(*[_type == $type])', {type}, {perspective: 'raw'})

describe('diagnostics', () => {
  it('proves the shop and names the other window of the browser', async () => {
    await poll(() => page.getByTestId('shop-proof').textContent()).toBe('Everything follows')
    await page
      .getByRole('table', {name: 'Windows of this browser'})
      .getByText(/Window 1: \/structure/)
      .waitFor()
  })

  it.each(['windows', 'brand', 'stock', 'bill'])(
    'measures a test of %s to every open window, and takes it back',
    async (name) => {
      await page.getByTestId(`shop-test-${name}`).click()
      await poll(() => page.getByTestId(`shop-test-${name}-result`).textContent()).toMatch(
        /^Back after \d+ ms$/,
      )
      const answers = page.getByRole('table', {name: 'Windows that answered'})
      for (const window of [
        /diagnostics ?This window$/,
        /^Chrome, Linux ?Administrator ?\/structure/,
      ]) {
        await answers.getByRole('cell', {name: window}).waitFor()
      }
      for (const row of await answers.getByRole('row').filter({hasText: 'Chrome'}).all()) {
        expect(await row.textContent()).toMatch(/\d+ ms ± \d+/)
      }
      await page.locator('[data-testid=shop-test-state][data-state=ended]').waitFor()
      expect(await page.getByTestId('shop-test-state').textContent()).toMatch(/^2 windows answered/)
      expect(await documents('latencyTest')).toBe(0)
    },
  )

  it('leaves nothing but entries that cancel each other', async () => {
    await page.getByTestId('shop-test-brand-remove').click()
    await poll(() => documents('brand')).toBe(1)
    const level = await studio.lake.client().getDocument(`stockLevel.${shop.bulb._id}`)
    expect(level).toMatchObject({onHand: 10})
    const open = await studio.lake
      .client()
      .fetch<number>('count(*[_type == "billBalance" && !defined(void)])', {}, {perspective: 'raw'})
    expect(open).toBe(0)
  })

  it('deletes what a window has left that was closed in the middle of its test', async () => {
    await studio.lake.client().create({
      _id: 'latencyTest.forgotten',
      _type: 'latencyTest',
      _createdAt: new Date(Date.now() - 600_000).toISOString(),
      answers: [],
    })
    await page.getByRole('link', {name: 'Activity'}).click()
    await page.getByRole('link', {name: 'Diagnostics'}).click()
    await poll(() => documents('latencyTest')).toBe(0)
  })

  it('writes down when the connection went and why, and when it came back', async () => {
    const log = page.getByRole('table', {name: 'Connection log'})
    await context.setOffline(true)
    await log.getByText('This device is offline.', {exact: false}).first().waitFor()
    await context.setOffline(false)
    await poll(() => log.getByRole('row').nth(1).textContent()).toContain('Live')
    await takePicture(page, 'diagnostics-1600')
  })

  it('has no axe violations', async () => {
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-dashboard]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
