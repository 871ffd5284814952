// Which day the restaurant is in, which one wants its Z next, and when the day rolls.
import type { Millis } from '../ports/time.ts'
import { commitDate, endOfBusinessDay } from './business-day.ts'
import type { State } from './state.ts'

/** The business date of what is committed now. */
export const businessDateAt = (state: State, now: Millis): string => {
  const { zone, cutoffHour } = state.catalog.settings
  return commitDate(now, zone, cutoffHour, state.day.closedDates)
}

/** A day that was forgotten comes before today's. null: today has its Z already, or nothing has begun. */
export function dateToClose(state: State): string | null {
  const { date, unclosed, closedDates } = state.day
  const forgotten = unclosed[0]
  if (forgotten !== undefined) return forgotten
  return date === null || closedDates.includes(date) ? null : date
}

/** When day.roll is due: at once in a new restaurant and after the Z, else at the next cut-off. */
export function dayRollsAt(state: State): Millis {
  const { date, closedDates } = state.day
  const { zone, cutoffHour } = state.catalog.settings
  return date === null || closedDates.includes(date) ? 0 : endOfBusinessDay(date, zone, cutoffHour)
}
