import { expect, test } from 'vitest'
import { type Press, slidUnder } from './steady-finger.ts'

const takeBack = { name: 'take back the first' }
const next = { name: 'take back the second' }
const first: Press = { at: 1_000, x: 100, y: 200, control: takeBack }

test('a second contact on what has just come there does not count', () => {
  expect(slidUnder(first, { at: 1_220, x: 104, y: 197, control: next })).toBe(true)
  expect(slidUnder(first, { at: 1_220, x: 104, y: 197, control: null })).toBe(true)
})

test('the same thing pressed again counts, as does another place, and what was long enough to be seen', () => {
  expect(slidUnder(first, { at: 1_090, x: 100, y: 200, control: takeBack })).toBe(false)
  expect(slidUnder(first, { at: 1_090, x: 180, y: 200, control: next })).toBe(false)
  expect(slidUnder(first, { at: 1_400, x: 100, y: 200, control: next })).toBe(false)
  expect(slidUnder(undefined, first)).toBe(false)
  expect(slidUnder({ ...first, control: null }, { ...first, at: 1_100, control: next })).toBe(false)
})
