import { casaLola } from '@comanda/demo/restaurant'
import type { CommandId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { testRestaurant } from '../testing/memory-restaurant.ts'
import { testDevice } from '../testing/test-device.ts'

const manager = 'pablo'
const waiter = 'ana'

const open = [
  {
    requestId: 'r1',
    commandId: 'x-1' as CommandId,
    commandType: 'line.void',
    by: waiter as StaffId,
    deviceId: 'tablet' as DeviceId,
    expiresAt: 1,
  },
]

describe('what waits for a yes', () => {
  it('[ADM-6] is heard at once by a manager who joins after it was asked, and by nobody whose yes does not count', async () => {
    const on = await testRestaurant(casaLola)
    const there = testDevice(on, { name: 'there', staffId: manager })
    there.hello()
    await on.time.settle()
    on.restaurant.hub.approvals(open)
    const late = testDevice(on, { name: 'late', staffId: manager })
    const other = testDevice(on, { name: 'other', staffId: waiter })
    late.hello()
    other.hello()
    await on.time.settle()
    expect(there.wire.of('approvals').at(-1)?.open).toEqual(open)
    expect(late.wire.of('approvals')).toEqual([{ t: 'approvals', open }])
    expect(late.wire.frames[0]?.t).toBe('welcome')
    expect(other.wire.of('approvals')).toEqual([])
  })

  it('[ADM-6] is heard by a manager who signs in on a tablet that was there, and is empty again once it was answered', async () => {
    const on = await testRestaurant(casaLola)
    const tablet = testDevice(on, { name: 'tablet' })
    tablet.hello()
    await on.time.settle()
    on.restaurant.hub.approvals(open)
    expect(tablet.wire.of('approvals')).toEqual([])
    on.restaurant.hub.signedIn(tablet.session.deviceId, { sid: 's9' as SessionId, staffId: manager as StaffId })
    expect(tablet.wire.of('approvals')).toEqual([{ t: 'approvals', open }])
    on.restaurant.hub.approvals([])
    const back = testDevice(on, { name: 'back', staffId: manager })
    back.hello()
    await on.time.settle()
    expect(back.wire.of('approvals')).toEqual([{ t: 'approvals', open: [] }])
  })
})
