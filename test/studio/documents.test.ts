import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'

/** What an editor does with documents, done by hand in one window; what became of it is read from the lake. */
let browser: Browser
let studio: TestStudio
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio()
  browser = await openBrowser()
  const opened = await openStudioPage(browser, studio, 'structure/catalogue;brands')
  ;({page, problems} = opened)
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

const poll = (read: () => Promise<unknown>) => expect.poll(read, {timeout: 30_000})
const read = (id: string) => studio.lake.client().getDocument(id)
const nameField = () => page.getByTestId('field-name').getByRole('textbox')

/** Makes a published brand and opens it from the list. */
async function openBrand(id: string, name: string): Promise<void> {
  await studio.lake.client().create({_id: id, _type: 'brand', name, isActive: true})
  await page.getByTestId('document-list-pane').getByText(name).first().click()
  await page.getByTestId('document-panel-document-title').getByText(name).waitFor()
  await poll(() => nameField().inputValue()).toBe(name)
}

async function choose(action: string): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: action}).click()
}

describe('documents by hand in the Studio', () => {
  it('a draft is discarded, begun anew at once and published', async () => {
    await openBrand('brand.cycle', 'Cycle')
    await nameField().fill('Second')
    await poll(() => read('drafts.brand.cycle')).toMatchObject({name: 'Second'})
    await choose('Discard changes')
    await page.getByTestId('confirm-button').click()
    await poll(() => read('drafts.brand.cycle')).toBeUndefined()
    await nameField().fill('Third')
    await page.getByTestId('action-publish').and(page.locator(':enabled')).click()
    await poll(() => read('brand.cycle')).toMatchObject({name: 'Third'})
    await poll(() => read('drafts.brand.cycle')).toBeUndefined()
  })

  it('a picture is uploaded and stands in the document', async () => {
    await openBrand('brand.picture', 'Picture')
    const file = {name: 'red.png', mimeType: 'image/png', buffer: png}
    await page.getByTestId('file-button-input').first().setInputFiles(file)
    await poll(() => read('drafts.brand.picture')).toMatchObject({
      logo: {asset: {_ref: expect.stringMatching(/^image-[0-9a-f]{40}-1x1-png$/)}},
    })
  })

  it('a document is deleted', async () => {
    await openBrand('brand.gone', 'Gone')
    await choose('Delete')
    await page.getByTestId('confirm-button').click()
    await poll(() => read('brand.gone')).toBeUndefined()
  })

  it('a document is found by the search of the Studio', async () => {
    const found = {_id: 'brand.found', _type: 'brand', name: 'Quixotic Lamps', isActive: true}
    await studio.lake.client().create(found)
    await page.getByTestId('studio-search').click()
    await page.keyboard.type('quixot')
    await page.getByTestId('search-results').getByText('Quixotic Lamps').first().waitFor()
    expect(problems).toEqual([])
  })
})
