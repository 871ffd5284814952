import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { pathOf } from './qr-code.tsx'

it('draws neighbours in a row as one', () => {
  expect(
    pathOf([
      [true, true, false],
      [false, false, true],
    ]),
  ).toBe('M0 0h2v1h-2zM2 1h1v1h-1z')
})

it('draws every dark square of a code and no other', () => {
  const { data, size } = encode('http://127.0.0.1:8080/waiter/?pair=K7QM-2RTV&kind=tablet', { border: 3, ecc: 'M' })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, wide] of pathOf(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = Number(x); at < Number(x) + Number(wide); at += 1) drawn[Number(y)]?.splice(at, 1, true)
  }
  expect(drawn).toEqual(data)
})
