// Moments and days. A moment is milliseconds since the epoch; a business date is the day an evening belongs to.
import { z } from 'zod'

export const Instant = z.int().min(0).max(8_640_000_000_000_000)
export type Instant = z.infer<typeof Instant>

export const BusinessDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
export type BusinessDate = z.infer<typeof BusinessDate>

/** Minutes after midnight, local time. */
export const MinuteOfDay = z.int().min(0).max(1439)
export type MinuteOfDay = z.infer<typeof MinuteOfDay>

/** 1 is Monday, 7 is Sunday. */
export const Weekday = z.int().min(1).max(7)
export type Weekday = z.infer<typeof Weekday>
