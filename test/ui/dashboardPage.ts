import type {Browser, BrowserContext, Page} from 'playwright-core'
import type {StudioWindow, TestStudio} from '../rig/studio.ts'
import {openStudioPage} from '../rig/studio.ts'

/** Opens the dashboard and waits until it is live. */
export async function openDashboard(
  where: Browser | BrowserContext,
  studio: TestStudio,
  path = 'dashboard/realtime',
): Promise<StudioWindow> {
  const window = await openStudioPage(where, studio, path)
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

/** Makes and issues a bill with the keys alone: each text is typed into the search and taken with Enter. */
export async function createBillByKeyboard(
  page: Page,
  products: readonly string[],
): Promise<string> {
  await page.getByTestId('shop-create-bill').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('shop-product-search').waitFor()
  for (const text of products) {
    await page.keyboard.type(text)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
  }
  await page.getByTestId('shop-bill-line').first().waitFor()
  await page.keyboard.press('Control+Enter')
  const toast = await page
    .getByText(/^Bill \S+ issued$/)
    .first()
    .textContent()
  return toast?.split(' ')[1] ?? ''
}
