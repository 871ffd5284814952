// The access port on the same SQLite file and connection as the log, with the same fail-stop.

import { SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import { type Access, expiredKeptFor } from '../access.ts'
import { approvalOf, deviceOf, pairingOf, sessionOf } from './access-rows.ts'
import { prepareAccessStatements } from './access-statements.ts'
import type { Writing } from './writing.ts'

export type SqliteAccessOptions = { database: Database; writing: Writing }

const given = <Row, Value>(row: Row | undefined, read: (row: Row) => Value): Value | undefined =>
  row === undefined ? undefined : read(row)

export const createSqliteAccess = ({ database, writing }: SqliteAccessOptions): Access => {
  const sql = prepareAccessStatements(database)

  const read = async <Value>(work: () => Value): Promise<Value> => {
    writing.assertUsable()
    return work()
  }
  const write = async <Value>(work: () => Value): Promise<Value> => writing.transact(work)
  const change = async (work: () => unknown): Promise<void> => void writing.transact(work)

  return {
    pinHash: (restaurantId, staffId) => read(() => sql.pinHash.get(restaurantId, staffId)),
    setPinHash: (restaurantId, staffId, hash) => change(() => sql.putPinHash.run(restaurantId, staffId, hash)),
    staffWithPin: (restaurantId) => read(() => sql.staffWithPin.all(restaurantId).map((id) => StaffId.parse(id))),

    setBadgeHash: (restaurantId, staffId, hash) =>
      change(() =>
        hash === undefined ? sql.dropBadge.run(restaurantId, staffId) : sql.putBadge.run(restaurantId, staffId, hash),
      ),
    staffByBadge: (restaurantId, hash) =>
      read(() => given(sql.staffByBadge.get(restaurantId, hash), (id) => StaffId.parse(id))),
    staffWithBadge: (restaurantId) => read(() => sql.staffWithBadge.all(restaurantId).map((id) => StaffId.parse(id))),

    addDevice: (restaurantId, device) =>
      change(() =>
        sql.insertDevice.run(
          restaurantId,
          device.deviceId,
          device.name,
          device.kind,
          JSON.stringify(device.stationIds),
          device.tokenHash,
          device.pairedAt,
          device.revokedAt ?? null,
        ),
      ),
    deviceByToken: (restaurantId, tokenHash) =>
      read(() => given(sql.deviceByToken.get(restaurantId, tokenHash), deviceOf)),
    devices: (restaurantId) => read(() => sql.devices.all(restaurantId).map(deviceOf)),
    revokeDevice: (restaurantId, deviceId, at) => change(() => sql.revokeDevice.run(at, restaurantId, deviceId)),

    addPairing: (restaurantId, pairing) =>
      change(() => {
        sql.forgetPairings.run(restaurantId, pairing.expiresAt - expiredKeptFor)
        sql.insertPairing.run(
          restaurantId,
          pairing.claimHash,
          pairing.codeHash,
          pairing.name,
          pairing.expiresAt,
          pairing.approved === undefined ? null : JSON.stringify(pairing.approved),
          pairing.collectedAt ?? null,
        )
      }),
    pairing: (restaurantId, by) =>
      read(() =>
        given(
          'claimHash' in by
            ? sql.pairingByClaim.get(restaurantId, by.claimHash)
            : sql.pairingByCode.get(restaurantId, by.codeHash),
          pairingOf,
        ),
      ),
    savePairing: (restaurantId, pairing) =>
      change(() =>
        sql.updatePairing.run(
          pairing.codeHash,
          pairing.name,
          pairing.expiresAt,
          pairing.approved === undefined ? null : JSON.stringify(pairing.approved),
          pairing.collectedAt ?? null,
          restaurantId,
          pairing.claimHash,
        ),
      ),

    addSession: (restaurantId, session) =>
      change(() =>
        sql.insertSession.run(
          restaurantId,
          session.sid,
          session.staffId,
          session.deviceId,
          session.startedAt,
          session.endedAt ?? null,
          session.revokedAt ?? null,
        ),
      ),
    session: (restaurantId, sid) => read(() => given(sql.session.get(restaurantId, sid), sessionOf)),
    endSession: (restaurantId, sid, at) => change(() => sql.endSession.run(at, restaurantId, sid)),
    revokeSessionsOf: (restaurantId, whose, at) =>
      write(() => {
        const sids =
          'staffId' in whose
            ? sql.revokeSessionsOfStaff.all(at, restaurantId, whose.staffId)
            : sql.revokeSessionsOfDevice.all(at, restaurantId, whose.deviceId)
        return sids.sort().map((sid) => SessionId.parse(sid))
      }),

    tries: (restaurantId, key) => read(() => sql.tries.get(restaurantId, key)),
    saveTries: (restaurantId, tries) =>
      change(() => sql.putTries.run(restaurantId, tries.key, tries.failed, tries.lastAt)),
    clearTries: (restaurantId, key) => change(() => sql.clearTries.run(restaurantId, key)),

    addApproval: (restaurantId, approval) =>
      change(() => {
        sql.forgetApprovals.run(restaurantId, approval.expiresAt - expiredKeptFor)
        sql.insertApproval.run(
          restaurantId,
          approval.id,
          approval.commandId,
          approval.covers,
          approval.by,
          approval.expiresAt,
          approval.usedAt ?? null,
        )
      }),
    useApproval: (restaurantId, id, { commandId, covers }, now) =>
      write(() => given(sql.useApproval.get(now, restaurantId, id, commandId, covers, now), approvalOf)),
  }
}
