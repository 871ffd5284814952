// A waiter takes orders: drinks when they sit, the food in one go, another drink, dessert and coffee, then the bill.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { Allergen } from '@comanda/shared/model/menu'
import type { Order } from '@comanda/shared/model/order'
import { bread, oneEach, shared } from './drafting.ts'
import { attemptsOf, isKnown, likes } from './guests.ts'
import { isAllServed, isDessert, isDrink, isFood, lastRoundAt, lastServed, liveLines, mine } from './reading.ts'
import { type Habit, type Intention, minutes, type Scene, seconds, since } from './scene.ts'

type Round = CommandOf<'round.send'>['args']

const allergens: readonly Allergen[] = ['nuts', 'gluten', 'milk', 'crustaceans', 'eggs', 'fish']

/** One that a guest mentions while ordering food. */
function allergyOf(scene: Scene, order: Order, seats: number): Pick<Round, 'allergies'> {
  const { chance } = scene
  if (likes(order.id, 'allergy') > 0.12 || order.allergies.length > 0) return {}
  const allergen = chance.pick(allergens)
  if (allergen === undefined) return {}
  const seat = chance.happens(0.8) ? { seat: chance.integer(1, Math.max(1, seats)) } : {}
  return { allergies: [{ ...seat, allergens: [allergen], ...(chance.happens(0.3) ? { text: 'severe' } : {}) }] }
}

const seatsOf = (order: Order): number => Math.max(1, Math.min(order.covers, 12))

const send = (order: Order, lines: Round['lines'], more: Pick<Round, 'allergies' | 'note'> = {}): Intention[] =>
  lines.length === 0 ? [] : [{ type: 'round.send', args: { order: { orderId: order.id }, lines, ...more } }]

function firstDrinks(scene: Scene, order: Order): Intention[] {
  const seats = seatsOf(order)
  const wine = likes(order.id, 'wine') < 0.4
  const drinks = wine
    ? [...shared(scene, 1, 'wine-beer'), ...oneEach(scene, seats, 0.7, 'soft-drinks')]
    : oneEach(scene, seats, 0.95, 'wine-beer', 'soft-drinks')
  return send(order, drinks.length > 0 ? drinks : oneEach(scene, seats, 1, 'soft-drinks'))
}

function food(scene: Scene, order: Order): Intention[] {
  const seats = seatsOf(order)
  const tapas = likes(order.id, 'tapas') < 0.5
  const first = tapas
    ? shared(scene, Math.ceil(seats * 0.8), 'cold-tapas', 'hot-tapas')
    : oneEach(scene, seats, 0.6, 'soups-salads', 'cold-tapas', 'hot-tapas')
  const mains = oneEach(scene, seats, tapas ? 0.6 : 0.95, 'grill', 'fish', 'rice-pasta')
  const sides = shared(scene, scene.chance.integer(0, 2), 'sides')
  const lines = [...bread(scene, seats), ...first, ...mains, ...sides]
  return send(order, lines, {
    ...allergyOf(scene, order, seats),
    ...(scene.chance.happens(0.06) ? { note: 'a birthday at this table' } : {}),
  })
}

const sweet = (scene: Scene, order: Order): Intention[] =>
  send(order, [
    ...oneEach(scene, seatsOf(order), 0.55, 'desserts'),
    ...oneEach(scene, seatsOf(order), 0.6, 'soft-drinks'),
  ])

/** What this table wants from its waiter next; nothing while they eat. */
function wanted(scene: Scene, order: Order): Intention[] {
  const lines = liveLines(order)
  // what was split off is there to be paid, not to be asked what else it wants
  if (order.covers === 0) return isAllServed(order) ? [{ type: 'bill.ask', args: { orderId: order.id } }] : []
  const hurry = 0.6 + likes(order.id, 'hurry') * 0.8
  const sinceRound = since(scene, lastRoundAt(order))
  if (!lines.some(isDrink)) return since(scene, order.openedAt) > minutes(2) * hurry ? firstDrinks(scene, order) : []
  if (!lines.some(isFood)) return sinceRound > minutes(5) * hurry ? food(scene, order) : []
  if (!isAllServed(order)) {
    const thirsty = likes(order.id, 'second drinks') < 0.5 && order.rounds.length === 2
    return thirsty && sinceRound > minutes(18) * hurry
      ? send(order, oneEach(scene, seatsOf(order), 0.7, 'wine-beer'))
      : []
  }
  const eaten = since(scene, lastServed(order))
  const hasSweet = lines.some(isDessert) || order.rounds.length > 3
  if (!hasSweet && likes(order.id, 'sweet tooth') < 0.6) return eaten > minutes(12) * hurry ? sweet(scene, order) : []
  return eaten > minutes(15) * hurry ? [{ type: 'bill.ask', args: { orderId: order.id } }] : []
}

export const tendTables: Habit = function* (scene) {
  for (const order of mine(scene)) {
    if (order.type === 'dine-in' && !order.billAsked && !order.paid) yield* wanted(scene, order)
  }
}

/** Somebody sits down at the bar: a tab in their name, another glass, and the bill. */
export const tendBar: Habit = function* (scene) {
  const { state, me, evening, chance } = scene
  const isBarkeeper = Object.entries(state.catalog.tables).some(
    ([id, table]) => table?.areaId === 'bar' && (state.sections as Readonly<Record<string, string>>)[id] === me,
  )
  if (isBarkeeper) {
    for (const party of evening.parties) {
      if (party.kind !== 'bar-tab' || since(scene, party.at) < 0) continue
      if (isKnown(state, party) || since(scene, party.at) > minutes(20)) continue
      const lines = shared(scene, chance.integer(1, 2), 'wine-beer')
      const open = { type: 'bar-tab' as const, name: party.name, covers: Math.min(party.covers, 3) }
      if (lines.length === 0) continue
      for (const id of attemptsOf(party)) yield { type: 'round.send', id, args: { order: { open }, lines } }
    }
  }
  for (const order of mine(scene)) {
    if (order.type !== 'bar-tab' || order.billAsked || order.paid || !isAllServed(order)) continue
    const rounds = 1 + Math.floor(likes(order.id, 'thirst') * 3)
    const sat = since(scene, lastServed(order))
    if (sat < minutes(9)) continue
    if (order.rounds.length < rounds) yield* send(order, shared(scene, chance.integer(1, 2), 'wine-beer', 'cold-tapas'))
    else yield { type: 'bill.ask', args: { orderId: order.id } }
  }
}

/** They counted the chairs, not the guests. */
export const countGuests: Habit = function* (scene) {
  for (const order of mine(scene)) {
    if (!order.coversAssumed || order.type !== 'dine-in' || since(scene, order.openedAt) < seconds(40)) continue
    const covers = Math.max(1, order.covers - (likes(order.id, 'empty chair') < 0.4 ? 1 : 0))
    yield { type: 'order.set-covers', args: { orderId: order.id, covers } }
  }
}
