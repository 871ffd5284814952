import { casaLola } from '@comanda/demo/restaurant'
import type { StationId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import { testDevice } from '../testing/test-device.ts'

const order = { open: { type: 'takeaway', name: 'A' } }

function registered(on: TestRestaurant, deviceId: string, stationIds: readonly string[]): void {
  const args = { deviceId, name: deviceId, kind: 'kitchen', stationIds }
  on.restaurant.actor.submit({
    id: `device-${deviceId}` as never,
    asked: { kind: 'read', command: { id: `device-${deviceId}`, type: 'device.register', args } as never },
    asking: { kind: 'system' },
    writtenAt: on.time.clock.now(),
    reply: () => {},
    prepared: {},
  })
}

describe('a hello after the first', () => {
  it('[P-5] is followed by no event before its welcome, and then by the one after the cursor', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd1', staffId: 'ana' })
    device.hello()
    await on.time.settle()
    const cursor = on.restaurant.head()
    const from = device.wire.frames.length
    device.send(1, 'order.open', order)
    device.hello({ logId: on.restaurant.logId, cursor })
    device.send(2, 'order.open', order)
    await on.time.settle()
    const frames = device.wire.frames.slice(from)
    const welcome = frames.findIndex(({ t }) => t === 'welcome')
    expect(frames.slice(0, welcome).filter(({ t }) => t === 'ev')).toEqual([])
    const heard = frames.flatMap((frame) => (frame.t === 'ev' ? [frame] : []))
    expect(heard[0]?.from).toBe(cursor + 1)
    heard.slice(1).forEach(({ from }, index) => {
      expect(from).toBe((heard[index]?.to ?? 0) + 1)
    })
    expect(heard.at(-1)?.to).toBe(on.restaurant.head())
  })
})

describe('the stations of a screen', () => {
  it.each([
    ['its own', ['cold'], ['cold'], true],
    ['any, where it has none of its own', [], ['cold'], true],
    ['none of the others', ['grill'], ['cold'], false],
  ])('[KDS-13] a device confirms for %s', async (_, own, named, confirms) => {
    const on = await testRestaurant(casaLola)
    registered(on, 'k1', own)
    await on.time.settle()
    const screen = testDevice(on, { name: 'k1', kind: 'kitchen' })
    const waiter = testDevice(on, { name: 'w', staffId: 'ana' })
    screen.hello({ room: 'kitchen', stations: named as StationId[] })
    waiter.hello()
    await on.time.settle()
    waiter.send(1, 'round.send', { order, lines: [{ itemId: 'olives', quantity: 1, modifiers: [] }] })
    await on.time.settle()
    screen.say({ t: 'painted', seq: on.restaurant.head() })
    await on.time.advance(1_000)
    const tickets = [...on.restaurant.state().tickets.values()]
    expect(tickets).toHaveLength(1)
    expect(tickets.every(({ confirmed }) => confirmed > 0)).toBe(confirms)
  })
})
