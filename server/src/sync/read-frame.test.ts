import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAny, readFrame } from './read-frame.ts'

const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.nat(),
  fc.constantFrom(0, -0, 1e15, 1e16, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 1, 1e21),
)
const frame = fc.record({
  t: fc.constantFrom('painted', 'seen', 'hello', 'paint'),
  seq: fc.oneof(number, fc.string(), fc.constant(undefined)),
  cursor: fc.oneof(number, fc.constant(undefined)),
})

const texts = fc.oneof(
  frame.map((value) => JSON.stringify(value)),
  fc
    .tuple(fc.constantFrom('painted","seq', 'seen","cursor'), fc.nat({ max: 2 ** 31 }).map(String))
    .map(([name, digits]) => `{"t":"${name}":${digits}}`),
  fc
    .tuple(fc.constantFrom('painted","seq', 'seen","cursor'), fc.stringMatching(/^[0-9.eE+-]{0,18}$/))
    .map(([name, digits]) => `{"t":"${name}":${digits}}`),
)

test('the short way reads what the schemas read, to the last refusal', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readFrame(text)).toEqual(readAny(text))
    }),
    { numRuns: 3_000 },
  )
})

test('the short way is taken for what clients send', () => {
  expect(readFrame('{"t":"painted","seq":12}')).toEqual({ ok: true, value: { t: 'painted', seq: 12 } })
  expect(readFrame('{"t":"seen","cursor":0}')).toEqual({ ok: true, value: { t: 'seen', cursor: 0 } })
})
