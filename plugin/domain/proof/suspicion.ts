import type {Drift} from './drift.ts'

/** A document that should exist but is not held; the lake knows whether it does. */
export type MissingDocument =
  | {kind: 'entry'; id: string}
  | {kind: 'paper'; series: string; sequence: number}

/** What looks wrong on the documents at hand. With `missing`, it is wrong only if the lake lacks that document too. */
export interface Suspicion {
  /** Names it while its values go on moving: a sale on a drifted level changes the numbers only. */
  key: string
  drift: Drift
  missing?: MissingDocument
}

export const suspect = (drifts: readonly Drift[], missing?: MissingDocument): Suspicion[] =>
  drifts.map((drift) => {
    const key = `${drift.kind} ${drift.document} ${drift.field}`
    return missing === undefined ? {key, drift} : {key, drift, missing}
  })
