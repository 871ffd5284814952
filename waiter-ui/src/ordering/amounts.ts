// An amount as a plain number, for places where every row has one and the currency is known.
import type { Settings } from '@comanda/shared/model/settings'

type Style = Pick<Settings, 'locale' | 'minorDigits'>

let last: { style: Style; format: (minor: number) => string } | undefined

/** An Intl format is dear to make: the last one is kept. */
export function amounts({ locale, minorDigits }: Style): (minor: number) => string {
  if (last !== undefined && last.style.locale === locale && last.style.minorDigits === minorDigits) return last.format
  const digits = { minimumFractionDigits: minorDigits, maximumFractionDigits: minorDigits }
  const numbers = new Intl.NumberFormat(locale, digits)
  const unit = 10 ** minorDigits
  const format = (minor: number) => numbers.format(minor / unit)
  last = { style: { locale, minorDigits }, format }
  return format
}

/** What was typed on the pad, in the smallest unit; undefined while nothing is. */
export function typedAmount(text: string, minorDigits: number): number | undefined {
  if (text === '' || text === '.') return undefined
  const amount = Math.round(Number(text) * 10 ** minorDigits)
  return Number.isSafeInteger(amount) ? amount : undefined
}
