import { expect, it } from 'vitest'
import { minutesLeft } from './minutes-left.ts'

it('says what is left as a clock does', () => {
  expect(minutesLeft(120_000)).toBe('2:00')
  expect(minutesLeft(64_001)).toBe('1:05')
  expect(minutesLeft(-3)).toBe('0:00')
})
