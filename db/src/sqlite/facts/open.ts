// The file of facts, as this program made it. What another projector made, and what can no longer be read, is thrown away:
// the log has it all. Commits are not flushed one by one: losing the last of them costs work, never a figure.
import { hash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import type { Facts } from '../../facts-port.ts'
import { sqliteCode } from '../failures.ts'
import { createOwnFileIfMissing, refusalToWrite } from '../files.ts'
import { factsFileOf, filesOf } from './path.ts'

export type FactsOptions = {
  /** The log's. The facts lie beside it. */
  file: string
  facts: Facts
  /** The tables that the facts are written to. */
  schema?: string
}

const busyTimeoutMs = 200
const journalSizeLimit = 16 * 1024 * 1024
const ownSchema = new URL('./schema.sql', import.meta.url)

export const schemaOfFacts = ({ schema }: Pick<FactsOptions, 'schema'>): string =>
  schema ?? readFileSync(ownSchema, 'utf8')

/** Facts of another maker are of no use, even where the tables are the same. */
const makerOf = (options: FactsOptions): string =>
  hash('sha256', `${options.facts.version}\n${schemaOfFacts(options)}`, 'hex')

const hasMaker = `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'made'`

export const isMadeBy = (database: Database, options: FactsOptions): boolean =>
  database.prepare<[], number>(hasMaker).pluck().get() === 1 &&
  database.prepare<[], string>('SELECT by FROM made').pluck().get() === makerOf(options)

/** Empties the file, in one transaction. Triggers and indexes go with their tables. */
export const beginAnew = (database: Database, options: FactsOptions): void => {
  const renew = (): void => {
    const tables = database
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all()
    for (const name of tables) database.exec(`DROP TABLE "${name}"`)
    database.exec(schemaOfFacts(options))
    database.prepare<[string]>('INSERT INTO made (by) VALUES (?)').run(makerOf(options))
  }
  database.transaction(renew).immediate()
}

const damage = /^SQLITE_(NOTADB|CORRUPT)/

/** Torn or written over: nothing in it can be believed. */
export const isDamaged = (error: unknown): boolean => damage.test(sqliteCode(error) ?? '')

export const discardFacts = (file: string): void => {
  for (const path of filesOf(factsFileOf(file))) rmSync(path, { force: true })
}

const openAsItIs = (options: FactsOptions): Database => {
  const path = factsFileOf(options.file)
  createOwnFileIfMissing(path)
  const database = new BetterSqlite3(path, { timeout: busyTimeoutMs })
  try {
    if (refusalToWrite(path) === undefined) {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = NORMAL')
      database.pragma(`journal_size_limit = ${journalSizeLimit}`)
    }
    if (!isMadeBy(database, options)) beginAnew(database, options)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** For whoever reads and projects. */
export const openFacts = (options: FactsOptions): Database => {
  try {
    return openAsItIs(options)
  } catch (error) {
    if (!isDamaged(error)) throw error
    discardFacts(options.file)
    return openAsItIs(options)
  }
}

/** For whoever only looks. undefined: there are none, or none of this program's. */
export const openFactsReader = (options: FactsOptions): Database | undefined => {
  const path = factsFileOf(options.file)
  if (!existsSync(path)) return undefined
  const database = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
  try {
    if (isMadeBy(database, options)) return database
    database.close()
    return undefined
  } catch (error) {
    database.close()
    throw error
  }
}
