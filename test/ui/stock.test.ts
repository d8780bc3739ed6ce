import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {goToDocument, openStudioPage, startTestStudio} from '../rig/studio.ts'
import {openDashboard} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {scan} from './scanner.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

/** More than a page of the history. */
const MOVEMENTS = 1_020

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  browser = await openBrowser()
  const context = await browser.newContext({viewport: {width: 1280, height: 900}})
  ;({page, problems} = await openDashboard(context, studio))
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

async function openSheet(name: string): Promise<void> {
  await page.getByTestId('shop-adjust-stock').and(page.locator(':enabled')).press('Enter')
  await page.getByRole('button', {name}).click()
  await page.locator('[data-testid=shop-product-search]:focus').waitFor()
}

async function onHand(product: string): Promise<unknown> {
  return (await studio.lake.client().getDocument(`stockLevel.${product}`))?.['onHand']
}

async function findProblems(): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page}).include('[role=dialog]').analyze()
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

describe('stock by scanner', () => {
  it('receives several products with cost and reference, all or none', async () => {
    await openSheet('Receive goods')
    await scan(page, '8901234567894')
    await page.getByTestId('shop-sheet-line').waitFor()
    await page.getByTestId('shop-sheet-cost').focus()
    await scan(page, '8901234567894')
    await poll(() => page.getByTestId('shop-sheet-quantity').inputValue()).toBe('2')
    expect(await page.getByTestId('shop-sheet-cost').inputValue()).toBe('')
    await page.getByTestId('shop-sheet-cost').fill('90')
    await scan(page, 'WIRE-15')
    await page.getByTestId('shop-sheet-quantity').first().fill('12.5')
    await poll(() => page.getByTestId('shop-sheet-level').first().textContent()).toContain(
      '25.00 m → 37.50 m · +12.50 m',
    )
    await page.getByLabel('Reference').fill('DN 17')
    expect(await findProblems()).toEqual([])
    await takePicture(page, 'receive')
    await page.keyboard.press('Enter')
    await page.getByText('2 products received').first().waitFor()
    expect(await onHand(shop.bulb._id)).toBe(12)
    expect(await onHand(shop.wire._id)).toBe(3_750)
  })

  it('counts while sales go on: what is sold after the count is not counted twice', async () => {
    await openSheet('Count stock')
    await scan(page, 'BULB-9')
    await page.getByTestId('shop-sheet-quantity').fill('11')
    await shop.operations.bills.create({
      key: 'meanwhile',
      lines: [{product: shop.bulb._id, quantity: 3}],
    })
    await poll(() => page.getByTestId('shop-sheet-level').textContent()).toBe(
      'BULB-9 · 9 pcs → 8 pcs · −1 pcs · −3 pcs since it was counted',
    )
    expect(await findProblems()).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('1 product counted').first().waitFor()
    expect(await onHand(shop.bulb._id)).toBe(8)
  })

  it('loses no begun count when the dialog is closed and the tab reloaded', async () => {
    await openSheet('Count stock')
    await scan(page, 'WIRE-15')
    await page.getByTestId('shop-sheet-line').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await page.reload()
    await page.locator('[data-testid=shop-status][data-status=live]').waitFor()
    await openSheet('Count stock')
    await page.getByText('This is the round you had begun. Nothing was lost.').waitFor()
    await page.getByRole('button', {name: 'Start over'}).click()
    await page.getByTestId('shop-sheet-line').waitFor({state: 'detached'})
    await page.keyboard.press('Escape')
    expect(problems).toEqual([])
  })
})

