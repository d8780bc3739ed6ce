import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import {sized} from '../rig/size.ts'
import type {TestStudio} from '../rig/studio.ts'
import {goToDocument, openStudioPage, startTestStudio} from '../rig/studio.ts'
import {verifyShop} from '../../studio/demo/verify/verifyShop.ts'
import {openDashboard, stockOf} from './dashboardPage.ts'
import {poll} from './poll.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  const client = studio.lake.client()
  shop = await fillSmallShop(client)
  // The form publishes only what validates: with a slug, and a barcode whose last digit checks.
  const valid = {slug: {_type: 'slug', current: 'led-bulb'}, barcode: '8901234567890'}
  await client.patch(shop.bulb._id).set(valid).commit()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const sellBulbs = (key: string, quantity: number) =>
  shop.operations.bills.create({key, lines: [{product: shop.bulb._id, quantity}]})

async function published() {
  const document = await studio.lake.client().getDocument(shop.bulb._id)
  if (document === undefined) throw new Error('The bulb is gone.')
  return document
}

async function level(): Promise<unknown> {
  return studio.lake.client().getDocument(`stockLevel.${shop.bulb._id}`)
}

it('publishing a stale product draft in the Studio changes no stock', async () => {
  const client = studio.lake.client()
  const dashboard = await openDashboard(browser, studio)
  await poll(() => stockOf(dashboard.page, shop.bulb._id)).toContain('10 pcs')
  const form = await openStudioPage(
    browser,
    studio,
    `intent/edit/id=${shop.bulb._id};type=product/`,
  )
  const name = form.page.getByTestId('field-name').locator('input')
  await name.fill('LED bulb 9 W warm')
  await poll(() => client.getDocument(`drafts.${shop.bulb._id}`)).toMatchObject({
    name: 'LED bulb 9 W warm',
  })
  await sellBulbs('after the draft', 4)
  await poll(() => stockOf(dashboard.page, shop.bulb._id)).toContain('6 pcs')
  const before = await level()
  const publish = form.page.getByTestId('action-publish').and(form.page.locator(':enabled'))
  await publish.waitFor({timeout: 30_000})
  await publish.click()
  await poll(() => client.getDocument(shop.bulb._id)).toMatchObject({name: 'LED bulb 9 W warm'})
  await poll(() => stockOf(dashboard.page, shop.bulb._id)).toContain('LED bulb 9 W warm')
  expect(await stockOf(dashboard.page, shop.bulb._id)).toContain('6 pcs')
  expect(await level()).toEqual(before)
  expect((await verifyShop(client)).differences).toEqual([])
  await form.page.context().close()
  await dashboard.page.context().close()
})

it('a release that is published after sales changes no stock', async () => {
  const client = studio.lake.client()
  const {_id: baseId, _rev: ifBaseRevisionId} = await published()
  const releaseId = 'rSpring'
  await client.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'asap'}})
  await client.createVersion({baseId, ifBaseRevisionId, publishedId: baseId, releaseId})
  await client.patch(`versions.${releaseId}.${baseId}`).set({price: 13_000}).commit()
  const {page} = await openDashboard(browser, studio)
  await sellBulbs('after the version', 1)
  await poll(() => stockOf(page, shop.bulb._id)).toContain('5 pcs')
  const before = await level()
  await client.releases.publish({releaseId})
  await poll(() => stockOf(page, shop.bulb._id)).toContain('130.00')
  expect(await stockOf(page, shop.bulb._id)).toContain('5 pcs')
  expect(await level()).toEqual(before)
  expect((await verifyShop(client)).differences).toEqual([])
  await page.context().close()
})

it('a product with stock cannot be deleted by hand, and an archived one stays readable on its bills', async () => {
  const client = studio.lake.client()
  await expect(client.delete(shop.bulb._id)).rejects.toMatchObject({statusCode: 409})
  await expect(shop.operations.products.delete(shop.bulb._id)).rejects.toMatchObject({
    code: 'referenced',
  })
  const {bill} = await sellBulbs('before the archive', 1)
  const name = bill.lines[0]?.name ?? 'a bill without lines'
  await shop.operations.products.archive(shop.bulb._id)
  const {page} = await openStudioPage(browser, studio, `intent/edit/id=${bill._id};type=bill/`)
  await page.getByRole('tab', {name: 'Lines'}).click()
  await page.getByText(name).first().waitFor()
  await page.context().close()
})

