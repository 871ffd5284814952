// What one of a drafted dish costs, modifiers apart (ORD-20): fixed, by the hour at which it was drafted, entered, or weighed.
import type { Item } from '../model/menu.ts'
import type { Settings } from '../model/settings.ts'
import { localTime } from './business-day.ts'
import type { DraftLine } from './commands/draft.ts'
import { ok, type Result, refuse } from './decision.ts'
import { type DomainError, error } from './errors.ts'

type Scheduled = NonNullable<Extract<Item['price'], { kind: 'fixed' }>['scheduled']>[number]

const sunday = 7

const dayBefore = (weekday: number): number => (weekday === 1 ? sunday : weekday - 1)

/** `until` at or before `from` runs past midnight; the night then still belongs to the day it began on. */
const holdsAt = (scheduled: Scheduled, weekday: number, minute: number): boolean => {
  const { from, until, weekdays } = scheduled
  if (until > from) return weekdays.includes(weekday) && minute >= from && minute < until
  if (minute >= from) return weekdays.includes(weekday)
  return minute < until && weekdays.includes(dayBefore(weekday))
}

const scheduledAmount = (item: Item, at: number, settings: Settings): number | undefined => {
  if (item.price?.kind !== 'fixed' || item.price.scheduled === undefined) return undefined
  const { year, month, day, hour, minute } = localTime(at, settings.zone)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || sunday
  return item.price.scheduled.find((scheduled) => holdsAt(scheduled, weekday, hour * 60 + minute))?.price
}

/** Undefined where the room has no prices. */
export const draftedPrice = (
  item: Item,
  draft: Pick<DraftLine, 'price' | 'grams' | 'draftedAt'>,
  settings: Settings,
  now: number,
): Result<number | undefined, DomainError> => {
  const { price } = item
  if (price === undefined) return ok(undefined)
  if (draft.price !== undefined && price.kind !== 'open')
    return refuse(error('price-not-open', { itemId: item.id, name: item.name }))
  switch (price.kind) {
    case 'fixed':
      return ok(scheduledAmount(item, Math.min(draft.draftedAt ?? now, now), settings) ?? price.amount)
    case 'open':
      return draft.price === undefined
        ? refuse(error('price-missing', { itemId: item.id, name: item.name }))
        : ok(draft.price)
    case 'by-weight':
      return draft.grams === undefined
        ? refuse(error('weight-missing', { itemId: item.id, name: item.name }))
        : ok(Math.round((price.perKilogram * draft.grams) / 1000))
  }
}
