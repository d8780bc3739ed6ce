import type {Drift} from './drift.ts'

/** A document that should exist but is not held; the lake knows whether it does. */
export type MissingDocument =
  | {kind: 'entry'; id: string}
  | {kind: 'paper'; series: string; sequence: number}

/** What looks wrong on the documents at hand. With `missing`, it is wrong only if the lake lacks that document too. */
export interface Suspicion {
  drift: Drift
  missing?: MissingDocument
}

export const suspect = (drifts: readonly Drift[], missing?: MissingDocument): Suspicion[] =>
  drifts.map((drift) => (missing === undefined ? {drift} : {drift, missing}))
