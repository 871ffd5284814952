import { expect, test } from 'vitest'
import { walked } from './roving.ts'

test.each([
  ['ArrowRight', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowLeft', 0, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Enter', 0, 3, undefined],
  ['ArrowRight', 0, 0, undefined],
])('%s from %i of %i leads to %s', (key, at, count, next) => {
  expect(walked(key, at, count)).toBe(next)
})
