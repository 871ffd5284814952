import { expect, test } from 'vitest'
import { holdsCardNumber } from './card-number.ts'

const number = '4111111111111111'
const fours = (separator: string): string => number.replace(/(\d{4})(?=\d)/g, `$1${separator}`)
const inScript = (zero: number): string => number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

test('[BILL-3] a card number is one however it was typed or pasted', () => {
  for (const separator of ['', ' ', '-', '.', '/', '_', ' - ', '\u00a0', '\u200b', '\u2009', '\u2013', '  '])
    expect(holdsCardNumber(`pays with ${fours(separator)}, thanks`), JSON.stringify(separator)).toBe(true)
  for (const zero of [0xff10, 0x0660, 0x06f0, 0x0966]) expect(holdsCardNumber(inScript(zero)), String(zero)).toBe(true)
})

test('what only looks long is none: a phone, a wrong check digit, zeros, a row of prices', () => {
  for (const text of [
    '+34 600 123 456',
    '4111 1111 1111 1112',
    '0000 0000 0000 0000',
    '12.50, 13.50, 14.50, 15.50',
    'table 12',
  ])
    expect(holdsCardNumber(text), text).toBe(false)
})
