import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import arabic from '../../plugin/i18n/ar/resources.ts'
import german from '../../plugin/i18n/de/resources.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {goTo, openStudioPage, startTestStudio} from '../rig/studio.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

const TODAY = dayOf(new Date().toISOString(), SHOP_OPTIONS.timeZone)

let browser: Browser
let studio: TestStudio
let shop: SmallShop

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  const {operations, bulb, customer} = shop
  await operations.bills.create({
    key: 'owed',
    customer: customer._id,
    lines: [{product: bulb._id, quantity: 6}],
    dueDate: addDays(TODAY, -2),
    occurredAt: `${addDays(TODAY, -5)}T06:00:00Z`,
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** The Studio as somebody uses it who has chosen the language in its menu. */
async function openStudioIn(locale: string): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  await context.addInitScript((chosen) => {
    localStorage.setItem('sanity-locale:local:default', chosen)
  }, locale)
  const {page} = await openStudioPage(context, studio, 'structure')
  page.setDefaultTimeout(20_000)
  return page
}

async function goToView(page: Page, view: string): Promise<void> {
  await goTo(page, `dashboard/${view}`)
  await page.locator('[data-testid=shop-status][data-status=live]').waitFor()
}

describe.each([
  ['de-DE', german, 'ltr'],
  ['ar', arabic, 'rtl'],
] as const)('the dashboard in %s', (locale, texts: Readonly<Record<string, string>>, direction) => {
  const name = (key: string) => texts[key] ?? key
  let page: Page

  beforeAll(async () => {
    page = await openStudioIn(locale)
  })
  afterAll(() => page?.context().close())

  it('speaks it everywhere, reads in its direction, writes money and days as it does', async () => {
    await goToView(page, 'realtime')
    const links = page.getByRole('navigation', {name: name('dashboard.views')})
    await links.getByRole('link', {name: name('dashboard.view.bills')}).waitFor()
    await page.getByRole('button', {name: name('dashboard.create-bill')}).waitFor()
    expect(await page.getByTestId('shop-dashboard').getAttribute('dir')).toBe(direction)
    const money = new Intl.NumberFormat(locale, {style: 'currency', currency: 'INR'}).format(849.6)
    await poll(() => page.getByTestId('shop-stat-receivables').textContent()).toBe(money)
    await takePicture(page, `dashboard-${locale}-1600`)
    await links.getByRole('link', {name: name('dashboard.view.analytics')}).click()
    await page.getByRole('tab', {name: name('analytics.part.stock')}).waitFor()
    await takePicture(page, `analytics-${locale}-1600`)
  })

  it('names lists, views, groups and new documents in it', async () => {
    await goTo(page, `structure/catalogue;products;${shop.bulb._id}`)
    const said = (key: string) => page.getByText(name(key), {exact: true}).first().waitFor()
    for (const key of ['shop', 'sell', 'stock', 'catalogue', 'customers', 'days', 'settings']) {
      // oxlint-disable-next-line no-await-in-loop
      await said(`structure.${key}`)
    }
    await said('structure.products')
    await page.getByRole('tab', {name: name('structure.view.stock-history')}).waitFor()
    await page.getByRole('tab', {name: name('group.price'), exact: true}).waitFor()
    await page.getByTestId('new-document-button').click()
    await page.locator('[data-ui=Popover]').getByText(name('type.brand'), {exact: true}).waitFor()
    await takePicture(page, `structure-${locale}-1600`)
    await page.keyboard.press('Escape')
  })

  it('says what is wrong with an imported file in it', async () => {
    await goToView(page, 'files')
    const choose = (text: string) =>
      page
        .getByTestId('shop-import-file')
        .setInputFiles({name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text)})
    await choose('SKU,Name,Price\nNEW-1,Fuse,free\nNEW-2,Lamp,-1\nNEW-2,,1\nNEW-3,a,1,2\n')
    const words = (key: string, values: Readonly<Record<string, string>> = {}) =>
      name(`csv.issue.${key}`).replaceAll(
        /\{\{(\w+)\}\}/g,
        (_, value: string) => values[value] ?? '',
      )
    for (const [line, said] of [
      [2, `Price ${words('not-number', {text: 'free'})}`],
      [3, `Price ${words('negative')}`],
      [4, `SKU ${words('repeated', {sku: 'NEW-2', line: '3'})} · Name ${words('required')}`],
      [5, words('cells', {cells: '4', titles: '3'})],
    ] as const) {
      const row = page.getByTestId(`shop-import-row-${line}`)
      await row.waitFor()
      expect(await row.textContent()).toContain(said)
    }
    await takePicture(page, `import-${locale}`)
    await choose('Price\n1\n')
    const [beginning = ''] = name('csv.issue.file-column').split('{{missing}}')
    expect(await page.getByTestId('shop-import-refused').textContent()).toContain(`${beginning}SKU`)
  })

  it('opens dialogs in it, without axe violations, and fits 390 px', async () => {
    await page.setViewportSize({width: 390, height: 1000})
    await goToView(page, 'bills')
    await page.getByRole('grid', {name: name('bills.title')}).waitFor()
    await takePicture(page, `bills-${locale}-390`)
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-dashboard]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await page.getByRole('button', {name: name('dashboard.create-bill')}).click()
    const dialog = page.getByRole('dialog', {name: name('bill-form.title')})
    await dialog.waitFor()
    expect(await dialog.evaluate((element) => getComputedStyle(element).direction)).toBe(direction)
    await takePicture(page, `dialog-${locale}-390`)
    await refuseArchivedCustomer(page, name('refusal.archived'))
  })

  /** An operation refuses what no form could know of: its words are in the language too. */
  async function refuseArchivedCustomer(page: Page, words: string): Promise<void> {
    const {users} = shop.operations
    await page.getByTestId('shop-customer-search').fill('Meera')
    await page.getByRole('option', {name: /Meera Nair/}).click()
    await page.getByTestId('shop-product-search').fill('VISIT')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByTestId('shop-bill-line').waitFor()
    await users.archive(shop.customer._id)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').getByText(words.replace('{{name}}', 'Meera Nair')).waitFor()
    await users.update(shop.customer._id, {isActive: true})
  }
})
