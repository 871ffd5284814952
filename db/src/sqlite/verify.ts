// `comanda verify` on a file and the facts beside it: each in one read transaction, so that a running server goes on
// writing meanwhile.

import { LogId, RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import { type Finding, type Verifying, verifyLog } from '../verify.ts'
import type { LogRows, StoredFacts, StoredHead } from '../verify-rows.ts'
import { type FactsToVerify, openFactsToVerify } from './facts/verify.ts'
import { FileRefused, type Migration, readMigrations } from './migrations.ts'
import { openReader } from './open.ts'
import { digestedTables } from './row-digest.ts'
import { checkSchema } from './schema-check.ts'
import { originOf } from './stored-origin.ts'
import {
  type FiledStatements,
  prepareFiledStatements,
  prepareVerifyStatements,
  type StoredResultRow,
  type VerifyStatements,
} from './verify-statements.ts'

/** `restaurantId` is absent for what concerns the whole file. */
export type FileFinding = Omit<Finding, 'restaurantId'> & { restaurantId?: RestaurantId }

export type VerifiedLog = { restaurantId: RestaurantId } & Pick<StoredHead, 'logId' | 'head' | 'chainHead'>

export type Verified = { logs: readonly VerifiedLog[]; findings: readonly FileFinding[] }

export type VerifyOptions = Omit<Verifying, 'anchor'> & {
  file: string
  migrations?: readonly Migration[]
  /** The facts' tables, where they are not the program's own. */
  schema?: string
  anchor?: { restaurantId: RestaurantId; seq: number; hash: string }
}

function* resultsOf(rows: Iterable<StoredResultRow>) {
  for (const row of rows) {
    const { firstSeq, lastSeq, answer, hash } = row
    yield { origin: originOf(row), firstSeq, lastSeq, answer, hash }
  }
}

type Stored = { head: StoredHead; facts: StoredFacts | undefined; filed: FiledStatements | undefined }

const rowsOf = (sql: VerifyStatements, restaurantId: RestaurantId, { head, facts, filed }: Stored): LogRows => ({
  head,
  events: () => sql.events.iterate(restaurantId),
  results: () => resultsOf(sql.results.iterate(restaurantId)),
  texts: () => sql.texts.iterate(restaurantId),
  orderEvents: () => sql.orderEvents.iterate(restaurantId),
  ...(filed === undefined
    ? {}
    : {
        filed: {
          upTo: filed.upTo.get(restaurantId) ?? 0,
          commands: () => filed.commands.iterate(restaurantId),
          numbers: () => filed.numbers.iterate(restaurantId),
        },
      }),
  ...(facts === undefined ? {} : { facts }),
  snapshots: () => sql.snapshots.all(restaurantId),
})

const checkStructure = (database: Database, migrations: readonly Migration[]): readonly FileFinding[] => {
  const findings: FileFinding[] = []
  const integrity = database.pragma('integrity_check(1)', { simple: true })
  if (integrity !== 'ok') findings.push({ table: 'the file', row: 'its pages', says: String(integrity) })
  const schema = checkSchema(database, migrations)
  if (schema !== undefined) findings.push({ table: 'sqlite_schema', ...schema })
  return findings
}

const columnsOf = (database: Database, table: string): ReadonlySet<string> =>
  new Set(database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table))

/**
 * A file of an earlier program lacks the later tables and columns; one that should be there is missed by the check of the
 * schema.
 */
const checkDigests = (database: Database): readonly FileFinding[] =>
  digestedTables.flatMap(({ name, key, cells: latest, before }) => {
    const columns = columnsOf(database, name)
    const cells = [latest, before].find((some) => some?.split(', ').every((cell) => columns.has(cell)))
    if (cells === undefined) return []
    const bad = database
      .prepare<[], { restaurantId: string; row: string }>(
        `SELECT restaurant_id AS restaurantId, ${key} AS row FROM ${name} WHERE digest <> row_digest(${cells}) LIMIT 1`,
      )
      .get()
    if (bad === undefined) return []
    const { restaurantId, row } = bad
    return [{ restaurantId: RestaurantId.parse(restaurantId), table: name, row, says: 'is not what was written' }]
  })

const verifyOpened = (
  database: Database,
  stored: FactsToVerify,
  migrations: readonly Migration[],
  options: VerifyOptions,
): Verified => {
  const sql = prepareVerifyStatements(database)
  const filed = prepareFiledStatements(database)
  const findings: FileFinding[] = [
    ...checkStructure(database, migrations),
    ...checkDigests(database),
    ...stored.findings,
  ]
  const logs = sql.heads.all().map((row) => ({
    ...row,
    restaurantId: RestaurantId.parse(row.restaurantId),
    logId: LogId.parse(row.logId),
  }))
  for (const { restaurantId, ...head } of logs) {
    const { anchor, facts, upcast } = options
    const rows = rowsOf(sql, restaurantId, { head, filed, facts: stored.of(restaurantId, database) })
    findings.push(
      ...verifyLog(restaurantId, rows, { facts, upcast, ...(anchor?.restaurantId === restaurantId ? { anchor } : {}) }),
    )
  }
  const unknown = options.anchor
  if (unknown !== undefined && !logs.some(({ restaurantId }) => restaurantId === unknown.restaurantId)) {
    findings.push({ table: 'heads', row: unknown.restaurantId, says: 'is what the anchor names, and has no log here' })
  }
  return {
    logs: logs.map(({ restaurantId, logId, head, chainHead }) => ({ restaurantId, logId, head, chainHead })),
    findings,
  }
}

export const verifyFile = (options: VerifyOptions): Verified => {
  const migrations = options.migrations ?? readMigrations()
  try {
    const database = openReader({ file: options.file, migrations })
    const stored = openFactsToVerify(options)
    try {
      return database.transaction(() => verifyOpened(database, stored, migrations, options))()
    } finally {
      stored.close()
      database.close()
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return { logs: [], findings: [{ table: 'migrations', row: error.reason, says: error.message }] }
  }
}
