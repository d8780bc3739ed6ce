import type {DocumentChange, MutationResult, WireMutation} from '../types.ts'
import {planMutation} from './kinds.ts'
import {checkReferences} from './integrity.ts'
import {type LakeReader, Overlay} from './overlay.ts'
import type {IdsByQuery} from './queries.ts'
import type {Stamp} from './document.ts'

export interface PlanRequest {
  mutations: readonly WireMutation[]
  stamp: Stamp
  autoGenerateArrayKeys: boolean
  idsByQuery: IdsByQuery
}

export interface Plan {
  changes: readonly DocumentChange[]
  results: readonly MutationResult[]
}

/**
 * What a transaction would do to the documents, one change per document. Reads only; nothing is written.
 * @throws LakeError when any mutation is refused: then the whole transaction is
 */
export function planTransaction(reader: LakeReader, request: PlanRequest): Plan {
  const overlay = new Overlay(reader)
  const results: MutationResult[] = []
  for (const [index, mutation] of request.mutations.entries()) {
    results.push(...planMutation(overlay, mutation, {...request, index}))
  }
  checkReferences(overlay)
  return {changes: overlay.changes(), results}
}
