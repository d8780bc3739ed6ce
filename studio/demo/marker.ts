import type {SanityClient} from '@sanity/client'
import {looseObject, optional, parse, string} from 'valibot'

/** Tells that the demo shop is being filled or is complete; the dot keeps it private. */
const MARKER_ID = 'demoShop.fill'

const marker = looseObject({
  /** ISO UTC of the first start: dates of the whole plan are relative to it, also after an interruption. */
  startedFor: string(),
  completedAt: optional(string()),
})

export interface FillState {
  startedFor: Date
  complete: boolean
}

/** Begins a filling or finds the one that was interrupted; `now` counts only for the first. */
export async function beginFilling(client: SanityClient, now: Date): Promise<FillState> {
  await client.createIfNotExists(
    {_id: MARKER_ID, _type: 'demoShop', startedFor: now.toISOString()},
    {tag: 'shop.demo-begin'},
  )
  const stored = parse(marker, await client.getDocument(MARKER_ID, {tag: 'shop.demo-state'}))
  return {startedFor: new Date(stored.startedFor), complete: stored.completedAt !== undefined}
}

export async function completeFilling(client: SanityClient): Promise<void> {
  await client
    .patch(MARKER_ID)
    .set({completedAt: new Date().toISOString()})
    .commit({tag: 'shop.demo-complete', visibility: 'async'})
}
