import {AxeBuilder} from '@axe-core/playwright'
import type {Page, Route} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Bill} from '../../plugin/domain/documents.ts'
import {takePicture} from '../rig/pictures.ts'
import type {OpenShop} from './openShop.ts'
import {openShop} from './openShop.ts'
import {poll} from './poll.ts'
import type {SmallShop} from './smallShop.ts'

let opened: OpenShop
let shop: SmallShop
let bill: Bill
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  opened = await openShop({width: 1280, height: 900}, async (own) => {
    ;({bill} = await own.operations.bills.create({
      key: 'sold',
      customer: own.customer._id,
      lines: [
        {product: own.bulb._id, quantity: 3},
        {product: own.visit._id, quantity: 1},
      ],
      payments: [{method: 'upi', amount: 30_000}],
    }))
    return `intent/edit/id=${bill._id};type=bill`
  })
  ;({shop, page, problems} = opened)
})
afterAll(() => opened?.close())

/** Opens the action's dialog with the keyboard, as a person does: only once the menu has the focus, item by item. */
async function runAction(name: string): Promise<void> {
  await openMenu()
  const wanted = page.getByRole('menuitem', {name})
  await poll(() => wanted.isEnabled()).toBe(true)
  const names = await page.locator('[role=menuitem]:enabled').allTextContents()
  const steps = names.findIndex((text) => text.includes(name))
  for (const step of names.slice(1, steps + 1)) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowDown')
    // oxlint-disable-next-line no-await-in-loop
    await page.locator('[role=menuitem]:focus', {hasText: step}).waitFor()
  }
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
}

/**
 * The Studio moves the focus into its menu a frame or two after it has opened it, and not at all into one that is still
 * fading away or has no enabled item yet.
 */
async function openMenu(): Promise<void> {
  await page.locator('[role=menu]:visible').waitFor({state: 'detached'})
  const button = page.getByTestId('action-menu-button').and(page.locator(':enabled'))
  await button.press('Enter')
  await page.locator('[role=menuitem]:focus').waitFor()
}

/**
 * The form of a document just opened takes the focus at a moment of its own (or never), also from an open menu, unless
 * somebody has been in one of its fields.
 */
const beInTheForm = () => page.getByRole('textbox', {name: 'Number'}).click()

/** A window of its own with nothing in its cache; a second tab would leave the first one without frames. */
async function openElsewhere(): Promise<Page> {
  const context = await opened.browser.newContext({viewport: {width: 1280, height: 900}})
  return context.newPage()
}

const billUrl = () => new URL(`intent/edit/id=${bill._id};type=bill`, opened.studio.url).href

/** Keeps back what the live view asks the lake for when it starts; resolves with what lets it through. */
async function holdSnapshots(of: Page): Promise<() => Promise<void>> {
  let held: Route[] | undefined = []
  await of.route(/shop\.live\.snapshot/, async (route) => {
    if (held === undefined) await route.continue()
    else held.push(route)
  })
  return async () => {
    const waiting = held ?? []
    held = undefined
    await Promise.all(waiting.map((route) => route.continue()))
  }
}

const dialog = () => page.getByRole('dialog')

/** Where the focus goes. */
const firstField = () => dialog().locator('input:not([type=checkbox]), textarea').first()

