import { casaLola } from '@comanda/demo/restaurant'
import type { Recorded } from '@comanda/shared/domain/events'
import type { CommandId, DeviceId, StaffId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { openOnDisk, type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import { type TestDevice, testDevice } from '../testing/test-device.ts'

const dish = casaLola.changes.flatMap((change) =>
  change.kind === 'item' && change.put.modifierGroups.length === 0 && change.put.stations.length === 1
    ? [change.put]
    : [],
)[0]
const table = casaLola.changes.flatMap((change) => (change.kind === 'table' ? [change.put] : []))[0]

const everything = (on: TestRestaurant): Promise<readonly Recorded[]> =>
  on.engine.log.readAfter(casaLola.restaurantId, 0, 10_000)

const countOf = async (on: TestRestaurant, type: string): Promise<number> =>
  (await everything(on)).filter(({ event }) => event.type === type).length

function sendRound(waiter: TestDevice, cseq: number): void {
  const lines = [{ itemId: dish?.id, quantity: 1, modifiers: [] }]
  waiter.send(cseq, 'round.send', { order: { open: { type: 'dine-in', tableId: table?.id } }, lines })
}

async function evening(): Promise<{ on: TestRestaurant; waiter: TestDevice }> {
  const on = await testRestaurant(casaLola)
  const waiter = testDevice(on, { name: 'w', staffId: 'ana' })
  waiter.hello()
  await on.time.advance(100)
  return { on, waiter }
}

async function screen(on: TestRestaurant, name: string): Promise<TestDevice> {
  const device = testDevice(on, { name, kind: 'kitchen' })
  device.hello({ room: 'kitchen', stations: [...(dish?.stations ?? [])] })
  await on.time.advance(100)
  return device
}

describe('receipts', () => {
  it('[KDS-13] a screen that paints a ticket confirms it once, whoever else paints it too', async () => {
    const { on, waiter } = await evening()
    const screens = [await screen(on, 'k1'), await screen(on, 'k2'), await screen(on, 'k3')]
    sendRound(waiter, 1)
    await on.time.advance(500)
    for (const device of screens) device.say({ t: 'painted', seq: on.restaurant.head() })
    await on.time.advance(30_000)
    const [ticket] = [...on.restaurant.state().tickets.values()]
    expect(ticket?.confirmed).toBe(ticket?.version)
    expect(await countOf(on, 'tickets.confirmed')).toBe(1)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(0)
  })

  it('[P-18] a ticket that no screen painted is known to people within 12 s, and told once', async () => {
    const { on, waiter } = await evening()
    sendRound(waiter, 1)
    await on.time.advance(9_000)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(0)
    await on.time.advance(3_000)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(1)
    await on.time.advance(60_000)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(1)
    expect(waiter.wire.of('ev').flatMap(({ events }) => events.map(({ event }) => event.type))).toContain(
      'ticket.unconfirmed',
    )
  })

  it('[KDS-13] what was painted before the ticket confirms nothing, nor does another station', async () => {
    const { on, waiter } = await evening()
    const early = await screen(on, 'k1')
    const elsewhere = testDevice(on, { name: 'k2', kind: 'kitchen' })
    elsewhere.hello({ room: 'kitchen', stations: [] })
    await on.time.advance(100)
    const before = on.restaurant.head()
    sendRound(waiter, 1)
    await on.time.advance(500)
    early.say({ t: 'painted', seq: before })
    elsewhere.say({ t: 'painted', seq: on.restaurant.head() })
    await on.time.advance(12_000)
    expect(await countOf(on, 'tickets.confirmed')).toBe(0)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(1)
  })

  it('[P-18] what fell due while the server was down happens at the start, once', async () => {
    const { on, waiter } = await evening()
    sendRound(waiter, 1)
    await on.time.advance(500)
    await on.restaurant.stop()
    await on.time.advance(60_000)
    const next = await openOnDisk({ ...on, id: casaLola.restaurantId })
    await next.time.advance(1_000)
    expect(await countOf(next, 'ticket.unconfirmed')).toBe(1)
    await next.restaurant.stop()
    const third = await openOnDisk({ ...on, id: casaLola.restaurantId })
    await third.time.advance(10_000)
    expect(await countOf(third, 'ticket.unconfirmed')).toBe(1)
  })
})

describe('waiting times', () => {
  it('[KDS-13] a threshold that is published while a ticket waits counts for that ticket too', async () => {
    const { on, waiter } = await evening()
    sendRound(waiter, 1)
    await on.time.advance(2_000)
    const settings = on.restaurant.state().catalog.settings
    const put = { ...settings, thresholds: { ...settings.thresholds, unconfirmedAlert: 4 } }
    on.restaurant.actor.submit({
      id: 'sooner' as CommandId,
      asked: {
        kind: 'read',
        command: {
          id: 'sooner' as CommandId,
          type: 'catalog.publish',
          args: { changes: [{ kind: 'settings', put }] },
        },
      },
      asking: { kind: 'staff', staffId: 'pablo' as StaffId, deviceId: 'office' as DeviceId },
      writtenAt: on.time.clock.now(),
      reply: () => {},
      prepared: {},
    })
    await on.time.advance(1_000)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(0)
    await on.time.advance(2_000)
    expect(await countOf(on, 'ticket.unconfirmed')).toBe(1)
  })
})

describe('the clock', () => {
  it('[P-10] a clock set back by an hour, or forward, is doubted, and ordering goes on', async () => {
    const { on, waiter } = await evening()
    on.time.setWall(on.time.clock.now() - 3_600_000)
    await on.time.advance(6_000)
    expect(on.restaurant.state().clockDoubt).not.toBeNull()
    sendRound(waiter, 1)
    await on.time.settle()
    expect(waiter.wire.of('res')).toMatchObject([{ ok: true }])
  })

  it('[P-10] a clock that runs as it should is believed', async () => {
    const { on } = await evening()
    await on.time.advance(120_000)
    expect(on.restaurant.state().clockDoubt).toBeNull()
  })
})

describe('snapshots', () => {
  it('are saved after a thousand events on a quiet moment, and a start from one is the same', async () => {
    const { on, waiter } = await evening()
    for (let cseq = 1; cseq <= 1_100; cseq += 1) {
      waiter.send(cseq, 'order.open', { open: { type: 'takeaway', name: 'n' } })
      if (cseq % 8 === 0) await on.time.settle()
    }
    await on.time.advance(2_000)
    const saved = on.disk.restaurants.get(casaLola.restaurantId)?.snapshots ?? []
    expect(saved.length).toBeGreaterThan(0)
    const next = await openOnDisk({ ...on, id: casaLola.restaurantId })
    expect(next.restaurant.head()).toBe(on.restaurant.head())
    expect(next.restaurant.state().orders.size).toBe(1_100)
  })
})
