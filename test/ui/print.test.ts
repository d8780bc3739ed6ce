import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {savePicture, takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {goTo, goToDocument, openStudioPage, startTestStudio} from '../rig/studio.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

const MILLIMETRES_PER_POINT = 25.4 / 72

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let page: Page

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  await studio.lake
    .client()
    .patch('shopSettings.shop')
    .set({
      papers: {
        address: '12 Market Road\nKochi 682001',
        taxId: '32ABCDE1234F1Z5',
        footer: 'Goods are taken back within 7 days.',
        upiId: 'corner@bank',
      },
    })
    .commit({tag: 'test.papers'})
  await shop.operations.users.update(shop.customer._id, {
    address: '7 Lake View\nKochi',
    taxId: '32FGHIJ5678K1Z2',
  })
  browser = await openBrowser()
  ;({page} = await openStudioPage(await browser.newContext(), studio, 'structure'))
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** The style sheet follows the content a moment later: a roll is as long as what stands on it. */
function isPageLongEnough(root: Element): boolean {
  const page = /size: 80mm (\d+)mm/.exec(root.textContent ?? '')
  const height = root.querySelector('body')?.offsetHeight ?? 0
  return page === null || Number(page[1]) >= (height * 25.4) / 96
}

/** The paper of a bill as it is printed, on a page of its own; close that. */
async function openPaper(lines: number, size: 'a4' | 'roll'): Promise<Page> {
  const {bill} = await shop.operations.bills.create({
    key: `${size} ${lines}`,
    customer: shop.customer._id,
    lines: Array.from({length: lines}, (_, index) => ({
      name: `Part ${index + 1} of a long list`,
      quantity: 2,
      unitPrice: 1_000 + index,
    })),
  })
  await goToDocument(page, `intent/edit/id=${bill._id};type=bill`)
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: 'Print or share'}).click()
  await page.getByRole('combobox', {name: 'Paper'}).selectOption(size)
  const frame = page.getByRole('dialog').locator('iframe')
  await frame.contentFrame().getByRole('img', {name: 'Pay by UPI'}).waitFor()
  await poll(() => frame.contentFrame().locator('html').evaluate(isPageLongEnough)).toBe(true)
  const paper = await showAlone()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({state: 'detached'})
  return paper
}

/** What stands in the dialog's frame, on a page of its own. */
async function showAlone(): Promise<Page> {
  const html = await page
    .getByRole('dialog')
    .locator('iframe')
    .contentFrame()
    .locator('html')
    .evaluate((root) => root.outerHTML)
  const paper = await page.context().newPage()
  // Without a doctype, tables would not inherit the size of the text.
  await paper.setContent(`<!doctype html>${html}`)
  return paper
}

interface Printed {
  pages: number
  /** Of the first page, millimetres. */
  width: number
  height: number
}

async function print(paper: Page, name: string): Promise<Printed> {
  const pdf = await paper.pdf({preferCSSPageSize: true})
  savePicture(`${name}.pdf`, pdf)
  const text = pdf.toString('latin1')
  const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)
  return {
    pages: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    width: Math.round(Number(box?.[1]) * MILLIMETRES_PER_POINT),
    height: Math.round(Number(box?.[2]) * MILLIMETRES_PER_POINT),
  }
}

describe('printed papers', () => {
  it('name the customer with address and tax number, and say it when those cannot be asked for', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'with address',
      customer: shop.customer._id,
      lines: [{name: 'Part', quantity: 1, unitPrice: 1_000}],
    })
    await goToDocument(page, `intent/edit/id=${bill._id};type=bill`)
    const paper = page.getByRole('dialog').locator('iframe').contentFrame()
    const isMissing = paper.getByText('address and tax number are not on this paper')
    await page.route(/shop\.paper/, (route) => route.abort())
    await page.getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Print or share'}).click()
    await isMissing.waitFor()
    expect(await paper.getByText('Meera Nair').count()).toBe(1)
    expect(await paper.getByText('7 Lake View').count()).toBe(0)
    await takePicture(page, 'print-without-address')
    await page.unroute(/shop\.paper/)
    await paper.getByText('7 Lake View').waitFor()
    expect(await paper.getByText('32FGHIJ5678K1Z2').count()).toBe(1)
    expect(await isMissing.count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('are one A4 page for a short bill, with everything the settings ask for', async () => {
    const paper = await openPaper(2, 'a4')
    for (const text of ['Tax invoice', '12 Market Road', '32ABCDE1234F1Z5', 'Meera Nair']) {
      expect(await paper.getByText(text).first().isVisible()).toBe(true)
    }
    expect(await paper.getByRole('img').count()).toBe(2)
    expect(await print(paper, 'bill-a4')).toEqual({pages: 1, width: 210, height: 297})
    await paper.close()
  })

  it('are several A4 pages for a long one', async () => {
    const paper = await openPaper(90, 'a4')
    const printed = await print(paper, 'bill-a4-long')
    expect(printed.pages).toBeGreaterThan(2)
    await paper.close()
  })

  it('are one strip of 80 mm as long as the receipt', async () => {
    const paper = await openPaper(40, 'roll')
    const printed = await print(paper, 'bill-roll')
    expect(printed.pages).toBe(1)
    expect(printed.width).toBe(80)
    expect(printed.height).toBeGreaterThan(300)
    await paper.close()
  })

  it('are labels for the shelf, as many as asked for, none cut in two by the end of a page', async () => {
    await goTo(page, 'dashboard/inventory')
    const grid = page.getByRole('grid', {name: 'Inventory'})
    await grid
      .getByRole('row', {name: /BULB-9/})
      .getByRole('checkbox')
      .check({force: true})
    await page.getByRole('button', {name: 'Print labels'}).click()
    await page.getByLabel('Of each').fill('50')
    const sheet = page.getByRole('dialog').locator('iframe').contentFrame()
    await poll(() => sheet.getByRole('listitem').count()).toBe(50)
    await sheet.getByRole('img', {name: '8901234567894'}).first().waitFor()
    const paper = await showAlone()
    const label = paper.getByRole('listitem').first()
    expect(await label.textContent()).toContain('LED bulb 9 W')
    expect(await label.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid')
    // 3 by 8 on a page
    expect(await print(paper, 'labels-a4')).toEqual({pages: 3, width: 210, height: 297})
    await paper.close()
  })
})
