import type {IdentifiedSanityDocumentStub, SanityClient} from '@sanity/client'
import {createShopOperations} from '../../plugin/operations/createShopOperations.ts'
import {planHistory, type History} from './history/planHistory.ts'
import {beginFilling, completeFilling} from './marker.ts'
import {carryOut} from './carryOut.ts'
import {DEMO_OPTIONS, storeFirstSettings} from './settings.ts'

export {DEMO_OPTIONS} from './settings.ts'

const DOCUMENTS_A_TRANSACTION = 100

export interface FillOptions {
  /** A client with all rights on the dataset to fill. */
  client: SanityClient
  /** The end of the ninety days. Default: this moment. */
  now?: Date
  /** `what` is a phrase such as `bills of 2026-11-22`. */
  onProgress?: (done: number, total: number, what: string) => void
}

/**
 * Fills a dataset with the demo shop: catalogue and customers in bulk, then ninety days of bills, purchases, returns
 * and counts through the shop's own operations, in order of time. May be interrupted and called again: every key is
 * derived from the plan, so that nothing is done twice.
 *
 * @returns `filled: false` when the dataset was complete already.
 * @throws {@link ShopError} when an operation is refused: what was done until then stays and the next call goes on.
 */
export async function fillDemoShop({
  client,
  now = new Date(),
  onProgress,
}: FillOptions): Promise<{filled: boolean}> {
  const state = await beginFilling(client, now)
  if (state.complete) return {filled: false}
  await storeFirstSettings(client, DEMO_OPTIONS)
  const history = planHistory(state.startedFor)
  const documents = listDocuments(history)
  const total = documents.length + history.steps.length
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_TRANSACTION) {
    await createAll(client, documents.slice(from, from + DOCUMENTS_A_TRANSACTION))
    onProgress?.(Math.min(documents.length, from + DOCUMENTS_A_TRANSACTION), total, 'catalogue')
  }
  const operations = createShopOperations({
    client,
    actor: {id: 'demo-counter', name: 'Asha at the counter'},
    options: DEMO_OPTIONS,
  })
  await carryOut(operations, history.steps, (done, day) =>
    onProgress?.(documents.length + done, total, `bills of ${day}`),
  )
  await completeFilling(client)
  return {filled: true}
}

function listDocuments({catalogue, customers}: History): IdentifiedSanityDocumentStub[] {
  return [
    ...catalogue.brands,
    ...catalogue.categories,
    ...catalogue.products.map(({document}) => document),
    ...customers,
  ].map((document) => ({...document}))
}

async function createAll(
  client: SanityClient,
  documents: readonly IdentifiedSanityDocumentStub[],
): Promise<void> {
  const transaction = documents.reduce(
    (all, document) => all.createIfNotExists(document),
    client.transaction(),
  )
  await transaction.commit({tag: 'shop.demo-catalogue', visibility: 'async'})
}
