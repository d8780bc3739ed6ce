import type {Browser, BrowserContext, Page} from 'playwright-core'
import type {StudioWindow, TestStudio} from '../rig/studio.ts'
import {openStudioPage} from '../rig/studio.ts'

/** Opens the dashboard and waits until it is live and can be pressed. */
export async function openDashboard(
  where: Browser | BrowserContext,
  studio: Pick<TestStudio, 'url'>,
  path = 'dashboard/realtime',
): Promise<StudioWindow> {
  const window = await openStudioPage(where, studio, path)
  await window.page.locator('[data-testid=shop-dashboard]:not([inert])').waitFor()
  await window.page.locator('[data-testid=shop-status][data-status=live]').waitFor()
  await window.page.getByTestId('shop-stat-bills-today').waitFor()
  return window
}

/** The text of a figure. */
export async function stat(page: Page, name: string): Promise<string | null> {
  return page.getByTestId(`shop-stat-${name}`).textContent()
}

/** The text of a product's row. */
export async function stockOf(page: Page, productId: string): Promise<string | null> {
  return page.getByTestId(`shop-row-product-${productId}`).textContent()
}

/** Opens the dialog from the dashboard with the keyboard; the search has the focus. */
export async function openBillDialog(page: Page): Promise<void> {
  await page.getByTestId('shop-create-bill').and(page.locator(':enabled')).focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=shop-product-search]:focus').waitFor()
}

/** Types each text into the search and takes the best match with Enter, as a scanner does. */
export async function addProducts(page: Page, products: readonly string[]): Promise<void> {
  for (const text of products) {
    await page.keyboard.type(text)
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
  }
  await page.getByTestId('shop-bill-line').first().waitFor()
}

/** Makes and issues a bill with the keys alone; its number. */
export async function createBillByKeyboard(
  page: Page,
  products: readonly string[],
): Promise<string> {
  await openBillDialog(page)
  await addProducts(page, products)
  await page.keyboard.press('Control+Enter')
  const toast = await page
    .getByText(/^Bill \S+ issued$/)
    .first()
    .textContent()
  return toast?.split(' ')[1] ?? ''
}
