// A drafted line becomes a snapshot of its dish (ORD-3): names, price, cost, tax, stations, course and target as they are now.
import type { LineId, RoundId, StaffId } from '../../model/ids.ts'
import type { Category, Item } from '../../model/menu.ts'
import type { Line, LineModifier, Order } from '../../model/order.ts'
import { chosenModifiers } from '../chosen-modifiers.ts'
import type { DraftLine } from '../commands/draft.ts'
import { type Context, ok, type Result, refuse } from '../decision.ts'
import { draftedPrice } from '../drafted-price.ts'
import { type DomainError, error } from '../errors.ts'
import { prepSecondsOf } from '../prep-target.ts'
import { liveStations } from '../routing.ts'
import type { State } from '../state.ts'

export const unitPriceOf = (price: number | undefined, modifiers: readonly LineModifier[]): number | undefined => {
  if (price === undefined) return undefined
  let sum = price
  for (const modifier of modifiers) sum += modifier.price ?? 0
  // cheaper modifiers never make a dish cost less than nothing
  return Math.max(0, sum)
}

const isPouredHere = (state: State, draft: DraftLine, item: Item): boolean =>
  draft.ownBar === true && item.stations.every((stationId) => state.catalog.stations[stationId]?.kind === 'bar')

const addMoney = (line: Line, state: State, item: Item, price: number | undefined): void => {
  const unitPrice = unitPriceOf(price, line.modifiers)
  if (unitPrice === undefined) return
  line.unitPrice = unitPrice
  if (item.cost !== undefined) line.cost = item.cost
  line.taxId = item.taxId
  const tax = state.catalog.taxes[item.taxId]
  if (tax === undefined) return
  line.taxRate = tax.rate
  line.taxIncluded = tax.included
}

const addAsked = (line: Line, draft: DraftLine, item: Item): void => {
  if (item.price?.kind === 'by-weight' && draft.grams !== undefined) line.grams = draft.grams
  if (draft.seat !== undefined) line.seat = draft.seat
  if (draft.note !== undefined) line.note = draft.note
}

const findItem = (state: State, draft: DraftLine): Result<{ item: Item; category: Category }, DomainError> => {
  const item = state.catalog.items[draft.itemId]
  const category = item && state.catalog.categories[item.categoryId]
  return item === undefined || category === undefined
    ? refuse(error('item-not-found', { itemId: draft.itemId }))
    : ok({ item, category })
}

export type LinePlace = { readonly id: LineId; readonly roundId: RoundId; readonly sellerId: StaffId }

/** The line as it would be held; whoever sends it says how it fires. */
export const draftedLine = (
  state: State,
  order: Pick<Order, 'areaId'>,
  draft: DraftLine,
  place: LinePlace,
  context: Context,
): Result<Line, DomainError> => {
  const found = findItem(state, draft)
  if (!found.ok) return found
  const { item, category } = found.value
  const modifiers = chosenModifiers(state.catalog, item, draft.modifiers)
  if (!modifiers.ok) return modifiers
  const price = draftedPrice(item, draft, state.catalog.settings, context.now)
  if (!price.ok) return price
  const needsTicket = item.needsTicket && !isPouredHere(state, draft, item)
  const stations = needsTicket ? liveStations(state, item.stations) : []
  if (needsTicket && stations.length === 0)
    return refuse(error('no-live-station', { itemId: item.id, name: item.name }))
  const line: Line = {
    id: place.id,
    roundId: place.roundId,
    itemId: item.id,
    name: item.name,
    kitchenName: item.kitchenName,
    categoryId: category.id,
    categoryName: category.name,
    categoryKind: category.kind,
    stations,
    course: draft.course ?? item.course ?? category.course,
    prepSeconds: prepSecondsOf(item, category, modifiers.value, state.catalog.settings.thresholds),
    allergens: item.allergens,
    sellerId: place.sellerId,
    quantity: draft.quantity,
    modifiers: modifiers.value,
    status: 'held',
    sentAt: context.now,
    ticketIds: [],
  }
  addMoney(line, state, item, price.value)
  if (order.areaId !== undefined) line.areaId = order.areaId
  addAsked(line, draft, item)
  return ok(line)
}
