// Numbered SQL files, forward only. What a file has applied must be the beginning of what this program knows, byte for
// byte: a file that a newer program has changed is refused before anything is written to it.
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'

export type Migration = { number: number; name: string; checksum: string; sql: string }

export type AppliedMigration = Omit<Migration, 'sql'>

/** Made by a newer program or by another one, served by somebody else, or its disk lets nobody open it safely. */
export type RefusalReason = 'newer' | 'foreign' | 'altered' | 'in-use' | 'unusable'

export class FileRefused extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'FileRefused'
    this.reason = reason
  }
}

const directory = fileURLToPath(new URL('../../migrations/sqlite/', import.meta.url))

/** 'CMDA', in every file's header. */
const applicationId = 0x434d4441

const createMigrations = `CREATE TABLE migrations (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL
) STRICT`

const hasMigrations = `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'`

export const parseMigration = (fileName: string, sql: string): Migration => {
  const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(fileName)
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`${fileName} is not named NNNN-name.sql`)
  return { number: Number(match[1]), name: match[2], checksum: hash('sha256', sql, 'hex'), sql }
}

export const readMigrations = (from: string = directory): readonly Migration[] =>
  readdirSync(from)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => parseMigration(name, readFileSync(`${from}/${name}`, 'utf8')))

export const appliedMigrations = (database: Database): readonly AppliedMigration[] => {
  if (database.prepare<[], number>(hasMigrations).pluck().get() === 0) return []
  return database.prepare<[], AppliedMigration>('SELECT number, name, checksum FROM migrations ORDER BY number').all()
}

/** The migrations still to apply, or a refusal. */
export const pendingMigrations = (
  applied: readonly AppliedMigration[],
  available: readonly Migration[],
): readonly Migration[] => {
  applied.forEach((done, index) => {
    const known = available[index]
    if (known === undefined || known.number !== done.number || known.name !== done.name) {
      const wanted = `${String(done.number).padStart(4, '0')}-${done.name}`
      throw new FileRefused('newer', `this file was changed by a newer program (${wanted}): start it with that one`)
    }
    if (known.checksum !== done.checksum) {
      throw new FileRefused('altered', `migration ${known.name} was applied to this file in another wording`)
    }
  })
  return available.slice(applied.length)
}

const assertOurs = (database: Database): void => {
  const id = database.pragma('application_id', { simple: true })
  const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() ?? 0
  if (id !== applicationId && tables > 0) throw new FileRefused('foreign', 'this file belongs to another program')
}

/** Refuses a file that this program must not touch. Reads only. */
export const checkMigrations = (database: Database, available: readonly Migration[]): readonly Migration[] => {
  assertOurs(database)
  return pendingMigrations(appliedMigrations(database), available)
}

const applyOne = (database: Database, { number, name, checksum, sql }: Migration): void => {
  database.exec(sql)
  database.prepare('INSERT INTO migrations (number, name, checksum) VALUES (?, ?, ?)').run(number, name, checksum)
}

/** Each in its own transaction, so that a failure leaves the file at the last whole step. */
export const migrate = (database: Database, available: readonly Migration[]): void => {
  const pending = checkMigrations(database, available)
  if (pending.length === 0) return
  database.transaction(() => {
    database.pragma(`application_id = ${applicationId}`)
    if (database.prepare<[], number>(hasMigrations).pluck().get() === 0) database.exec(createMigrations)
  })()
  for (const migration of pending) database.transaction(applyOne).immediate(database, migration)
}
