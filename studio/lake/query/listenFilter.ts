import type {Lanes} from './lanes.ts'
import {compilePredicate} from './matchPredicate.ts'

/** Which documents a listener hears of; asked once with the document before a change and once with the one after. */
export interface ListenFilter {
  /** null (no document) never matches. A promise only for filters that need the worker. */
  matches(document: {readonly [attribute: string]: unknown} | null): boolean | Promise<boolean>
}

const MATCH_TIMEOUT_MS = 2_000

/** Compiles a listener's filter in the worker: what is common and cheap comes back as a predicate and is evaluated here. */
export async function createListenFilter(
  lanes: Lanes,
  query: string,
  params: {readonly [name: string]: unknown},
  identity?: string,
): Promise<ListenFilter> {
  const answer = await lanes.run({kind: 'compile', query, params}, MATCH_TIMEOUT_MS)
  if (answer.kind !== 'compile')
    throw new Error(`the query worker answered a filter with ${answer.kind}`)
  if (answer.predicate !== null) {
    const test = compilePredicate(answer.predicate)
    return {matches: (document) => document !== null && test(document)}
  }
  return {
    async matches(document) {
      if (document === null) return false
      const reply = await lanes.run(
        {kind: 'match', query, params, document, identity},
        MATCH_TIMEOUT_MS,
      )
      return reply.kind === 'match' && reply.matches
    },
  }
}
