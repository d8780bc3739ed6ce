import type {LakePort, RawDocument} from './port.ts'
import {createSnapshot} from './snapshot.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * Loads until `idsOf` asks for nothing new. Documents of different rounds may be of different moments: whatever a plan
 * relies on and others may change is guarded by its revision in the transaction.
 */
export async function loadSnapshot(
  port: LakePort,
  idsOf: (snapshot: Snapshot) => readonly string[],
): Promise<Snapshot> {
  const loaded = new Set<string>()
  const documents = new Map<string, RawDocument>()
  for (;;) {
    const snapshot = createSnapshot(loaded, documents)
    const missing = idsOf(snapshot).filter((id) => !loaded.has(id))
    if (missing.length === 0) return snapshot
    for (const document of await port.getDocuments(missing)) documents.set(document._id, document)
    for (const id of missing) loaded.add(id)
  }
}
