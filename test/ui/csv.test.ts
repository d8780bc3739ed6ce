import {AxeBuilder} from '@axe-core/playwright'
import {readFile} from 'node:fs/promises'
import type {SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import {sized} from '../rig/size.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'
import {fillSmallShop, SHOP_OPTIONS} from './smallShop.ts'
import type {SmallShop} from './smallShop.ts'

let browser: Browser
let studio: TestStudio
let shop: SmallShop
let client: SanityClient
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({shop: SHOP_OPTIONS})
  client = studio.lake.client()
  shop = await fillSmallShop(client)
  browser = await openBrowser()
  const context = await browser.newContext({
    viewport: {width: 1600, height: 1000},
    acceptDownloads: true,
  })
  ;({page, problems} = await openStudioPage(context, studio, 'dashboard/files'))
  await page.locator('[data-testid=shop-status][data-status=live]').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const choose = (text: string, name = 'file.csv', on = page) =>
  on
    .getByTestId('shop-import-file')
    .setInputFiles({name, mimeType: 'text/csv', buffer: Buffer.from(text)})
const plan = () => page.getByTestId('shop-import-plan')
const row = (line: number) => page.getByTestId(`shop-import-row-${line}`)

async function download(name: string): Promise<string> {
  const started = page.waitForEvent('download')
  await page.getByTestId(`shop-download-${name}`).click()
  return readFile(await (await started).path(), 'utf8')
}

describe('files in the dashboard', () => {
  it('shows what an import would do line by line, then does it', async () => {
    await choose(
      'SKU,Name,Price,Brand\nBULB-9,LED bulb 9 W,125.00,Halden\nNEW-1,=Torch,99.50,Sunvolt\nNEW-2,Fuse,free,\n',
    )
    await plan().waitFor()
    expect(await plan().textContent()).toContain('1 new, 1 changed, 0 unchanged, 1 refused')
    expect(await plan().textContent()).toContain('New brands: Sunvolt')
    expect(await row(4).textContent()).toContain('Price is “free”, must be a number')
    expect(await client.fetch('count(*[_type == "product"])')).toBe(3)
    await takePicture(page, 'import-plan')
    await page.getByTestId('shop-import-run').click()
    await page.getByTestId('shop-import-done').waitFor()
    expect(await page.getByTestId('shop-import-done').textContent()).toContain(
      '2 rows saved, 1 refused',
    )
    expect(await client.getDocument(shop.bulb._id)).toMatchObject({price: 12_500, reorderLevel: 5})
    expect(await client.fetch('*[sku == "NEW-1"][0]{name, "brand": brand->name}')).toEqual({
      name: '=Torch',
      brand: 'Sunvolt',
    })
    await takePicture(page, 'import-done')
  })

  it('says why a file is none', async () => {
    await choose('Price\n1\n')
    const refused = page.getByTestId('shop-import-refused')
    await refused.waitFor()
    expect(await refused.textContent()).toContain('The file has no column SKU')
  })

  it('lets whoever may not import try a file, and says who may', async () => {
    const context = await browser.newContext()
    const viewer = (await openStudioPage(context, studio.as('viewer'), 'dashboard/files')).page
    await viewer.locator('[data-testid=shop-status][data-status=live]').waitFor()
    const text = 'SKU,Name,Price\nNEW-9,Lamp,10\n'
    await choose(text, 'file.csv', viewer)
    const run = viewer.getByTestId('shop-import-run')
    await run.waitFor()
    expect(await run.isDisabled()).toBe(true)
    await viewer.getByText('only an administrator or an editor may').waitFor()
    await context.close()
  })

  it('downloads products that the import reads back without a change', async () => {
    const file = await download('products')
    expect(file).toContain("NEW-1,'=Torch,,Sunvolt")
    await choose(file)
    await plan().waitFor()
    expect(await plan().textContent()).toContain('0 new, 0 changed, 4 unchanged, 0 refused')
    expect(await page.getByTestId('shop-import-run').isDisabled()).toBe(true)
  })

  it('downloads bills, ledger, day book, stock and customers', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'sold',
      customer: shop.customer._id,
      lines: [{product: shop.wire._id, quantity: 250}],
      payments: [{method: 'cash', amount: 1000}],
    })
    expect(await download('bills')).toContain(`${bill.number},`)
    expect(await download('ledger')).toMatch(/WIRE-15,House wire 1\.5 mm,2,sale,-2\.50,22\.50,m/)
    expect(await download('day-book')).toMatch(/,payment,B-[^,]+,Meera Nair,0\.00,10\.00,cash/)
    expect(await download('stock')).toContain('BULB-9,LED bulb 9 W,10,pcs,80.00,800.00')
    expect(await download('customers')).toContain("Meera Nair,'+91 98765 00000")
  })

  it('takes a long file without holding the page up, and stops when it is told to', async () => {
    const count = sized(1_500, 10_000)
    const lines = Array.from({length: count}, (_, index) => `L-${index},Lamp ${index},${index}.00`)
    await page.evaluate(() => {
      const seen = {frames: 0, longest: 0, last: performance.now()}
      Object.assign(window, {seen})
      const frame = () => {
        const now = performance.now()
        seen.longest = Math.max(seen.longest, now - seen.last)
        seen.last = now
        seen.frames++
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    const begun = performance.now()
    await choose(`SKU,Name,Price\n${lines.join('\n')}\n`)
    await page.getByText(`${count} new, 0 changed`).waitFor()
    const planned = performance.now()
    await page.getByTestId('shop-import-run').click()
    const progress = page.getByTestId('shop-import-progress').locator('progress')
    await expect
      .poll(() => progress.getAttribute('value').then(Number), {timeout: 60_000, interval: 50})
      .toBeGreaterThan(sized(50, 2_000))
    await page.getByTestId('shop-import-stop').click()
    await page.getByTestId('shop-import-done').waitFor()
    const took = performance.now() - begun
    const seen = await page.evaluate(() => Reflect.get(window, 'seen'))
    const saved = await client.fetch<number>('count(*[_type == "product" && sku match "L-*"])')
    const left = await page.getByText(/rows were not begun/).textContent()
    expect(Number(left?.split(' ')[0]) + saved).toBe(count)
    console.log(
      `${count} rows planned in ${Math.round(planned - begun)} ms, ${saved} saved in ${Math.round(took)} ms; ` +
        `${seen.frames} frames, the longest took ${Math.round(seen.longest)} ms`,
    )
    // a page that is held up paints nothing meanwhile
    expect(seen.longest).toBeLessThan(took / 4)
  })

  it('has no axe violations, and fits 390 px and the dark', async () => {
    await choose('SKU,Name,Price\nNEW-9,Nine,9\n,Nobody,1\n')
    await plan().waitFor()
    const {violations} = await new AxeBuilder({page})
      .include('[data-testid=shop-dashboard]')
      .analyze()
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.setViewportSize({width: 390, height: 900})
    await page.emulateMedia({colorScheme: 'dark'})
    await takePicture(page, 'import-390-dark')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(problems).toEqual([])
  })
})
