// A table in words: what the map's label reads out and the list's row says.
import type { State } from '@comanda/shared/domain/state'
import type { Texts } from '../texts/texts.ts'
import type { FloorSpot } from './floor-view.ts'

export type Naming = { nameOf(staffId: string | undefined): string | undefined; me: string | undefined }

export const initials = (name: string | undefined): string => (name ?? '').slice(0, 2).toUpperCase()

/** Of others only that they are there; what this tablet has not sent is its own to say (ORD-2). */
export function presenceWords({ present, draft }: FloorSpot, { floor }: Texts, { nameOf }: Naming): string[] {
  const names = present.flatMap(({ staffId }) => nameOf(staffId) ?? [])
  const here =
    names.length === 0 ? [] : [names.length === 1 ? floor.isHere(names[0] ?? '') : floor.areHere(names.join(', '))]
  return [...here, ...(draft > 0 ? [floor.notSent(draft)] : [])]
}

export function needWord(spot: FloorSpot, { home }: Texts): string | undefined {
  const { badge } = spot.floor
  if (badge === undefined) return undefined
  const words = { call: home.callBadge, ready: home.readyBadge, late: home.lateBadge, bill: home.billBadge }
  return words[badge.kind]
}

export function spotLabel(spot: FloorSpot, texts: Texts, naming: Naming, age: string | undefined): string {
  const { floor, home } = texts
  const { stage, waiterId, covers } = spot.floor
  return [
    floor.table(spot.table.name),
    needWord(spot, texts),
    home.stages[stage],
    age,
    naming.nameOf(waiterId),
    covers > 0 ? floor.guests(covers) : home.seats(spot.table.seats),
    ...presenceWords(spot, texts, naming),
  ]
    .filter((word) => word !== undefined && word !== '')
    .join(', ')
}

/** Orders that no table stands for: tabs and takeaways, oldest first. */
export const tableless = (state: State) =>
  [...state.orders.values()]
    .filter(({ status, tableId }) => status === 'open' && tableId === undefined)
    .sort((a, b) => a.openedAt - b.openedAt)
