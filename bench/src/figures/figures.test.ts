import { expect, test } from 'vitest'
import { median, medianRatio, percentile, quantiles } from './figures.ts'

test('a percentile is the nearest rank, never a value between two', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile([4, 9], 0.5)).toBe(4)
  expect(percentile([4, 9], 0.99)).toBe(9)
  expect(percentile([7], 0.01)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

test('quantiles sort by value, not by text', () => {
  expect(quantiles([100, 9, 20, 3])).toEqual({ count: 4, p50: 9, p99: 100, max: 100 })
  expect(quantiles([]).max).toBeNaN()
})

test('the median of an even count lies between the two in the middle', () => {
  expect(median([10, 2, 4])).toBe(4)
  expect(median([10, 2, 4, 100])).toBe(7)
  expect(median([Number.NaN, 5])).toBe(5)
  expect(median([])).toBeNaN()
})

test('ratios are taken round by round, so one slow round of the whole machine does not tilt them', () => {
  expect(medianRatio([100, 10, 100], [50, 5, 50])).toBe(2)
  expect(medianRatio([30, 60, 90], [10, 10, 10])).toBe(6)
  expect(medianRatio([30, 60], [10])).toBe(3)
  expect(medianRatio([], [])).toBeNaN()
})
