// A round as a waiter drafts it.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import type { Item, ModifierGroup } from '@comanda/shared/model/menu'
import type { Scene } from './offer.ts'

type Chosen = DraftLine['modifiers'][number]

const present = <Value>(values: Partial<Record<string, Value>>): Value[] =>
  Object.values(values).filter((value) => value !== undefined)

const choose = (scene: Scene, group: ModifierGroup): Chosen[] => {
  const { random, view } = scene
  const wanted = random.integer(group.min, Math.min(group.max, group.modifiers.length))
  return random
    .shuffled(group.modifiers)
    .slice(0, wanted)
    .flatMap((modifier) => {
      const nested = modifier.nested === undefined ? undefined : view.catalog.modifierGroups[modifier.nested]
      const chosen: Chosen = { groupId: group.id, modifierId: modifier.id }
      return [
        random.chance(0.2) ? { ...chosen, prefix: random.pick(['extra', 'on-side'] as const) } : chosen,
        ...(nested === undefined ? [] : choose(scene, nested)),
      ]
    })
}

export const modifiersFor = (scene: Scene, item: Item): Chosen[] =>
  item.modifierGroups.flatMap((groupId) => {
    const group = scene.view.catalog.modifierGroups[groupId]
    return group === undefined ? [] : choose(scene, group)
  })

// prices are left out in rooms without money: a by-weight or open dish is then known by its name alone
const byWeight = new Set(['ham'])
const openPrice = new Set(['special'])

const draftLine = (scene: Scene, item: Item): DraftLine => {
  const { random, now } = scene
  return {
    itemId: item.id,
    quantity: random.chance(0.7) ? 1 : random.integer(1, 4),
    modifiers: random.chance(0.03) ? [] : modifiersFor(scene, item),
    ...(random.chance(0.1) ? { note: random.pick(['no onion', 'cut in two', 'well done']) } : {}),
    ...(random.chance(0.3) ? { seat: random.integer(1, 6) } : {}),
    ...(random.chance(0.08) ? { course: random.integer(0, 3) } : {}),
    ...(openPrice.has(item.id) ? { price: random.integer(100, 3000) } : {}),
    ...(byWeight.has(item.id) ? { grams: random.integer(80, 400) } : {}),
    ...(random.chance(0.3) ? { draftedAt: Math.max(0, now - random.integer(0, 60_000)) } : {}),
    ...(random.chance(0.03) ? { ownBar: true } : {}),
  }
}

export const draftLines = (scene: Scene): DraftLine[] => {
  const items = present<Item>(scene.view.catalog.items)
  if (items.length === 0) return []
  return Array.from({ length: scene.random.integer(1, 5) }, () => draftLine(scene, scene.random.pick(items)))
}
