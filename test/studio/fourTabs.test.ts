import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'

const fourth = [1, 2, 3, 4]
/** Longest that a change may take to be seen in the last of all tabs; eight of them share two cores in the tests. */
const soon = {timeout: 15_000}

let browser: Browser
let studio: TestStudio

beforeAll(async () => {
  studio = await startTestStudio()
  const transaction = studio.lake.client().transaction()
  for (const each of fourth) {
    transaction.create({
      _id: `brand.${each}`,
      _type: 'brand',
      name: `Brand ${each}`,
      isActive: true,
    })
  }
  await transaction.commit()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

/** A tab with the list of brands and one brand beside it. */
async function openListAndDocument(open: (path: string) => Promise<Page>, id: string) {
  const page = await open(`structure/catalogue;brands;${id}`)
  const name = page.getByTestId('field-name').getByRole('textbox')
  await expect.poll(() => name.inputValue(), {timeout: 30_000}).toMatch(/^Brand/)
  return {page, name}
}

async function openDashboard(open: (path: string) => Promise<Page>) {
  const page = await open('dashboard/realtime')
  await page.locator('[data-testid="shop-status"][data-status="live"]').waitFor()
  return page
}

describe('four tabs with a list and a document, and four with the dashboard', () => {
  it('all show what another client changes, and every document can be edited', async () => {
    const context = await browser.newContext({viewport: {width: 1440, height: 900}})
    const open = async (path: string) => (await openStudioPage(context, studio, path)).page
    const documents = []
    const dashboards = []
    for (const each of fourth) {
      documents.push(await openListAndDocument(open, `brand.${each}`))
      dashboards.push(await openDashboard(open))
    }

    const client = studio.lake.client()
    const transaction = client.transaction()
    for (const each of fourth) {
      transaction.patch(`brand.${each}`, {set: {name: `Changed ${each}`}})
    }
    await transaction.commit()

    for (const [index, {page, name}] of documents.entries()) {
      await expect.poll(() => name.inputValue(), soon).toBe(`Changed ${index + 1}`)
      for (const each of fourth) {
        await page.getByText(`Changed ${each}`, {exact: true}).first().waitFor(soon)
      }
    }
    for (const page of dashboards) {
      for (const each of fourth) {
        await page
          .getByTestId(`shop-row-brand-brand.${each}`)
          .getByText(`Changed ${each}`)
          .waitFor(soon)
      }
    }
    await takePicture(documents[3]?.page ?? fail(), 'four-tabs-document')
    await takePicture(dashboards[3] ?? fail(), 'four-tabs-dashboard')

    for (const [index, {name}] of documents.entries()) {
      await name.fill(`Typed ${index + 1}`)
    }
    await expect
      .poll(
        () =>
          client.fetch('*[_id in path("drafts.**")] | order(_id).name', {}, {perspective: 'raw'}),
        soon,
      )
      .toEqual(fourth.map((each) => `Typed ${each}`))
    await context.close()
  })
})

function fail(): never {
  throw new Error('There are four of each.')
}
