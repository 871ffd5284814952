// What is chosen of a dish while its sheet is open (ORD-4): groups with a minimum, a maximum and defaults, one level deep.
// A default that is taken off becomes NO, because a cook who is told nothing makes the dish as it always is.
import type { ChosenModifier } from '@comanda/shared/domain/commands/draft'
import type { Catalog } from '@comanda/shared/domain/state'
import type { ModifierGroupId } from '@comanda/shared/model/ids'
import type { Item, Modifier, ModifierGroup } from '@comanda/shared/model/menu'
import type { ModifierPrefix } from '@comanda/shared/model/order'

export type Choices = readonly ChosenModifier[]

export type AskedGroup = { readonly group: ModifierGroup; readonly nested: boolean }

const groupOf = (catalog: Catalog, id: ModifierGroupId): ModifierGroup | undefined => catalog.modifierGroups[id]

const isChosen = (choice: ChosenModifier): boolean => choice.prefix !== 'no'

const ofGroup = (choices: Choices, groupId: ModifierGroupId): ChosenModifier[] =>
  choices.filter((choice) => choice.groupId === groupId)

export const choiceOf = (choices: Choices, group: ModifierGroup, modifier: Modifier): ChosenModifier | undefined =>
  choices.find(({ groupId, modifierId }) => groupId === group.id && modifierId === modifier.id)

export const countOf = (choices: Choices, group: ModifierGroup): number =>
  ofGroup(choices, group.id).filter(isChosen).length

/** The group that a chosen modifier asks in turn. */
function nestedOf(catalog: Catalog, choice: ChosenModifier): ModifierGroup | undefined {
  if (!isChosen(choice)) return undefined
  const modifier = groupOf(catalog, choice.groupId)?.modifiers.find(({ id }) => id === choice.modifierId)
  return modifier?.nested === undefined ? undefined : groupOf(catalog, modifier.nested)
}

/** Every group that is asked now, each followed by those that its choices ask. */
export function askedGroups(catalog: Catalog, item: Item, choices: Choices): AskedGroup[] {
  const asked: AskedGroup[] = []
  const add = (group: ModifierGroup | undefined, nested: boolean) => {
    if (group !== undefined && !asked.some((one) => one.group.id === group.id)) asked.push({ group, nested })
  }
  for (const groupId of item.modifierGroups) {
    add(groupOf(catalog, groupId), false)
    for (const choice of ofGroup(choices, groupId)) {
      const nested = nestedOf(catalog, choice)
      if (nested !== undefined && !item.modifierGroups.includes(nested.id)) add(nested, true)
    }
  }
  return asked
}

const defaultsOf = (group: ModifierGroup): ChosenModifier[] =>
  group.defaults.map((modifierId) => ({ groupId: group.id, modifierId }))

/** Drops what a group asked that is not asked any more, and puts defaults where one is asked anew. */
function settled(catalog: Catalog, item: Item, choices: Choices, before: Choices): Choices {
  const asked = askedGroups(catalog, item, choices)
  const known = new Set(askedGroups(catalog, item, before).map(({ group }) => group.id))
  const kept = choices.filter(({ groupId }) => asked.some(({ group }) => group.id === groupId))
  const fresh = asked
    .filter(({ group, nested }) => nested && !known.has(group.id))
    .flatMap(({ group }) => defaultsOf(group))
  return [...kept, ...fresh]
}

/** As the dish is when nobody says anything, with what its defaults ask in turn. */
export function firstChoices(catalog: Catalog, item: Item): Choices {
  const own = item.modifierGroups.flatMap((groupId) => {
    const group = groupOf(catalog, groupId)
    return group === undefined ? [] : defaultsOf(group)
  })
  return settled(catalog, item, own, [])
}

/** Groups that still want an answer. */
export const missingGroups = (catalog: Catalog, item: Item, choices: Choices): ModifierGroup[] =>
  askedGroups(catalog, item, choices)
    .map(({ group }) => group)
    .filter((group) => countOf(choices, group) < group.min)

/** A tap on the dish cannot do: somebody has to choose. */
export const mustChoose = (catalog: Catalog, item: Item): boolean =>
  item.modifierGroups.length > 0 && missingGroups(catalog, item, firstChoices(catalog, item)).length > 0

function afterTap(group: ModifierGroup, modifier: Modifier, choices: Choices): Choices {
  const others = choices.filter((choice) => choice.groupId !== group.id || choice.modifierId !== modifier.id)
  const chosen = choiceOf(choices, group, modifier)
  const plain: ChosenModifier = { groupId: group.id, modifierId: modifier.id }
  if (chosen === undefined || chosen.prefix === 'no') {
    if (group.max > 1) return countOf(others, group) < group.max ? [...others, plain] : choices
    return [...others.filter((choice) => choice.groupId !== group.id || !isChosen(choice)), plain]
  }
  if (group.max === 1 && group.min === 1) return choices
  const isDefault = group.defaults.includes(modifier.id)
  return isDefault && group.max > 1 ? [...others, { ...plain, prefix: 'no' }] : others
}

function afterPrefix(group: ModifierGroup, modifier: Modifier, prefix: ModifierPrefix, choices: Choices): Choices {
  const others = choices.filter((choice) => choice.groupId !== group.id || choice.modifierId !== modifier.id)
  if (choiceOf(choices, group, modifier)?.prefix === prefix) return others
  if (prefix !== 'no' && group.max > 1 && countOf(others, group) >= group.max) return choices
  const room =
    prefix !== 'no' && group.max === 1
      ? others.filter((choice) => choice.groupId !== group.id || !isChosen(choice))
      : others
  return [...room, { groupId: group.id, modifierId: modifier.id, prefix }]
}

/** A tap on a modifier, with the prefix that was chosen before it. The same choices: it is full. */
export function choose(
  catalog: Catalog,
  item: Item,
  choices: Choices,
  tapped: { group: ModifierGroup; modifier: Modifier; prefix?: ModifierPrefix | undefined },
): Choices {
  const { group, modifier, prefix } = tapped
  const after =
    prefix === undefined ? afterTap(group, modifier, choices) : afterPrefix(group, modifier, prefix, choices)
  return after === choices ? choices : settled(catalog, item, after, choices)
}

/** What the choices add to the dish's price. */
export const choicesPrice = (catalog: Catalog, choices: Choices): number =>
  choices.reduce((sum, choice) => {
    if (!isChosen(choice)) return sum
    const modifier = groupOf(catalog, choice.groupId)?.modifiers.find(({ id }) => id === choice.modifierId)
    return sum + (modifier?.price ?? 0)
  }, 0)
