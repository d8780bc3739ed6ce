import {compareText} from '../../domain/alerts.ts'
import type {Drift} from '../../domain/proof.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import {createRanking} from '../ranking.ts'
import type {ShopProofState} from '../types.ts'

type Suspicions = ReadonlyMap<string, readonly Suspicion[]>

const checking: ShopProofState = {status: 'checking', drifts: []}

/** What is shown of the proof: suspicions that were confirmed and still stand; they leave with the step that ends them. */
export function createProofState(now: () => number) {
  const drifts = createRanking<Drift>(compareDrifts)
  // how many of a subject's suspicions have had a place
  const places = new Map<string, number>()
  let confirmed: ReadonlySet<string> = new Set()
  let isConfirmedAnew = false
  let shown: ShopProofState = checking
  let shownDrifts = drifts.list()
  let shownSecond = Number.NaN

  /** Puts those of the subject that count where they belong. */
  const place = (subject: string, suspicions: Suspicions): void => {
    const found = suspicions.get(subject) ?? []
    const taken = Math.max(found.length, places.get(subject) ?? 0)
    for (let index = 0; index < taken; index++) {
      const suspicion = found[index]
      const counts = suspicion !== undefined && confirmed.has(suspicion.key)
      drifts.set(`${index} ${subject}`, counts ? suspicion.drift : undefined)
    }
    if (found.length === 0) places.delete(subject)
    else places.set(subject, found.length)
  }

  const follow = (suspicions: Suspicions, moved: ReadonlySet<string>): void => {
    for (const subject of moved) place(subject, suspicions)
    if (!isConfirmedAnew) return
    isConfirmedAnew = false
    for (const subject of suspicions.keys()) place(subject, suspicions)
  }

  return {
    checking,
    /** The keys of what counts from now on; whether that is a change. */
    confirm(keys: ReadonlySet<string>): boolean {
      const isSame = keys.size === confirmed.size && [...keys].every((key) => confirmed.has(key))
      if (isSame) return false
      confirmed = keys
      isConfirmedAnew = true
      return true
    },
    /** `moved`: subjects whose suspicions are others than the last time. The same object until the second or the drifts change. */
    of(suspicions: Suspicions, moved: ReadonlySet<string>): ShopProofState {
      follow(suspicions, moved)
      const list = drifts.list()
      const second = Math.floor(now() / 1_000)
      if (second === shownSecond && list === shownDrifts) return shown
      shownSecond = second
      shownDrifts = list
      shown = {
        status: list.length === 0 ? 'proved' : 'drift',
        checkedAt: new Date(second * 1_000).toISOString(),
        get drifts() {
          return list.toArray()
        },
      }
      return shown
    },
  }
}

function compareDrifts(a: Drift, b: Drift): number {
  return (
    compareText(a.message, b.message) ||
    compareText(a.document, b.document) ||
    compareText(a.kind, b.kind) ||
    compareText(a.field, b.field)
  )
}
