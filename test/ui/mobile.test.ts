import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page, Route} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {refusalTexts as arabicRefusals} from '../../plugin/i18n/ar/refusalTexts.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {startTestStudio} from '../rig/studio.ts'
import {openDashboard, stat} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {pretendCamera} from './pretendCamera.ts'
import type {SmallShop} from './smallShop.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let phone: Page
let desk: Page
const problems: string[] = []

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  ;({page: desk} = await openDashboard(browser, studio))
  phone = await openPhone({})
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

async function openPhone(
  options: {locale?: string; colorScheme?: 'dark'},
  prepare?: () => void,
): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 390, height: 844}, ...options})
  if (prepare !== undefined) await context.addInitScript(prepare)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(new URL('mobile', studio.url).href)
  await page.locator('[data-testid=shop-status][data-status=live]').waitFor()
  return page
}

const part = (name: string) => phone.getByRole('navigation').getByRole('button', {name})

async function findProblems(page: Page): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page}).analyze()
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

describe('the phone page beside the Studio', () => {
  it('shows what the Studio shows', async () => {
    await shop.operations.bills.create({
      key: 'first',
      lines: [{product: shop.visit._id, quantity: 1}],
    })
    for (const page of [phone, desk]) {
      await poll(() => stat(page, 'bills-today')).toBe('1')
      await poll(() => stat(page, 'sales-today')).toBe('₹295.00')
    }
    expect(await findProblems(phone)).toEqual([])
    await takePicture(phone, 'mobile-today-390')
  })

  it('sells: the Studio sees the bill and the stock at once', async () => {
    await part('Sell').click()
    await phone.getByRole('textbox', {name: 'Name, SKU or barcode'}).first().fill('bulb')
    await phone.getByRole('button', {name: 'Add LED bulb 9 W'}).click()
    await phone.getByRole('button', {name: 'One more LED bulb 9 W'}).click()
    expect(await phone.getByTestId('mobile-total').textContent()).toBe('₹283.20')
    expect(await findProblems(phone)).toEqual([])
    await takePicture(phone, 'mobile-sell-390')
    await phone.getByRole('button', {name: 'Issue the bill'}).dblclick()
    await phone.getByText(/^Bill \S+ issued$/).waitFor()
    await poll(() => stat(desk, 'bills-today')).toBe('2')
    await poll(() => desk.getByTestId(`shop-row-product-${shop.bulb._id}`).textContent()).toContain(
      '8 pcs',
    )
    const bills = await studio.lake.client().fetch<number>('count(*[_type == "bill"])')
    expect(bills).toBe(2)
  })

  it('says in words when there is not enough, and keeps the sale', async () => {
    await phone.getByRole('textbox', {name: 'Name, SKU or barcode'}).first().fill('BULB-9')
    await phone.getByRole('button', {name: 'Add LED bulb 9 W'}).click()
    for (let more = 0; more < 8; more++) {
      await phone.getByRole('button', {name: 'One more LED bulb 9 W'}).click()
    }
    await phone.getByRole('button', {name: 'Issue the bill'}).click()
    await phone.getByText('Nothing was written.').waitFor()
    await phone.getByRole('button', {name: 'One less LED bulb 9 W'}).waitFor()
    const total = await phone.getByTestId('mobile-total').textContent()
    await phone.reload()
    await part('Sell').click()
    await poll(() => phone.getByTestId('mobile-total').textContent()).toBe(total)
  })

  it('reads a barcode with the camera where the browser can', async () => {
    const seeing = await openPhone({}, pretendCamera)
    await seeing.getByRole('navigation').getByRole('button', {name: 'Sell'}).click()
    const sell = seeing.getByRole('region', {name: 'Sell'})
    await sell.getByRole('button', {name: 'Scan with the camera'}).click()
    await sell.getByRole('button', {name: 'One more LED bulb 9 W'}).waitFor()
    await poll(() => sell.getByTestId('mobile-total').textContent()).toBe('₹141.60')
    await takePicture(seeing, 'mobile-camera-390')
    expect(await findProblems(seeing)).toEqual([])
    await sell.getByRole('button', {name: 'Close the camera'}).click()
    await poll(() => seeing.evaluate('track.readyState')).toBe('ended')
    await seeing.context().close()
  })

  it('changes the stock with its reason: the Studio shows the movement', async () => {
    await part('Stock').click()
    const stock = phone.getByRole('region', {name: 'Stock'})
    await stock.getByRole('textbox', {name: 'Name, SKU or barcode'}).fill('bulb')
    await stock.getByRole('button', {name: 'Add LED bulb 9 W'}).click()
    await stock.getByRole('textbox', {name: 'Change (pcs)'}).fill('-4')
    await stock.getByRole('button', {name: 'Change the stock'}).click()
    await stock.getByText('Say why.').waitFor()
    await stock.getByRole('textbox', {name: 'Reason'}).fill('Shop window')
    expect(await findProblems(phone)).toEqual([])
    await takePicture(phone, 'mobile-stock-390')
    await stock.getByRole('button', {name: 'Change the stock'}).click()
    await stock.getByText('LED bulb 9 W: 4 pcs').waitFor()
    await poll(() => desk.getByTestId(`shop-row-product-${shop.bulb._id}`).textContent()).toContain(
      '4 pcs',
    )
    const reasons = await studio.lake
      .client()
      .fetch<string[]>('*[_type == "stockTransaction" && quantity == -4].reason')
    expect(reasons).toEqual(['Shop window'])
  })

  it('shows the alert that this raised, with its count', async () => {
    await part('Alerts').click()
    await phone.getByTestId(`shop-alert-lowStock-${shop.bulb._id}`).waitFor()
    expect(await findProblems(phone)).toEqual([])
    expect(await overflowOf(phone)).toBe(0)
    expect(problems).toEqual([])
  })

  it('shows the figures as of a moment until the shop is there', async () => {
    const context = await browser.newContext({viewport: {width: 390, height: 844}})
    let held: Route[] | undefined = []
    await context.route(/shop\.live\.snapshot/, async (route) => {
      if (held === undefined) await route.continue()
      else held.push(route)
    })
    const early = await context.newPage()
    await early.goto(new URL('mobile', studio.url).href)
    await early.getByTestId('shop-as-of').waitFor()
    expect(await stat(early, 'sales-today')).toBe(await stat(phone, 'sales-today'))
    expect(await stat(early, 'bills-today')).toBe('2')
    expect(await early.getByText('Last bills').count()).toBe(0)
    expect(await findProblems(early)).toEqual([])
    await takePicture(early, 'mobile-early-390')
    const waiting = held
    held = undefined
    await Promise.all(waiting.map((route) => route.continue()))
    await early.getByText('Last bills').waitFor()
    await early.getByTestId('shop-as-of').waitFor({state: 'detached'})
    expect(await stat(early, 'bills-today')).toBe('2')
    await context.close()
  })

  it('speaks Arabic from right to left, in the dark too', async () => {
    const arabic = await openPhone({locale: 'ar', colorScheme: 'dark'})
    expect(await arabic.evaluate(() => document.documentElement.dir)).toBe('rtl')
    await arabic.getByRole('button', {name: 'بيع'}).waitFor()
    await arabic.getByRole('button', {name: 'بيع'}).click()
    await arabic.getByRole('textbox').first().fill('BULB-9')
    await arabic.getByRole('button', {name: /LED bulb 9 W/}).click()
    for (let more = 0; more < 8; more++) {
      await arabic.getByRole('button', {name: 'واحد أكثر من LED bulb 9 W'}).click()
    }
    await arabic.getByRole('button', {name: 'إصدار الفاتورة'}).click()
    await arabic.getByText(arabicRefusals['refusal.code.out-of-stock']).waitFor()
    await takePicture(arabic, 'mobile-ar-dark-390')
    expect(await findProblems(arabic)).toEqual([])
    expect(await overflowOf(arabic)).toBe(0)
  })
})
