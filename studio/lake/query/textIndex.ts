import {isRecord, type LakeDocument} from './guards.ts'
import {foldToken, tokensOf} from './tokens.ts'

/** Attributes with an underscore whose text is indexed; `match` over others is not answered by the index. */
export const INDEXED_SYSTEM_NAMES: ReadonlySet<string> = new Set([
  '_id',
  '_type',
  '_ref',
  '_originalId',
])

/** Which documents hold a word anywhere. */
export class TextIndex {
  private readonly holders = new Map<string, Set<string>>()
  private sorted: string[] = []
  private unsorted: string[] = []

  add(document: LakeDocument): void {
    for (const token of wordsOf(document)) {
      const ids = this.holders.get(token)
      if (ids !== undefined) ids.add(document._id)
      else {
        this.holders.set(token, new Set([document._id]))
        this.unsorted.push(token)
      }
    }
  }

  remove(document: LakeDocument): void {
    for (const token of wordsOf(document)) this.holders.get(token)?.delete(document._id)
  }

  /** Ids of the documents with this word, or with a word that starts with it; null when they are more than `limit`. */
  find(start: string, isWhole: boolean, limit: number): ReadonlySet<string> | null {
    if (isWhole) {
      const ids = this.holders.get(start) ?? new Set()
      return ids.size > limit ? null : ids
    }
    const found = new Set<string>()
    const words = this.words()
    for (
      let index = firstFrom(words, start);
      words[index]?.startsWith(start) === true;
      index += 1
    ) {
      const ids = this.holders.get(words[index] ?? '') ?? []
      for (const id of ids) found.add(id)
      if (found.size > limit) return null
    }
    return found
  }

  private words(): readonly string[] {
    if (this.unsorted.length > 0) {
      this.sorted = this.sorted.concat(this.unsorted).toSorted()
      this.unsorted = []
    }
    return this.sorted
  }
}

function firstFrom(words: readonly string[], start: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  return low
}

function wordsOf(document: LakeDocument): Set<string> {
  const words = new Set<string>()
  gatherWords(document, words)
  return words
}

function gatherWords(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') for (const token of tokensOf(value)) words.add(foldToken(token))
  else if (Array.isArray(value)) for (const item of value) gatherWords(item, words)
  else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (!name.startsWith('_') || INDEXED_SYSTEM_NAMES.has(name)) gatherWords(item, words)
    }
  }
}
