// Modifiers as chosen, checked against their groups (ORD-4): each group's min and max, one level of nesting, and a snapshot
// of each. NO takes an ingredient off: it costs nothing, adds no time and no allergen, and does not count as a choice.
import type { ModifierGroupId } from '../model/ids.ts'
import type { Item, Modifier, ModifierGroup } from '../model/menu.ts'
import type { LineModifier } from '../model/order.ts'
import type { ChosenModifier } from './commands/draft.ts'
import { ok, type Result, refuse } from './decision.ts'
import { type DomainError, error } from './errors.ts'
import type { Catalog } from './state.ts'

const snapshot = (choice: ChosenModifier, modifier: Modifier): LineModifier => {
  const removed = choice.prefix === 'no'
  const chosen: LineModifier = {
    groupId: choice.groupId,
    modifierId: modifier.id,
    name: modifier.name,
    kitchenName: modifier.kitchenName,
    prepSeconds: removed ? 0 : modifier.prepSeconds,
    allergens: removed ? [] : modifier.allergens,
  }
  if (choice.prefix !== undefined) chosen.prefix = choice.prefix
  if (modifier.price !== undefined) chosen.price = removed ? 0 : modifier.price
  return chosen
}

const wrongCount = (item: Item, group: ModifierGroup, chosen: number): DomainError =>
  error('modifier-choice', { itemId: item.id, groupId: group.id, min: group.min, max: group.max, chosen })

/** The groups that the dish asks, and those that the chosen modifiers ask in turn. */
const groupsAsked = (catalog: Catalog, item: Item, chosen: readonly ChosenModifier[]): Set<ModifierGroupId> => {
  const asked = new Set(item.modifierGroups)
  for (const choice of chosen) {
    if (!item.modifierGroups.includes(choice.groupId) || choice.prefix === 'no') continue
    const group = catalog.modifierGroups[choice.groupId]
    const nested = group?.modifiers.find((modifier) => modifier.id === choice.modifierId)?.nested
    if (nested !== undefined) asked.add(nested)
  }
  return asked
}

const none: LineModifier[] = []

export const chosenModifiers = (
  catalog: Catalog,
  item: Item,
  chosen: readonly ChosenModifier[],
): Result<LineModifier[], DomainError> => {
  if (chosen.length === 0 && item.modifierGroups.length === 0) return ok(none)
  const asked = groupsAsked(catalog, item, chosen)
  const counts = new Map<ModifierGroupId, number>()
  const modifiers: LineModifier[] = []
  for (const choice of chosen) {
    const modifier = asked.has(choice.groupId)
      ? catalog.modifierGroups[choice.groupId]?.modifiers.find((known) => known.id === choice.modifierId)
      : undefined
    if (modifier === undefined) return refuse(error('modifier-not-found', { itemId: item.id, ...choice }))
    if (choice.prefix !== 'no') counts.set(choice.groupId, (counts.get(choice.groupId) ?? 0) + 1)
    modifiers.push(snapshot(choice, modifier))
  }
  for (const groupId of asked) {
    const group = catalog.modifierGroups[groupId]
    const count = counts.get(groupId) ?? 0
    if (group !== undefined && (count < group.min || count > group.max)) return refuse(wrongCount(item, group, count))
  }
  return ok(modifiers)
}

/** What a group starts with when a waiter opens the dish. */
export const defaultModifiers = (catalog: Catalog, item: Item): ChosenModifier[] =>
  item.modifierGroups.flatMap((groupId) =>
    (catalog.modifierGroups[groupId]?.defaults ?? []).map((modifierId) => ({ groupId, modifierId })),
  )
