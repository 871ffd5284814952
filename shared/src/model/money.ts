// Money is an integer of minor units (cents). No float ever holds an amount.
import { z } from 'zod'

/** Large enough for any evening, small enough that sums of a year stay exact. */
const largestAmount = 100_000_000_00

export const Money = z.int().min(-largestAmount).max(largestAmount)
export type Money = z.infer<typeof Money>

/** An amount that a person enters: never negative. */
export const Amount = z.int().min(0).max(largestAmount)
export type Amount = z.infer<typeof Amount>

/** Hundredths of a percent: 2000 is 20 %. */
export const BasisPoints = z.int().min(0).max(10_000)
export type BasisPoints = z.infer<typeof BasisPoints>
