// The restaurant's wall clock on paper.
import type { Instant } from '@comanda/shared/model/instant'
import type { Settings } from '@comanda/shared/model/settings'

export function slipClock({ locale, zone }: Pick<Settings, 'locale' | 'zone'>): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  return (at) => format.format(at)
}
