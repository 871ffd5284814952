/** Whether numbers and dates can be written by it: `es-ES` is one, `es_ES` is none. */
export function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}
