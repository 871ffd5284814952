// Money and times as this restaurant writes them, the same on a screen and on paper. An Intl format is dear to make: each is
// made when it is first asked for, and once.
import { isLocale } from '../domain/locale.ts'
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

/** The restaurant's locale decides how numbers look, if it is one: an old file may hold anything; the language chosen on the device only in which words. */
function localeFor(language: Language, locale: string): string {
  const usual = language === 'ru' ? 'ru-RU' : 'en-GB'
  return locale.slice(0, 2) === language && isLocale(locale) ? locale : usual
}

function once<Format>(make: () => Format): () => Format {
  let made: Format | undefined
  return () => {
    made ??= make()
    return made
  }
}

export function createFormats({ locale, currency, minorDigits, zone }: FormatSettings, language: Language): Formats {
  const digits = { minimumFractionDigits: minorDigits, maximumFractionDigits: minorDigits }
  const money = once(
    () =>
      new Intl.NumberFormat(isLocale(locale) ? locale : localeFor(language, locale), {
        style: 'currency',
        currency,
        ...digits,
      }),
  )
  const time = (parts: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(localeFor(language, locale), { ...parts, timeZone: zone }))
  const minutes = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const clock = time(minutes)
  const clockSeconds = time({ ...minutes, second: '2-digit' })
  const day = time({ weekday: 'short', day: 'numeric', month: 'short' })
  const unit = 10 ** minorDigits
  return {
    money: (minor) => money().format(minor / unit),
    clock: (at) => clock().format(at),
    clockSeconds: (at) => clockSeconds().format(at),
    day: (at) => day().format(at),
  }
}
