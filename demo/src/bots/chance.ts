// Chance that can be played again: the same seed gives the same evening on every machine.

export type Chance = {
  /** A fraction in [0, 1). */
  fraction(): number
  /** A whole number from min to max, both included. */
  integer(min: number, max: number): number
  happens(probability: number): boolean
  /** undefined: there was nothing to pick from. */
  pick<Value>(values: readonly Value[]): Value | undefined
  shuffled<Value>(values: readonly Value[]): Value[]
}

const wholeRange = 2 ** 32

/** FNV-1a, stirred once more so that names which differ in one letter have nothing in common. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** What somebody or something is like, for ever: in [0, 1), from its names alone. */
export const trait = (...names: readonly (string | number)[]): number => numberOf(names.join(' ')) / wholeRange

/** The one of these that it is, for ever. undefined: there are none. */
export const traitOf = <Value>(values: readonly Value[], ...names: readonly (string | number)[]): Value | undefined =>
  values[Math.floor(trait(...names) * values.length)]

export function chanceFrom(seed: string): Chance {
  let state = numberOf(seed)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let stirred = Math.imul(state ^ (state >>> 15), state | 1)
    stirred ^= stirred + Math.imul(stirred ^ (stirred >>> 7), stirred | 61)
    return ((stirred ^ (stirred >>> 14)) >>> 0) / wholeRange
  }
  const integer = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1))
  return {
    fraction,
    integer,
    happens: (probability) => fraction() < probability,
    pick: (values) => values[integer(0, values.length - 1)],
    shuffled: (values) => {
      const mixed = [...values]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = integer(0, last)
        const [a, b] = [mixed[last], mixed[other]]
        if (a === undefined || b === undefined) continue
        mixed[last] = b
        mixed[other] = a
      }
      return mixed
    },
  }
}