describe('stock in the forms of the Studio', () => {
  let form: Page
  let formProblems: readonly string[]

  beforeAll(async () => {
    // a dashboard would draw a thousand changes that nobody looks at
    await page.goto('about:blank')
    ;({page: form, problems: formProblems} = await openStudioPage(
      page.context(),
      studio,
      'structure',
    ))
  })

  it('shows why there are so many: the level over time, the movement under the slider', async () => {
    await goToDocument(form, `intent/edit/id=${shop.bulb._id};type=product`)
    await form.getByRole('tab', {name: 'Stock history'}).click()
    await poll(() => form.getByTestId('shop-history-level').textContent()).toBe('8 pcs')
    await form.getByRole('slider', {name: 'Movement'}).press('Home')
    expect(await form.getByTestId('shop-history-level').textContent()).toBe('10 pcs')
    expect(await form.getByRole('slider').getAttribute('aria-valuetext')).toContain('Opening')
    await form.getByRole('slider').press('End')
    await shop.operations.stock.adjust({
      key: 'found',
      product: shop.bulb._id,
      quantity: 1,
      reason: 'Found one',
      kind: 'adjustment',
    })
    await poll(() => form.getByTestId('shop-history-level').textContent()).toBe('9 pcs')
    await takePicture(form, 'stock-history')
    await form.getByRole('button', {name: 'On the shelf'}).press('Enter')
    const panel = form.getByTestId('shop-product-inspector')
    await poll(() => panel.getByTestId('shop-inspector-on-hand').textContent()).toBe('9 pcs')
    const movements = panel.getByRole('list', {name: 'Last movements'}).getByRole('listitem')
    await poll(() => movements.first().textContent()).toContain('+1 pcs')
    await takePicture(form, 'product-inspector')
    await form.getByRole('button', {name: 'Close', exact: true}).press('Enter')
    const {violations} = await new AxeBuilder({page: form})
      .include('[data-testid=shop-history]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(formProblems).toEqual([])
  })

  it('shows more than a thousand movements page by page, one slider over all that is read', async () => {
    const {operations, wire} = shop
    for (let found = 0; found < MOVEMENTS; found++) {
      // oxlint-disable-next-line no-await-in-loop
      await operations.stock.adjust({
        key: `found ${found}`,
        product: wire._id,
        quantity: 1,
        reason: 'Found',
        kind: 'adjustment',
      })
    }
    await goToDocument(form, `intent/edit/id=${wire._id};type=product`)
    await form.getByRole('tab', {name: 'Stock history'}).click()
    const slider = form.getByRole('slider', {name: 'Movement'})
    await poll(() => slider.getAttribute('max')).toBe('999')
    await form.getByRole('button', {name: 'Show older'}).click()
    await poll(async () => Number(await slider.getAttribute('max'))).toBeGreaterThanOrEqual(
      MOVEMENTS,
    )
    await form.getByRole('button', {name: 'Show older'}).waitFor({state: 'detached'})
    await slider.press('Home')
    expect(await slider.getAttribute('aria-valuetext')).toContain('Opening')
    expect(await form.getByTestId('shop-history').getByRole('listitem').count()).toBeLessThan(50)
  })

  it('shows a brand’s products with live figures', async () => {
    const brand = shop.bulb.brand?._ref ?? ''
    await goToDocument(form, `intent/edit/id=${brand};type=brand`)
    await form.getByRole('tab', {name: 'Products'}).click()
    await poll(() => form.getByTestId('shop-figure-sold-today').textContent()).toBe('₹424.80')
    await form.getByRole('link', {name: /LED bulb 9 W.*9 pcs/}).waitFor()
    await takePicture(form, 'brand-figures')
  })

  it('asks on a product for what its category defines, as proper inputs', async () => {
    const lamps = await shop.operations.categories.create({
      name: 'Lamps',
      isActive: true,
      specificationFields: [
        {
          _key: 'p',
          _type: 'specificationField',
          name: 'Power',
          type: 'number',
          unit: 'W',
          isRequired: true,
        },
        {
          _key: 'c',
          _type: 'specificationField',
          name: 'Cap',
          type: 'choice',
          choices: ['B22', 'E27'],
        },
      ],
    })
    await shop.operations.products.update(shop.bulb._id, {
      category: {_type: 'reference', _ref: lamps._id},
    })
    await goToDocument(form, `intent/edit/id=${shop.bulb._id};type=product`)
    const power = form.getByLabel('Power (required)')
    await power.fill('nine')
    await form.getByText('Enter a number.').first().waitFor()
    await power.fill('9')
    await form.getByLabel('Cap').selectOption('B22')
    await takePicture(form, 'specifications')
    await poll(async () => {
      const product = await studio.lake.client().getDocument(`drafts.${shop.bulb._id}`)
      const rows: readonly {name: string; value: string}[] = product?.['specifications'] ?? []
      return rows.map(({name, value}) => `${name} ${value}`)
    }).toEqual(['Power 9', 'Cap B22'])
  })
})
