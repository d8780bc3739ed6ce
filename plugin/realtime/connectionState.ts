import type {LiveStatus} from '../live/types.ts'
import type {ConnectionState} from '../operations/untilDone.ts'

/** A restart of the lake takes less. */
const LOST_AFTER_MS = 10_000

/** What the live link tells a write before it is tried. `now`: ms. */
export function connectionStateOf({name, since}: LiveStatus, now: number): ConnectionState {
  if (name === 'offline') return 'offline'
  return name === 'reconnecting' && now - Date.parse(since) > LOST_AFTER_MS ? 'lost' : 'up'
}
