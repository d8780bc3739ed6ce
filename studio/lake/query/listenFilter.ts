import type {Lanes} from './lanes.ts'
import {compilePredicate} from './matchPredicate.ts'
import type {Change} from './protocol.ts'

/** Which documents a listener hears of; asked once with the document before a change and once with the one after. */
export interface ListenFilter {
  /**
   * null (no document) never matches. A promise only for filters that need the worker.
   * @param change - what `before()`, `after()` and `delta::` see; without it they see a document that stays the same
   */
  matches(
    document: {readonly [attribute: string]: unknown} | null,
    change?: Change,
  ): boolean | Promise<boolean>
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
  const {predicate, isDelta} = answer
  if (predicate !== null) {
    const test = compilePredicate(predicate)
    return {matches: (document) => document !== null && test(document)}
  }
  return {
    async matches(document, change = {before: document, after: document}) {
      if (document === null) return false
      const sides = isDelta ? {change} : {}
      const reply = await lanes.run(
        {kind: 'match', query, params, document, identity, ...sides},
        MATCH_TIMEOUT_MS,
      )
      return reply.kind === 'match' && reply.matches
    },
  }
}
