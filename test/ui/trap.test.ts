import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
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

it('a version of a release that is published after sales changes no stock', async () => {
  const client = studio.lake.client()
  const published = await client.getDocument(shop.bulb._id)
  if (published === undefined) throw new Error('The bulb is gone.')
  const version = {...published, _id: `versions.rSpring.${shop.bulb._id}`, price: 13_000}
  await client.create(version)
  const {page} = await openDashboard(browser, studio)
  await sellBulbs('after the version', 1)
  await poll(() => stockOf(page, shop.bulb._id)).toContain('5 pcs')
  const before = await level()
  // As publishing a release does it: the version's content replaces the published document, in one transaction.
  await client
    .transaction()
    .createOrReplace({...version, _id: shop.bulb._id})
    .delete(version._id)
    .commit()
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
