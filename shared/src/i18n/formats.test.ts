import { expect, it } from 'vitest'
import { createFormats } from './formats.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const lola = { locale: 'en-IE', currency: 'EUR', minorDigits: 2, zone: 'Europe/Madrid' }
const evening = Date.UTC(2026, 10, 20, 18, 42, 10)

it("[ADM-5] writes money as the restaurant's locale does, in either language of the device", () => {
  expect(createFormats(lola, 'en').money(123456)).toBe('€1,234.56')
  expect(createFormats(lola, 'ru').money(123456)).toBe('€1,234.56')
  const rub = { ...lola, locale: 'ru-RU', currency: 'RUB', minorDigits: 0 }
  expect(plain(createFormats(rub, 'en').money(1200))).toBe('1 200 ₽')
})

it('[ADM-5] tells the time of the restaurant, wherever the device thinks it is', () => {
  const formats = createFormats(lola, 'en')
  expect(formats.clock(evening)).toBe('19:42')
  expect(formats.clockSeconds(evening)).toBe('19:42:10')
  expect(createFormats(lola, 'ru').day(evening)).toContain('нояб')
})

it('writes money and time under a locale that is none, too', () => {
  const formats = createFormats({ ...lola, locale: 'es_ES' }, 'en')
  expect(formats.money(123456)).toBe('€1,234.56')
  expect(formats.clock(evening)).toBe('19:42')
})
