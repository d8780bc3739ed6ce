import type {LiveError} from '../errors.ts'
import type {Step} from '../replica.ts'
import type {WorkingSetBounds} from '../workingSet.ts'

/** What the synchronisation tells the store. */
export type SyncSignal =
  /** Documents of an earlier visit are shown; they equalled the lake `asOf` (ms). */
  | {type: 'seeded'; asOf: number}
  /** They are gone: nobody may read them any more. */
  | {type: 'unseeded'}
  /** Steps of events that had waited, in order. */
  | {type: 'steps'; origin: 'waiting'; steps: readonly Step[]}
  /** Documents (all, or these `ids`) were read after `since` (ms): what was committed before is in the steps. */
  | {
      type: 'steps'
      origin: 'snapshot' | 'repair'
      steps: readonly Step[]
      since: number
      ids?: readonly string[]
      /** Not as they were read: something newer is held of these. */
      passedOver: readonly string[]
      /** How many documents differed from what was held. */
      moved: number
    }
  /** One mutation event, and the steps that it completes. */
  | {type: 'event'; steps: readonly Step[]}
  | {type: 'linked'}
  /** The link starts anew: events may have been missed, and a snapshot follows. */
  | {type: 'started'}
  | {type: 'unlinked'; error?: LiveError}
  | {type: 'syncing'}
  /** The snapshot is in; documents equal the lake as of `since` (ms) or later. */
  | {type: 'synced'; since: number; bounds: WorkingSetBounds}
  /** The digest agreed, or what differed has been read again. */
  | {type: 'verified'}
  | {type: 'failed'; error: LiveError}

/** Documents had to be read anew and differed, though the link stood: their events never came. */
export function tellsOfLostEvents(signal: SyncSignal): boolean {
  return signal.type === 'steps' && signal.origin === 'repair' && signal.moved > 0
}
