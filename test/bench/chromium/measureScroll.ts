import type {Page} from 'playwright-core'

export interface ScrollCost {
  /** That the window painted in the time. */
  frames: number
  /** The longest time between two frames, ms. */
  longest: number
  /** Of the window's main thread, ms a frame. */
  mainThread: number
  /** px from the top at the end. */
  reached: number
}

const SCROLL_MS = 3_000
const STEP_PX = 120

/** Scrolls the first element of `selector` by a step a frame: 180 frames would be 60 a second. */
export async function measureScroll(page: Page, selector: string): Promise<ScrollCost> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable')
  const taskTime = async () => {
    const {metrics} = await devTools.send('Performance.getMetrics')
    return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  const before = await taskTime()
  const {gaps, reached} = await page.evaluate(scroll, {selector, ms: SCROLL_MS, step: STEP_PX})
  const mainThread = ((await taskTime()) - before) / gaps.length
  await devTools.detach()
  return {frames: gaps.length, longest: Math.max(...gaps), mainThread, reached}
}

/** Runs in the page; ms between frames. The position is counted, not read: a read would lay the page out once more. */
async function scroll(how: {selector: string; ms: number; step: number}) {
  const scroller = document.querySelector(how.selector)
  if (scroller === null) throw new Error(`There is no ${how.selector}.`)
  const gaps: number[] = []
  let top = 0
  let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const begun = before
  while (before - begun < how.ms) {
    top += how.step
    scroller.scrollTop = top
    // oxlint-disable-next-line no-await-in-loop
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    gaps.push(now - before)
    before = now
  }
  const reached = scroller.scrollTop
  scroller.scrollTop = 0
  return {gaps, reached}
}

/** A scroller as large as the view's, of as many rows of as many plain cells, that shows those in sight without React. */
export async function openBareScroller(page: Page, shape: ScrollerShape): Promise<void> {
  await page.setContent('<!doctype html><main></main>')
  await page.evaluate(renderBareScroller, shape)
}

export interface ScrollerShape {
  width: number
  height: number
  rows: number
  rowHeight: number
  cells: number
}

function renderBareScroller({width, height, rows, rowHeight, cells}: ScrollerShape): void {
  const scroller = document.createElement('div')
  scroller.id = 'scroller'
  scroller.style.cssText = `width:${width}px;height:${height}px;overflow:auto;font:13px sans-serif`
  const frame = document.createElement('div')
  frame.style.cssText = `position:relative;height:${rows * rowHeight}px`
  scroller.append(frame)
  document.querySelector('main')?.append(scroller)
  const shown = new Map<number, HTMLElement>()
  const makeRow = (index: number) => {
    const row = document.createElement('div')
    row.style.cssText = `position:absolute;inset-inline:0;height:${rowHeight}px;display:grid;grid-template-columns:repeat(${cells},1fr);transform:translateY(${index * rowHeight}px)`
    for (let cell = 0; cell < cells; cell++) {
      const text = document.createElement('div')
      text.textContent = `Row ${index}.${cell}`
      row.append(text)
    }
    return row
  }
  const show = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 8)
    const last = Math.min(rows, Math.ceil((scroller.scrollTop + height) / rowHeight) + 8)
    for (const [index, row] of shown) {
      if (index >= first && index < last) continue
      row.remove()
      shown.delete(index)
    }
    for (let index = first; index < last; index++) {
      if (shown.has(index)) continue
      const row = makeRow(index)
      shown.set(index, row)
      frame.append(row)
    }
  }
  scroller.addEventListener('scroll', show)
  show()
}
