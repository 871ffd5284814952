// Writing facts: one prepared statement for a row and one for several, made once from the columns that each table declares.
// Rows of a whole batch are gathered by table, since half the price of a small row is the call that brings it.
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Database, Statement } from 'better-sqlite3'
import type { FactRow, FactTable, FactValue } from '../../facts-port.ts'

export type EventFacts = { seq: number; facts: readonly FactRow[] }

/** Inside a transaction of the caller's. */
export type WriteFacts = (restaurantId: RestaurantId, events: Iterable<EventFacts>) => void

type Inserts = { one: Statement<FactValue[]>; several: Statement<FactValue[]>; width: number }

/** The cells that wait for their statement, and the place of the last row. */
type Waiting = { cells: FactValue[]; seq: number; position: number }

const rowsAtOnce = 8
const plainName = /^[a-z][a-z_]*$/

const prepareInserts = (database: Database, { name, columns }: FactTable): Inserts => {
  const all = ['restaurant_id', 'seq', 'position', ...columns]
  const strange = [name, ...all].find((word) => !plainName.test(word))
  if (strange !== undefined) throw new Error(`${strange} is no name for a table or column of facts`)
  const row = `(${all.map(() => '?').join(', ')})`
  const prepare = (rows: number) =>
    database.prepare<FactValue[]>(
      `INSERT INTO ${name} (${all.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
    )
  return { one: prepare(1), several: prepare(rowsAtOnce), width: all.length }
}

export const prepareFactInserts = (database: Database, tables: readonly FactTable[]): WriteFacts => {
  const inserts = new Map(tables.map((table) => [table, prepareInserts(database, table)]))

  const insertsOf = (table: FactTable): Inserts => {
    const found = inserts.get(table)
    if (found === undefined) throw new Error(`${table.name} is not a declared table of facts`)
    return found
  }

  const add = (restaurantId: RestaurantId, seq: number, row: FactRow, waiting: Map<FactTable, Waiting>): void => {
    const { table, values } = row
    const { several, width } = insertsOf(table)
    if (values.length !== table.columns.length) {
      throw new Error(`${table.name} has ${table.columns.length} columns, got ${values.length} values`)
    }
    const place = waiting.get(table) ?? { cells: [], seq, position: -1 }
    waiting.set(table, place)
    place.position = place.seq === seq ? place.position + 1 : 0
    place.seq = seq
    place.cells.push(restaurantId, seq, place.position, ...values)
    if (place.cells.length < width * rowsAtOnce) return
    several.run(...place.cells)
    place.cells = []
  }

  return (restaurantId, events) => {
    const waiting = new Map<FactTable, Waiting>()
    for (const { seq, facts } of events) for (const row of facts) add(restaurantId, seq, row, waiting)
    for (const [table, { cells }] of waiting) {
      const { one, width } = insertsOf(table)
      for (let at = 0; at < cells.length; at += width) one.run(...cells.slice(at, at + width))
    }
  }
}
