import { expect, test } from 'vitest'
import { typed } from './typed-number.ts'

const typedAll = (keys: string, decimals?: number) =>
  [...keys].reduce((value, key) => typed(value, key === '<' ? 'Backspace' : key, decimals), '')

test.each([
  ['1250', 0, '1250'],
  ['007', 0, '7'],
  ['12.5', 0, '125'],
  ['12.50', 2, '12.50'],
  ['12,507', 2, '12.50'],
  ['.5', 2, '0.5'],
  ['1.2.3', 2, '1.23'],
  ['12<3', 0, '13'],
  ['<', 0, ''],
  ['1234567890', 0, '123456789'],
  ['1x', 0, '1'],
])('%s with %i decimals reads %s', (keys, decimals, value) => {
  expect(typedAll(keys, decimals)).toBe(value)
})
