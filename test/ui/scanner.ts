import type {Page} from 'playwright-core'

/** Sends the code and Enter as a wedge scanner does: all keys at once, without waiting for the page. */
export async function scan(page: Page, code: string): Promise<void> {
  await Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)))
}
