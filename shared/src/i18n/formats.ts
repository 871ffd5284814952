// Money and times as this restaurant writes them, the same on a screen and on paper. Made once for each setting: an Intl format is dear to make.

import type { Settings } from '../model/settings.ts'
import type { Language } from '../model/text.ts'
import type { Millis } from '../ports/time.ts'

export type FormatSettings = Pick<Settings, 'locale' | 'currency' | 'minorDigits' | 'zone'>

export type Formats = {
  money(minor: number): string
  clock(at: Millis): string
  clockSeconds(at: Millis): string
  day(at: Millis): string
}

/** The restaurant's locale decides how numbers look; the language chosen on the device only in which words. */
export function localeFor(language: Language, locale: string): string {
  return locale.slice(0, 2) === language ? locale : language === 'ru' ? 'ru-RU' : 'en-GB'
}

export function createFormats({ locale, currency, minorDigits, zone }: FormatSettings, language: Language): Formats {
  const digits = { minimumFractionDigits: minorDigits, maximumFractionDigits: minorDigits }
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits })
  const words = localeFor(language, locale)
  const clock = new Intl.DateTimeFormat(words, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  const clockSeconds = new Intl.DateTimeFormat(words, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const day = new Intl.DateTimeFormat(words, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
  const unit = 10 ** minorDigits
  return {
    money: (minor) => money.format(minor / unit),
    clock: (at) => clock.format(at),
    clockSeconds: (at) => clockSeconds.format(at),
    day: (at) => day.format(at),
  }
}
