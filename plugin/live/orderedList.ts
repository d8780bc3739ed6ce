/** Items that stand together; a chunk that grows beyond is cut in two. */
const CHUNK = 128
/** So many are copied within a microsecond. */
const FEW = 512

type Compare<T> = (a: T, b: T) => number
type Chunks<T> = readonly (readonly T[])[]

/**
 * An immutable list in order: `with` and `without` return a new list that shares all but one chunk with this one, so
 * that a change of one of a hundred thousand items copies some hundred. `compare` is 0 for an item and itself only.
 */
export class OrderedList<T> {
  readonly length: number
  readonly #compare: Compare<T>
  readonly #chunks: Chunks<T>
  #array: readonly T[] | undefined

  private constructor(compare: Compare<T>, chunks: Chunks<T>, length: number) {
    this.#compare = compare
    this.#chunks = chunks
    this.length = length
  }

  static of<T>(items: Iterable<T>, compare: Compare<T>): OrderedList<T> {
    const sorted = [...items].toSorted(compare)
    return new OrderedList(compare, cut(sorted), sorted.length)
  }

  with(item: T): OrderedList<T> {
    const at = this.#chunkOf(item)
    const chunk = this.#chunks[at] ?? []
    const grown = chunk.toSpliced(placeIn(chunk, item, this.#compare), 0, item)
    return this.#replaced(at, cut(grown), 1)
  }

  /** The same list when the item is not in it. */
  without(item: T): OrderedList<T> {
    const at = this.#chunkOf(item)
    const chunk = this.#chunks[at] ?? []
    const place = placeIn(chunk, item, this.#compare)
    const found = chunk[place]
    if (found === undefined || this.#compare(found, item) !== 0) return this
    const left = chunk.toSpliced(place, 1)
    return this.#replaced(at, left.length === 0 ? [] : [left], -1)
  }

  /** Whether `toArray` costs next to nothing. */
  get isAtHand(): boolean {
    return this.#array !== undefined || this.length <= FEW
  }

  /** Always the same array; put together when it is first asked for. */
  toArray(): readonly T[] {
    return (this.#array ??= this.#chunks.flat())
  }

  /** Where the item is, or where it goes: the last chunk takes what comes after everything. */
  #chunkOf(item: T): number {
    const isBefore = (chunk: readonly T[]) => {
      const last = chunk.at(-1)
      return last !== undefined && this.#compare(last, item) < 0
    }
    return Math.min(firstNot(this.#chunks, isBefore), Math.max(0, this.#chunks.length - 1))
  }

  #replaced(at: number, chunks: Chunks<T>, grownBy: number): OrderedList<T> {
    const next = this.#chunks.toSpliced(at, 1, ...chunks)
    return new OrderedList(this.#compare, next, this.length + grownBy)
  }
}

/** Halves of a chunk that has grown too large, chunks half full of many items: room for the next ones. */
function cut<T>(items: readonly T[]): Chunks<T> {
  if (items.length === 0) return []
  if (items.length <= CHUNK) return [items]
  const chunks: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += CHUNK / 2) chunks.push(items.slice(at, at + CHUNK / 2))
  return chunks
}

function placeIn<T>(sorted: readonly T[], item: T, compare: Compare<T>): number {
  return firstNot(sorted, (candidate) => compare(candidate, item) < 0)
}

/** By halves: the first position of which `isBefore` is false. */
function firstNot<T>(sorted: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = sorted[middle]
    if (candidate !== undefined && isBefore(candidate)) low = middle + 1
    else high = middle
  }
  return low
}
