// A program that is told to end while a write is on its way, and never learns what became of it.
import { casaLola } from '@comanda/demo/restaurant'
import { describe, expect, it } from 'vitest'
import { testRestaurant } from '../testing/memory-restaurant.ts'
import { testDevice } from '../testing/test-device.ts'

const order = { open: { type: 'takeaway', name: 'A' } }

describe('stopping while a write is on its way', () => {
  it.each([true, false])('[P-3] ends, answers nothing and leaves no failure unheard (written: %s)', async (written) => {
    const gate = Promise.withResolvers<void>()
    let armed = false
    const on = await testRestaurant(casaLola, {
      pause: () => (armed ? gate.promise : Promise.resolve()),
      onAppend: () => (armed ? { kind: 'unknown', written } : undefined),
    })
    const device = testDevice(on, { name: 'd1', staffId: 'ana' })
    device.hello()
    await on.time.settle()
    armed = true
    device.send(1, 'order.open', order)
    device.send(2, 'order.open', order)
    await on.time.settle()
    let stopped = false
    const stopping = on.restaurant.stop().then(() => {
      stopped = true
    })
    const late = testDevice(on, { name: 'd2', staffId: 'ana' })
    device.send(3, 'order.open', order)
    await on.time.settle()
    expect(stopped).toBe(false)
    gate.resolve()
    await stopping
    late.hello()
    await on.time.settle()
    expect(on.failStops).toHaveLength(1)
    expect(device.wire.of('res')).toEqual([])
    expect(late.wire.of('welcome')).toEqual([])
    expect(late.wire.closes).toMatchObject([{ code: 1011 }])
  })
})
