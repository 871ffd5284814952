// What every adapter of the access port must do, told once.
import { ApprovalId, DeviceId, RestaurantId, SessionId, StaffId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Access, Approval, PairedDevice, Pairing, StaffSession } from '../access.ts'
import { commandId } from './entries.ts'

export type AccessRig = {
  access: Access
  /** The same rows as a process finds them after it died. */
  reopen(): Promise<Access>
  remove(): Promise<void>
}

const casa = RestaurantId.parse('casa-lola')
const other = RestaurantId.parse('other-place')
const ana = StaffId.parse('ana')
const ben = StaffId.parse('ben')
const tablet = DeviceId.parse('tablet-1')
const grill = DeviceId.parse('grill-screen')
const evening = Date.UTC(2026, 0, 2, 18)

const deviceNamed = (deviceId: DeviceId): PairedDevice => ({
  deviceId,
  name: `Device ${deviceId}`,
  kind: 'kitchen',
  stationIds: ['grill', 'fry'],
  tokenHash: `hash-of-${deviceId}`,
  pairedAt: evening,
})

const pairingFor = (code: string, expiresAt: number): Pairing => ({
  codeHash: `code-${code}`,
  claimHash: `claim-${code}`,
  name: 'Tablet at the bar',
  expiresAt,
})

const sessionNamed = (sid: string, staffId: StaffId, deviceId: DeviceId): StaffSession => ({
  sid: SessionId.parse(sid),
  staffId,
  deviceId,
  startedAt: evening,
})

const approvalFor = (id: string, command: string): Approval => ({
  id: ApprovalId.parse(id),
  commandId: commandId(command),
  covers: `all of ${command}`,
  by: ben,
  expiresAt: evening + 60_000,
})

