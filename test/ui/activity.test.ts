import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {addDays, dayOf} from '../../plugin/domain/calendar.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {poll} from './poll.ts'
import type {SmallShop} from './smallShop.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'

const TODAY = dayOf(new Date().toISOString(), SHOP_OPTIONS.timeZone)
const LONG_AGO = addDays(TODAY, -200)
const OLD_BILLS = 70

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  const {operations, bulb, visit, customer} = shop
  for (let index = 0; index < OLD_BILLS; index++) {
    await operations.bills.create({
      key: `old ${index}`,
      lines: [{product: visit._id, quantity: 1}],
      occurredAt: `${LONG_AGO}T0${index % 8}:30:00Z`,
    })
  }
  const {bill} = await operations.bills.create({
    key: 'sold',
    customer: customer._id,
    lines: [{product: bulb._id, quantity: 2}],
    payments: [{method: 'card', amount: 5_000}],
  })
  await operations.bills.void({key: 'void', bill: bill._id, reason: 'Wrong customer'})
  await operations.stock.adjust({
    key: 'broken',
    product: bulb._id,
    quantity: -1,
    kind: 'damage',
    reason: 'Fell off the shelf',
  })
  await operations.categories.create({name: 'Lighting'})
  browser = await openBrowser()
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  ;({page} = await openStudioPage(context, studio, 'dashboard/activity'))
  page.setDefaultTimeout(10_000)
  await feed().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const feed = () => page.getByRole('list', {name: 'Activity'})
const row = (text: RegExp) => feed().getByRole('link', {name: text})
const kinds = () => page.getByRole('combobox', {name: 'Kind'})
const people = () => page.getByRole('combobox', {name: 'Person'})
const region = (name: string) => page.getByRole('region', {name})

async function findProblems(): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page})
    .include('[data-testid=shop-dashboard]')
    .analyze()
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

async function openView(name: string): Promise<void> {
  await page.getByRole('navigation', {name: 'Views'}).getByRole('link', {name}).click()
  await page.getByRole('region', {name, exact: true}).waitFor()
}

describe('Activity', () => {
  it('tells who did what, when and why', async () => {
    await poll(() => row(/Wrong customer/).textContent()).toContain('Other till')
    expect(await row(/Fell off the shelf/).textContent()).toContain('Damage')
    expect(
      await row(/^Card for/)
        .first()
        .textContent(),
    ).toContain('₹50.00')
    await poll(() => row(/Lighting.*Administrator/).count()).toBe(1)
  })

  it('shows a sale of another till at once', async () => {
    await shop.operations.bills.create({
      key: 'elsewhere',
      lines: [{product: shop.bulb._id, quantity: 1}],
      notes: 'Picked up by the neighbour',
    })
    await row(/Picked up by the neighbour/).waitFor()
  })

  it('filters by kind, person and day, kept in the URL', async () => {
    await kinds().selectOption('void')
    await poll(() => feed().getByRole('listitem').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('kind')).toBe('void')
    await kinds().selectOption('movement')
    await poll(() => row(/LED bulb.*Sale/).count()).toBeGreaterThan(0)
    await kinds().selectOption('')
    await people().selectOption('other-till')
    await poll(() => row(/Lighting/).count()).toBe(0)
    await people().selectOption('')
    await page.getByRole('textbox', {name: 'Day'}).fill(LONG_AGO)
    await poll(() => feed().getByRole('listitem').count()).toBeGreaterThan(50)
    expect(new URL(page.url()).searchParams.get('day')).toBe(LONG_AGO)
  })

  it('finds the edits of a person, whom only the history of the documents knows', async () => {
    await page.getByRole('textbox', {name: 'Day'}).fill('')
    await people().selectOption({label: 'Administrator'})
    await row(/Lighting.*Administrator/).waitFor()
    await row(/LED bulb.*Created/).waitFor()
    expect(await row(/Wrong customer/).count()).toBe(0)
    await kinds().selectOption('catalogue')
    await row(/Lighting.*Administrator/).waitFor()
    await people().selectOption('other-till')
    await page.getByText('Nothing happened').waitFor()
    await people().selectOption('')
    await kinds().selectOption('')
    await page.getByRole('textbox', {name: 'Day'}).fill(LONG_AGO)
  })

  it('reads older pages until everything is shown', async () => {
    await page.getByRole('button', {name: 'Show older'}).click()
    await page.getByText('That is everything.').waitFor()
    expect(await feed().getByRole('listitem').count()).toBe(OLD_BILLS)
    await page.getByRole('textbox', {name: 'Day'}).fill('')
  })

  it('opens the document of a row', async () => {
    await row(/Wrong customer/).click()
    await poll(() => page.url()).toContain('bill.')
    await page.goto(new URL('dashboard/activity', studio.url).href)
    await feed().waitFor()
  })

  it('has no axe violations', async () => {
    await takePicture(page, 'activity-light-1600')
    expect(await findProblems()).toEqual([])
  })
})

