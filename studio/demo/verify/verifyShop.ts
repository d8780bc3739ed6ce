import type {SanityClient} from '@sanity/client'
import {proveShop, type Drift} from '../../../plugin/domain/proof.ts'
import {SETTINGS_ID} from '../../../plugin/domain/ids.ts'
import {correctByOperations} from './correctByOperations.ts'
import {exportDocuments, type ExportedDocument} from './exportDocuments.ts'
import {planRepair} from './planRepair.ts'

export interface Verification {
  documents: ExportedDocument[]
  differences: Drift[]
}

/**
 * Derives the shop again from its ledger and bills. A shop that sells meanwhile may be read in the middle of a sale:
 * what differs is read once more, and only what differs both times in the same way counts.
 */
export async function verifyShop(client: SanityClient): Promise<Verification> {
  const first = await prove(client)
  if (first.differences.length === 0) return first
  const second = await prove(client)
  const before = new Set(first.differences.map(({message}) => message))
  return {
    documents: second.documents,
    differences: second.differences.filter(({message}) => before.has(message)),
  }
}

async function prove(client: SanityClient): Promise<Verification> {
  const documents = await exportDocuments(client)
  return {documents, differences: proveShop(documents)}
}

/**
 * Corrects what operations can correct, and rebuilds levels that differ, one transaction each.
 * @returns how many documents were put right
 * @throws ClientError 409 when a sale changed one meanwhile; those before it stay repaired
 */
export async function repairShop(client: SanityClient, found: Verification): Promise<number> {
  // the settings are first written by somebody who chooses them, never by a repair
  const isOpen = found.documents.some(({_id}) => _id === SETTINGS_ID)
  const corrected = isOpen ? await correctByOperations(client, found.differences) : 0
  // what follows from a corrected document follows from it as it is now
  const {documents, differences} = corrected === 0 ? found : await verifyShop(client)
  const repairs = planRepair(differences, documents)
  for (const {mutations} of repairs) {
    await client.mutate(mutations, {
      tag: 'shop.repair',
      visibility: 'sync',
      returnDocuments: false,
    })
  }
  return corrected + repairs.length
}
