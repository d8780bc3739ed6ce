import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'

const directory = join(import.meta.dirname, '..', 'results')

/** Saves a picture of the page as `test/results/NAME.png`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(directory, {recursive: true})
  await page.screenshot({path: join(directory, `${name}.png`)})
}

/** Saves what a test has drawn as `test/results/NAME`, to be looked at. */
export function savePicture(name: string, content: Buffer): void {
  mkdirSync(directory, {recursive: true})
  writeFileSync(join(directory, name), content)
}