describe('what bills refer to is not removed by the Studio’s own actions either', () => {
  let page: Page
  let problems: readonly string[]

  beforeAll(async () => {
    ;({page, problems} = await openStudioPage(browser, studio, 'structure'))
  })
  afterAll(() => page?.context().close())

  const goToForm = (type: string, id: string) =>
    goToDocument(page, `intent/edit/id=${id};type=${type}/`)
  const refused = (within: Page) => within.getByTestId('shop-removal-refused')
  const closeRefused = async () => {
    await page.keyboard.press('Escape')
    await refused(page).waitFor({state: 'detached'})
  }

  it('a service without stock: the lake would let it go, the action names its bill and archives it', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'a visit',
      customer: shop.customer._id,
      lines: [{product: shop.visit._id, quantity: 1}],
    })
    await goToForm('product', shop.visit._id)
    await runAction(page, 'Delete')
    await refused(page).waitFor()
    await page.getByText('“Home visit” cannot be deleted').waitFor()
    expect(await refused(page).textContent()).toContain(`bill ${bill.number}`)
    await refused(page).getByRole('button', {name: 'Archive'}).hover()
    await takePicture(page, 'removal-refused')
    await refused(page).getByRole('button', {name: 'Archive'}).click()
    await poll(() => studio.lake.client().getDocument(shop.visit._id)).toMatchObject({
      name: 'Home visit',
      isActive: false,
    })
    await refused(page).waitFor({state: 'detached'})
    expect(problems).toEqual([])
  })

  it('a customer, a brand and a category: refused in words, and still there', async () => {
    const {categories, products} = shop.operations
    const {_id: category} = await categories.create({name: 'Lights'})
    await products.update(shop.bulb._id, {category: {_type: 'reference', _ref: category}})
    await goToForm('user', shop.customer._id)
    await runAction(page, 'Delete')
    await refused(page).waitFor()
    expect(await refused(page).textContent()).toMatch(/bill B-\d{4}-\d{5}.*the customer’s account/)
    const brand = shop.bulb.brand?._ref ?? ''
    for (const [type, id] of [
      ['brand', brand],
      ['category', category],
    ] as const) {
      await closeRefused()
      await goToForm(type, id)
      await runAction(page, 'Delete')
      await refused(page).waitFor()
      expect(await refused(page).textContent()).toContain('product LED bulb 9 W')
    }
    await closeRefused()
    const left = await studio.lake.client().getDocuments([shop.customer._id, brand, category])
    expect(left.every((document) => document !== null)).toBe(true)
  })

  it('unpublishing a product, a brand and a category: refused in words at any size, and still published', async () => {
    const {bills, categories, products} = shop.operations
    const category = await categories.create({name: 'Wires'})
    const references = {
      brand: shop.bulb.brand,
      category: {_type: 'reference' as const, _ref: category._id},
    }
    await products.update(shop.wire._id, references)
    const lines = [{product: shop.wire._id, quantity: 100}]
    const {bill} = await bills.create({key: 'ten metres', lines})
    const subjects = [
      ['product', shop.wire._id, 'House wire 1.5 mm'],
      ['category', category._id, 'Wires'],
      ['brand', shop.bulb.brand?._ref ?? '', 'Halden'],
    ] as const
    const shown = subjects.slice(0, sized(2, 3))
    const context = await browser.newContext({
      colorScheme: 'dark',
      viewport: {width: 390, height: 800},
    })
    for (const [type, id, name] of shown) {
      // the Studio offers Unpublish only on what is published
      const path = `intent/edit/id=${id};type=${type}/?perspective=published`
      const window = await openStudioPage(context, studio, path)
      await window.page.getByTestId('action-unpublish').click()
      await refused(window.page).waitFor()
      await window.page.getByText(`“${name}” cannot be unpublished`).waitFor()
      expect(await refused(window.page).textContent()).toContain(`bill ${bill.number}`)
      const button = refused(window.page).getByRole('button', {name: 'Archive'})
      const box = await button.boundingBox()
      expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
      if (type === 'product') await takePicture(window.page, 'unpublish-refused-dark-390')
      expect(window.problems).toEqual([])
      await window.page.close()
    }
    await context.close()
    const left = await studio.lake.client().getDocuments(subjects.map(([, id]) => id))
    expect(left.map((document) => document?.name)).toEqual(subjects.map(([, , name]) => name))
  })

  it('archived, all four stay readable on their bills, and are sold no more', async () => {
    const {bills, brands, categories, products, users} = shop.operations
    const lines = [{product: shop.wire._id, quantity: 100}]
    const {bill} = await bills.create({key: 'last metre', customer: shop.customer._id, lines})
    await products.archive(shop.wire._id)
    await brands.archive(shop.bulb.brand?._ref ?? '')
    await categories.archive(bill.lines[0]?.category?._ref ?? '')
    await users.archive(shop.customer._id)
    await goToForm('bill', bill._id)
    await page.getByText('Meera Nair').first().waitFor()
    await page.getByRole('tab', {name: 'Lines'}).click()
    await page.getByText('House wire 1.5 mm').first().waitFor()
    expect(bill.lines[0]).toMatchObject({brand: {name: 'Halden'}, category: {name: 'Wires'}})
    await expect(bills.create({key: 'after the archive', lines})).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/is archived and not for sale; activate it or choose another/),
    })
    await expect(
      bills.create({
        key: 'to somebody archived',
        customer: shop.customer._id,
        lines: [{name: 'Visit', quantity: 1, unitPrice: 1}],
      }),
    ).rejects.toMatchObject({message: expect.stringMatching(/archived and gets no new bills/)})
    expect(problems).toEqual([])
  })

  it('what nothing refers to goes as ever, through the Studio’s own question', async () => {
    const {_id} = await shop.operations.categories.create({name: 'Nothing in it'})
    await goToForm('category', _id)
    await runAction(page, 'Delete')
    await page.getByTestId('confirm-button').click()
    await poll(() => studio.lake.client().getDocument(_id)).toBeUndefined()
  })
})

/** Actions stand in the menu beside Publish. */
async function runAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name}).click()
}
