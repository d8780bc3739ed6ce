import type {LakeDocument} from './guards.ts'

/** Documents in the order of their ids (UTF-16 units), kept sorted while they change. */
export class SortedDocuments {
  readonly items: LakeDocument[] = []

  /** Fills an empty list at once: cheaper than one `set` each. */
  load(documents: readonly LakeDocument[]): void {
    for (const document of documents) this.items.push(document)
    this.items.sort(compareIds)
  }

  set(document: LakeDocument): void {
    const index = this.firstFrom(document._id)
    const present = this.items[index]?._id === document._id
    this.items.splice(index, present ? 1 : 0, document)
  }

  delete(id: string): void {
    const index = this.firstFrom(id)
    if (this.items[index]?._id === id) this.items.splice(index, 1)
  }

  /** The documents whose ids start with `prefix`. */
  withPrefix(prefix: string): LakeDocument[] {
    return this.items.slice(this.firstFrom(prefix), this.firstFrom(`${prefix}\uffff`))
  }

  private firstFrom(id: string): number {
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = this.items[middle]
      if (at !== undefined && at._id < id) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function compareIds(left: LakeDocument, right: LakeDocument): number {
  if (left._id === right._id) return 0
  return left._id < right._id ? -1 : 1
}
