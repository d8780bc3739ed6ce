import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {taskTimes} from './taskTimes.ts'
import type {TaskTime} from './taskTimes.ts'

export interface BurstCost {
  events: number
  /** From the first commit until the window shows the last change, ms. */
  took: number
  /** Of the main thread. */
  tasks: TaskTime[]
  /** MB of the heap after a collection, before and after. */
  heap: [number, number]
}

const EVENTS = 10_000
const PER_TRANSACTION = 100

/** Changes 10,000 levels as fast as the lake takes them, until `page` shows the last change. */
async function measure(
  page: Page,
  client: SanityClient,
  untilShown: () => Promise<void>,
): Promise<BurstCost> {
  const heapBefore = await heapOf(page)
  const ids = await client.fetch<string[]>(
    `*[_type == "stockLevel"] | order(_id) [0...${EVENTS}]._id`,
  )
  const start = performance.now()
  const tasks = await taskTimes(page, async () => {
    for (let at = 0; at < EVENTS; at += PER_TRANSACTION) {
      const transaction = client.transaction()
      for (const id of ids.slice(at, at + PER_TRANSACTION)) transaction.patch(id, {inc: {value: 1}})
      await transaction.commit({visibility: 'async', returnDocuments: false})
    }
    await untilShown()
  })
  const took = performance.now() - start
  return {
    events: EVENTS,
    took,
    tasks,
    heap: [heapBefore, await heapOf(page)],
  }
}

/** While the dashboard is open. */
export function measureBurst(page: Page, client: SanityClient): Promise<BurstCost> {
  return measure(page, client, async () => {
    await client.patch('product-000000').set({name: 'The last change'}).commit()
    const total = await client.fetch<number>('math::sum(*[_type == "stockLevel"].value)')
    const shown = String(Math.trunc(total / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
    await page.getByTestId('shop-stat-stock-value').getByText(shown).waitFor({timeout: 60_000})
  })
}

/** In a page that parses the same events and writes one text node a frame: what the machine leaves anyone. */
export async function measureBareBurst(page: Page, client: SanityClient): Promise<BurstCost> {
  const events = page.getByTestId('events')
  await events.getByText('0', {exact: true}).waitFor({timeout: 60_000})
  return measure(page, client, () =>
    events.getByText(String(EVENTS), {exact: true}).waitFor({timeout: 60_000}),
  )
}

async function heapOf(page: Page): Promise<number> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('HeapProfiler.collectGarbage')
  const {usedSize} = await devTools.send('Runtime.getHeapUsage')
  await devTools.detach()
  return usedSize / 1_000_000
}
