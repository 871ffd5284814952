import { expect, test } from 'vitest'
import { isDouble } from './contact-guard.ts'

test('[KDS-4] a second contact at the same spot within 250 ms is the first one; elsewhere or later it is another', () => {
  const first = { at: 1000, x: 100, y: 100 }
  expect(isDouble(undefined, first)).toBe(false)
  expect(isDouble(first, { at: 1249, x: 105, y: 96 })).toBe(true)
  expect(isDouble(first, { at: 1250, x: 100, y: 100 })).toBe(false)
  expect(isDouble(first, { at: 1100, x: 100, y: 148 })).toBe(false)
})
