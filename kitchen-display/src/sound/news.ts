// What there is to hear (KDS-15): compared with what this screen knew before, ticket by ticket. What a cook was told by
// mouth, or brought back by hand, makes no sound.
import type { Sound } from '@comanda/ui-kit/sound'
import type { SlipView } from '../slip/slip-view.ts'

export type Heard = ReadonlyMap<string, { readonly version: number; readonly voids: number }>

const toldByMouth = (view: SlipView): boolean => view.groups.every(({ told }) => told)

export const heardOf = (views: Iterable<SlipView>): Heard =>
  new Map([...views].map((view) => [view.ticket.id, { version: view.ticket.version, voids: view.openVoids }]))

export type News = { readonly sounds: readonly Sound[]; readonly changed: readonly string[] }

export const newsOf = (before: Heard | undefined, views: Iterable<SlipView>): News => {
  if (before === undefined) return { sounds: [], changed: [] }
  const sounds = new Set<Sound>()
  const changed: string[] = []
  for (const view of views) {
    const known = before.get(view.ticket.id)
    if (known === undefined) {
      if (view.ticket.bumpedAt === undefined && !toldByMouth(view)) sounds.add('new')
    } else if (view.ticket.version > known.version) {
      changed.push(view.ticket.id)
      sounds.add('changed')
    }
  }
  return { sounds: [...sounds], changed }
}
