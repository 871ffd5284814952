// What is read back: events, orders, hints, and all of it after a kill.
import { describe, expect, test } from 'vitest'
import { clientId, merged, noted, orderId, roundSent } from './entries.ts'
import { eventsOf, type LogSubject } from './log-subject.ts'
import { casa } from './restaurants.ts'

export const describeReads = (on: LogSubject): void => {
  describe('reads', () => {
    test('[P-5] readAfter begins after any seq and stops at its limit', async () => {
      const { batch } = await on.append(
        Array.from({ length: 9 }, (_, index) => ({ command: `c${index}`, events: [noted('o1', `note ${index}`)] })),
        0,
      )
      const events = eventsOf(batch)
      expect(await on.log.readAfter(casa, 3, 4)).toEqual(events.slice(3, 7))
      expect(await on.log.readAfter(casa, 7, 4)).toEqual(events.slice(7))
      expect(await on.log.readAfter(casa, 9, 4)).toEqual([])
      expect(await on.log.readAfter(casa, 1000, 4)).toEqual([])
    })

    test('[P-17] an order is read whole, with all that it was merged with, however far', async () => {
      const { batch } = await on.append(
        [
          {
            command: 'c1',
            events: [noted('o1', 'one'), noted('o2', 'two'), noted('o3', 'three'), noted('o4', 'four')],
          },
          { command: 'c2', events: [merged('o1', 'o2')] },
          { command: 'c3', events: [noted('o2', 'both')] },
          { command: 'c4', events: [merged('o2', 'o3')] },
        ],
        0,
      )
      const events = eventsOf(batch)
      expect(await on.log.readOrder(casa, orderId('o1'))).toEqual(events.filter((_, index) => index !== 3))
      expect(await on.log.readOrder(casa, orderId('o4'))).toEqual([events[3]])
      expect(await on.log.readOrder(casa, orderId('never'))).toEqual([])
    })

    test('[P-5] hints follow appends until they are cancelled', async () => {
      const heads: number[] = []
      const cancel = on.log.onAdvance((restaurantId, head) => {
        if (restaurantId === casa) heads.push(head)
      })
      await on.append([{ command: 'c1', events: [noted('o1', 'a'), noted('o1', 'b')] }], 0)
      await on.append([{ command: 'c2', events: [noted('o1', 'c')] }], 0)
      cancel()
      await on.append([{ command: 'c3', events: [noted('o1', 'd')] }], 2)
      expect(heads).toEqual([2])
    })

    test('[P-9] a probe writes and changes nothing', async () => {
      const { batch } = await on.append([{ command: 'c1', events: [noted('o1', 'a')] }], 0)
      const before = await on.log.load(casa)
      await on.log.probe()
      await on.log.probe()
      expect(await on.log.load(casa)).toEqual(before)
      expect(await on.log.readAfter(casa, 0, 9)).toEqual(eventsOf(batch))
    })
  })

  describe('after a kill', () => {
    test('[P-1] what was committed is there, answers and all', async () => {
      const { batch } = await on.append(
        [{ command: 'c1', client: { clientId: clientId('tab'), cseq: 1 }, events: [roundSent('o1', 'r1')] }],
        0,
      )
      const before = await on.log.load(casa)
      await on.rig.kill(on.log)
      on.log = await on.rig.open()
      expect(await on.log.load(casa)).toEqual(before)
      expect(await on.log.readAfter(casa, 0, 10)).toEqual(eventsOf(batch))
      expect((await on.log.readClient(casa, clientId('tab'))).lastCseq).toBe(1)
      expect((await on.append([{ command: 'c1', events: [noted('o1', 'x')] }], 1)).outcome.kind).toBe('duplicate')
      expect((await on.append([{ command: 'c2', events: [noted('o1', 'x')] }], 1)).outcome).toEqual({
        kind: 'committed',
        head: 2,
      })
    })
  })
}
