// The arithmetic of the report. Percentiles are nearest-rank: a figure that really occurred.
export interface Quantiles {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export function percentile(ascending: readonly number[] | Float64Array, share: number): number {
  const rank = Math.max(1, Math.ceil(share * ascending.length))
  return ascending[rank - 1] ?? Number.NaN
}

export function quantiles(samples: readonly number[]): Quantiles {
  const ascending = Float64Array.from(samples).sort()
  return {
    count: ascending.length,
    p50: percentile(ascending, 0.5),
    p99: percentile(ascending, 0.99),
    max: ascending.at(-1) ?? Number.NaN,
  }
}

/** The middle value; of an even count, halfway between the two in the middle. Nothing that is not a number counts. */
export function median(values: readonly number[]): number {
  const ascending = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b)
  const half = ascending.length / 2
  const upper = ascending[Math.floor(half)] ?? Number.NaN
  if (!Number.isInteger(half)) return upper
  return (upper + (ascending[half - 1] ?? Number.NaN)) / 2
}

/**
 * How many times the reference, round against the same round, then the median: what slows the whole machine for a while
 * slows both. Rounds that either side lacks do not count.
 */
export function medianRatio(own: readonly number[], reference: readonly number[]): number {
  const rounds = Math.min(own.length, reference.length)
  return median(
    Array.from({ length: rounds }, (_, round) => (own[round] ?? Number.NaN) / (reference[round] ?? Number.NaN)),
  )
}
