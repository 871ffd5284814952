import { expect, test } from 'vitest'
import {
  addDays,
  businessDateOf,
  commitDate,
  endOfBusinessDay,
  instantOf,
  localHour,
  startOfBusinessDay,
} from './business-day.ts'

const hour = 3_600_000
const at = (text: string) => Date.parse(text)

test('[REP-1] the business day runs from the cut-off hour of the restaurant’s own zone', () => {
  expect(businessDateOf(at('2026-03-10T03:59:59.999+01:00'), 'Europe/Berlin', 4)).toBe('2026-03-09')
  expect(businessDateOf(at('2026-03-10T04:00:00+01:00'), 'Europe/Berlin', 4)).toBe('2026-03-10')
  expect(businessDateOf(at('2026-03-11T00:30:00+01:00'), 'Europe/Berlin', 4)).toBe('2026-03-10')
  expect(businessDateOf(at('2026-03-10T00:00:00+01:00'), 'Europe/Berlin', 0)).toBe('2026-03-10')
  expect(businessDateOf(at('2026-03-09T23:30:00+01:00'), 'Europe/Berlin', 23)).toBe('2026-03-09')
})

test('[REP-1] what is committed on a date that has its Z belongs to the next', () => {
  const now = at('2026-03-10T22:00:00+01:00')
  expect(commitDate(now, 'Europe/Berlin', 4, [])).toBe('2026-03-10')
  expect(commitDate(now, 'Europe/Berlin', 4, ['2026-03-10'])).toBe('2026-03-11')
  expect(commitDate(now, 'Europe/Berlin', 4, ['2026-03-10', '2026-03-11'])).toBe('2026-03-12')
})

test('[P-10] both nights of summer time: a day of 23 hours and one of 25, without gap or overlap', () => {
  const length = (date: string) =>
    endOfBusinessDay(date, 'Europe/Berlin', 4) - startOfBusinessDay(date, 'Europe/Berlin', 4)
  expect(length('2026-03-28')).toBe(23 * hour)
  expect(length('2026-03-29')).toBe(24 * hour)
  expect(length('2026-10-24')).toBe(25 * hour)
  expect(length('2026-10-25')).toBe(24 * hour)
  // the hour that the autumn night shows twice: both belong to the evening before
  expect(businessDateOf(at('2026-10-25T02:30:00+02:00'), 'Europe/Berlin', 4)).toBe('2026-10-24')
  expect(businessDateOf(at('2026-10-25T02:30:00+01:00'), 'Europe/Berlin', 4)).toBe('2026-10-24')
})

test('[P-10] a cut-off hour that the spring night skips is reached when the clock jumps over it', () => {
  // Berlin goes from 02:00 to 03:00 on 29 March 2026: 02:00 never shows
  const jump = at('2026-03-29T01:00:00Z')
  expect(instantOf('2026-03-29', 2, 'Europe/Berlin')).toBe(jump)
  expect(businessDateOf(jump - 1, 'Europe/Berlin', 2)).toBe('2026-03-28')
  expect(businessDateOf(jump, 'Europe/Berlin', 2)).toBe('2026-03-29')
})

test('[P-10] a cut-off hour that the autumn night shows twice is reached the first time, and never again', () => {
  const first = at('2026-10-25T02:00:00+02:00')
  expect(instantOf('2026-10-25', 2, 'Europe/Berlin')).toBe(first)
  expect(businessDateOf(first - 1, 'Europe/Berlin', 2)).toBe('2026-10-24')
  for (const minutes of [0, 30, 59, 60, 90, 119]) {
    expect(businessDateOf(first + minutes * 60_000, 'Europe/Berlin', 2)).toBe('2026-10-25')
  }
})

test('[P-10] zones with 45-minute offsets, and one whose summer time is half an hour', () => {
  expect(businessDateOf(at('2026-06-01T04:00:00+05:45'), 'Asia/Kathmandu', 4)).toBe('2026-06-01')
  expect(businessDateOf(at('2026-06-01T03:59:00+05:45'), 'Asia/Kathmandu', 4)).toBe('2026-05-31')
  expect(localHour(at('2026-06-01T04:10:00+05:45'), 'Asia/Kathmandu')).toBe(4)
  // Chatham: +12:45, +13:45 in summer
  expect(businessDateOf(at('2026-06-01T04:00:00+12:45'), 'Pacific/Chatham', 4)).toBe('2026-06-01')
  const chatham = (date: string) =>
    endOfBusinessDay(date, 'Pacific/Chatham', 4) - startOfBusinessDay(date, 'Pacific/Chatham', 4)
  expect(chatham('2026-04-04')).toBe(25 * hour)
  expect(chatham('2026-09-26')).toBe(23 * hour)
  const lordHowe = (date: string) =>
    endOfBusinessDay(date, 'Australia/Lord_Howe', 4) - startOfBusinessDay(date, 'Australia/Lord_Howe', 4)
  expect(lordHowe('2026-04-04')).toBe(24.5 * hour)
})

test.each(['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC'])(
  '[P-10] in %s every day of the year begins where the one before ended, at every cut-off hour',
  (zone) => {
    for (const cutoff of [0, 2, 4]) {
      for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
        const from = startOfBusinessDay(date, zone, cutoff)
        expect(businessDateOf(from, zone, cutoff)).toBe(date)
        expect(businessDateOf(from - 1, zone, cutoff)).toBe(addDays(date, -1))
      }
    }
  },
)
