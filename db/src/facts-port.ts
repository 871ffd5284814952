// What reports read, as the log's adapters see it: rows derived from events and written in the same transaction.
// A fact table's key is (restaurant_id, seq, position): the adapter fills it, position counting the rows that one event
// gives one table. The projector gives the remaining columns, in the order in which the table declares them.
// Personal texts reach the projector sealed, so no fact can hold one and erasing a text never changes a fact.
import type { Recorded } from '@comanda/shared/domain/events'
import type { Origin } from './log.ts'

export type FactValue = string | number | null

export type FactTable = { readonly name: string; readonly columns: readonly string[] }

/** `values` answers `table.columns`, one for one. */
export type FactRow = { readonly table: FactTable; readonly values: readonly FactValue[] }

/** Pure: the same event and origin give the same rows for ever, or a rebuild would differ. */
export type FactProjector = (recorded: Recorded, origin: Origin) => readonly FactRow[]

/** `tables` names every table that `project` writes. */
export type Facts = { readonly tables: readonly FactTable[]; readonly project: FactProjector }

export const noFacts: Facts = { tables: [], project: () => [] }
