import {AxeBuilder} from '@axe-core/playwright'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {takePicture} from '../rig/pictures.ts'
import type {OpenShop} from './openShop.ts'
import {openShop} from './openShop.ts'
import {poll} from './poll.ts'
import type {SmallShop} from './smallShop.ts'

let opened: OpenShop
let shop: SmallShop
let page: Page

beforeAll(async () => {
  opened = await openShop({width: 1600, height: 1000}, async ({operations, customer, bulb}) => {
    await operations.bills.create({
      key: 'owed',
      customer: customer._id,
      lines: [{product: bulb._id, quantity: 6}],
    })
    return 'dashboard/inventory'
  })
  ;({shop, page} = opened)
  await grid('Inventory').waitFor()
})
afterAll(() => opened?.close())

function grid(name: string) {
  return page.getByRole('grid', {name})
}

async function openView(name: string): Promise<void> {
  await page.getByRole('navigation', {name: 'Views'}).getByRole('link', {name}).click()
  await grid(name).waitFor()
}

const isFocused = (element: Element) => element === document.activeElement

async function openFrom(button: Locator, title: string): Promise<void> {
  await button.press('Enter')
  await page.getByRole('dialog', {name: title}).waitFor()
}

async function closeDialog(): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({state: 'detached'})
}

/** A paper's frame runs no scripts, axe's neither. */
async function findProblems(): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page})
    .include('[role=dialog]')
    .exclude('iframe')
    .analyze()
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

