// What a tap on a dish does (ORD-1): it adds one to the seat that is chosen, unless the dish asks something first.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import { draftedPrice } from '@comanda/shared/domain/drafted-price'
import type { State } from '@comanda/shared/domain/state'
import type { Item } from '@comanda/shared/model/menu'
import type { Draft } from '../draft/draft.ts'
import { addLine, removeEntry } from '../draft/draft-edit.ts'
import { type Choices, firstChoices } from './choices.ts'
import { questionOf, supplyOf } from './menu-view.ts'
import type { Party } from './party.ts'
import type { LineDetails, Place } from './place.ts'

const isScheduled = (item: Item): boolean => item.price?.kind === 'fixed' && item.price.scheduled !== undefined

/** A price that goes by the hour is the one of this moment (ORD-20); any other needs no moment. */
export const stamped = (item: Item, line: DraftLine, now: number): DraftLine =>
  isScheduled(item) ? { ...line, draftedAt: now } : line

/** The line of a dish for the seat that is chosen. */
export const lineFor = (item: Item, choices: Choices, seat: number | undefined, now: number): DraftLine =>
  stamped(item, { itemId: item.id, quantity: 1, modifiers: [...choices], ...(seat === undefined ? {} : { seat }) }, now)

/** The moment of a row that costs the same, so that two of one price are one row. */
function sharedMoment(state: State, draft: Draft, item: Item, line: DraftLine, now: number): DraftLine {
  const { settings } = state.catalog
  const price = draftedPrice(item, line, settings, now)
  const same = draft.entries.findLast(({ line: other }) => {
    if (other.itemId !== line.itemId || other.draftedAt === undefined) return false
    const before = draftedPrice(item, other, settings, now)
    return before.ok && price.ok && before.value === price.value
  })
  return same?.line.draftedAt === undefined ? line : { ...line, draftedAt: same.line.draftedAt }
}

/** To the seat that is chosen, unless another one is named with it. */
export function addDish(party: Party, item: Item, choices: Choices, details: LineDetails = {}, place?: Place): void {
  const state = party.state.peek()
  party.change((draft, now) => {
    const seat = place === undefined ? draft.seat : place.seat
    const line = { ...lineFor(item, choices, seat, now), ...details }
    const rest = place?.insteadOf === undefined ? draft : removeEntry(draft, place.insteadOf, now)
    const isTimed = state !== undefined && line.draftedAt !== undefined
    return addLine(rest, isTimed ? sharedMoment(state, draft, item, line, now) : line, now)
  })
}

export function tapDish(party: Party, item: Item, place?: Place): void {
  const state = party.state.peek()
  const draft = party.draft.peek()
  if (state === undefined || draft === undefined) return
  const { sheet } = party.view
  if (draft.recordOnly !== true && supplyOf(state.counts.get(item.id)) === 'out') {
    sheet.value = { kind: 'instead', item, ...(place?.insteadOf === undefined ? {} : { key: place.insteadOf }) }
    return
  }
  const choices = firstChoices(state.catalog, item)
  const question = questionOf(state.catalog, item)
  switch (question) {
    case 'choices':
      sheet.value = { kind: 'dish', item, place }
      return
    case 'price':
    case 'weight':
      sheet.value = { kind: 'amount', item, choices, what: question, place }
      return
    case undefined:
      addDish(party, item, choices, place?.quantity === undefined ? {} : { quantity: place.quantity }, place)
  }
}

/** As many, for the same seat, in the place of the row; a dish that asks something asks it first. */
export function takeInstead(party: Party, other: Item, row: number | undefined): void {
  const before = party.draft.peek()?.entries.find(({ key }) => key === row)
  const place =
    before === undefined ? undefined : { seat: before.line.seat, quantity: before.line.quantity, insteadOf: before.key }
  tapDish(party, other, place)
}
