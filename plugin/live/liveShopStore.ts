import type {Observable} from 'rxjs'
import type {OptimisticPort} from '../domain/mutation.ts'
import type {ClockReading} from './lakeClock.ts'
import type {LatencyTestChange} from './latencyTests.ts'
import type {ShopStore} from './types.ts'

/** The live store; writers announce their transactions to `optimistic`. */
export interface LiveShopStore extends ShopStore {
  /** ms of the lake's clock, also on a device whose own is wrong. */
  now(): number
  /** The first calendar day of which all bills are held live; what is older is found by query. */
  liveFrom(): string
  /**
   * Documents that lookups and figures go by already and the snapshot does not yet: while what an earlier visit left is
   * put in place, over several tasks.
   */
  ahead(): ReadonlySet<string>
  optimistic: OptimisticPort
  /** Tests of the windows as they are begun, answered and ended; the snapshot knows nothing of them. */
  latencyTests$: Observable<LatencyTestChange>
  /** How the device's clock and the lake's differ now: three small requests. */
  readClock(): Promise<ClockReading>
}
