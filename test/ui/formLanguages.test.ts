import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import arabic from '../../plugin/i18n/ar/resources.ts'
import german from '../../plugin/i18n/de/resources.ts'
import english from '../../plugin/i18n/resources.ts'
import {textKey} from '../../plugin/i18n/textKey.ts'
import {checkDigit} from '../../schemas/validation/barcode.ts'
import {sentence} from '../../schemas/validation/sentences.ts'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {goToDocument, openStudioPage, startTestStudio} from '../rig/studio.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let bill: string

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  shop = await fillSmallShop(studio.lake.client())
  const {operations, bulb, customer} = shop
  const lines = [{product: bulb._id, quantity: 2}]
  bill = (await operations.bills.create({key: 'sold', customer: customer._id, lines})).bill._id
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

type Texts = Readonly<Record<string, string>>

async function openStudioIn(locale: string): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1600, height: 1300}})
  await context.addInitScript((chosen) => {
    localStorage.setItem('sanity-locale:local:default', chosen)
  }, locale)
  const {page} = await openStudioPage(context, studio, 'structure')
  page.setDefaultTimeout(20_000)
  return page
}

const form = (page: Page) => page.getByTestId('document-panel-scroller')

/** What stands in the form for itself, each once. */
async function wordsOf(page: Page): Promise<readonly string[]> {
  const texts = await form(page).evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
    return found
  })
  return [...new Set(texts)]
}

/** Stands above every form; the Studio knows no translation for it. */
const TYPE_NAMES = new Set(['Product', 'Customer', 'Bill'])

/** Texts of the schemas that are not in the language. */
async function leftInEnglish(page: Page, texts: Texts): Promise<readonly string[]> {
  const source: Texts = english
  return (await wordsOf(page)).filter((word) => {
    const key = textKey(word)
    return source[key] === word && texts[key] !== word && !TYPE_NAMES.has(word)
  })
}

describe.each([
  ['de-DE', german],
  ['ar', arabic],
] as const)('forms in %s', (locale, texts: Texts) => {
  const said = (text: string) => texts[textKey(text)] ?? text
  let page: Page

  beforeAll(async () => {
    page = await openStudioIn(locale)
  })
  afterAll(() => page?.context().close())

  it('name every field of a product, its description and its choices', async () => {
    await goToDocument(page, `structure/catalogue;products;${shop.bulb._id}`)
    const labels = ['Name', 'SKU', 'Barcode', 'Brand', 'Category', 'On sale', 'Price']
    await form(page).getByText(said('Scan it into this field.')).waitFor()
    for (const label of labels) {
      // oxlint-disable-next-line no-await-in-loop
      await form(page).getByText(said(label), {exact: true}).first().waitFor()
    }
    await form(page).getByTestId('field-barcode').getByTestId('input-validation-icon-error').hover()
    const wrong = sentence('barcode-digit', {digit: checkDigit('890123456789')})
    await page.getByText(wrong[locale], {exact: true}).waitFor()
    await takePicture(page, `product-form-${locale}`)
    expect(await leftInEnglish(page, texts)).toEqual([])
    await page
      .getByRole('tab', {name: texts['group.stock'] ?? '', exact: true})
      .first()
      .click()
    const policy = form(page).getByLabel(said('When it runs out'))
    await policy.waitFor()
    expect(await policy.locator('option').allTextContents()).toContain(said('Refuse to sell'))
    expect(await leftInEnglish(page, texts)).toEqual([])
  })

  it('name every field of a customer', async () => {
    await goToDocument(page, `structure/customers;all;${shop.customer._id}`)
    for (const label of ['Name', 'Role', 'Administrator', 'Phone', 'Active']) {
      // oxlint-disable-next-line no-await-in-loop
      await form(page).getByText(said(label), {exact: true}).first().waitFor()
    }
    expect(await leftInEnglish(page, texts)).toEqual([])
    await takePicture(page, `customer-form-${locale}`)
  })

  it('name every field of a bill, which nobody may change', async () => {
    await goToDocument(page, `structure/sell;bills;${bill}`)
    await form(page).getByText(said('Day of the sale'), {exact: true}).waitFor()
    await takePicture(page, `bill-form-${locale}`)
    expect(await leftInEnglish(page, texts)).toEqual([])
  })

  it('say in the preview of a reference what is missing', async () => {
    const lake = studio.lake.client()
    const brand = {_type: 'reference', _ref: 'nameless'}
    await lake.createOrReplace({_id: 'nameless', _type: 'brand', isActive: false})
    await lake.patch(shop.wire._id).set({brand}).commit()
    await goToDocument(page, `structure/catalogue;products;${shop.wire._id}`)
    await form(page).getByText(said('Brand without a name'), {exact: true}).waitFor()
    await takePicture(page, `reference-${locale}`)
  })
})