/** The paper's frame runs no scripts, axe's neither. */
async function findProblems(on = page): Promise<readonly string[]> {
  const {violations} = await new AxeBuilder({page: on})
    .include('[role=dialog]')
    .exclude('iframe')
    .analyze()
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

const balance = () =>
  opened.studio.lake
    .client()
    .fetch<object>(
      '*[_type == "billBalance"][0]{paid, credited, balance, "void": void.reason}',
      {},
      {perspective: 'raw', tag: 'test.balance'},
    )

const badge = (text: string) => page.getByText(text, {exact: true}).first()

// 3 bulbs at ₹120 and a visit at ₹250, with 18 % tax: ₹719.80, of which ₹300 are paid
describe('actions on a bill', () => {
  it('record a payment by keyboard, with what is due before and after', async () => {
    await badge('Part paid: ₹419.80 open').waitFor()
    await beInTheForm()
    await runAction('Record payment')
    await firstField().fill('119.80')
    await page.getByText('₹300.00').first().waitFor()
    await dialog().getByLabel('Method').selectOption('card')
    expect(await findProblems()).toEqual([])
    await dialog().getByLabel('Reference').fill('slip 12')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await badge('Part paid: ₹300.00 open').waitFor()
    expect(await balance()).toEqual({paid: 41_980, credited: 0, balance: 30_000, void: null})
  })

  it('refuse more than is due by card, in words, and write nothing', async () => {
    await runAction('Record payment')
    await firstField().fill('400')
    await dialog().getByLabel('Method').selectOption('card')
    await page.getByText('At most ₹300.00 this way; only cash gives change.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    expect(await balance()).toMatchObject({paid: 41_980})
  })

  it('credit line by line, back into stock', async () => {
    await runAction('Credit or return')
    await firstField().fill('2')
    await poll(() => page.getByTestId('shop-credit-total').textContent()).toBe('₹283.20')
    await dialog().getByLabel('Reason').fill('Wrong colour')
    expect(await findProblems()).toEqual([])
    await takePicture(page, 'credit')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await badge('Part paid: ₹16.80 open').waitFor()
    const level = await opened.studio.lake.client().getDocument(`stockLevel.${shop.bulb._id}`)
    expect(level?.['onHand']).toBe(9)
  })

  it('pay money back', async () => {
    await runAction('Refund')
    await firstField().fill('19.80')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await badge('Part paid: ₹36.60 open').waitFor()
  })

  it('stand beside an inspector of what became of it: what is open, its payments, what left the shelf', async () => {
    await page.getByRole('button', {name: 'What became of it'}).press('Enter')
    const panel = page.getByTestId('shop-bill-inspector')
    await poll(() => panel.getByTestId('shop-inspector-open').textContent()).toBe('₹36.60')
    expect(await panel.getByTestId('shop-inspector-paid').textContent()).toBe('₹400.00')
    expect(await panel.getByTestId('shop-inspector-credited').textContent()).toBe('₹283.20')
    const figures = (name: string) =>
      panel.getByRole('list', {name}).getByRole('listitem').allTextContents()
    await poll(async () => (await figures('Stock moved')).join()).toContain('−3 pcs')
    const payments = await figures('Payments')
    expect(payments.map((text) => /-?₹[\d.]+$/.exec(text)?.[0])).toEqual([
      '-₹19.80',
      '₹119.80',
      '₹300.00',
    ])
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-bill-inspector]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await takePicture(page, 'bill-inspector')
    await page.getByRole('button', {name: 'Close', exact: true}).press('Enter')
    await panel.waitFor({state: 'detached'})
  })

  it('say in the inspector what the lake refused to tell, and tell the rest', async () => {
    const other = await openElsewhere()
    const refusal = {error: {type: 'queryParseError', description: 'expected an expression'}}
    await other.route(/shop\.entries/, (route) => route.fulfill({status: 400, json: refusal}))
    await other.goto(billUrl())
    await other.getByRole('button', {name: 'What became of it'}).click()
    const panel = other.getByTestId('shop-bill-inspector')
    await panel.getByText(/This list could not be loaded .* Open the document again/).waitFor()
    await poll(() => panel.getByTestId('shop-inspector-open').textContent()).toBe('₹36.60')
    await other.context().close()
  })

  it('show the paper and its text, and print it once', async () => {
    await runAction('Print or share')
    const frame = page.getByRole('dialog').locator('iframe')
    await frame.contentFrame().getByText('Meera Nair').waitFor()
    await frame.evaluate((element) => {
      if (!(element instanceof HTMLIFrameElement) || element.contentWindow === null) return
      const printed = element.contentWindow
      Object.assign(globalThis, {prints: 0})
      printed.print = () =>
        Object.assign(globalThis, {prints: Number(Reflect.get(globalThis, 'prints')) + 1})
    })
    const whatsApp = page.getByRole('link', {name: 'WhatsApp'})
    expect(await whatsApp.getAttribute('href')).toMatch(/^https:\/\/wa\.me\/919876500000\?text=/)
    expect(await findProblems()).toEqual([])
    await takePicture(page, 'receipt')
    await page.getByRole('button', {name: 'Print'}).press('Enter')
    await poll(() => page.evaluate('prints')).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
  })

  it('sell the same goods again', async () => {
    await runAction('Sell again')
    await page.getByTestId('shop-bill-line').nth(1).waitFor()
    expect(await page.getByTestId('shop-line-quantity').first().inputValue()).toBe('3')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
  })

  it('wait in their dialog, with the focus, while the shop of a window just opened is still loading', async () => {
    const window = await openElsewhere()
    const answer = await holdSnapshots(window)
    await window.goto(billUrl())
    await window.getByTestId('action-menu-button').click()
    await window.getByRole('menuitem', {name: 'Print or share'}).click()
    const waiting = window.getByRole('dialog')
    await waiting.getByText('The shop is still loading.').waitFor()
    expect(await findProblems(window)).toEqual([])
    await takePicture(window, 'shop-still-loading')
    await answer()
    await waiting.locator('iframe').contentFrame().getByText('Meera Nair').waitFor()
    const focused = () => document.activeElement?.closest('[role=dialog]')?.id
    await poll(() => window.evaluate(focused)).toBe('shop-receipt-dialog')
    await window.context().close()
  })

  it('void it with a reason, and then say why nothing else can be done', async () => {
    await runAction('Void')
    await firstField().press('Enter')
    await page.getByText('Say why, for whoever reads the books later.').waitFor()
    await firstField().fill('Rung up twice')
    expect(await findProblems()).toEqual([])
    await takePicture(page, 'void')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await badge('Void').waitFor()
    expect(await balance()).toMatchObject({paid: 0, balance: 0, void: 'Rung up twice'})
    await openMenu()
    const item = page.getByRole('menuitem', {name: 'Record payment'})
    await poll(() => item.isDisabled()).toBe(true)
    await item.hover({force: true})
    await page.getByText('This bill is void.').first().waitFor()
    expect(problems).toEqual([])
  })
})