describe('Brands & categories', () => {
  it('makes a category below another, renames and archives it', async () => {
    await openView('Brands & categories')
    const categories = region('Categories')
    await categories.getByRole('button', {name: 'Actions for Lighting'}).click()
    await page.getByRole('menuitem', {name: 'New category below'}).click()
    await page.getByRole('dialog').getByRole('textbox', {name: 'Name'}).fill('Bulbs')
    await page.keyboard.press('Enter')
    await categories.getByRole('link', {name: 'Bulbs'}).waitFor()
    await categories.getByRole('button', {name: 'Hide what stands below Lighting'}).click()
    await poll(() => categories.getByRole('link', {name: 'Bulbs'}).count()).toBe(0)
    await categories.getByRole('button', {name: 'Show what stands below Lighting'}).click()
    await categories.getByRole('button', {name: 'Actions for Bulbs'}).click()
    await page.getByRole('menuitem', {name: 'Rename'}).click()
    await page.getByRole('dialog').getByRole('textbox', {name: 'Name'}).fill('LED bulbs')
    await page.keyboard.press('Enter')
    await categories.getByRole('button', {name: 'Actions for LED bulbs'}).click()
    await page.getByRole('menuitem', {name: 'Archive'}).click()
    await poll(() => categories.getByRole('row', {name: /LED bulbs/}).textContent()).toContain(
      'Archived',
    )
  })

  it('follows a sale in the figures of its brand', async () => {
    const halden = region('Brands').getByRole('row', {name: /Halden/})
    const before = await halden.textContent()
    await shop.operations.bills.create({
      key: 'brand',
      lines: [{product: shop.bulb._id, quantity: 1}],
    })
    await poll(() => halden.textContent()).not.toBe(before)
  })

  it('has no axe violations', async () => {
    await takePicture(page, 'catalogue-light-1600')
    expect(await findProblems()).toEqual([])
  })
})

describe('Customers', () => {
  it('shows what is owed by age, as a file too', async () => {
    await shop.operations.bills.create({
      key: 'owed',
      customer: shop.customer._id,
      lines: [{product: shop.bulb._id, quantity: 1}],
      dueDate: addDays(TODAY, -45),
      occurredAt: `${addDays(TODAY, -60)}T06:00:00Z`,
    })
    await openView('Customers')
    const aging = region('Receivables by age')
    await poll(() => aging.textContent()).toContain('31 to 60 days overdue1 bill₹141.60')
    await takePicture(page, 'customers-light-1600')
    expect(await findProblems()).toEqual([])
  })

  it('makes a bill for a customer and shows a statement from the row', async () => {
    await page.getByRole('button', {name: 'New bill for Meera Nair'}).click()
    const till = page.getByTestId('shop-create-bill-dialog')
    await poll(() => till.textContent()).toContain('Meera Nair')
    await page.keyboard.press('Escape')
    await poll(() => till.count()).toBe(0)
    await page.getByRole('button', {name: 'Statement of Meera Nair'}).click()
    const statement = page.getByRole('dialog', {name: 'Statement: Meera Nair'})
    const paper = statement.locator('iframe').contentFrame()
    await paper.getByText('₹141.60').first().waitFor()
    // a paper's frame runs no scripts, axe's neither
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-statement-dialog]')
      .exclude('iframe')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await takePicture(page, 'statement')
    await page.getByRole('button', {name: 'Close'}).first().click()
    await poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/dashboard/customers')
  })

  it('fits 390 px, as Activity and Brands & categories do', async () => {
    await page.setViewportSize({width: 390, height: 900})
    for (const name of ['Customers', 'Activity', 'Brands & categories']) {
      await openView(name)
      await takePicture(page, `view-${name}-390`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
    }
  })
})