export const registerAccessContract = (adapter: string, createRig: () => Promise<AccessRig>): void => {
  describe(`access port: ${adapter}`, () => {
    let rig: AccessRig
    let access: Access
    beforeEach(async () => {
      rig = await createRig()
      access = rig.access
    })
    afterEach(() => rig.remove())

    test('[P-17] a PIN hash is kept, replaced, and belongs to one restaurant', async () => {
      expect(await access.pinHash(casa, ana)).toBeUndefined()
      await access.setPinHash(casa, ana, 'first')
      await access.setPinHash(casa, ana, 'second')
      await access.setPinHash(casa, ben, 'his')
      expect(await access.pinHash(casa, ana)).toBe('second')
      expect(await access.pinHash(other, ana)).toBeUndefined()
      expect(await access.staffWithPin(casa)).toEqual([ana, ben])
      expect(await access.staffWithPin(other)).toEqual([])
    })

    test('[P-17] a badge names one person, is replaced and taken away, and belongs to one restaurant', async () => {
      await access.setBadgeHash(casa, ana, 'first')
      await access.setBadgeHash(casa, ben, 'his')
      await access.setBadgeHash(casa, ana, 'second')
      expect(await access.staffByBadge(casa, 'second')).toBe(ana)
      expect(await access.staffByBadge(casa, 'first')).toBeUndefined()
      expect(await access.staffByBadge(other, 'second')).toBeUndefined()
      await expect(access.setBadgeHash(casa, ana, 'his')).rejects.toThrow()
      expect(await access.staffWithBadge(casa)).toEqual([ana, ben])
      await access.setBadgeHash(casa, ben, undefined)
      expect(await access.staffByBadge(casa, 'his')).toBeUndefined()
      expect(await (await rig.reopen()).staffByBadge(casa, 'second')).toBe(ana)
    })

    test('[P-15] a device is known by its token until it is revoked, once and for all', async () => {
      await access.addDevice(casa, deviceNamed(tablet))
      await access.addDevice(casa, deviceNamed(grill))
      expect(await access.deviceByToken(casa, 'hash-of-tablet-1')).toEqual(deviceNamed(tablet))
      expect(await access.deviceByToken(other, 'hash-of-tablet-1')).toBeUndefined()
      expect(await access.deviceByToken(casa, 'guess')).toBeUndefined()
      await access.revokeDevice(casa, tablet, evening + 5)
      await access.revokeDevice(casa, tablet, evening + 9)
      expect(await access.deviceByToken(casa, 'hash-of-tablet-1')).toEqual({
        ...deviceNamed(tablet),
        revokedAt: evening + 5,
      })
      expect(await access.devices(casa)).toEqual([
        deviceNamed(grill),
        { ...deviceNamed(tablet), revokedAt: evening + 5 },
      ])
    })

    test('[P-17] a device id and a token are each taken once', async () => {
      await access.addDevice(casa, deviceNamed(tablet))
      await expect(access.addDevice(casa, { ...deviceNamed(tablet), tokenHash: 'another' })).rejects.toThrow()
      await expect(access.addDevice(casa, { ...deviceNamed(grill), tokenHash: 'hash-of-tablet-1' })).rejects.toThrow()
      expect(await access.devices(casa)).toHaveLength(1)
      await access.addDevice(other, deviceNamed(tablet))
    })

    test('[P-17] a pairing is found by code and by claim, and changes in place', async () => {
      const pairing = pairingFor('A', evening + 600_000)
      await access.addPairing(casa, pairing)
      expect(await access.pairing(casa, { codeHash: 'code-A' })).toEqual(pairing)
      expect(await access.pairing(other, { codeHash: 'code-A' })).toBeUndefined()
      const approved: Pairing = {
        ...pairing,
        approved: { deviceId: tablet, kind: 'tablet', stationIds: [], by: ben },
      }
      await access.savePairing(casa, approved)
      expect(await access.pairing(casa, { claimHash: 'claim-A' })).toEqual(approved)
      await access.savePairing(casa, { ...approved, collectedAt: evening })
      expect(await access.pairing(casa, { codeHash: 'code-A' })).toEqual({ ...approved, collectedAt: evening })
      await expect(access.addPairing(casa, { ...pairing, claimHash: 'claim-B' })).rejects.toThrow()
    })

    test('[P-16] pairings that expired a day ago are forgotten', async () => {
      const day = 24 * 3600 * 1000
      await access.addPairing(casa, pairingFor('old', evening))
      await access.addPairing(casa, pairingFor('new', evening + day))
      expect(await access.pairing(casa, { codeHash: 'code-old' })).toBeDefined()
      await access.addPairing(casa, pairingFor('newer', evening + day + 1))
      expect(await access.pairing(casa, { codeHash: 'code-old' })).toBeUndefined()
      expect(await access.pairing(casa, { codeHash: 'code-new' })).toBeDefined()
    })

    test('[P-16] approvals that expired a day ago are forgotten', async () => {
      const day = 24 * 3600 * 1000
      const use = (id: string) => access.useApproval(casa, ApprovalId.parse(id), approvalFor(id, 'c1'), evening)
      await access.addApproval(casa, approvalFor('old', 'c1'))
      await access.addApproval(casa, { ...approvalFor('next', 'c1'), expiresAt: evening + 60_001 + day })
      expect(await use('old')).toBeUndefined()
      expect(await use('next')).toBeDefined()
    })

    test('[P-15] revoking a person or a device ends all its sessions, ended ones too, and names them once', async () => {
      await access.addSession(casa, sessionNamed('s1', ana, tablet))
      await access.addSession(casa, sessionNamed('s2', ana, grill))
      await access.addSession(casa, sessionNamed('s3', ben, tablet))
      await access.endSession(casa, SessionId.parse('s2'), evening + 1)
      await access.endSession(casa, SessionId.parse('s2'), evening + 2)
      expect(await access.session(casa, SessionId.parse('s2'))).toEqual({
        ...sessionNamed('s2', ana, grill),
        endedAt: evening + 1,
      })
      expect(await access.revokeSessionsOf(casa, { staffId: ana }, evening + 3)).toEqual(['s1', 's2'])
      expect(await access.revokeSessionsOf(casa, { deviceId: tablet }, evening + 4)).toEqual(['s3'])
      expect(await access.revokeSessionsOf(casa, { staffId: ana }, evening + 5)).toEqual([])
      expect((await access.session(casa, SessionId.parse('s1')))?.revokedAt).toBe(evening + 3)
      expect(await access.session(other, SessionId.parse('s1'))).toBeUndefined()
    })

    test('[P-17] failed tries are counted per key and cleared', async () => {
      await access.saveTries(casa, { key: 'staff ana', failed: 1, lastAt: evening })
      await access.saveTries(casa, { key: 'staff ana', failed: 2, lastAt: evening + 1 })
      expect(await access.tries(casa, 'staff ana')).toEqual({ key: 'staff ana', failed: 2, lastAt: evening + 1 })
      expect(await access.tries(casa, 'device tablet-1')).toBeUndefined()
      await access.clearTries(casa, 'staff ana')
      expect(await access.tries(casa, 'staff ana')).toBeUndefined()
    })

    test('[P-2] an approval counts for its own command and content, used in time, and again for that command alone', async () => {
      const approval = approvalFor('yes-1', 'c1')
      const use = (id: string, command: string, now: number) =>
        access.useApproval(casa, ApprovalId.parse(id), approvalFor(id, command), now)
      await access.addApproval(casa, approval)
      await access.addApproval(casa, approvalFor('yes-2', 'c2'))
      expect(await use('yes-1', 'c2', evening)).toBeUndefined()
      expect(await use('never', 'c1', evening)).toBeUndefined()
      expect(await access.useApproval(other, approval.id, approval, evening)).toBeUndefined()
      const larger = { ...approval, covers: 'more than was shown' }
      expect(await access.useApproval(casa, approval.id, larger, evening)).toBeUndefined()
      expect(await use('yes-1', 'c1', evening)).toEqual({ ...approval, usedAt: evening })
      // the program died between this and the commit: the command comes again, perhaps much later
      expect(await use('yes-1', 'c1', evening + 3_600_000)).toEqual({ ...approval, usedAt: evening })
      expect(await access.useApproval(casa, approval.id, larger, evening)).toBeUndefined()
      expect(await use('yes-2', 'c2', evening + 60_000)).toBeUndefined()
      expect(await use('yes-2', 'c2', evening + 59_999)).toMatchObject({ id: 'yes-2' })
    })

    test('[P-17] what a caller holds is not what is kept', async () => {
      const session = sessionNamed('s1', ana, tablet)
      await access.addSession(casa, session)
      session.endedAt = evening
      expect((await access.session(casa, session.sid))?.endedAt).toBeUndefined()
    })

    test('[P-1] all of it survives a restart', async () => {
      await access.setPinHash(casa, ana, 'hers')
      await access.addDevice(casa, deviceNamed(tablet))
      await access.addSession(casa, sessionNamed('s1', ana, tablet))
      await access.saveTries(casa, { key: 'staff ana', failed: 4, lastAt: evening })
      await access.addApproval(casa, approvalFor('yes-1', 'c1'))
      access = await rig.reopen()
      expect(await access.pinHash(casa, ana)).toBe('hers')
      expect(await access.devices(casa)).toHaveLength(1)
      expect((await access.session(casa, SessionId.parse('s1')))?.staffId).toBe(ana)
      expect((await access.tries(casa, 'staff ana'))?.failed).toBe(4)
      expect(
        await access.useApproval(casa, ApprovalId.parse('yes-1'), approvalFor('yes-1', 'c1'), evening),
      ).toBeDefined()
    })
  })
}
