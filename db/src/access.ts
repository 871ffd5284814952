// Who may sign in from where. Lies beside the log, never in it: hashes of PINs, badges and device tokens, staff sessions,
// counters of failed tries, pairing codes and one-use approvals. All of it survives a restart.
import type { ApprovalId, CommandId, DeviceId, RestaurantId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'

export type DeviceKind = 'tablet' | 'kitchen' | 'front' | 'office' | 'board'

export type PairedDevice = {
  deviceId: DeviceId
  name: string
  kind: DeviceKind
  stationIds: readonly string[]
  /** SHA-256 of its 256-bit token, hex. */
  tokenHash: string
  pairedAt: Millis
  revokedAt?: Millis
}

export type Pairing = {
  /** SHA-256 of the 8-character code, hex. */
  codeHash: string
  /** SHA-256 of the secret that only the asking device holds, with which it collects its token. */
  claimHash: string
  name: string
  expiresAt: Millis
  approved?: { deviceId: DeviceId; kind: DeviceKind; stationIds: readonly string[]; by: StaffId }
  collectedAt?: Millis
}

export type StaffSession = {
  sid: SessionId
  staffId: StaffId
  deviceId: DeviceId
  startedAt: Millis
  endedAt?: Millis
  revokedAt?: Millis
}

/** Failed tries of one person or one device: past 5 the wait grows. */
export type Tries = { key: string; failed: number; lastAt: Millis }

/** A pairing or an approval is forgotten a day after it expired, when the next one comes. */
export const expiredKeptFor: Millis = 24 * 3600 * 1000

/** Somebody with the right role said yes to one command. Used once, within 60 s. */
export type Approval = {
  id: ApprovalId
  commandId: CommandId
  /** A digest of what was approved: the command's type and arguments. */
  covers: string
  by: StaffId
  expiresAt: Millis
  usedAt?: Millis
}

export type Access = {
  pinHash(restaurantId: RestaurantId, staffId: StaffId): Promise<string | undefined>
  setPinHash(restaurantId: RestaurantId, staffId: StaffId, hash: string): Promise<void>
  staffWithPin(restaurantId: RestaurantId): Promise<readonly StaffId[]>

  /** SHA-256 of the badge's 256-bit token, hex; in the place of the one before. undefined takes it away. */
  setBadgeHash(restaurantId: RestaurantId, staffId: StaffId, hash: string | undefined): Promise<void>
  staffByBadge(restaurantId: RestaurantId, hash: string): Promise<StaffId | undefined>
  staffWithBadge(restaurantId: RestaurantId): Promise<readonly StaffId[]>

  addDevice(restaurantId: RestaurantId, device: PairedDevice): Promise<void>
  /** Revoked ones too: the caller looks at revokedAt. */
  deviceByToken(restaurantId: RestaurantId, tokenHash: string): Promise<PairedDevice | undefined>
  devices(restaurantId: RestaurantId): Promise<readonly PairedDevice[]>
  revokeDevice(restaurantId: RestaurantId, deviceId: DeviceId, at: Millis): Promise<void>

  addPairing(restaurantId: RestaurantId, pairing: Pairing): Promise<void>
  pairing(restaurantId: RestaurantId, by: { codeHash: string } | { claimHash: string }): Promise<Pairing | undefined>
  /** Puts it in the place of the one with its claimHash. */
  savePairing(restaurantId: RestaurantId, pairing: Pairing): Promise<void>

  addSession(restaurantId: RestaurantId, session: StaffSession): Promise<void>
  session(restaurantId: RestaurantId, sid: SessionId): Promise<StaffSession | undefined>
  endSession(restaurantId: RestaurantId, sid: SessionId, at: Millis): Promise<void>
  /** Ended ones too: what was written in them no longer counts. Names those that were not revoked before. */
  revokeSessionsOf(
    restaurantId: RestaurantId,
    of: { staffId: StaffId } | { deviceId: DeviceId },
    at: Millis,
  ): Promise<readonly SessionId[]>

  tries(restaurantId: RestaurantId, key: string): Promise<Tries | undefined>
  saveTries(restaurantId: RestaurantId, tries: Tries): Promise<void>
  clearTries(restaurantId: RestaurantId, key: string): Promise<void>

  addApproval(restaurantId: RestaurantId, approval: Approval): Promise<void>
  /**
   * Marks it used and returns it, or undefined when it is unknown, was not used in time, or is for another command or
   * another content. The same command may use it again, however late: it comes to pass once, under its id.
   */
  useApproval(
    restaurantId: RestaurantId,
    id: ApprovalId,
    command: Pick<Approval, 'commandId' | 'covers'>,
    now: Millis,
  ): Promise<Approval | undefined>
}
