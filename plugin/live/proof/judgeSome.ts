import type {HeldFrom} from '../../domain/proof/heldShop.ts'

/** A proof moved by deltas: what has moved waits until it is judged. */
export interface MovingProof {
  /** The subjects that have moved since they were judged. */
  waiting(): Iterable<string>
  /** Whether the subject has an optimistic value: it waits for the lake's answer. */
  isPending(subject: string, pending: ReadonlySet<string>): boolean
  /** About how many documents `judge` reads. */
  cost(subject: string, from: HeldFrom): number
  /** Reports what is suspected of the subject. It waits no longer, but for what is more than about `limit` documents. */
  judge(subject: string, from: HeldFrom, limit: number): void
}

/** Judges what waits until about `limit` documents are read; whether some of it is left. */
export function judgeSome(
  proofs: readonly MovingProof[],
  pending: ReadonlySet<string>,
  from: HeldFrom,
  limit: number,
): boolean {
  let left = limit
  for (const proof of proofs) {
    for (const subject of proof.waiting()) {
      if (proof.isPending(subject, pending)) continue
      if (left <= 0) return true
      const cost = 1 + proof.cost(subject, from)
      proof.judge(subject, from, left)
      left -= cost
      if (left < 0) return true
    }
  }
  return false
}
