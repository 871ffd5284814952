// Every statement about who may sign in, named. Prepared once per connection.
import type { Database } from 'better-sqlite3'
import type { ApprovalRow, DeviceRow, PairingRow, SessionRow } from './access-rows.ts'

const deviceColumns = `device_id AS deviceId, name, kind, station_ids AS stationIds, token_hash AS tokenHash,
  paired_at AS pairedAt, revoked_at AS revokedAt`
const pairingColumns = `claim_hash AS claimHash, code_hash AS codeHash, name, expires_at AS expiresAt, approved,
  collected_at AS collectedAt`
const sessionColumns = `sid, staff_id AS staffId, device_id AS deviceId, started_at AS startedAt, ended_at AS endedAt,
  revoked_at AS revokedAt`
const approvalColumns = `id, command_id AS commandId, covers, approved_by AS approvedBy, expires_at AS expiresAt,
  used_at AS usedAt`

export const prepareAccessStatements = (database: Database) => ({
  pinHash: database
    .prepare<[restaurantId: string, staffId: string], string>(
      'SELECT hash FROM pins WHERE restaurant_id = ? AND staff_id = ?',
    )
    .pluck(),
  putPinHash: database.prepare<[restaurantId: string, staffId: string, hash: string]>(
    `INSERT INTO pins (restaurant_id, staff_id, hash) VALUES (?, ?, ?)
     ON CONFLICT (restaurant_id, staff_id) DO UPDATE SET hash = excluded.hash`,
  ),
  staffWithPin: database
    .prepare<[restaurantId: string], string>('SELECT staff_id FROM pins WHERE restaurant_id = ? ORDER BY staff_id')
    .pluck(),

  putBadge: database.prepare<[restaurantId: string, staffId: string, hash: string]>(
    `INSERT INTO badges (restaurant_id, staff_id, hash) VALUES (?, ?, ?)
     ON CONFLICT (restaurant_id, staff_id) DO UPDATE SET hash = excluded.hash`,
  ),
  dropBadge: database.prepare<[restaurantId: string, staffId: string]>(
    'DELETE FROM badges WHERE restaurant_id = ? AND staff_id = ?',
  ),
  staffByBadge: database
    .prepare<[restaurantId: string, hash: string], string>(
      'SELECT staff_id FROM badges WHERE restaurant_id = ? AND hash = ?',
    )
    .pluck(),
  staffWithBadge: database
    .prepare<[restaurantId: string], string>('SELECT staff_id FROM badges WHERE restaurant_id = ? ORDER BY staff_id')
    .pluck(),

  insertDevice: database.prepare<
    [
      restaurantId: string,
      deviceId: string,
      name: string,
      kind: string,
      stationIds: string,
      tokenHash: string,
      pairedAt: number,
      revokedAt: number | null,
    ]
  >(
    `INSERT INTO devices (restaurant_id, device_id, name, kind, station_ids, token_hash, paired_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  deviceByToken: database.prepare<[restaurantId: string, tokenHash: string], DeviceRow>(
    `SELECT ${deviceColumns} FROM devices WHERE restaurant_id = ? AND token_hash = ?`,
  ),
  devices: database.prepare<[restaurantId: string], DeviceRow>(
    `SELECT ${deviceColumns} FROM devices WHERE restaurant_id = ? ORDER BY device_id`,
  ),
  revokeDevice: database.prepare<[at: number, restaurantId: string, deviceId: string]>(
    'UPDATE devices SET revoked_at = ? WHERE restaurant_id = ? AND device_id = ? AND revoked_at IS NULL',
  ),

  insertPairing: database.prepare<
    [
      restaurantId: string,
      claimHash: string,
      codeHash: string,
      name: string,
      expiresAt: number,
      approved: string | null,
      collectedAt: number | null,
    ]
  >(
    `INSERT INTO pairings (restaurant_id, claim_hash, code_hash, name, expires_at, approved, collected_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  forgetPairings: database.prepare<[restaurantId: string, expiredBefore: number]>(
    'DELETE FROM pairings WHERE restaurant_id = ? AND expires_at < ?',
  ),
  pairingByClaim: database.prepare<[restaurantId: string, claimHash: string], PairingRow>(
    `SELECT ${pairingColumns} FROM pairings WHERE restaurant_id = ? AND claim_hash = ?`,
  ),
  pairingByCode: database.prepare<[restaurantId: string, codeHash: string], PairingRow>(
    `SELECT ${pairingColumns} FROM pairings WHERE restaurant_id = ? AND code_hash = ?`,
  ),
  updatePairing: database.prepare<
    [
      codeHash: string,
      name: string,
      expiresAt: number,
      approved: string | null,
      collectedAt: number | null,
      restaurantId: string,
      claimHash: string,
    ]
  >(
    `UPDATE pairings SET code_hash = ?, name = ?, expires_at = ?, approved = ?, collected_at = ?
     WHERE restaurant_id = ? AND claim_hash = ?`,
  ),

  insertSession: database.prepare<
    [
      restaurantId: string,
      sid: string,
      staffId: string,
      deviceId: string,
      startedAt: number,
      endedAt: number | null,
      revokedAt: number | null,
    ]
  >(
    `INSERT INTO sessions (restaurant_id, sid, staff_id, device_id, started_at, ended_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  session: database.prepare<[restaurantId: string, sid: string], SessionRow>(
    `SELECT ${sessionColumns} FROM sessions WHERE restaurant_id = ? AND sid = ?`,
  ),
  endSession: database.prepare<[at: number, restaurantId: string, sid: string]>(
    'UPDATE sessions SET ended_at = ? WHERE restaurant_id = ? AND sid = ? AND ended_at IS NULL',
  ),
  revokeSessionsOfStaff: database
    .prepare<[at: number, restaurantId: string, staffId: string], string>(
      `UPDATE sessions SET revoked_at = ? WHERE restaurant_id = ? AND staff_id = ? AND revoked_at IS NULL
       RETURNING sid`,
    )
    .pluck(),
  revokeSessionsOfDevice: database
    .prepare<[at: number, restaurantId: string, deviceId: string], string>(
      `UPDATE sessions SET revoked_at = ? WHERE restaurant_id = ? AND device_id = ? AND revoked_at IS NULL
       RETURNING sid`,
    )
    .pluck(),

  tries: database.prepare<[restaurantId: string, key: string], { key: string; failed: number; lastAt: number }>(
    'SELECT key, failed, last_at AS lastAt FROM tries WHERE restaurant_id = ? AND key = ?',
  ),
  putTries: database.prepare<[restaurantId: string, key: string, failed: number, lastAt: number]>(
    `INSERT INTO tries (restaurant_id, key, failed, last_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (restaurant_id, key) DO UPDATE SET failed = excluded.failed, last_at = excluded.last_at`,
  ),
  clearTries: database.prepare<[restaurantId: string, key: string]>(
    'DELETE FROM tries WHERE restaurant_id = ? AND key = ?',
  ),

  insertApproval: database.prepare<
    [
      restaurantId: string,
      id: string,
      commandId: string,
      covers: string,
      approvedBy: string,
      expiresAt: number,
      usedAt: number | null,
    ]
  >(
    `INSERT INTO approvals (restaurant_id, id, command_id, covers, approved_by, expires_at, used_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  forgetApprovals: database.prepare<[restaurantId: string, expiredBefore: number]>(
    'DELETE FROM approvals WHERE restaurant_id = ? AND expires_at < ?',
  ),
  useApproval: database.prepare<
    [usedAt: number, restaurantId: string, id: string, commandId: string, covers: string, now: number],
    ApprovalRow
  >(
    `UPDATE approvals SET used_at = COALESCE(used_at, ?)
     WHERE restaurant_id = ? AND id = ? AND command_id = ? AND covers = ?
       AND (used_at IS NOT NULL OR expires_at > ?)
     RETURNING ${approvalColumns}`,
  ),
})
