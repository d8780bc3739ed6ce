/** Marks what is still being loaded: a barcode or a QR code. */
export const UNDRAWN = {'data-undrawn': ''} as const

/** Resolves once nothing of the page waits to be drawn. */
export function untilDrawn(page: Document): Promise<void> {
  const isDrawn = () => page.querySelector('[data-undrawn]') === null
  if (isDrawn()) return Promise.resolve()
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isDrawn()) return
      observer.disconnect()
      resolve()
    })
    observer.observe(page.body, {childList: true, subtree: true})
  })
}
