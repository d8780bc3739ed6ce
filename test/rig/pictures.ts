import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'

/** Saves a picture of the page as `test/results/NAME.png`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const directory = join(import.meta.dirname, '..', 'results')
  mkdirSync(directory, {recursive: true})
  await page.screenshot({path: join(directory, `${name}.png`)})
}
