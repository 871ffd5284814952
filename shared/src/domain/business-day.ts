// Which day an evening belongs to (REP-1): the business day runs from the cut-off hour in the restaurant's own zone.
// Zones have any offset and change it twice a year; only Intl knows when, and it is asked once per zone and then once
// per business day.
import type { Millis } from '../ports/time.ts'

type Clock = { year: number; month: number; day: number; hour: number; minute: number; second: number }

/** 1 is Monday, 7 is Sunday. */
export type LocalTime = Clock & { weekday: number }

const dayMillis = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}

/** What the clock on the wall of a place in `zone` shows at an instant. */
export function localTime(at: Millis, zone: string): LocalTime {
  const local: Clock = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatterOf(zone).formatToParts(at)) {
    if (type in local) local[type as keyof Clock] = Number(value)
  }
  const sundayFirst = new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay()
  return { ...local, weekday: sundayFirst === 0 ? 7 : sundayFirst }
}

const asUtc = (local: Clock): Millis =>
  Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second)

/** How far the wall clock is ahead of UTC at an instant. */
export function offsetAt(at: Millis, zone: string): Millis {
  const whole = at - (((at % 1000) + 1000) % 1000)
  return asUtc(localTime(whole, zone)) - whole
}

/**
 * The first instant at which the wall clock reaches a local time of a date. A time that the spring night skips is
 * reached when the clock jumps over it; one that the autumn night shows twice is reached the first time.
 */
export function instantOf(date: string, hour: number, zone: string): Millis {
  const wanted = Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000
  const offsets = [offsetAt(wanted - dayMillis, zone), offsetAt(wanted + dayMillis, zone)]
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b)
  for (const at of candidates) if (at + offsetAt(at, zone) === wanted) return at
  return firstAtOrAfter(wanted, zone)
}

/** For a time that no clock shows: the second at which the wall clock is first past it. */
function firstAtOrAfter(wanted: Millis, zone: string): Millis {
  let before = wanted - dayMillis * 2
  let reached = wanted + dayMillis * 2
  while (reached - before > 1000) {
    const middle = Math.floor((before + reached) / 2000) * 1000
    if (middle + offsetAt(middle, zone) >= wanted) reached = middle
    else before = middle
  }
  return reached
}

/** The date so many days later, in the calendar. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMillis).toISOString().slice(0, 10)

export const startOfBusinessDay = (date: string, zone: string, cutoffHour: number): Millis =>
  instantOf(date, cutoffHour, zone)

/** The instant at which the next business day begins. */
export const endOfBusinessDay = (date: string, zone: string, cutoffHour: number): Millis =>
  instantOf(addDays(date, 1), cutoffHour, zone)

type Span = { date: string; zone: string; cutoffHour: number; from: Millis; until: Millis }
let lastSpan: Span | undefined

function spanAt(at: Millis, zone: string, cutoffHour: number): Span {
  const local = localTime(at, zone)
  const calendar = new Date(Date.UTC(local.year, local.month - 1, local.day)).toISOString().slice(0, 10)
  for (const date of [addDays(calendar, 1), calendar, addDays(calendar, -1)]) {
    const from = startOfBusinessDay(date, zone, cutoffHour)
    if (at >= from) return { date, zone, cutoffHour, from, until: endOfBusinessDay(date, zone, cutoffHour) }
  }
  throw new Error(`no business day holds ${at} in ${zone}`)
}

/** The business date of an instant. */
export function businessDateOf(at: Millis, zone: string, cutoffHour: number): string {
  const kept = lastSpan
  if (kept !== undefined && at >= kept.from && at < kept.until && kept.zone === zone && kept.cutoffHour === cutoffHour)
    return kept.date
  const span = spanAt(at, zone, cutoffHour)
  lastSpan = span
  return span.date
}

/** The date that a commit at this instant belongs to: if that day has its Z already, the next one without. */
export function commitDate(at: Millis, zone: string, cutoffHour: number, closedDates: readonly string[]): string {
  let date = businessDateOf(at, zone, cutoffHour)
  while (closedDates.includes(date)) date = addDays(date, 1)
  return date
}

/** The hour on the wall, for reports. */
export const localHour = (at: Millis, zone: string): number => localTime(at, zone).hour
