import type {QueryTask, WarmReader} from './protocol.ts'

/** So many kinds of readers are kept warm in a thread that waits; each costs an index over its documents. */
const MAX_READERS = 4

/** Who asked last: dataset, perspective and read filter. */
export class RecentReaders {
  private readonly readers = new Map<string, WarmReader>()

  note({dataset, perspective, readFilter, identity}: QueryTask): void {
    const reader: WarmReader = {dataset, perspective, readFilter, identity}
    const key = JSON.stringify(reader)
    this.readers.delete(key)
    this.readers.set(key, reader)
    const [oldest] = this.readers.keys()
    if (this.readers.size > MAX_READERS && oldest !== undefined) this.readers.delete(oldest)
  }

  list(): readonly WarmReader[] {
    return [...this.readers.values()]
  }
}
