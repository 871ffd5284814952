// What reports read: rows derived from events, beside the log and never in its transaction. They can always be made again,
// so they carry how far they reach: an adapter brings them up to the log's head before it reads them.
// Every fact has (restaurant_id, seq, position): the adapter fills them, position counting the rows that one event gives
// one table. The projector gives the remaining columns, in the order in which the table declares them.
// Personal texts reach the projector sealed, so no fact can hold one and erasing a text never changes a fact.
import type { Recorded } from '@comanda/shared/domain/events'

export type FactValue = string | number | null

export type FactTable = { readonly name: string; readonly columns: readonly string[] }

/** `values` answers `table.columns`, one for one. */
export type FactRow = { readonly table: FactTable; readonly values: readonly FactValue[] }

/** Pure: the same event gives the same rows for ever, or a rebuild would differ. */
export type FactProjector = (recorded: Recorded) => readonly FactRow[]

export type Facts = {
  /** Another one whenever `project` may give other rows: what an earlier one made is made anew. */
  readonly version: string
  /** Every table that `project` writes. */
  readonly tables: readonly FactTable[]
  readonly project: FactProjector
}

export const noFacts: Facts = { version: 'none', tables: [], project: () => [] }
