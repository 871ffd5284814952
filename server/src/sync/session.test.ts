import type { AppendFault } from '@comanda/db/memory/log'
import { casaLola } from '@comanda/demo/restaurant'
import { evolve, evolveHidden } from '@comanda/shared/domain/evolve'
import { narrowState } from '@comanda/shared/domain/narrow-state'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { canonical, stateFromJson } from '@comanda/shared/domain/state-json'
import type { CommandId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Person } from '@comanda/shared/model/staff'
import { describe, expect, it } from 'vitest'
import type { Asking } from '../restaurant/waiting.ts'
import { type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import { type TestDevice, testDevice } from '../testing/test-device.ts'

const open = (name: string) => ({ open: { type: 'takeaway', name } })

/** What a device makes of what it was sent. */
function replicaOf({ wire }: TestDevice): State {
  const parts = wire.of('snap').map(({ body }) => body)
  let state = parts.length === 0 ? emptyState({} as never) : stateFromJson(parts.join(''))
  for (const { from, to, events } of wire.of('ev')) {
    expect(from).toBe(state.seq + 1)
    for (const recorded of events) state = evolve(state, recorded)
    state = evolveHidden(state, to)
  }
  return state
}

const seenBy = (on: TestRestaurant, room: ReplicaRoom): unknown => canonical(narrowState(on.restaurant.state(), room))

describe('the session', () => {
  it.each(['kitchen', 'floor', 'front'] as const)(
    '[P-4] brings a device in the %s to what the server sees there',
    async (room) => {
      const on = await testRestaurant(casaLola)
      const device = testDevice(on, { name: 'd1', kind: 'front', staffId: 'ana' })
      device.hello({ room })
      await on.time.settle()
      for (let cseq = 1; cseq <= 5; cseq += 1) device.send(cseq, 'order.open', open(`n${cseq}`))
      await on.time.settle()
      expect(device.wire.of('welcome')).toMatchObject([{ mode: 'snapshot', lastCseq: 0 }])
      expect(device.wire.of('res')).toMatchObject([1, 2, 3, 4, 5].map((cseq) => ({ cseq, ok: true })))
      expect(canonical(replicaOf(device))).toEqual(seenBy(on, room))
    },
  )

  it('[P-5] goes on from a cursor with nothing missing and nothing twice', async () => {
    const on = await testRestaurant(casaLola)
    const writer = testDevice(on, { name: 'w', staffId: 'ana' })
    writer.hello()
    await on.time.settle()
    const cursor = on.restaurant.head()
    for (let cseq = 1; cseq <= 3; cseq += 1) writer.send(cseq, 'order.open', open(`n${cseq}`))
    await on.time.settle()
    const back = testDevice(on, { name: 'b' })
    back.hello({ logId: on.restaurant.logId, cursor })
    await on.time.settle()
    expect(back.wire.of('welcome')).toMatchObject([{ mode: 'resume' }])
    expect(back.wire.of('snap')).toEqual([])
    const frames = back.wire.of('ev')
    expect(frames[0]?.from).toBe(cursor + 1)
    expect(frames.at(-1)?.to).toBe(on.restaurant.head())
    expect(frames.flatMap(({ events }) => events.map(({ seq }) => seq))).toHaveLength(on.restaurant.head() - cursor)
  })

  it.each([
    ['of another log', { logId: 'other', cursor: 3 }],
    ['from the future', { cursor: 1_000_000 }],
    ['that is missing', {}],
  ])('[P-5] gives a snapshot for a cursor %s', async (_, cursor) => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd1' })
    device.hello({ logId: on.restaurant.logId, ...cursor } as never)
    await on.time.settle()
    expect(device.wire.of('welcome')).toMatchObject([{ mode: 'snapshot' }])
    expect(canonical(replicaOf(device))).toEqual(seenBy(on, 'floor'))
  })

  it('[P-5] reads from the log what memory has no more', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd1' })
    device.hello({ logId: on.restaurant.logId, cursor: 0 })
    for (let step = 0; step < 20; step += 1) {
      await on.time.settle()
      device.say({ t: 'seen', cursor: device.wire.of('ev').at(-1)?.to ?? 0 })
    }
    expect(device.wire.of('welcome')).toMatchObject([{ mode: 'resume' }])
    expect(device.wire.of('ev')[0]?.from).toBe(1)
    expect(device.wire.of('ev').at(-1)?.to).toBe(on.restaurant.head())
  })

  it('answers before it tells the event, and gives every room the shared bytes', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd1', staffId: 'ana' })
    device.hello()
    await on.time.settle()
    device.send(1, 'order.open', open('a'))
    await on.time.settle()
    const order = device.wire.frames.map(({ t }) => t).filter((t) => t === 'res' || t === 'ev')
    expect(order).toEqual(['res', 'ev'])
  })

  it('keeps the order of commands while it looks up who wrote them', async () => {
    const on = await testRestaurant(casaLola)
    let found: ((asking: Asking) => void) | undefined
    const device = testDevice(on, {
      name: 'd1',
      asking: ({ deviceId, sid }) =>
        sid === ('slow' as SessionId)
          ? new Promise((resolve) => {
              found = resolve
            })
          : { kind: 'staff', staffId: 'ana' as never, deviceId },
    })
    device.hello()
    await on.time.settle()
    device.send(1, 'order.open', open('a'), { sid: 'slow' as SessionId })
    device.send(2, 'order.open', open('b'))
    await on.time.settle()
    expect(device.wire.of('res')).toEqual([])
    found?.({ kind: 'staff', staffId: 'ana' as never, deviceId: 'd1' as never })
    await on.time.settle()
    expect(device.wire.of('res')).toMatchObject([
      { cseq: 1, ok: true },
      { cseq: 2, ok: true },
    ])
  })

  it('a command that nobody signed is refused under its number, and the next one passes', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd1' })
    device.hello()
    await on.time.settle()
    device.send(1, 'order.open', open('a'))
    device.send(2, 'no such thing', {})
    await on.time.settle()
    expect(device.wire.of('res')).toMatchObject([
      { cseq: 1, ok: false, code: 'not-signed-in' },
      { cseq: 2, ok: false, code: 'command-invalid', details: { field: 'type' } },
    ])
    expect(device.wire.closes).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"t":'],
    ['a number', '7'],
    ['null', 'null'],
    ['an unknown frame', '{"t":"launch"}'],
    ['a frame with more than it may have', '{"t":"seen","cursor":1,"more":1}'],
    ['a cursor below zero', '{"t":"seen","cursor":-1}'],
    ['a list', '[]'],
  ])('names what is wrong with %s and closes that socket alone', async (_, text) => {
    const on = await testRestaurant(casaLola)
    const bad = testDevice(on, { name: 'bad' })
    const good = testDevice(on, { name: 'good', staffId: 'ana' })
    bad.hello()
    good.hello()
    await on.time.settle()
    bad.raw(text)
    good.send(1, 'order.open', open('a'))
    await on.time.settle()
    expect(bad.wire.of('error')).toMatchObject([{ code: 'frame-invalid' }])
    expect(bad.wire.closes).toMatchObject([{ code: 4400 }])
    expect(good.wire.of('res')).toMatchObject([{ ok: true }])
    expect(on.bugs).toEqual([])
  })

  it('says hello first or is closed, at once or when it says nothing', async () => {
    const on = await testRestaurant(casaLola)
    const hasty = testDevice(on, { name: 'd1' })
    const silent = testDevice(on, { name: 'd2' })
    hasty.send(1, 'order.open', open('a'))
    await on.time.advance(10_001)
    expect(hasty.wire.closes).toMatchObject([{ code: 4400, reason: expect.stringContaining('hello-expected') }])
    expect(silent.wire.closes).toMatchObject([{ code: 4400 }])
  })

  it('the newest hello of a storage closes the older socket', async () => {
    const on = await testRestaurant(casaLola)
    const older = testDevice(on, { name: 'd1' })
    const newer = testDevice(on, { name: 'd1' })
    older.hello()
    await on.time.settle()
    newer.hello()
    await on.time.settle()
    expect(older.wire.closes).toMatchObject([{ code: 4409 }])
    expect(newer.wire.closes).toEqual([])
  })

  it('[P-2] lets a hello that was long on its way on an older socket not take the place of the newer one', async () => {
    const on = await testRestaurant(casaLola)
    const older = testDevice(on, { name: 'd1' })
    const newer = testDevice(on, { name: 'd1' })
    newer.hello()
    await on.time.settle()
    older.hello()
    await on.time.settle()
    expect(older.wire.closes).toMatchObject([{ code: 4409 }])
    expect(newer.wire.closes).toEqual([])
  })

  it('lets nobody into a room that is not theirs', async () => {
    const on = await testRestaurant(casaLola)
    const tries = [
      testDevice(on, { name: 'k', kind: 'kitchen' }),
      testDevice(on, { name: 'o', kind: 'office', staffId: 'ana' }),
      testDevice(on, { name: 'n', kind: 'office' }),
      testDevice(on, { name: 't', kind: 'tablet' }),
    ]
    const rooms = ['floor', 'office', 'office', 'nowhere']
    tries.forEach((device, index) => {
      device.hello({ room: rooms[index] ?? '' })
    })
    await on.time.settle()
    for (const { wire } of tries) {
      expect(wire.closes).toMatchObject([{ code: 4403 }])
      expect(wire.of('snap')).toEqual([])
    }
  })

  it('the office closes when somebody signs in there who may not see it', async () => {
    const on = await testRestaurant(casaLola)
    const office = testDevice(on, { name: 'o', kind: 'office', staffId: 'pablo' })
    const floor = testDevice(on, { name: 'o2', kind: 'office', staffId: 'pablo' })
    office.hello({ room: 'office' })
    floor.hello()
    await on.time.settle()
    for (const { session } of [office, floor]) {
      on.restaurant.hub.signedIn(session.deviceId, { sid: 'other' as SessionId, staffId: 'ana' as StaffId })
    }
    expect(office.wire.closes).toMatchObject([{ code: 4401 }])
    expect(floor.wire.closes).toEqual([])
  })

  it('the office closes when a publication takes away the roles of who is in it', async () => {
    const on = await testRestaurant(casaLola)
    const office = testDevice(on, { name: 'o', kind: 'office', staffId: 'pablo' })
    office.hello({ room: 'office' })
    await on.time.settle()
    const pablo = on.restaurant.state().catalog.people['pablo' as StaffId]
    on.restaurant.actor.submit({
      id: 'less' as CommandId,
      asked: {
        kind: 'read',
        command: {
          id: 'less' as CommandId,
          type: 'catalog.publish',
          args: { changes: [{ kind: 'person', put: { ...pablo, roles: ['waiter'] } as Person }] },
        },
      },
      asking: { kind: 'staff', staffId: 'lola' as StaffId, deviceId: 'd' as DeviceId },
      writtenAt: on.time.clock.now(),
      reply: () => {},
      prepared: {},
    })
    await on.time.settle()
    expect(office.wire.closes).toMatchObject([{ code: 4401 }])
  })

  it('an older program may empty its outbox and nothing else; one of another protocol must update', async () => {
    const on = await testRestaurant(casaLola)
    const drains = testDevice(on, { name: 'd1', staffId: 'ana' })
    const old = testDevice(on, { name: 'd2', staffId: 'ana' })
    drains.hello({ domain: 'another' })
    old.hello({ proto: 99 })
    await on.time.settle()
    drains.send(1, 'order.open', open('a'))
    await on.time.settle()
    expect(drains.wire.of('welcome')).toMatchObject([{ mode: 'drain' }])
    expect(drains.wire.of('res')).toMatchObject([{ ok: true }])
    expect(drains.wire.of('ev')).toEqual([])
    expect(old.wire.of('welcome')).toMatchObject([{ mode: 'upgrade' }])
    expect(old.wire.closes).toMatchObject([{ code: 4426 }])
  })

  it('one that must update and is gone stands in nobody’s way', async () => {
    const on = await testRestaurant(casaLola)
    const older = testDevice(on, { name: 'd1' })
    const newer = testDevice(on, { name: 'd2' })
    newer.hello({ clientId: older.clientId, proto: 99 })
    await on.time.settle()
    older.hello()
    await on.time.settle()
    expect(newer.wire.of('welcome')).toMatchObject([{ mode: 'upgrade' }])
    expect(older.wire.closes).toEqual([])
    expect(older.wire.of('welcome')).toMatchObject([{ mode: 'snapshot' }])
  })

  it('[P-11] is heard of every five seconds, with the head and the backup', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd1' })
    device.hello()
    await on.time.advance(15_500)
    expect(device.wire.of('hb')).toMatchObject([1, 2, 3].map(() => ({ head: on.restaurant.head(), backedUpSeq: 0 })))
  })

  it('[P-7] sends no more than 500 events ahead of what was taken in, and cuts who takes nothing in for 30 s', async () => {
    const on = await testRestaurant(casaLola)
    const writer = testDevice(on, { name: 'w', staffId: 'ana' })
    const slow = testDevice(on, { name: 's' })
    writer.hello()
    slow.hello()
    await on.time.settle()
    const start = on.restaurant.head()
    for (let cseq = 1; cseq <= 900; cseq += 1) {
      writer.send(cseq, 'order.open', open('a'))
      if (cseq % 8 === 0) await on.time.settle()
      if (cseq % 100 === 0) writer.say({ t: 'seen', cursor: on.restaurant.head() })
    }
    await on.time.settle()
    const sent = slow.wire.of('ev').at(-1)?.to ?? 0
    expect(on.restaurant.head()).toBeGreaterThanOrEqual(start + 900)
    expect(sent - start).toBeGreaterThanOrEqual(400)
    expect(sent - start).toBeLessThanOrEqual(500)
    slow.say({ t: 'seen', cursor: sent })
    await on.time.settle()
    expect(slow.wire.of('ev').at(-1)?.to).toBe(on.restaurant.head())
    for (let cseq = 901; cseq <= 1500; cseq += 1) {
      writer.send(cseq, 'order.open', open('a'))
      if (cseq % 8 === 0) await on.time.settle()
      if (cseq % 100 === 0) writer.say({ t: 'seen', cursor: on.restaurant.head() })
    }
    await on.time.advance(36_000)
    expect(slow.wire.closes).toMatchObject([{ code: 4408 }])
    expect(writer.wire.closes).toEqual([])
  })

  it('[P-7] hands nothing to a network that takes nothing, and goes on when it does', async () => {
    const on = await testRestaurant(casaLola)
    const writer = testDevice(on, { name: 'w', staffId: 'ana' })
    const stalled = testDevice(on, { name: 's' })
    writer.hello()
    stalled.hello()
    await on.time.settle()
    stalled.wire.bufferedAmount = 300 * 1024
    const frames = stalled.wire.frames.length
    writer.send(1, 'order.open', open('a'))
    await on.time.advance(6_000)
    expect(stalled.wire.frames).toHaveLength(frames)
    stalled.wire.bufferedAmount = 0
    await on.time.advance(100)
    expect(stalled.wire.of('ev').at(-1)?.to).toBe(on.restaurant.head())
    stalled.wire.bufferedAmount = 300 * 1024
    writer.send(2, 'order.open', open('b'))
    await on.time.advance(36_000)
    expect(stalled.wire.closes).toMatchObject([{ code: 4408 }])
  })

  it('[P-15] closes the sockets of a revoked device within a second', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'lost', staffId: 'ana' })
    const owner = testDevice(on, { name: 'office', kind: 'office', staffId: ownerId() })
    device.hello()
    owner.hello({ room: 'office' })
    await on.time.settle()
    owner.send(1, 'access.revoke', { deviceId: 'lost' })
    device.send(1, 'order.open', open('a'))
    await on.time.advance(1_000)
    expect(owner.wire.of('res')).toMatchObject([{ ok: true }])
    expect(device.wire.closes).toMatchObject([{ code: 4403 }])
    expect(on.restaurant.state().orders.size).toBe(0)
  })

  it('[P-15] lets a device that was revoked before its hello, or while it is answered, into no room', async () => {
    const on = await testRestaurant(casaLola)
    const late = testDevice(on, { name: 'late' })
    const soon = testDevice(on, { name: 'soon' })
    const owner = testDevice(on, { name: 'office', kind: 'office', staffId: ownerId() })
    owner.hello({ room: 'office' })
    await on.time.settle()
    owner.send(1, 'access.revoke', { deviceId: 'late' })
    await on.time.settle()
    late.hello()
    const tails = on.engine.log.readClient
    on.engine.log.readClient = async (...asked) => {
      owner.send(2, 'access.revoke', { deviceId: 'soon' })
      await on.time.settle()
      return tails(...asked)
    }
    soon.hello()
    await on.time.settle()
    await on.time.settle()
    for (const { wire } of [late, soon]) {
      expect(wire.of('snap')).toEqual([])
      expect(wire.closes).toMatchObject([{ code: 4403 }])
    }
  })

  it('[P-9] keeps eight commands waiting while nothing can be written, and closes who sends a ninth', async () => {
    let fault: AppendFault | undefined
    const on = await testRestaurant(casaLola, { onAppend: () => fault })
    const device = testDevice(on, { name: 'd1', staffId: 'ana' })
    device.hello()
    await on.time.settle()
    fault = { kind: 'unavailable', reason: 'full' }
    for (let cseq = 1; cseq <= 8; cseq += 1) device.send(cseq, 'order.open', open('a'))
    await on.time.settle()
    expect(device.wire.closes).toEqual([])
    device.send(9, 'order.open', open('a'))
    expect(device.wire.closes).toMatchObject([{ code: 4429 }])
    fault = undefined
    await on.time.advance(3_000)
    expect(on.restaurant.state().orders.size).toBe(8)
    expect(device.wire.of('res')).toEqual([])
  })

  it('tells the floor who is at which table, and what a silent tablet had not sent', async () => {
    const on = await testRestaurant(casaLola)
    const ana = testDevice(on, { name: 'd1', staffId: 'ana' })
    const front = testDevice(on, { name: 'f', kind: 'front' })
    ana.hello()
    front.hello({ room: 'front' })
    await on.time.settle()
    ana.say({ t: 'here', tableId: 't1' as never, draftLines: 3, unsent: 2 })
    await on.time.advance(1_000)
    expect(front.wire.of('presence').at(-1)?.people).toMatchObject([
      { deviceId: 'd1', staffId: 'ana', tableId: 't1', draftLines: 3, unsent: 2 },
    ])
    const heardAt = on.time.clock.now()
    ana.session.ended()
    await on.time.advance(30_000)
    const silent = front.wire.of('presence').at(-1)?.people[0]
    expect(silent?.unsent).toBe(2)
    expect(silent?.heardAt).toBeLessThanOrEqual(heardAt)
  })
})

function ownerId(): string {
  for (const change of casaLola.changes) {
    if (change.kind === 'person' && change.put.roles.includes('owner')) return change.put.id
  }
  throw new Error('no owner')
}
