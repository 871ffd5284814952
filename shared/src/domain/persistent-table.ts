// A keyed collection that never changes: set() and remove() give a new one that shares all but one small bucket.
// The cost of a change does not grow with the number of entries a restaurant can have.

const fanout = 16
const levelBits = 4

/** Keys and values in turn. A bucket holds few, so that looking through them is shorter than hashing again. */
type Bucket<Value> = readonly (string | Value)[]
type Twig<Value> = readonly (Bucket<Value> | undefined)[]
type Branch<Value> = readonly (Twig<Value> | undefined)[]

/** A place among 4,096: three levels of sixteen. */
function placeOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  hash = (hash ^ (hash >>> 15)) >>> 0
  return ((hash & 63) << 6) | ((hash >>> 6) & 63)
}

const top = (place: number): number => place >>> (2 * levelBits)
const middle = (place: number): number => (place >>> levelBits) & (fanout - 1)
const bottom = (place: number): number => place & (fanout - 1)

const nothing: readonly undefined[] = Object.freeze(new Array(fanout).fill(undefined))

const indexIn = <Value>(bucket: Bucket<Value>, key: string): number => {
  for (let at = 0; at < bucket.length; at += 2) if (bucket[at] === key) return at
  return -1
}

/** The same list with another element in one place. */
const replaced = <Element>(list: readonly Element[], at: number, element: Element): Element[] => {
  const copy = list.slice()
  copy[at] = element
  return copy
}

/** The list at this place, to be written in: a copy of the one that older tables share, unless it was copied for this one. */
const ownAt = <Element>(
  lists: (readonly Element[] | undefined)[],
  shared: readonly (readonly Element[] | undefined)[] | undefined,
  at: number,
): Element[] => {
  const known = lists[at]
  if (known !== undefined && known !== shared?.[at]) return known as Element[]
  const copy = (known ?? (nothing as unknown as readonly Element[])).slice()
  lists[at] = copy
  return copy
}

export class PersistentTable<Key extends string, Value> {
  readonly size: number
  readonly #branches: readonly (Branch<Value> | undefined)[]

  private constructor(branches: readonly (Branch<Value> | undefined)[], size: number) {
    this.#branches = branches
    this.size = size
  }

  static empty<Key extends string, Value>(): PersistentTable<Key, Value> {
    return new PersistentTable<Key, Value>(nothing, 0)
  }

  static from<Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): PersistentTable<Key, Value> {
    return PersistentTable.empty<Key, Value>().setAll([...entries])
  }

  get(key: Key): Value | undefined {
    const bucket = this.#bucketAt(placeOf(key))
    if (bucket === undefined) return undefined
    const at = indexIn(bucket, key)
    return at === -1 ? undefined : (bucket[at + 1] as Value)
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined
  }

  set(key: Key, value: Value): PersistentTable<Key, Value> {
    const place = placeOf(key)
    const bucket = this.#bucketAt(place)
    if (bucket === undefined) return this.#withBucket(place, [key, value], this.size + 1)
    const at = indexIn(bucket, key)
    if (at === -1) return this.#withBucket(place, [...bucket, key, value], this.size + 1)
    return this.#withBucket(place, replaced(bucket, at + 1, value), this.size)
  }

  /** What set() would make of them one after the other, with what it copies copied once. */
  setAll(entries: readonly (readonly [Key, Value])[]): PersistentTable<Key, Value> {
    if (entries.length === 0) return this
    const branches = this.#branches.slice()
    let { size } = this
    for (const [key, value] of entries) {
      const place = placeOf(key)
      const shared = this.#branches[top(place)]
      const branch = ownAt<Twig<Value> | undefined>(branches, this.#branches, top(place))
      const twig = ownAt<Bucket<Value> | undefined>(branch, shared, middle(place))
      const bucket = twig[bottom(place)] ?? []
      const at = indexIn(bucket, key)
      if (at === -1) size += 1
      twig[bottom(place)] = at === -1 ? [...bucket, key, value] : replaced(bucket, at + 1, value)
    }
    return new PersistentTable<Key, Value>(branches, size)
  }

  remove(key: Key): PersistentTable<Key, Value> {
    const place = placeOf(key)
    const bucket = this.#bucketAt(place)
    const at = bucket === undefined ? -1 : indexIn(bucket, key)
    if (bucket === undefined || at === -1) return this
    const left = bucket.toSpliced(at, 2)
    return this.#withBucket(place, left.length === 0 ? undefined : left, this.size - 1)
  }

  *entries(): IterableIterator<[Key, Value]> {
    for (const branch of this.#branches) {
      if (branch === undefined) continue
      for (const twig of branch) {
        if (twig === undefined) continue
        for (const bucket of twig) {
          if (bucket === undefined) continue
          for (let at = 0; at < bucket.length; at += 2) yield [bucket[at] as Key, bucket[at + 1] as Value]
        }
      }
    }
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  /** Entries in the order of their keys: the same for equal contents, however they came about. */
  sorted(): [Key, Value][] {
    return [...this.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  #bucketAt(place: number): Bucket<Value> | undefined {
    return this.#branches[top(place)]?.[middle(place)]?.[bottom(place)]
  }

  #withBucket(place: number, bucket: Bucket<Value> | undefined, size: number): PersistentTable<Key, Value> {
    const branch: Branch<Value> = this.#branches[top(place)] ?? nothing
    const twig: Twig<Value> = branch[middle(place)] ?? nothing
    const grown = replaced(branch, middle(place), replaced(twig, bottom(place), bucket))
    return new PersistentTable<Key, Value>(replaced(this.#branches, top(place), grown), size)
  }
}
