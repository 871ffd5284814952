// Money as a bookkeeper would reckon it by hand: whole cents, halves upwards, and parts that sum to the whole.

/** a / b to the nearest whole number, halves away from nothing. */
export function divided(a: number, b: number): number {
  const [numerator, denominator] = [BigInt(Math.abs(a)), BigInt(b)]
  const whole = Number((2n * numerator + denominator) / (2n * denominator))
  return a < 0 && whole !== 0 ? -whole : whole
}

/** So many hundredths of a percent of an amount. */
export const percent = (amount: number, rate: number): number => divided(amount * rate, 10_000)

/** The tax that lies in an amount. */
export const taxWithin = (amount: number, rate: number): number => divided(amount * rate, 10_000 + rate)

/** Largest remainder: everybody gets the whole part of what is due, the cents left go where most was cut off, to the first of equals. */
export function apportion(amount: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0)
    return weights.length === 0
      ? []
      : apportion(
          amount,
          weights.map(() => 1),
        )
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const parts = exact.map((due) => Number(due / BigInt(all)))
  const cutOff = exact.map((due, index) => ({ index, rest: Number(due % BigInt(all)) }))
  const left = amount - parts.reduce((sum, part) => sum + part, 0)
  cutOff.sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of cutOff.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/** In proportion, the rest of the division dropped. */
export const scaledDown = (amount: number, from: number, to: number): number =>
  from <= 0 || to <= 0 ? 0 : Number((BigInt(amount) * BigInt(to)) / BigInt(from))

export const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)

/** The smallest value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], of: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil((sorted.length * of) / 100)) - 1] ?? null
}
