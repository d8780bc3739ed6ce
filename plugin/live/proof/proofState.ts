import type {Drift} from '../../domain/proof.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import type {ShopProofState} from '../types.ts'

/** What names a suspicion while its values go on moving: a sale on a drifted level changes the numbers only. */
export const suspicionKey = ({drift}: Suspicion): string =>
  `${drift.kind} ${drift.document} ${drift.field}`

const checking: ShopProofState = {status: 'checking', drifts: []}
const none: readonly Drift[] = []

/** What is shown of the proof: suspicions that were confirmed and still stand; they leave with the step that ends them. */
export function createProofState(now: () => number) {
  let confirmed: ReadonlySet<string> = new Set()
  let drifts = none

  return {
    checking,
    /** The keys of what counts from now on; whether that is a change. */
    confirm(keys: ReadonlySet<string>): boolean {
      const isSame = keys.size === confirmed.size && [...keys].every((key) => confirmed.has(key))
      if (!isSame) confirmed = keys
      return !isSame
    },
    of(suspicions: ReadonlyMap<string, readonly Suspicion[]>): ShopProofState {
      const found =
        confirmed.size === 0
          ? none
          : [...suspicions.values()]
              .flat()
              .filter((suspicion) => confirmed.has(suspicionKey(suspicion)))
              .map(({drift}) => drift)
              .toSorted((a, b) => (a.message < b.message ? -1 : 1))
      const isSame =
        found.length === drifts.length && found.every((drift, index) => drift === drifts[index])
      if (!isSame) drifts = found
      const status = drifts.length === 0 ? 'proved' : 'drift'
      return {status, checkedAt: new Date(now()).toISOString(), drifts}
    },
  }
}
