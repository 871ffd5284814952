// Every statement of the log, named. Prepared once per connection.
import type { Buffer } from 'node:buffer'
import type { Database } from 'better-sqlite3'
import type { EventCells } from '../chain.ts'

export type HeadRow = { logId: string; head: number; chainHead: string; backedUpSeq: number }
export type StoredEventRow = EventCells & { hash: string }
export type TextOfEvent = { seq: number; digest: string; salt: string | null; text: string | null }
export type AnswerRow = { commandId: string; cseq: number | null; answer: string }
export type SnapshotRow = { seq: number; domain: string; body: string; digest: string }

type Key = [restaurantId: string]

const eventColumns = 'seq, at, business_date AS businessDate, type, version, body, hash'

export const prepareLogStatements = (database: Database) => ({
  // heads
  restaurants: database.prepare<[], string>('SELECT restaurant_id FROM heads ORDER BY restaurant_id').pluck(),
  head: database.prepare<Key, HeadRow>(
    `SELECT log_id AS logId, head, chain_head AS chainHead, backed_up_seq AS backedUpSeq
     FROM heads WHERE restaurant_id = ?`,
  ),
  insertHead: database.prepare<[restaurantId: string, logId: string, lifeDigest: string, chainHead: string]>(
    'INSERT INTO heads (restaurant_id, log_id, life_digest, head, chain_head) VALUES (?, ?, ?, 0, ?)',
  ),
  advanceHead: database.prepare<[head: number, chainHead: string, restaurantId: string, expectedHead: number]>(
    'UPDATE heads SET head = ?, chain_head = ? WHERE restaurant_id = ? AND head = ?',
  ),

  // append
  insertEvent: database.prepare<
    [
      restaurantId: string,
      seq: number,
      at: number,
      businessDate: string,
      type: string,
      version: number,
      body: Buffer,
      hash: string,
    ]
  >(
    // Bytes that are text already: binding them costs a quarter of binding a long string.
    `INSERT INTO events (restaurant_id, seq, at, business_date, type, version, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)`,
  ),
  insertResult: database.prepare<
    [
      restaurantId: string,
      lastSeq: number,
      firstSeq: number,
      commandId: string,
      commandType: string,
      clientId: string | null,
      cseq: number | null,
      again: number,
      deviceId: string | null,
      staffId: string | null,
      sid: string | null,
      writtenAt: number | null,
      answer: string,
      hash: string,
    ]
  >(
    `INSERT INTO results (restaurant_id, last_seq, first_seq, command_id, command_type, client_id, cseq, again,
       device_id, staff_id, sid, written_at, answer, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  insertText: database.prepare<
    [restaurantId: string, seq: number, digest: string, salt: string | null, text: string | null]
  >('INSERT INTO texts (restaurant_id, seq, digest, salt, text) VALUES (?, ?, ?, ?, ?)'),

  // reads
  eventsAfter: database.prepare<[restaurantId: string, seq: number, limit: number], StoredEventRow>(
    `SELECT ${eventColumns} FROM events WHERE restaurant_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  ),
  eventAt: database.prepare<[restaurantId: string, seq: number], StoredEventRow>(
    `SELECT ${eventColumns} FROM events WHERE restaurant_id = ? AND seq = ?`,
  ),
  textsBetween: database.prepare<[restaurantId: string, from: number, to: number], TextOfEvent>(
    `SELECT seq, digest, salt, text FROM texts WHERE restaurant_id = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
  ),
  answerAt: database.prepare<[restaurantId: string, lastSeq: number], AnswerRow>(
    'SELECT command_id AS commandId, cseq, answer FROM results WHERE restaurant_id = ? AND last_seq = ?',
  ),

  // snapshots
  snapshots: database.prepare<[restaurantId: string, head: number], SnapshotRow>(
    'SELECT seq, domain, body, digest FROM snapshots WHERE restaurant_id = ? AND seq <= ? ORDER BY seq DESC',
  ),
  putSnapshot: database.prepare<[restaurantId: string, seq: number, domain: string, body: string, digest: string]>(
    'INSERT OR REPLACE INTO snapshots (restaurant_id, seq, domain, body, digest) VALUES (?, ?, ?, ?, ?)',
  ),
  keepNewestSnapshots: database.prepare<[restaurantId: string, sameRestaurantId: string]>(
    `DELETE FROM snapshots WHERE restaurant_id = ? AND seq NOT IN
       (SELECT seq FROM snapshots WHERE restaurant_id = ? ORDER BY seq DESC LIMIT 2)`,
  ),
  dropSnapshotsFrom: database.prepare<[restaurantId: string, seq: number]>(
    'DELETE FROM snapshots WHERE restaurant_id = ? AND seq >= ?',
  ),

  // texts that are to be forgotten
  liveTextsBefore: database
    .prepare<[restaurantId: string, before: string], number>(
      `SELECT DISTINCT texts.seq FROM texts JOIN events
         ON events.restaurant_id = texts.restaurant_id AND events.seq = texts.seq
       WHERE texts.restaurant_id = ? AND texts.text IS NOT NULL AND events.business_date < ? ORDER BY texts.seq`,
    )
    .pluck(),
  liveTextsOf: database
    .prepare<[restaurantId: string, seq: number], number>(
      'SELECT count(*) FROM texts WHERE restaurant_id = ? AND seq = ? AND text IS NOT NULL',
    )
    .pluck(),
  eraseTexts: database.prepare<[restaurantId: string, seq: number]>(
    'UPDATE texts SET salt = NULL, text = NULL WHERE restaurant_id = ? AND seq = ? AND text IS NOT NULL',
  ),

  // probe
  insertProbe: database.prepare<[bytes: number]>('INSERT INTO probes (filler) VALUES (randomblob(?))'),
  deleteProbes: database.prepare<[]>('DELETE FROM probes'),
})

export type LogStatements = ReturnType<typeof prepareLogStatements>
