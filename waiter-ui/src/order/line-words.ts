// What stands under a dish: how it is made, for whom, and what else is to be known of it.
import type { Allergen } from '@comanda/shared/model/menu'
import type { LineModifier } from '@comanda/shared/model/order'
import type { LocalText } from '@comanda/shared/model/text'
import type { Texts } from '../texts/texts.ts'
import type { SentLine } from './sent-groups.ts'

type Pick = (text: LocalText) => string

export type ModifierWord = { readonly key: string; readonly text: string; readonly strong: boolean }

export function modifierWords(modifiers: readonly LineModifier[], texts: Texts, pick: Pick): ModifierWord[] {
  const { no, extra, onSide } = texts.order
  const prefixes = { no, extra, 'on-side': onSide }
  return modifiers.map(({ groupId, modifierId, name, prefix }) => ({
    key: `${groupId} ${modifierId}`,
    text: prefix === undefined ? pick(name) : `${prefixes[prefix]} ${pick(name)}`,
    strong: prefix === 'no',
  }))
}

/** Seat, origin and other marks, in one line. */
export function markWords(
  { line, cameFrom, seatBefore, round }: SentLine,
  texts: Texts,
  clock: (at: number) => string,
): string[] {
  const { order } = texts
  const shared = line.sharedBy ?? []
  return [
    ...(shared.length > 1 ? [order.shared(shared.join(', '))] : line.seat === undefined ? [] : [order.seat(line.seat)]),
    ...(seatBefore === undefined ? [] : [order.wasSeat(seatBefore)]),
    ...(cameFrom === undefined ? [] : [order.from(cameFrom)]),
    ...(round?.queuedSince === undefined ? [] : [order.queuedSince(clock(round.queuedSince))]),
    ...(round?.alreadyTold === true ? [order.told] : []),
    ...(round?.recordOnly === true ? [order.recordOnly] : []),
    ...(line.sentBack === undefined ? [] : [`${order.sentBackMark}: ${line.sentBack.reason}`]),
  ]
}

/** Why it is void, and what the kitchen said of it. */
export function voidWords({ line, awaitsVerdict }: SentLine, texts: Texts): string[] {
  const { voided } = line
  if (voided === undefined) return []
  const { order } = texts
  if (awaitsVerdict) return [voided.reason, order.awaitsVerdict]
  if (voided.verdict === 'not-started') return [voided.reason, order.notStarted]
  return [voided.reason, voided.assumed === true ? order.assumedMade : order.made]
}

export const allergenWords = (allergens: readonly Allergen[], texts: Texts): string =>
  allergens.map((one) => texts.ordering.allergens[one]).join(', ')
