import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openBrowser} from '../rig/browser.ts'
import {takePicture} from '../rig/pictures.ts'
import type {TestStudio} from '../rig/studio.ts'
import {openStudioPage, startTestStudio} from '../rig/studio.ts'

let browser: Browser
let studio: TestStudio

beforeAll(async () => {
  studio = await startTestStudio()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
})

describe('the Studio in Chromium', () => {
  it('opens logged in from the one address, without an error, and asks no other machine', async () => {
    const hosts = new Set<string>()
    const context = await browser.newContext()
    context.on('request', (request) => hosts.add(new URL(request.url()).hostname))
    const {page, problems} = await openStudioPage(context, studio)
    await page.getByRole('link', {name: 'Catalogue'}).first().waitFor()
    await takePicture(page, 'opened')
    expect(new URL(page.url()).search).toBe('')
    expect(problems).toEqual([])
    expect([...hosts]).toEqual(['localhost'])
    const kept = await page.evaluate(() => JSON.stringify({...localStorage}))
    expect(kept).not.toContain(studio.lake.token)
    await context.close()
  })

  it('creates and publishes a brand by hand', async () => {
    const {page} = await openStudioPage(browser, studio, 'structure/catalogue;brands')
    await page.getByTestId('action-intent-button').first().click()
    await page.getByTestId('field-name').getByRole('textbox').fill('Halden Tools')
    await page.getByTestId('action-publish').and(page.locator(':enabled')).click()
    const list = page.getByTestId('pane-content').filter({hasText: 'Halden Tools'})
    await list.first().waitFor()
    await expect
      .poll(() => studio.lake.client().fetch('*[_type == "brand"].name'), {timeout: 20_000})
      .toEqual(['Halden Tools'])
    await takePicture(page, 'brand-published')
    await page.context().close()
  })

  it('shows a change made after the lake was started again under it', async () => {
    const client = studio.lake.client()
    await client.createOrReplace({
      _id: 'brand.restart',
      _type: 'brand',
      name: 'Before',
      isActive: true,
    })
    const path = 'structure/catalogue;brands;brand.restart'
    const {page} = await openStudioPage(browser, studio, path)
    const name = page.getByTestId('field-name').getByRole('textbox')
    await expect.poll(() => name.inputValue(), {timeout: 20_000}).toBe('Before')
    await studio.lake.restart()
    await client.patch('brand.restart').set({name: 'After'}).commit()
    await expect.poll(() => name.inputValue(), {timeout: 20_000}).toBe('After')
    await name.fill('By hand')
    await page.getByTestId('action-publish').and(page.locator(':enabled')).click()
    await expect
      .poll(() => client.fetch('*[_id == "brand.restart"][0].name'), {timeout: 20_000})
      .toBe('By hand')
    await page.context().close()
  })
})
