// What stands in a dish's sheet before it is taken over.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import type { Catalog } from '@comanda/shared/domain/state'
import type { Item } from '@comanda/shared/model/menu'
import type { Choices } from './choices.ts'

export type Wanted = {
  readonly choices: Choices
  readonly note: string
  readonly seat: number | undefined
  /** Set only where it is another than the dish's own. */
  readonly course: number | undefined
  readonly quantity: number
  readonly ownBar: boolean
}

export const wantedOf = (line: DraftLine | undefined, first: Choices, seat: number | undefined): Wanted => ({
  choices: line?.modifiers ?? first,
  note: line?.note ?? '',
  seat: line === undefined ? seat : line.seat,
  course: line?.course,
  quantity: line?.quantity ?? 1,
  ownBar: line?.ownBar === true,
})

/** The course a dish belongs to when nobody says another. */
export const usualCourse = (catalog: Catalog, item: Item): number =>
  item.course ?? catalog.categories[item.categoryId]?.course ?? 1

/** Only what nobody but a bar makes. */
export const canPourHere = (catalog: Catalog, item: Item): boolean =>
  item.needsTicket &&
  item.stations.length > 0 &&
  item.stations.every((stationId) => catalog.stations[stationId]?.kind === 'bar')
