// a copied branch is half as large as with 5, and the way to a document one step longer
const BITS = 4
const WIDTH = 1 << BITS
const MASK = WIDTH - 1
const DEPTH_LIMIT = 32

/**
 * A class, not a literal: V8 moves literals of which most survived the first load to its old space for good, and there
 * each dead leaf keeps its document alive until the next full collection (collections took four times as long).
 */
class Leaf<V> {
  readonly key: string
  readonly hash: number
  readonly value: V
  /** Another key with the very same hash. */
  readonly next: Leaf<V> | undefined

  constructor(key: string, hash: number, value: V, next: Leaf<V> | undefined) {
    this.key = key
    this.hash = hash
    this.value = value
    this.next = next
  }

  followedBy(next: Leaf<V> | undefined): Leaf<V> {
    return new Leaf(this.key, this.hash, this.value, next)
  }
}

type Branch<V> = (Node<V> | undefined)[]
type Node<V> = Leaf<V> | Branch<V>

/**
 * An immutable map by text: `set` and `delete` return a new map that shares all but the path to the key (about a
 * microsecond at any size), a no-op returns the same map. Order of iteration is not the order of insertion.
 */
export class PersistentMap<V> implements ReadonlyMap<string, V> {
  readonly size: number
  readonly #root: Branch<V>

  private constructor(root: Branch<V>, size: number) {
    this.#root = root
    this.size = size
  }

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>([], 0)
  }

  get(key: string): V | undefined {
    return find(this.#root, key, hashOf(key))?.value
  }

  has(key: string): boolean {
    return find(this.#root, key, hashOf(key)) !== undefined
  }

  set(key: string, value: V): PersistentMap<V> {
    const hash = hashOf(key)
    const known = find(this.#root, key, hash)
    if (known !== undefined && known.value === value) return this
    const leaf = new Leaf(key, hash, value, undefined)
    return new PersistentMap(insert(this.#root, leaf, 0), this.size + (known === undefined ? 1 : 0))
  }

  delete(key: string): PersistentMap<V> {
    const hash = hashOf(key)
    if (find(this.#root, key, hash) === undefined) return this
    return new PersistentMap(remove(this.#root, key, hash, 0), this.size - 1)
  }

  /** Keys whose values differ between the two, in time of the difference: what both share is skipped. */
  differences(other: PersistentMap<V>): ReadonlySet<string> {
    const keys = new Set<string>()
    collectDifferences(this.#root, other.#root, keys)
    return keys
  }

  *entries(): MapIterator<[string, V]> {
    for (const leaf of leaves(this.#root)) yield [leaf.key, leaf.value]
  }

  *keys(): MapIterator<string> {
    for (const leaf of leaves(this.#root)) yield leaf.key
  }

  *values(): MapIterator<V> {
    for (const leaf of leaves(this.#root)) yield leaf.value
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const leaf of leaves(this.#root)) visit(leaf.value, leaf.key, this)
  }
}

/**
 * Keys whose values differ between two states of a collection. Of the store's own the difference alone is walked; any
 * other map is compared as a whole.
 */
export function differingKeys<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
): ReadonlySet<string> {
  if (before instanceof PersistentMap && after instanceof PersistentMap) {
    return before.differences(after)
  }
  const keys = new Set([...before.keys(), ...after.keys()])
  return new Set([...keys].filter((key) => before.get(key) !== after.get(key)))
}

// one change asks several maps for the same key, or one map several times
let lastKey = ''
let lastHash = hashText('')

function hashOf(key: string): number {
  if (key === lastKey) return lastHash
  lastKey = key
  lastHash = hashText(key)
  return lastHash
}

function hashText(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  // FNV's low bits are weak, and the trie reads them first
  return (hash ^ (hash >>> 15)) >>> 0
}

function isBranch<V>(node: Node<V>): node is Branch<V> {
  return Array.isArray(node)
}

function find<V>(root: Branch<V>, key: string, hash: number): Leaf<V> | undefined {
  let node: Node<V> | undefined = root
  for (let shift = 0; node !== undefined && isBranch(node); shift += BITS) {
    node = node[(hash >>> shift) & MASK]
  }
  let leaf = node
  while (leaf !== undefined && leaf.key !== key) leaf = leaf.next
  return leaf
}

function insert<V>(branch: Branch<V>, leaf: Leaf<V>, shift: number): Branch<V> {
  const slot = (leaf.hash >>> shift) & MASK
  const node = branch[slot]
  const copy = branch.slice()
  if (node === undefined) copy[slot] = leaf
  else if (isBranch(node)) copy[slot] = insert(node, leaf, shift + BITS)
  else copy[slot] = join(node, leaf, shift + BITS)
  return copy
}

function join<V>(old: Leaf<V>, leaf: Leaf<V>, shift: number): Node<V> {
  if (old.hash === leaf.hash || shift >= DEPTH_LIMIT) {
    return leaf.followedBy(without(old, leaf.key))
  }
  return insert(insert([], old, shift), leaf, shift)
}

function without<V>(leaf: Leaf<V> | undefined, key: string): Leaf<V> | undefined {
  if (leaf === undefined) return undefined
  return leaf.key === key ? leaf.next : leaf.followedBy(without(leaf.next, key))
}

function remove<V>(branch: Branch<V>, key: string, hash: number, shift: number): Branch<V> {
  const slot = (hash >>> shift) & MASK
  const node = branch[slot]
  if (node === undefined) return branch
  const copy = branch.slice()
  copy[slot] = isBranch(node) ? remove(node, key, hash, shift + BITS) : without(node, key)
  return copy
}

function collectDifferences<V>(a: Branch<V>, b: Branch<V>, keys: Set<string>): void {
  for (let slot = 0; slot < WIDTH; slot++) {
    const [one, other] = [a[slot], b[slot]]
    if (one === other) continue
    if (one !== undefined && other !== undefined && isBranch(one) && isBranch(other)) {
      collectDifferences(one, other, keys)
    } else compareLeaves(leavesOf(one), leavesOf(other), keys)
  }
}

const leavesOf = <V>(node: Node<V> | undefined): ReadonlyMap<string, V> =>
  new Map(leaves([node]).map(({key, value}) => [key, value]))

function compareLeaves<V>(
  a: ReadonlyMap<string, V>,
  b: ReadonlyMap<string, V>,
  keys: Set<string>,
): void {
  for (const key of [...a.keys(), ...b.keys()]) if (a.get(key) !== b.get(key)) keys.add(key)
}

/** All at once: generators within generators take ten times as long. */
function leaves<V>(branch: Branch<V>, found: Leaf<V>[] = []): Leaf<V>[] {
  for (const node of branch) {
    if (node === undefined) continue
    if (isBranch(node)) leaves(node, found)
    else
      for (let leaf: Leaf<V> | undefined = node; leaf !== undefined; leaf = leaf.next)
        found.push(leaf)
  }
  return found
}
