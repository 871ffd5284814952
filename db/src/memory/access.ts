// Who may sign in from where, in memory: for simulations and tests. Survives a crash because its maker keeps it.
import type { ApprovalId, DeviceId, RestaurantId, SessionId, StaffId } from '@comanda/shared/model/ids'
import {
  type Access,
  type Approval,
  expiredKeptFor,
  type PairedDevice,
  type Pairing,
  type StaffSession,
  type Tries,
} from '../access.ts'

type Kept = {
  pins: Map<StaffId, string>
  badges: Map<StaffId, string>
  devices: Map<DeviceId, PairedDevice>
  pairings: Map<string, Pairing>
  sessions: Map<SessionId, StaffSession>
  tries: Map<string, Tries>
  approvals: Map<ApprovalId, Approval>
}

const insert = <Key, Value>(rows: Map<Key, Value>, key: Key, value: Value): void => {
  if (rows.has(key)) throw new Error(`${String(key)} is kept already`)
  rows.set(key, structuredClone(value))
}

const change = <Key, Value>(rows: Map<Key, Value>, key: Key, alter: (value: Value) => Value): void => {
  const value = rows.get(key)
  if (value !== undefined) rows.set(key, alter(value))
}

const copyOf = <Value>(value: Value | undefined): Value | undefined => structuredClone(value)

export const createMemoryAccess = (): Access => {
  const restaurants = new Map<RestaurantId, Kept>()
  const of = (restaurantId: RestaurantId): Kept => {
    const kept = restaurants.get(restaurantId) ?? {
      pins: new Map(),
      badges: new Map(),
      devices: new Map(),
      pairings: new Map(),
      sessions: new Map(),
      tries: new Map(),
      approvals: new Map(),
    }
    restaurants.set(restaurantId, kept)
    return kept
  }

  return {
    pinHash: async (restaurantId, staffId) => of(restaurantId).pins.get(staffId),
    setPinHash: async (restaurantId, staffId, hash) => void of(restaurantId).pins.set(staffId, hash),
    staffWithPin: async (restaurantId) => [...of(restaurantId).pins.keys()].sort(),

    setBadgeHash: async (restaurantId, staffId, hash) => {
      const { badges } = of(restaurantId)
      if (hash === undefined) badges.delete(staffId)
      else if ([...badges.values()].includes(hash)) throw new Error('this badge is somebody already')
      else badges.set(staffId, hash)
    },
    staffByBadge: async (restaurantId, hash) => [...of(restaurantId).badges].find(([, kept]) => kept === hash)?.[0],
    staffWithBadge: async (restaurantId) => [...of(restaurantId).badges.keys()].sort(),

    addDevice: async (restaurantId, device) => {
      const { devices } = of(restaurantId)
      if ([...devices.values()].some(({ tokenHash }) => tokenHash === device.tokenHash)) {
        throw new Error('this token is a device already')
      }
      insert(devices, device.deviceId, device)
    },
    deviceByToken: async (restaurantId, tokenHash) =>
      copyOf([...of(restaurantId).devices.values()].find((device) => device.tokenHash === tokenHash)),
    devices: async (restaurantId) =>
      structuredClone([...of(restaurantId).devices.values()]).sort((one, other) =>
        one.deviceId < other.deviceId ? -1 : 1,
      ),
    revokeDevice: async (restaurantId, deviceId, at) =>
      change(of(restaurantId).devices, deviceId, (device) => ({ ...device, revokedAt: device.revokedAt ?? at })),

    addPairing: async (restaurantId, pairing) => {
      const { pairings } = of(restaurantId)
      for (const [claimHash, { expiresAt }] of pairings) {
        if (expiresAt < pairing.expiresAt - expiredKeptFor) pairings.delete(claimHash)
      }
      if ([...pairings.values()].some(({ codeHash }) => codeHash === pairing.codeHash)) {
        throw new Error('this code is kept already')
      }
      insert(pairings, pairing.claimHash, pairing)
    },
    pairing: async (restaurantId, by) => {
      const { pairings } = of(restaurantId)
      if ('claimHash' in by) return copyOf(pairings.get(by.claimHash))
      return copyOf([...pairings.values()].find(({ codeHash }) => codeHash === by.codeHash))
    },
    savePairing: async (restaurantId, pairing) =>
      change(of(restaurantId).pairings, pairing.claimHash, () => structuredClone(pairing)),

    addSession: async (restaurantId, session) => insert(of(restaurantId).sessions, session.sid, session),
    session: async (restaurantId, sid) => copyOf(of(restaurantId).sessions.get(sid)),
    endSession: async (restaurantId, sid, at) =>
      change(of(restaurantId).sessions, sid, (session) => ({ ...session, endedAt: session.endedAt ?? at })),
    revokeSessionsOf: async (restaurantId, whose, at) => {
      const { sessions } = of(restaurantId)
      const revoked = [...sessions.values()].filter(
        (session) =>
          session.revokedAt === undefined &&
          ('staffId' in whose ? session.staffId === whose.staffId : session.deviceId === whose.deviceId),
      )
      for (const session of revoked) sessions.set(session.sid, { ...session, revokedAt: at })
      return revoked.map(({ sid }) => sid).sort()
    },

    tries: async (restaurantId, key) => copyOf(of(restaurantId).tries.get(key)),
    saveTries: async (restaurantId, tries) => void of(restaurantId).tries.set(tries.key, { ...tries }),
    clearTries: async (restaurantId, key) => void of(restaurantId).tries.delete(key),

    addApproval: async (restaurantId, approval) => {
      const { approvals } = of(restaurantId)
      for (const [id, { expiresAt }] of approvals) {
        if (expiresAt < approval.expiresAt - expiredKeptFor) approvals.delete(id)
      }
      insert(approvals, approval.id, approval)
    },
    useApproval: async (restaurantId, id, { commandId, covers }, now) => {
      const { approvals } = of(restaurantId)
      const approval = approvals.get(id)
      if (approval?.commandId !== commandId || approval.covers !== covers) return undefined
      if (approval.usedAt === undefined && approval.expiresAt <= now) return undefined
      const used = { ...approval, usedAt: approval.usedAt ?? now }
      approvals.set(id, used)
      return { ...used }
    },
  }
}
