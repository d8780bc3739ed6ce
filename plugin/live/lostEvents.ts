import type {SanityClient} from '@sanity/client'
import {Subject} from 'rxjs'
import {clientKey} from './sharedListener.ts'

const subjects = new Map<string, Subject<void>>()

/**
 * Told when a store found that events of its listener were lost: what else lives by that listener may have missed
 * something too, documents that no store holds among it.
 */
export function lostEventsOf(client: SanityClient): Subject<void> {
  const key = clientKey(client)
  const known = subjects.get(key)
  if (known !== undefined) return known
  const subject = new Subject<void>()
  subjects.set(key, subject)
  return subject
}
