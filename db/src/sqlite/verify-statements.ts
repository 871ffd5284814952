// What `verify` reads, named: whole tables of one restaurant, in seq order.
import type { Database } from 'better-sqlite3'
import type { SnapshotRow, StoredEventRow, TextOfEvent } from './statements.ts'

export type StoredResultRow = {
  lastSeq: number
  firstSeq: number
  commandId: string
  commandType: string
  clientId: string | null
  cseq: number | null
  again: number
  deviceId: string | null
  staffId: string | null
  sid: string | null
  writtenAt: number | null
  answer: string
  hash: string
}

export type StoredHeadRow = {
  restaurantId: string
  logId: string
  lifeDigest: string
  head: number
  chainHead: string
  backedUpSeq: number
}

const resultColumns = `last_seq AS lastSeq, first_seq AS firstSeq, command_id AS commandId, command_type AS commandType,
  client_id AS clientId, cseq, again, device_id AS deviceId, staff_id AS staffId, sid, written_at AS writtenAt,
  answer, hash`

export const prepareVerifyStatements = (database: Database) => ({
  heads: database.prepare<[], StoredHeadRow>(
    `SELECT restaurant_id AS restaurantId, log_id AS logId, life_digest AS lifeDigest, head,
       chain_head AS chainHead, backed_up_seq AS backedUpSeq
     FROM heads ORDER BY restaurant_id`,
  ),
  events: database.prepare<[restaurantId: string], StoredEventRow>(
    `SELECT seq, at, business_date AS businessDate, type, version, body, hash
     FROM events WHERE restaurant_id = ? ORDER BY seq`,
  ),
  results: database.prepare<[restaurantId: string], StoredResultRow>(
    `SELECT ${resultColumns} FROM results WHERE restaurant_id = ? ORDER BY last_seq`,
  ),
  texts: database.prepare<[restaurantId: string], TextOfEvent>(
    'SELECT seq, digest, salt, text FROM texts WHERE restaurant_id = ? ORDER BY seq',
  ),
  orderEvents: database.prepare<[restaurantId: string], { orderId: string; seq: number }>(
    'SELECT order_id AS orderId, seq FROM order_events WHERE restaurant_id = ? ORDER BY seq',
  ),
  snapshots: database.prepare<[restaurantId: string], SnapshotRow>(
    'SELECT seq, domain, body, digest FROM snapshots WHERE restaurant_id = ? ORDER BY seq',
  ),
})

/** A file of an earlier program has none of these tables: its trees are part of every commit. */
export const prepareFiledStatements = (database: Database) => {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'filed'`).get()
  if (table === undefined) return undefined
  return {
    upTo: database.prepare<[restaurantId: string], number>('SELECT seq FROM filed WHERE restaurant_id = ?').pluck(),
    commands: database.prepare<[restaurantId: string], { commandId: string; seq: number }>(
      'SELECT command_id AS commandId, seq FROM filed_commands WHERE restaurant_id = ? ORDER BY seq',
    ),
    numbers: database.prepare<[restaurantId: string], { clientId: string; cseq: number; seq: number }>(
      'SELECT client_id AS clientId, cseq, seq FROM filed_numbers WHERE restaurant_id = ? ORDER BY seq',
    ),
  }
}

export type VerifyStatements = ReturnType<typeof prepareVerifyStatements>

export type FiledStatements = NonNullable<ReturnType<typeof prepareFiledStatements>>
