import type {Drift} from '../../domain/proof.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import type {ShopProofState} from '../types.ts'

/** What names a suspicion while its values go on moving: a sale on a drifted level changes the numbers only. */
export const suspicionKey = ({drift}: Suspicion): string =>
  `${drift.kind} ${drift.document} ${drift.field}`

const none: readonly Drift[] = []
const checking: ShopProofState = {status: 'checking', drifts: none}

/** What is shown of the proof: suspicions that were confirmed and still stand; they leave with the step that ends them. */
export function createProofState(now: () => number) {
  let confirmed: ReadonlySet<string> = new Set()
  let shown: ShopProofState = checking
  let shownSecond = Number.NaN

  const drifting = (suspicions: ReadonlyMap<string, readonly Suspicion[]>): readonly Drift[] => {
    if (confirmed.size === 0) return none
    const found = [...suspicions.values()]
      .flat()
      .filter((suspicion) => confirmed.has(suspicionKey(suspicion)))
      .map(({drift}) => drift)
      .toSorted((a, b) => (a.message < b.message ? -1 : 1))
    const {drifts} = shown
    const isSame =
      found.length === drifts.length && found.every((drift, index) => drift === drifts[index])
    return isSame ? drifts : found
  }

  return {
    checking,
    /** The keys of what counts from now on; whether that is a change. */
    confirm(keys: ReadonlySet<string>): boolean {
      const isSame = keys.size === confirmed.size && [...keys].every((key) => confirmed.has(key))
      if (!isSame) confirmed = keys
      return !isSame
    },
    /** The same object until the second or the drifts change. */
    of(suspicions: ReadonlyMap<string, readonly Suspicion[]>): ShopProofState {
      const drifts = drifting(suspicions)
      const second = Math.floor(now() / 1_000)
      if (second !== shownSecond || drifts !== shown.drifts) {
        const checkedAt = new Date(second * 1_000).toISOString()
        shown = {status: drifts.length === 0 ? 'proved' : 'drift', checkedAt, drifts}
        shownSecond = second
      }
      return shown
    },
  }
}
