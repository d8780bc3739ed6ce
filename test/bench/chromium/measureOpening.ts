import type {Page} from 'playwright-core'

/** Opens the till from the dashboard and closes it; ms from the press until its search has the focus and is painted. */
export async function measureOpening(page: Page): Promise<number> {
  await page.getByTestId('shop-create-bill').and(page.locator(':enabled')).waitFor()
  const took = await page.evaluate(async () => {
    const button = document.querySelector('[data-testid=shop-create-bill]')
    if (!(button instanceof HTMLElement)) throw new Error('There is no button.')
    const isReady = () =>
      document.activeElement?.getAttribute('data-testid') === 'shop-product-search'
    // a task of its own, as a press is
    const begun = await new Promise<number>((resolve) =>
      setTimeout(() => {
        resolve(performance.now())
        button.click()
      }),
    )
    do {
      // the task after a frame's callbacks begins when the frame is painted
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    } while (!isReady())
    return performance.now() - begun
  })
  // within some milliseconds of its opening a dialog of @sanity/ui does not hear Escape yet
  await page.getByRole('dialog').getByRole('button', {name: 'Close', exact: true}).click()
  await page.getByRole('dialog').waitFor({state: 'detached'})
  return took
}
