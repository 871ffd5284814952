// What a party orders, as the waiter writes it down: drinks first, then starters and mains seat by seat, dessert and coffee.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import type { State } from '@comanda/shared/domain/state'
import type { Item, ModifierGroup } from '@comanda/shared/model/menu'
import type { Chance } from './chance.ts'
import { dishes } from './reading.ts'
import type { Scene } from './scene.ts'

type Chosen = DraftLine['modifiers'][number]

const notes = [
  'no salt',
  'cut in two',
  'on a hot plate',
  'sauce on the side',
  'quickly, please',
  'for the child',
] as const

function chooseOf(scene: Scene, group: ModifierGroup, deeper: boolean): Chosen[] {
  const { chance, state } = scene
  const most = Math.min(group.max, group.modifiers.length)
  const defaults = group.modifiers.filter((modifier) => group.defaults.includes(modifier.id))
  const wanted = chance.happens(0.2) ? chance.integer(group.min, most) : group.min
  const keepsDefaults = defaults.length >= group.min && chance.happens(0.75)
  const chosen = keepsDefaults ? defaults : chance.shuffled(group.modifiers).slice(0, wanted)
  return chosen.flatMap((modifier) => {
    const nested = deeper && modifier.nested !== undefined ? state.catalog.modifierGroups[modifier.nested] : undefined
    const plain: Chosen = { groupId: group.id, modifierId: modifier.id }
    const aside: Chosen = group.min === 0 && chance.happens(0.15) ? { ...plain, prefix: 'on-side' } : plain
    return [aside, ...(nested === undefined ? [] : chooseOf(scene, nested, false))]
  })
}

/** "No onion": takes something off without counting as a choice. */
function without(group: ModifierGroup, chosen: readonly Chosen[], chance: Chance): Chosen[] {
  const left = group.modifiers.filter(({ id }) => !chosen.some(({ modifierId }) => modifierId === id))
  const modifier = group.min === 0 && chance.happens(0.12) ? chance.pick(left) : undefined
  return modifier === undefined ? [] : [{ groupId: group.id, modifierId: modifier.id, prefix: 'no' }]
}

export const modifiersFor = (scene: Scene, item: Item): Chosen[] =>
  item.modifierGroups.flatMap((groupId) => {
    const group = scene.state.catalog.modifierGroups[groupId]
    if (group === undefined) return []
    const chosen = chooseOf(scene, group, true)
    return [...chosen, ...without(group, chosen, scene.chance)]
  })

/** The waiter asks the kitchen what today's costs and what the fish weighs. */
function priced({ chance }: Scene, item: Item): Pick<DraftLine, 'price' | 'grams'> {
  switch (item.price?.kind) {
    case 'open':
      return { price: chance.integer(36, 58) * 50 }
    case 'by-weight':
      return { grams: chance.integer(40, 120) * 10 }
    default:
      return {}
  }
}

export function draft(scene: Scene, item: Item, more: Pick<DraftLine, 'seat' | 'quantity'>): DraftLine {
  const { chance } = scene
  const note = chance.happens(0.05) ? chance.pick(notes) : undefined
  return {
    itemId: item.id,
    modifiers: modifiersFor(scene, item),
    ...more,
    ...priced(scene, item),
    ...(note === undefined ? {} : { note }),
  }
}

const isOnSale = (state: State, item: Item): boolean => state.counts.get(item.id)?.soldOut !== true

/** Of these categories, what is not struck out on the tablet. */
export const dishesOf = (state: State, ...categoryIds: readonly string[]): Item[] =>
  dishes(state.catalog).filter((item) => categoryIds.includes(item.categoryId) && isOnSale(state, item))

/** One a seat, of one of these categories, for as many seats as want it. */
export function oneEach(scene: Scene, seats: number, share: number, ...categoryIds: readonly string[]): DraftLine[] {
  const choice = dishesOf(scene.state, ...categoryIds)
  return Array.from({ length: seats }, (_, index) => index + 1).flatMap((seat) => {
    const item = scene.chance.happens(share) ? scene.chance.pick(choice) : undefined
    return item === undefined ? [] : [draft(scene, item, { quantity: 1, seat })]
  })
}

/** For the middle of the table. */
export function shared(scene: Scene, count: number, ...categoryIds: readonly string[]): DraftLine[] {
  const choice = dishesOf(scene.state, ...categoryIds)
  return scene.chance
    .shuffled(choice)
    .slice(0, count)
    .map((item) => draft(scene, item, { quantity: scene.chance.happens(0.2) ? 2 : 1 }))
}

/** What comes without asking: the cover, and bread for every two. */
export const bread = (scene: Scene, seats: number): DraftLine[] => {
  const brought = dishesOf(scene.state, 'sides').filter((item) => !item.needsTicket && item.price?.kind === 'fixed')
  const [basket] = brought
  const cover = brought[brought.length - 1]
  const half = Math.ceil(seats / 2)
  return [
    ...(basket === undefined ? [] : [draft(scene, basket, { quantity: half })]),
    ...(cover === undefined || cover === basket ? [] : [draft(scene, cover, { quantity: Math.min(seats, 12) })]),
  ]
}
