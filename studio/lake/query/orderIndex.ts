import type {LakeDocument} from './guards.ts'
import type {Reader} from './ownReader.ts'
import {compareIds} from './sortedDocuments.ts'
import {compareValues, isComparable} from './values.ts'

/** A bound of a range: values on the far side of it are out. */
export interface Bound {
  value: string | number
  isInclusive: boolean
}

/** Bounds of one kind, both numbers or both strings; a missing one is open. */
export interface Range {
  low?: Bound
  high?: Bound
}

/** The documents of one type in the order of one value of theirs, equal ones by id; kept sorted while they change. */
export class OrderIndex {
  private readonly read: Reader
  private readonly items: LakeDocument[]

  constructor(read: Reader, documents: readonly LakeDocument[]) {
    this.read = read
    this.items = documents.toSorted((left, right) => this.compare(left, right))
  }

  /** Takes over a change of one document; null: not there, or of another type. */
  change(before: LakeDocument | null, after: LakeDocument | null): void {
    if (before !== null && after !== null && this.compare(before, after) === 0) {
      const index = this.placeOf(before)
      if (this.items[index]?._id === after._id) this.items[index] = after
      return
    }
    if (before !== null) {
      const index = this.placeOf(before)
      if (this.items[index]?._id === before._id) this.items.splice(index, 1)
    }
    if (after !== null) this.items.splice(this.placeOf(after), 0, after)
  }

  /** The documents in order, those of equal value together, by id. */
  *groups(direction: 1 | -1): Iterable<readonly LakeDocument[]> {
    let start = direction === 1 ? 0 : this.items.length - 1
    for (let first = this.items[start]; first !== undefined; first = this.items[start]) {
      const value = this.read(first)
      let end = start + direction
      for (let next = this.items[end]; next !== undefined; next = this.items[end]) {
        if (compareValues(this.read(next), value) !== 0) break
        end += direction
      }
      if (end - start === direction) yield [first]
      else
        yield direction === 1 ? this.items.slice(start, end) : this.items.slice(end + 1, start + 1)
      start = end
    }
  }

  /** The documents within a range, by id; null when they are more than `limit`. */
  within({low, high}: Range, limit: number): readonly LakeDocument[] | null {
    const kind = (low ?? high)?.value
    if (kind === undefined) return null
    const start = low === undefined ? this.firstOfKind(kind) : this.firstFrom(low, !low.isInclusive)
    const end = high === undefined ? this.endOfKind(kind) : this.firstFrom(high, high.isInclusive)
    if (end - start > limit) return null
    return this.items.slice(start, Math.max(start, end)).toSorted(compareIds)
  }

  private compare(left: LakeDocument, right: LakeDocument): number {
    return compareValues(this.read(left), this.read(right)) || compareIds(left, right)
  }

  private placeOf(document: LakeDocument): number {
    return this.firstWhere((item) => this.compare(item, document) >= 0)
  }

  private firstFrom({value}: Bound, isAfterEqual: boolean): number {
    return this.firstWhere((item) => {
      const order = compareValues(this.read(item), value)
      return isAfterEqual ? order > 0 : order >= 0
    })
  }

  private firstOfKind(kind: string | number): number {
    return this.firstWhere((item) => {
      const value = this.read(item)
      return isComparable(value, kind) || compareValues(value, kind) > 0
    })
  }

  private endOfKind(kind: string | number): number {
    return this.firstWhere((item) => {
      const value = this.read(item)
      return !isComparable(value, kind) && compareValues(value, kind) > 0
    })
  }

  private firstWhere(fits: (item: LakeDocument) => boolean): number {
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const item = this.items[middle]
      if (item !== undefined && !fits(item)) low = middle + 1
      else high = middle
    }
    return low
  }
}
