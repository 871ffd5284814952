import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const draw = (seed: string | number, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.fraction())
}

test('one seed gives one row of numbers, another seed another', () => {
  expect(draw(7, 50)).toEqual(draw('7', 50))
  expect(draw(7, 50)).not.toEqual(draw(8, 50))
})

test('the numbers of a seed never change, or committed regressions would mean something else', () => {
  const random = seededRandom('comanda')
  expect(Array.from({ length: 4 }, () => random.integer(0, 999_999))).toEqual([697_460, 821_226, 941_283, 378_408])
})

test('whole numbers reach both ends and stay spread evenly', () => {
  const random = seededRandom('spread')
  const seen = new Array<number>(6).fill(0)
  for (let roll = 0; roll < 6_000; roll++) {
    const face = random.integer(1, 6)
    seen[face - 1] = (seen[face - 1] ?? 0) + 1
  }
  for (const count of seen) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  expect(() => random.integer(2, 1)).toThrow(RangeError)
})

test('shuffling keeps every item once', () => {
  const items = Array.from({ length: 40 }, (_, index) => index)
  const shuffled = seededRandom(3).shuffled(items)
  expect(shuffled).not.toEqual(items)
  expect([...shuffled].sort((left, right) => left - right)).toEqual(items)
})

test('a branch gives the same numbers however much its parent drew before', () => {
  const early = seededRandom(1).branch('network')
  const parent = seededRandom(1)
  parent.bytes(100)
  const late = parent.branch('network')
  expect(late.bytes(32)).toEqual(early.bytes(32))
})

test('picking from nothing is a bug of the caller', () => {
  expect(() => seededRandom(1).pick([])).toThrow('nothing to pick from')
})
