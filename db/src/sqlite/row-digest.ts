// The tables that change and so have no chain, with the cells that each row's digest covers, in the order of its trigger.
// The function that makes the digest belongs to every connection that writes or verifies them.
import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

export type DigestedTable = {
  name: string
  key: string
  cells: string
  /** What its digests cover in a file of a program that did not have all of these cells yet. */
  before?: string
}

export const digestedTables: readonly DigestedTable[] = [
  { name: 'pins', key: 'staff_id', cells: 'restaurant_id, staff_id, hash' },
  { name: 'badges', key: 'staff_id', cells: 'restaurant_id, staff_id, hash' },
  {
    name: 'devices',
    key: 'device_id',
    cells: 'restaurant_id, device_id, name, kind, station_ids, token_hash, paired_at, revoked_at',
  },
  {
    name: 'pairings',
    key: 'claim_hash',
    cells: 'restaurant_id, claim_hash, code_hash, name, expires_at, approved, collected_at',
  },
  { name: 'sessions', key: 'sid', cells: 'restaurant_id, sid, staff_id, device_id, started_at, ended_at, revoked_at' },
  { name: 'tries', key: 'key', cells: 'restaurant_id, key, failed, last_at' },
  {
    name: 'approvals',
    key: 'id',
    cells: 'restaurant_id, id, command_id, covers, approved_by, expires_at, used_at',
    before: 'restaurant_id, id, command_id, approved_by, expires_at, used_at',
  },
]

export const addRowDigest = (database: Database): void => {
  database.function('row_digest', { deterministic: true, varargs: true }, (...cells: unknown[]) =>
    hash('sha256', JSON.stringify(cells), 'base64url'),
  )
}
