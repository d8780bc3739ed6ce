import type {Browser, BrowserContext, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'

/** What else an editor does with documents, with releases on; what became of it is read from the lake. */
let browser: Browser
let studio: TestStudio
let context: BrowserContext
let page: Page
let problems: readonly string[]

beforeAll(async () => {
  studio = await startTestStudio({releases: true, lake: {roles: ['editor']}})
  browser = await openBrowser()
  context = await browser.newContext({viewport: {width: 1440, height: 900}})
  ;({page, problems} = await openStudioPage(context, studio, 'structure/catalogue;brands'))
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

const poll = (read: () => Promise<unknown>) => expect.poll(read, {timeout: 30_000})
const client = () => studio.lake.client()
const read = (id: string) => client().getDocument(id)
const nameOf = (where: Page) => where.getByTestId('field-name').getByRole('textbox')
const enabled = (button: Locator) => button.and(page.locator(':enabled'))

/** Makes a published brand and opens it from the list. */
async function openBrand(id: string, name: string): Promise<void> {
  await client().create({_id: id, _type: 'brand', name, isActive: true})
  await page.getByTestId('document-list-pane').getByText(name).first().click()
  await page.getByTestId('document-panel-document-title').getByText(name).waitFor()
  await poll(() => nameOf(page).inputValue()).toBe(name)
}

async function choose(action: string): Promise<void> {
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: action}).click()
}

describe('documents by hand in the Studio, with releases', () => {
  it('a document is unpublished: its content stays as a draft', async () => {
    await openBrand('brand.back', 'Taken back')
    await page.getByTestId('document-header-Published-chip').click()
    await enabled(page.getByTestId('action-unpublish')).click()
    await page.getByTestId('confirm-button').click()
    await poll(() => read('brand.back')).toBeUndefined()
    expect(await read('drafts.brand.back')).toMatchObject({name: 'Taken back'})
  })

  it('a document is duplicated: the copy is a draft of its own', async () => {
    await openBrand('brand.twin', 'Twin')
    await choose('Duplicate')
    const copies = '*[_type == "brand" && name match "Twin*" && _id in path("drafts.**")]'
    await poll(() => client().fetch(`count(${copies})`, {}, {perspective: 'raw'})).toBe(1)
    expect(await read('brand.twin')).toMatchObject({name: 'Twin'})
    await poll(async () => new URL(page.url()).pathname).not.toContain('brand.twin')
  })

  it('an earlier revision is found in the history and brought back', async () => {
    await client().create({_id: 'brand.old', _type: 'brand', name: 'As it was', isActive: true})
    const ids = {draftId: 'drafts.brand.old', publishedId: 'brand.old'}
    for (const name of ['As it became', 'As it is']) {
      const patch = {set: {name}}
      await client().action({actionType: 'sanity.action.document.edit', ...ids, patch})
      await client().action({actionType: 'sanity.action.document.publish', ...ids})
    }
    const inspector = encodeURIComponent(encodeURIComponent('sanity/structure/history'))
    const history = `structure/catalogue;brands;brand.old,inspect=${inspector}?perspective=published`
    await page.goto(new URL(history, studio.url).href)
    const revisions = page.getByTestId('timeline-item-button')
    await revisions.nth(2).waitFor()
    await takePicture(page, 'history')
    await revisions.nth(1).click()
    await poll(() => nameOf(page).inputValue()).toBe('As it became')
    await enabled(page.getByTestId('action-reverttorevision')).click()
    await page.getByTestId('confirm-popover-confirm-button').click()
    await poll(() => read('drafts.brand.old')).toMatchObject({name: 'As it became'})
    expect(await read('brand.old')).toMatchObject({name: 'As it is'})
  })

  it('a second window of somebody else is seen where it is, until it is closed', async () => {
    await page.goto(new URL('structure/catalogue;brands', studio.url).href)
    await openBrand('brand.shared', 'Shared')
    const other = await openAsEditor('structure/catalogue;brands;brand.shared')
    await poll(() => nameOf(other).inputValue()).toBe('Shared')
    await nameOf(other).focus()
    const form = page.getByTestId('document-panel-scroller')
    const avatar = form.locator('[data-ui="Avatar"][aria-label="Editor"]')
    await avatar.first().waitFor()
    await takePicture(page, 'presence')
    await other.context().close()
    await poll(() => avatar.count()).toBe(0)
  })

  it('a reference is found by typing and chosen', async () => {
    await client().create({_id: 'brand.wanted', _type: 'brand', name: 'Wanted', isActive: true})
    await client().create({_id: 'product.one', _type: 'product', name: 'One', isActive: true})
    await page.goto(new URL('structure/catalogue;products;product.one', studio.url).href)
    const input = page.getByTestId('autocomplete').first()
    await input.fill('want')
    await page.getByTestId('autocomplete-popover').getByText('Wanted').first().click()
    await poll(() => read('drafts.product.one')).toMatchObject({brand: {_ref: 'brand.wanted'}})
  })

  it('a document is added to a release, changed there, and published with it', async () => {
    await client().create({_id: 'brand.spring', _type: 'brand', name: 'Winter', isActive: true})
    await client().releases.create({
      releaseId: 'rSpring',
      metadata: {title: 'Spring', releaseType: 'asap'},
    })
    const path = 'structure/catalogue;brands;brand.spring?perspective=rSpring'
    await page.goto(new URL(path, studio.url).href)
    await page.getByRole('button', {name: 'Add to release'}).click()
    await poll(() => read('versions.rSpring.brand.spring')).toMatchObject({name: 'Winter'})
    await nameOf(page).fill('In bloom')
    await poll(() => read('versions.rSpring.brand.spring')).toMatchObject({name: 'In bloom'})
    await page.goto(new URL('releases/rSpring', studio.url).href)
    await page.getByText('In bloom').first().waitFor()
    await takePicture(page, 'release')
    await enabled(page.getByTestId('publish-all-button')).click()
    await page.getByTestId('confirm-button').click()
    await poll(() => read('brand.spring')).toMatchObject({name: 'In bloom'})
    expect(await client().releases.get({releaseId: 'rSpring'})).toMatchObject({state: 'published'})
  })

  it('what is typed while the lake is started again is kept, and editing goes on', async () => {
    await page.goto(new URL('structure/catalogue;brands', studio.url).href)
    await openBrand('brand.again', 'Again')
    await nameOf(page).fill('Typed before')
    await studio.lake.restart(async () => {
      await nameOf(page).fill('Typed meanwhile')
    })
    await poll(() => read('drafts.brand.again')).toMatchObject({name: 'Typed meanwhile'})
    await nameOf(page).fill('Typed after')
    await poll(() => read('drafts.brand.again')).toMatchObject({name: 'Typed after'})
  })

  it('no window threw an error', () => {
    expect(problems.filter((problem) => !isOfTheRestart(problem))).toEqual([])
  })
})

const isOfTheRestart = (problem: string) => /ERR_CONNECTION|WebSocket|Failed to fetch/.test(problem)

/** A window of the editor: the page carries that token instead of the administrator's. */
async function openAsEditor(path: string): Promise<Page> {
  const own = await browser.newContext({viewport: {width: 1440, height: 900}})
  const tokens = {from: studio.lake.token, to: studio.lake.tokenOf('editor')}
  await own.addInitScript(({from, to}) => {
    new MutationObserver((_changes, observer) => {
      const session = document.getElementById('studio-session')
      if (session?.textContent.includes(from) !== true) return
      session.textContent = session.textContent.replace(from, to)
      observer.disconnect()
    }).observe(document, {childList: true, subtree: true})
  }, tokens)
  return (await openStudioPage(own, studio, path)).page
}
