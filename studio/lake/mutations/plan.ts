import type {DocumentChange, MutationResult, WireMutation} from '../types.ts'
import type {Stamp} from './document.ts'
import {checkReferences} from './integrity.ts'
import {planMutation} from './kinds.ts'
import {type Guards, type LakeReader, Overlay} from './overlay.ts'
import type {IdsByQuery} from './queries.ts'
import {checkReleases} from './releaseLock.ts'

/** Does the steps of a transaction to the overlay. */
export type Steps = (overlay: Overlay) => readonly MutationResult[]

export interface Plan {
  changes: readonly DocumentChange[]
  results: readonly MutationResult[]
}

/**
 * What a transaction would do to the documents, one change per document. Reads only; nothing is written.
 * @throws LakeError when any step is refused: then the whole transaction is
 */
export function planTransaction(reader: LakeReader, steps: Steps, guards: Guards = {}): Plan {
  const overlay = new Overlay(reader, guards)
  const results = steps(overlay)
  checkReferences(overlay)
  checkReleases(overlay)
  return {changes: overlay.changes(), results}
}

export interface MutationSteps {
  mutations: readonly WireMutation[]
  stamp: Stamp
  autoGenerateArrayKeys: boolean
  idsByQuery: IdsByQuery
}

/** The steps of a mutate request, in order. */
export function toMutationSteps(request: MutationSteps): Steps {
  return (overlay) =>
    request.mutations.flatMap((mutation, index) =>
      planMutation(overlay, mutation, {...request, index}),
    )
}
