// Dishes that ran out or are counted down (ORD-10): the least first; those that this screen's stations cook are its own.
import type { State } from '@comanda/shared/domain/state'
import type { ItemId, StationId } from '@comanda/shared/model/ids'
import { readable } from '../slip/slip-view.ts'

export type CountRow = {
  readonly itemId: ItemId
  readonly name: string
  readonly left: number
  readonly pinned: boolean
  readonly isOwn: boolean
}

export const countRows = (state: State | undefined, stationIds: readonly StationId[]): CountRow[] =>
  [...(state?.counts.values() ?? [])]
    .flatMap(({ itemId, soldOut, left, pinned }): CountRow[] => {
      const item = state?.catalog.items[itemId]
      if (item === undefined || (!soldOut && left === undefined)) return []
      return [
        {
          itemId,
          name: readable(item.kitchenName),
          left: soldOut ? 0 : (left ?? 0),
          pinned,
          isOwn: item.stations.some((id) => stationIds.includes(id)),
        },
      ]
    })
    .sort((a, b) => a.left - b.left || (a.name < b.name ? -1 : 1))