describe('views of the dashboard', () => {
  it('filters the inventory by state and keeps the filter in the URL', async () => {
    await page.getByRole('combobox', {name: 'State'}).selectOption('low')
    await poll(() =>
      grid('Inventory')
        .getByRole('row', {name: /WIRE-15/})
        .count(),
    ).toBe(0)
    expect(
      await grid('Inventory')
        .getByRole('row', {name: /BULB-9/})
        .count(),
    ).toBe(1)
    expect(new URL(page.url()).searchParams.get('state')).toBe('low')
    await page.getByRole('combobox', {name: 'State'}).selectOption('')
  })

  it('moves through the rows with the keyboard', async () => {
    await grid('Inventory').getByRole('row').nth(1).focus()
    await page.keyboard.press('End')
    await poll(() => page.locator('[role=row]:focus').textContent()).toContain('BULB-9')
  })

  it('chooses rows with the keys and does the same for all of them', async () => {
    await grid('Inventory').getByRole('row').nth(1).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    const bar = page.getByRole('toolbar', {name: 'What to do with the chosen rows'})
    await bar.getByText('3 chosen').waitFor()
    const download = page.waitForEvent('download')
    await bar.getByRole('button', {name: 'Download CSV'}).click()
    expect((await download).suggestedFilename()).toMatch(/^stock-.*\.csv$/)
    await takePicture(page, 'view-Inventory-chosen')
    await grid('Inventory').getByRole('row').nth(1).focus()
    await page.keyboard.press('Escape')
    await bar.waitFor({state: 'detached'})
    await grid('Inventory').getByRole('checkbox', {name: 'Choose Home visit'}).check({force: true})
    await bar.getByRole('button', {name: 'Take 1 product out of sale'}).click()
    await page.getByText('1 done').first().waitFor()
    await poll(
      async () => (await opened.studio.lake.client().getDocument(shop.visit._id))?.['isActive'],
    ).toBe(false)
    await page.getByRole('button', {name: 'Choose none'}).click()
  })

  it('records the payments of all chosen bills, and says what has nothing to pay', async () => {
    await openView('Bills')
    await grid('Bills').getByRole('checkbox', {name: 'Choose all rows'}).check({force: true})
    const bar = page.getByRole('toolbar', {name: 'What to do with the chosen rows'})
    await bar.getByRole('combobox', {name: 'Paid by'}).selectOption('card')
    await bar.getByRole('button', {name: 'Record payment of 1 bill in full'}).click()
    await poll(() => grid('Bills').getByRole('row').nth(1).textContent()).toContain('Paid')
    await bar.getByRole('button', {name: /nothing is open/}).waitFor()
    await openView('Inventory')
  })

  it('orders, counts and labels the chosen products, each from the same choice', async () => {
    await grid('Inventory').getByRole('checkbox', {name: 'Choose all rows'}).check({force: true})
    const bar = page.getByRole('toolbar', {name: 'What to do with the chosen rows'})
    // 6 of 10 bulbs went in the 14 days of the window: 13 would last 30 days. There is wire enough; a visit has no stock.
    await openFrom(bar.getByRole('button', {name: 'Reorder 1'}), 'Receive goods')
    expect(await page.getByTestId('shop-sheet-quantity').inputValue()).toBe('9')
    await closeDialog()
    await poll(() => bar.getByRole('button', {name: 'Reorder 1'}).evaluate(isFocused)).toBe(true)
    await openFrom(bar.getByRole('button', {name: 'Count'}), 'Count stock')
    expect(await page.getByTestId('shop-sheet-line').count()).toBe(2)
    await closeDialog()
    await openFrom(bar.getByRole('button', {name: 'Print labels'}), 'Labels')
    await page.getByLabel('Of each').fill('2')
    const sheet = page.getByRole('dialog').locator('iframe').contentFrame()
    await poll(() => sheet.getByRole('listitem').count()).toBe(6)
    await sheet.getByRole('img', {name: '8901234567894'}).first().waitFor()
    expect(await findProblems()).toEqual([])
    await takePicture(page, 'labels')
    await closeDialog()
    await page.getByRole('button', {name: 'Choose none'}).click()
  })

  it('prints the chosen bills, and the statements of the chosen customers', async () => {
    const bar = page.getByRole('toolbar', {name: 'What to do with the chosen rows'})
    for (const [view, button, title] of [
      ['Bills', 'Print', '1 bill'],
      ['Customers', 'Print statements', '1 statement'],
    ] as const) {
      await openView(view)
      await grid(view).getByRole('checkbox', {name: 'Choose all rows'}).check({force: true})
      await openFrom(bar.getByRole('button', {name: button}), title)
      const paper = page.getByRole('dialog').locator('iframe').contentFrame()
      await paper.getByText('Meera Nair').waitFor()
      expect(await findProblems()).toEqual([])
      await closeDialog()
    }
    await openView('Inventory')
  })

  it('shows a sale of another till in the open table', async () => {
    await shop.operations.bills.create({
      key: 'elsewhere',
      lines: [{product: shop.bulb._id, quantity: 4}],
    })
    await poll(() =>
      grid('Inventory')
        .getByRole('row', {name: /BULB-9/})
        .textContent(),
    ).toContain('Out')
  })

  it.each(['Inventory', 'Bills', 'Customers'])('has no axe violations in %s', async (name) => {
    await openView(name)
    await takePicture(page, `view-${name}-1600`)
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-dashboard]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  it('shows a row in one line where there is room, else as a card of two columns', async () => {
    await openView('Inventory')
    const row = grid('Inventory').getByRole('row', {name: /BULB-9/})
    const places = () =>
      row.evaluate((element) => {
        const cells = [...element.children].map((cell) => cell.getBoundingClientRect())
        return new Set(cells.map(({left}) => Math.round(left))).size
      })
    // as many places from left to right as there are cells: the choice, eight columns, the state
    expect(await places()).toBe(10)
    expect((await row.boundingBox())?.height).toBe(40)
    await page.setViewportSize({width: 390, height: 900})
    await poll(places).toBe(3)
    await page.setViewportSize({width: 1600, height: 1000})
  })

  it('fits 390 px', async () => {
    await page.setViewportSize({width: 390, height: 900})
    await takePicture(page, 'view-Customers-390')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const header = await page.getByTestId('shop-dashboard').locator('header').first().boundingBox()
    expect(header?.height).toBeLessThan(110)
  })

  it('brings the link of the current view into sight at 390 px', async () => {
    const links = page.getByRole('navigation', {name: 'Views'})
    const seenOf = (name: string) =>
      links.getByRole('link', {name}).evaluate((link) => {
        const place = link.getBoundingClientRect()
        return place.left >= 0 && place.right <= document.documentElement.clientWidth
      })
    await poll(() => seenOf('Customers')).toBe(true)
    await openView('Inventory')
    await links.getByRole('link', {name: 'Diagnostics'}).click()
    await poll(() => seenOf('Diagnostics')).toBe(true)
    // a press brings a link into sight by itself, the browser's way back does not
    await page.goBack()
    await grid('Inventory').waitFor()
    await poll(() => seenOf('Inventory')).toBe(true)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  })
})
