import type {LakePort, RawDocument} from './port.ts'
import {createSnapshot} from './snapshot.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * `seen` remembers across the attempts of one operation what it came to ask for: after a lost race one round trip loads
 * it all, however many it took to find out.
 *
 * Loads until `idsOf` asks for nothing new. Documents of different rounds may be of different moments: whatever a plan
 * relies on and others may change is guarded by its revision in the transaction.
 */
export async function loadSnapshot(
  port: LakePort,
  idsOf: (snapshot: Snapshot) => readonly string[],
  seen: Set<string> = new Set(),
): Promise<Snapshot> {
  const loaded = new Set<string>()
  const documents = new Map<string, RawDocument>()
  for (;;) {
    const snapshot = createSnapshot(loaded, documents)
    const missing = idsOf(snapshot).filter((id) => !loaded.has(id))
    if (missing.length === 0) return snapshot
    if (loaded.size === 0) missing.push(...seen)
    const asked = [...new Set(missing)]
    for (const document of await port.getDocuments(asked)) documents.set(document._id, document)
    for (const id of asked) {
      loaded.add(id)
      seen.add(id)
    }
  }
}
