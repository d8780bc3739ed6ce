import type {SanityClient} from '@sanity/client'
import type {CDPSession, Page} from 'playwright-core'
import {percentile} from '../percentile.ts'
import {TARGET} from '../studio/target.ts'

/** What following one product's name costs a window. */
export interface FollowCost {
  /** From sending the commit until the window's DOM shows it or a later one, ms. */
  p50: number
  p95: number
  /** Of the window's main thread, ms a change. */
  mainThread: number
  /** Received for queries, bytes a change. */
  bytes: number
}

const APART_MS = 300

/** Changes the product's name `count` times and reads in the window when each name was seen. */
export async function followChanges(
  page: Page,
  client: SanityClient,
  count: number,
): Promise<FollowCost> {
  await watchName(page)
  const devTools = await page.context().newCDPSession(page)
  const bytes = await countBytes(devTools)
  const before = await taskTime(devTools)
  const sent: number[] = []
  for (let index = 0; index < count; index++) {
    const at = performance.timeOrigin + performance.now()
    sent.push(at)
    await client
      .patch(TARGET)
      .set({name: `Change ${index}`})
      .commit({visibility: 'async'})
    const rest = at + APART_MS - (performance.timeOrigin + performance.now())
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, rest)))
  }
  await page
    .getByTestId('name')
    .getByText(`Change ${count - 1}`, {exact: true})
    .waitFor()
  const mainThread = ((await taskTime(devTools)) - before) / count
  const received = bytes() / count
  const seen = await readNames(page)
  const times = sent.map(
    (at, index) => (seen.find((one) => one.index >= index)?.at ?? Infinity) - at,
  )
  await devTools.detach()
  return {p50: percentile(times, 0.5), p95: percentile(times, 0.95), mainThread, bytes: received}
}

interface SeenName {
  index: number
  /** ms since the epoch. */
  at: number
}

async function watchName(page: Page): Promise<void> {
  await page.getByTestId('name').evaluate((element) => {
    const seen: {index: number; at: number}[] = []
    Object.assign(globalThis, {seenNames: seen})
    const note = () => {
      const index = /^Change (\d+)$/.exec(element.textContent ?? '')?.[1]
      if (index !== undefined)
        seen.push({index: Number(index), at: performance.timeOrigin + performance.now()})
    }
    new MutationObserver(note).observe(element, {
      characterData: true,
      childList: true,
      subtree: true,
    })
  })
}

function readNames(page: Page): Promise<SeenName[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'seenNames'))
}

async function taskTime(devTools: CDPSession): Promise<number> {
  await devTools.send('Performance.enable')
  const {metrics} = await devTools.send('Performance.getMetrics')
  return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

/** Bytes of the answers to queries, as they came over the wire. */
async function countBytes(devTools: CDPSession): Promise<() => number> {
  let bytes = 0
  const queries = new Set<string>()
  await devTools.send('Network.enable')
  devTools.on('Network.requestWillBeSent', ({requestId, request}) => {
    if (request.url.includes('/data/query/') || request.postData !== undefined)
      queries.add(requestId)
  })
  devTools.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    if (queries.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}
