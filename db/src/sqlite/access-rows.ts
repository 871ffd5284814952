// Rows of the access tables as what the port speaks of. This program alone writes them.
import { ApprovalId, CommandId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Approval, DeviceKind, PairedDevice, Pairing, StaffSession } from '../access.ts'

export type DeviceRow = {
  deviceId: string
  name: string
  kind: string
  stationIds: string
  tokenHash: string
  pairedAt: number
  revokedAt: number | null
}

export type PairingRow = {
  claimHash: string
  codeHash: string
  name: string
  expiresAt: number
  approved: string | null
  collectedAt: number | null
}

export type SessionRow = {
  sid: string
  staffId: string
  deviceId: string
  startedAt: number
  endedAt: number | null
  revokedAt: number | null
}

export type ApprovalRow = {
  id: string
  commandId: string
  covers: string
  approvedBy: string
  expiresAt: number
  usedAt: number | null
}

export const deviceOf = (row: DeviceRow): PairedDevice => ({
  deviceId: DeviceId.parse(row.deviceId),
  name: row.name,
  kind: row.kind as DeviceKind,
  stationIds: JSON.parse(row.stationIds) as string[],
  tokenHash: row.tokenHash,
  pairedAt: row.pairedAt,
  ...(row.revokedAt === null ? {} : { revokedAt: row.revokedAt }),
})

export const pairingOf = (row: PairingRow): Pairing => ({
  codeHash: row.codeHash,
  claimHash: row.claimHash,
  name: row.name,
  expiresAt: row.expiresAt,
  ...(row.approved === null ? {} : { approved: JSON.parse(row.approved) as NonNullable<Pairing['approved']> }),
  ...(row.collectedAt === null ? {} : { collectedAt: row.collectedAt }),
})

export const sessionOf = (row: SessionRow): StaffSession => ({
  sid: SessionId.parse(row.sid),
  staffId: StaffId.parse(row.staffId),
  deviceId: DeviceId.parse(row.deviceId),
  startedAt: row.startedAt,
  ...(row.endedAt === null ? {} : { endedAt: row.endedAt }),
  ...(row.revokedAt === null ? {} : { revokedAt: row.revokedAt }),
})

export const approvalOf = (row: ApprovalRow): Approval => ({
  id: ApprovalId.parse(row.id),
  commandId: CommandId.parse(row.commandId),
  covers: row.covers,
  by: StaffId.parse(row.approvedBy),
  expiresAt: row.expiresAt,
  ...(row.usedAt === null ? {} : { usedAt: row.usedAt }),
})
