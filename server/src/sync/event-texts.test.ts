import { casaLola } from '@comanda/demo/restaurant'
import { narrow } from '@comanda/shared/domain/narrow'
import { describe, expect, it } from 'vitest'
import { testRestaurant } from '../testing/memory-restaurant.ts'
import { testDevice } from '../testing/test-device.ts'
import { alikeOnFloorAndFront, EventTexts } from './event-texts.ts'

const dish = casaLola.changes.find((change) => change.kind === 'item' && change.put.modifierGroups.length === 0)

describe('the texts of events', () => {
  it('are what each room may hear, and the same for floor and front where both hear the same', async () => {
    const on = await testRestaurant(casaLola)
    const device = testDevice(on, { name: 'd', staffId: 'ana' })
    device.hello()
    await on.time.settle()
    const lines = [{ itemId: dish?.kind === 'item' ? dish.put.id : '', quantity: 2, modifiers: [], note: 'quick' }]
    device.send(1, 'round.send', { order: { open: { type: 'dine-in', tableId: 't1' } }, lines })
    await on.time.settle()
    const events = await on.engine.log.readAfter(casaLola.restaurantId, 0, 1_000)
    const texts = new EventTexts()
    const met = new Set<string>()
    for (const recorded of events) {
      for (const room of ['front', 'kitchen', 'floor', 'office'] as const) {
        const narrowed = narrow(recorded, room)
        const expected = narrowed === null ? '' : JSON.stringify(narrowed)
        expect(texts.of(recorded, room)).toBe(expected)
      }
      met.add(recorded.event.type)
      if (!alikeOnFloorAndFront.has(recorded.event.type)) continue
      expect(texts.of(recorded, 'front')).toBe(texts.of(recorded, 'floor'))
    }
    for (const type of alikeOnFloorAndFront) expect(met).toContain(type)
  })
})
