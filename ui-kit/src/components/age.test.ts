import { expect, test } from 'vitest'
import { ageText } from './age.tsx'

const minute = 60_000

test.each([
  [-500, '0:00'],
  [999, '0:00'],
  [7_000, '0:07'],
  [11 * minute + 5_000, '11:05'],
  [60 * minute, '1:00:00'],
  [62 * minute + 40_000, '1:02:40'],
])('%i ms reads %s', (milliseconds, text) => {
  expect(ageText(milliseconds)).toBe(text)
})

test('coarse leaves the seconds out', () => {
  expect(ageText(67 * minute, true)).toBe('1:07')
})
