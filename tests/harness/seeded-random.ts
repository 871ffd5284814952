// The same seed gives the same numbers on every machine, so a failing run can be played again.

export type SeededRandom = {
  readonly seed: string
  /** A fraction in [0, 1). */
  fraction(): number
  /** A whole number from min to max, both included. */
  integer(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
  bytes(length: number): Uint8Array
  /** A generator of its own for one part of a run, so that parts do not disturb each other's numbers. */
  branch(name: string): SeededRandom
}

const WHOLE_RANGE = 2 ** 32

/** FNV-1a: spreads the seed's text over 32 bits. */
function hashText(text: string, start: number): number {
  let hash = start
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

/** sfc32: small, fast and passes the usual statistical batteries. */
function smallFastCounter(seed: string): () => number {
  let a = hashText(seed, 0x811c9dc5)
  let b = hashText(seed, 0x9e3779b9)
  let c = hashText(seed, 0x85ebca6b)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let round = 0; round < 16; round++) next()
  return next
}

export function seededRandom(seed: string | number): SeededRandom {
  const text = String(seed)
  const next = smallFastCounter(text)
  const fraction = () => next() / WHOLE_RANGE
  const integer = (min: number, max: number) => {
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || max < min) {
      throw new RangeError(`no whole number from ${min} to ${max}`)
    }
    return min + Math.floor(fraction() * (max - min + 1))
  }
  return {
    seed: text,
    fraction,
    integer,
    chance: (probability) => fraction() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      // The index lies inside, but the type of an element may itself allow undefined.
      return items[integer(0, items.length - 1)] as T
    },
    shuffled: <T>(items: readonly T[]): T[] => {
      const order = items.map((item) => ({ item, weight: next() }))
      return order.sort((left, right) => left.weight - right.weight).map((entry) => entry.item)
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    branch: (name) => seededRandom(`${text}/${name}`),
  }
}
