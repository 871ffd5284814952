import fc from 'fast-check'
import { expect, test } from 'vitest'
import { called, pageOf, readView, readyNow } from './numbers.ts'

const ready = (...pairs: [number, number][]) => ({
  preparing: [],
  ready: pairs.map(([number, since]) => ({ number, since })),
})

test('[FRT-4] a number stays ready for ten minutes, the newest call first', () => {
  const view = ready([3, 1_000], [4, 5_000], [5, 2_000])
  expect(readyNow(view, 6_000).map(({ number }) => number)).toEqual([4, 5, 3])
  expect(readyNow(view, 600_999).map(({ number }) => number)).toEqual([4, 5, 3])
  expect(readyNow(view, 601_000).map(({ number }) => number)).toEqual([4, 5])
})

test('[FRT-4] only what became ready before our eyes is called out', () => {
  const before = ready([3, 1_000])
  const after = ready([3, 1_000], [4, 5_000])
  expect(called(undefined, after)).toEqual([])
  expect(called(before, after)).toEqual([4])
  expect(called(after, before)).toEqual([])
})

test('[FRT-4] every number is on a page, and each page has its turn', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(999), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (numbers, size) => {
      const { of } = pageOf(numbers, size, 0)
      const seen = Array.from({ length: of }, (_, turn) => pageOf(numbers, size, turn)).flatMap(({ shown }) => shown)
      expect(seen).toEqual(numbers)
      expect(pageOf(numbers, size, of)).toEqual(pageOf(numbers, size, 0))
    }),
  )
})

test('what is no view is an empty board', () => {
  for (const odd of [undefined, null, 'x', 3, [], { preparing: 'no', ready: [{ number: '1', since: 2 }, null] }])
    expect(readView(odd)).toEqual({ preparing: [], ready: [] })
  expect(readView({ preparing: [{ number: 1, since: 2 }], ready: [] }).preparing).toHaveLength(1)
})
