// What `verify` asks of the facts' file: whole pages, the tables that the program made, and rows that a rebuild would give.
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import type { StoredFacts } from '../../verify-rows.ts'
import { checkFactsSchema } from '../schema-check.ts'
import { type FactsOptions, isDamaged, openFactsReader, schemaOfFacts } from './open.ts'
import { preparePoints } from './projection.ts'
import { readFacts } from './read.ts'

export type FactsFinding = { table: string; row: string; says: string }

export type FactsToVerify = {
  readonly findings: readonly FactsFinding[]
  /** undefined where there are none of this history. */
  of(restaurantId: RestaurantId, log: Database): StoredFacts | undefined
  close(): void
}

const pages = { table: "the facts' file", row: 'its pages' }

const checkFile = (database: Database, options: FactsOptions): readonly FactsFinding[] => {
  const integrity = database.pragma('integrity_check(1)', { simple: true })
  if (integrity !== 'ok') return [{ ...pages, says: String(integrity) }]
  const schema = checkFactsSchema(database, schemaOfFacts(options))
  return schema === undefined ? [] : [{ table: 'sqlite_schema of the facts', ...schema }]
}

const none = (findings: readonly FactsFinding[]): FactsToVerify => ({
  findings,
  of: () => undefined,
  close: () => {},
})

/** Reads the facts as of now. The log is read after them, so that it holds every event that they do. */
export const openFactsToVerify = (options: FactsOptions): FactsToVerify => {
  let database: Database | undefined
  try {
    database = openFactsReader(options)
    if (database === undefined) return none([])
    const opened = database
    opened.exec('BEGIN')
    const findings = checkFile(opened, options)
    return {
      findings,
      of: (restaurantId, log) => {
        const point = preparePoints(opened, log).reached(restaurantId)
        if (findings.length > 0 || point === undefined) return undefined
        return { upTo: point.seq, of: (table) => readFacts(opened, table).iterate(restaurantId) }
      },
      close: () => void opened.close(),
    }
  } catch (error) {
    database?.close()
    if (!isDamaged(error)) throw error
    return none([{ ...pages, says: error instanceof Error ? error.message : String(error) }])
  }
}
