// The statements of what finds commands and orders again.
import type { Database } from 'better-sqlite3'
import type { EventCells } from '../chain.ts'

export type UnfiledResultRow = {
  seq: number
  commandId: string
  again: number
  clientId: string | null
  cseq: number | null
}

export type UnfiledEventRow = Pick<EventCells, 'seq' | 'type' | 'version' | 'body'>

export const prepareFilingStatements = (database: Database) => ({
  head: database.prepare<[restaurantId: string], number>('SELECT head FROM heads WHERE restaurant_id = ?').pluck(),
  filed: database.prepare<[restaurantId: string], number>('SELECT seq FROM filed WHERE restaurant_id = ?').pluck(),
  resultsAfter: database.prepare<[restaurantId: string, after: number, upTo: number], UnfiledResultRow>(
    `SELECT last_seq AS seq, command_id AS commandId, again, client_id AS clientId, cseq
     FROM results WHERE restaurant_id = ? AND last_seq > ? AND last_seq <= ? ORDER BY last_seq`,
  ),
  eventsAfter: database.prepare<[restaurantId: string, after: number, upTo: number], UnfiledEventRow>(
    `SELECT seq, type, version, body FROM events WHERE restaurant_id = ? AND seq > ? AND seq <= ? ORDER BY seq`,
  ),

  seqOfCommand: database
    .prepare<[restaurantId: string, commandId: string], number>(
      'SELECT seq FROM filed_commands WHERE restaurant_id = ? AND command_id = ?',
    )
    .pluck(),
  seqOfNumber: database
    .prepare<[restaurantId: string, clientId: string, cseq: number], number>(
      'SELECT seq FROM filed_numbers WHERE restaurant_id = ? AND client_id = ? AND cseq = ?',
    )
    .pluck(),
  lastNumber: database
    .prepare<[restaurantId: string, clientId: string], number>(
      'SELECT max(cseq) FROM filed_numbers WHERE restaurant_id = ? AND client_id = ?',
    )
    .pluck(),
  seqsOfOrder: database
    .prepare<[restaurantId: string, orderId: string], number>(
      'SELECT seq FROM order_events WHERE restaurant_id = ? AND order_id = ? ORDER BY seq',
    )
    .pluck(),

  // What is filed twice, by two programs or after a filing whose mark was lost, is filed once.
  fileCommand: database.prepare<[restaurantId: string, commandId: string, seq: number]>(
    'INSERT INTO filed_commands (restaurant_id, command_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  fileNumber: database.prepare<[restaurantId: string, clientId: string, cseq: number, seq: number]>(
    'INSERT INTO filed_numbers (restaurant_id, client_id, cseq, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  fileOrder: database.prepare<[restaurantId: string, orderId: string, seq: number]>(
    'INSERT INTO order_events (restaurant_id, order_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  move: database.prepare<[restaurantId: string, seq: number]>(
    `INSERT INTO filed (restaurant_id, seq) VALUES (?, ?) ON CONFLICT (restaurant_id) DO UPDATE SET seq = excluded.seq`,
  ),
})

export type FilingStatements = ReturnType<typeof prepareFilingStatements>
