import type {SanityClient} from '@sanity/client'
import {filter, map} from 'rxjs'
import type {Observable} from 'rxjs'
import * as v from 'valibot'
import {latencyTestSchema} from '../domain/documentSchemas.ts'
import type {LatencyTest} from '../domain/documents.ts'
import {isLatencyTestId} from '../domain/ids.ts'
import type {ConnectionEvent} from './keepListening.ts'
import {toLiveClient} from './port.ts'
import type {MutationEvent} from './wire.ts'

export interface LatencyTestChange {
  id: string
  /** It was begun with this event. */
  isNew: boolean
  /** `undefined` when it is gone, or malformed. */
  test: LatencyTest | undefined
}

/** Tests come with the shop's own events, and are none of them: they are not held, counted or proved. */
export function isOfLatencyTest(event: ConnectionEvent): event is MutationEvent {
  return event.type === 'mutation' && isLatencyTestId(event.documentId)
}

export function observeLatencyTests(
  connection$: Observable<ConnectionEvent>,
): Observable<LatencyTestChange> {
  return connection$.pipe(filter(isOfLatencyTest), map(toChange))
}

function toChange({documentId, transition, result}: MutationEvent): LatencyTestChange {
  const parsed = v.safeParse(latencyTestSchema, result)
  const test = parsed.success ? parsed.output : undefined
  return {id: documentId, isNew: transition === 'appear', test}
}

/** A test takes 15 s at most: one that is older belongs to a window that was closed. */
const FORGOTTEN = '*[_type == "latencyTest" && dateTime(_createdAt) < dateTime(now()) - 120]._id'

/** Ids of tests that nobody will end any more. */
export async function fetchForgottenLatencyTests(client: SanityClient): Promise<string[]> {
  const options = {perspective: 'raw', tag: 'shop.live.tests'} as const
  return v.parse(v.array(v.string()), await toLiveClient(client).fetch(FORGOTTEN, {}, options))
}
