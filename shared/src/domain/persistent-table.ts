// A keyed collection that never changes: set() and remove() give a new one that shares all but one small bucket.
// The cost of a change does not grow with the number of entries a restaurant can have.

const fanout = 64

type Bucket<Value> = ReadonlyMap<string, Value>
type Branch<Value> = readonly (Bucket<Value> | undefined)[]

function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const noBranches: readonly undefined[] = Object.freeze(new Array(fanout).fill(undefined))

export class PersistentTable<Key extends string, Value> {
  readonly size: number
  readonly #branches: readonly (Branch<Value> | undefined)[]

  private constructor(branches: readonly (Branch<Value> | undefined)[], size: number) {
    this.#branches = branches
    this.size = size
  }

  static empty<Key extends string, Value>(): PersistentTable<Key, Value> {
    return new PersistentTable<Key, Value>(noBranches, 0)
  }

  static from<Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): PersistentTable<Key, Value> {
    let table = PersistentTable.empty<Key, Value>()
    for (const [key, value] of entries) table = table.set(key, value)
    return table
  }

  get(key: Key): Value | undefined {
    const hash = hashOf(key)
    return this.#branches[hash % fanout]?.[(hash >>> 6) % fanout]?.get(key)
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined
  }

  set(key: Key, value: Value): PersistentTable<Key, Value> {
    const hash = hashOf(key)
    const bucket = new Map(this.#branches[hash % fanout]?.[(hash >>> 6) % fanout])
    const grows = bucket.has(key) ? 0 : 1
    bucket.set(key, value)
    return this.#withBucket(hash, bucket, this.size + grows)
  }

  remove(key: Key): PersistentTable<Key, Value> {
    const hash = hashOf(key)
    const old = this.#branches[hash % fanout]?.[(hash >>> 6) % fanout]
    if (old === undefined || !old.has(key)) return this
    const bucket = new Map(old)
    bucket.delete(key)
    return this.#withBucket(hash, bucket, this.size - 1)
  }

  *entries(): IterableIterator<[Key, Value]> {
    for (const branch of this.#branches) {
      if (branch === undefined) continue
      for (const bucket of branch) if (bucket !== undefined) yield* bucket as ReadonlyMap<Key, Value>
    }
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  /** Entries in the order of their keys: the same for equal contents, however they came about. */
  sorted(): [Key, Value][] {
    return [...this.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  #withBucket(hash: number, bucket: Bucket<Value>, size: number): PersistentTable<Key, Value> {
    const branches = this.#branches.slice()
    const branch = branches[hash % fanout]?.slice() ?? new Array<Bucket<Value> | undefined>(fanout).fill(undefined)
    branch[(hash >>> 6) % fanout] = bucket
    branches[hash % fanout] = branch
    return new PersistentTable<Key, Value>(branches, size)
  }
}
