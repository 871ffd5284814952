// Facts made anew from the log, in one transaction. The same projector gives the same rows to the byte; another one, after
// an update, gives the rows that it should have given all along.
import { hash } from 'node:crypto'
import type { Upcast } from '@comanda/shared/domain/upcast'
import { RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import type { Facts, FactTable } from '../facts-port.ts'
import { readSealed } from '../reading.ts'
import { prepareFactInserts } from './fact-inserts.ts'
import type { StoredEventRow } from './statements.ts'
import { originOf } from './stored-origin.ts'
import { prepareVerifyStatements, type VerifyStatements } from './verify-statements.ts'

export type Rebuilding = { database: Database; facts: Facts; upcast: Upcast }

export type Rebuilt = { table: string; rows: number; same: boolean }

type Trigger = { name: string; sql: string }

const commandsAtOnce = 1000

const fingerprint = (sql: VerifyStatements, restaurants: readonly RestaurantId[], table: FactTable) => {
  const select = sql.facts(table)
  let rows = 0
  let chain = ''
  for (const restaurantId of restaurants) {
    for (const cells of select.iterate(restaurantId)) {
      rows += 1
      chain = hash('sha256', `${chain}\n${JSON.stringify([restaurantId, ...cells])}`, 'hex')
    }
  }
  return { rows, chain }
}

/** Facts are append-only too, so their triggers step aside for the length of the transaction. */
const withoutTriggers = (database: Database, table: FactTable, work: () => void): void => {
  const triggers = database
    .prepare<[table: string], Trigger>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`)
    .all(table.name)
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  work()
  for (const { sql } of triggers) database.exec(sql)
}

const replay = ({ database, facts, upcast }: Rebuilding, sql: VerifyStatements, restaurantId: RestaurantId): void => {
  const write = prepareFactInserts(database, facts.tables)
  const eventsOf = database.prepare<[restaurantId: string, first: number, last: number], StoredEventRow>(
    `SELECT seq, at, business_date AS businessDate, type, version, body, hash
     FROM events WHERE restaurant_id = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
  )
  // A connection cannot write while it reads row by row, so commands come by the page and events by the command.
  let done = 0
  for (let page = sql.resultsAfter.all(restaurantId, done, commandsAtOnce); page.length > 0; ) {
    write(
      restaurantId,
      page.flatMap((result) => {
        const origin = originOf(result)
        return eventsOf
          .all(restaurantId, result.firstSeq, result.lastSeq)
          .map((row) => ({ seq: row.seq, facts: facts.project(readSealed(row, upcast), origin) }))
      }),
    )
    done = page.at(-1)?.lastSeq ?? done
    page = sql.resultsAfter.all(restaurantId, done, commandsAtOnce)
  }
}

export const rebuildFacts = (rebuilding: Rebuilding): readonly Rebuilt[] => {
  const { database, facts } = rebuilding
  const sql = prepareVerifyStatements(database)
  const rebuild = (): readonly Rebuilt[] => {
    const restaurants = sql.heads.all().map(({ restaurantId }) => RestaurantId.parse(restaurantId))
    const before = new Map(facts.tables.map((table) => [table, fingerprint(sql, restaurants, table)]))
    for (const table of facts.tables) {
      withoutTriggers(database, table, () => void database.exec(`DELETE FROM ${table.name}`))
    }
    for (const restaurantId of restaurants) replay(rebuilding, sql, restaurantId)
    return facts.tables.map((table) => {
      const { rows, chain } = fingerprint(sql, restaurants, table)
      return { table: table.name, rows, same: chain === before.get(table)?.chain }
    })
  }
  return database.transaction(rebuild).immediate()
}
