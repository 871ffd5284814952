// What a draft row says under its name: seat, choices, note. NO comes first, where a mistake would hurt most.
import type { ChosenModifier } from '@comanda/shared/domain/commands/draft'
import type { Catalog } from '@comanda/shared/domain/state'
import type { Modifier, ModifierGroup } from '@comanda/shared/model/menu'
import type { ModifierPrefix } from '@comanda/shared/model/order'
import { sameModifiers } from './draft.ts'

export type SaidModifier = { readonly modifier: Modifier; readonly prefix: ModifierPrefix | undefined }

const order: Readonly<Record<ModifierPrefix | 'plain', number>> = { no: 0, extra: 1, 'on-side': 2, plain: 3 }

function found(catalog: Catalog, choice: ChosenModifier): { group: ModifierGroup; modifier: Modifier } | undefined {
  const group = catalog.modifierGroups[choice.groupId]
  const modifier = group?.modifiers.find(({ id }) => id === choice.modifierId)
  return group === undefined || modifier === undefined ? undefined : { group, modifier }
}

/** What differs from the dish as it always is. All of a group whose defaults were left alone stays unsaid. */
export function saidModifiers(catalog: Catalog, choices: readonly ChosenModifier[]): SaidModifier[] {
  const said = choices.flatMap((choice) => {
    const known = found(catalog, choice)
    if (known === undefined) return []
    const ofGroup = choices.filter(({ groupId }) => groupId === choice.groupId)
    const usual = known.group.defaults.map((modifierId) => ({ groupId: choice.groupId, modifierId }))
    if (sameModifiers(ofGroup, usual)) return []
    const isUsual =
      known.group.max > 1 && choice.prefix === undefined && known.group.defaults.includes(choice.modifierId)
    return isUsual ? [] : [{ modifier: known.modifier, prefix: choice.prefix }]
  })
  return said.sort((a, b) => order[a.prefix ?? 'plain'] - order[b.prefix ?? 'plain'])
}
