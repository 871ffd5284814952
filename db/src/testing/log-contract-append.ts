// Making a log and adding to it: seqs, heads, batches that are wrong.
import { LogId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { genesisHash } from '../chain.ts'
import { batchAfter, clientId, commandId, noted, orderId, refused, roundSent } from './entries.ts'
import { eventsOf, type LogSubject, life } from './log-subject.ts'
import { casa, other } from './restaurants.ts'

export const describeAppend = (on: LogSubject): void => {
  describe('the log of a restaurant', () => {
    test('[P-17] a restaurant without a log has none, and one log once made', async () => {
      expect(await on.log.load(other)).toBeUndefined()
      expect(await on.log.load(casa)).toEqual({ logId: life, head: 0, chainHead: genesisHash(casa) })
      await expect(on.log.create(casa, LogId.parse('log-2'))).rejects.toThrow()
      expect((await on.log.load(casa))?.logId).toBe(life)
    })

    test('[P-17] several restaurants lie side by side and never see each other', async () => {
      await on.log.create(other, LogId.parse('log-other'))
      const batch = batchAfter(0, [
        { command: 'c1', client: { clientId: clientId('tab'), cseq: 1 }, events: [noted('o1', 'mine')] },
      ])
      expect(await on.log.append(casa, batch, 0)).toEqual({ kind: 'committed', head: 1 })
      expect(await on.log.append(other, batch, 0)).toEqual({ kind: 'committed', head: 1 })
      await on.append([{ command: 'c2', events: [noted('o1', 'more')] }], 1)
      expect((await on.log.load(other))?.head).toBe(1)
      expect(await on.log.readOrder(other, orderId('o1'))).toHaveLength(1)
      expect(await on.log.readAnswer(other, { commandId: commandId('c2') })).toBeUndefined()
      expect((await on.log.readClient(other, clientId('tab'))).lastCseq).toBe(1)
      expect(await on.log.restaurants()).toEqual([casa, other])
    })

    test('[P-17] a verb about a restaurant that has no log throws', async () => {
      await expect(
        on.log.append(other, batchAfter(0, [{ command: 'c', events: [noted('o', 'x')] }]), 0),
      ).rejects.toThrow()
    })
  })

  describe('append', () => {
    test('[P-4] seqs run 1, 2, 3 without a hole, over batches of any size', async () => {
      await on.append([{ command: 'c1', events: [noted('o1', 'a'), noted('o1', 'b')] }], 0)
      await on.append(
        [
          { command: 'c2', events: [noted('o2', null)] },
          { command: 'c3', events: [noted('o2', 'c')] },
        ],
        2,
      )
      const events = await on.log.readAfter(casa, 0, 100)
      expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
      expect((await on.log.load(casa))?.head).toBe(4)
    })

    test('[P-17] gives back event for event what was appended, texts in their places', async () => {
      const { batch } = await on.append(
        [{ command: 'c1', events: [roundSent('o1', 'r1'), noted('o1', 'window seat'), refused('c0')] }],
        0,
      )
      expect(await on.log.readAfter(casa, 0, 100)).toEqual(eventsOf(batch))
    })

    test('[P-4] a head that is not the expected one writes nothing', async () => {
      await on.append([{ command: 'c1', events: [noted('o1', 'a')] }], 0)
      const { outcome } = await on.append([{ command: 'c2', events: [noted('o1', 'b')] }], 0)
      expect(outcome).toEqual({ kind: 'conflict', head: 1 })
      const ahead = await on.append([{ command: 'c2', events: [noted('o1', 'b')] }], 7)
      expect(ahead.outcome).toEqual({ kind: 'conflict', head: 1 })
      expect(await on.log.readAnswer(casa, { commandId: commandId('c2') })).toBeUndefined()
      expect(await on.log.readAfter(casa, 0, 10)).toHaveLength(1)
    })

    test('[P-4] of two nodes that append at one head, one is first and the other is told', async () => {
      const second = await on.rig.open()
      const one = batchAfter(0, [{ command: 'c1', events: [noted('o1', 'one')] }])
      const two = batchAfter(0, [{ command: 'c2', events: [noted('o1', 'two')] }])
      expect(await on.log.append(casa, one, 0)).toEqual({ kind: 'committed', head: 1 })
      expect(await second.append(casa, two, 0)).toEqual({ kind: 'conflict', head: 1 })
      const again = batchAfter(1, [{ command: 'c2', events: [noted('o1', 'two')] }])
      expect(await second.append(casa, again, 1)).toEqual({ kind: 'committed', head: 2 })
      expect(await on.log.append(casa, batchAfter(1, [{ command: 'c3', events: [noted('o1', 'x')] }]), 1)).toEqual({
        kind: 'conflict',
        head: 2,
      })
      expect(await on.log.readAfter(casa, 0, 10)).toEqual([...eventsOf(one), ...eventsOf(again)])
      await second.close()
    })

    test('[P-17] an empty batch only asks whether the head is still the expected one', async () => {
      expect(await on.log.append(casa, [], 0)).toEqual({ kind: 'committed', head: 0 })
      expect(await on.log.append(casa, [], 3)).toEqual({ kind: 'conflict', head: 0 })
    })

    test('[P-4] a batch that is numbered wrongly, or answers without an event, is a bug and writes nothing', async () => {
      const gap = batchAfter(1, [{ command: 'c1', events: [noted('o1', 'a')] }])
      await expect(on.log.append(casa, gap, 0)).rejects.toThrow(/must come/)
      const silent = batchAfter(0, [{ command: 'c1', events: [] }])
      await expect(on.log.append(casa, silent, 0)).rejects.toThrow(/no event/)
      const astray = batchAfter(0, [
        { command: 'c1', events: [noted('o1', 'a')], answer: () => ({ ok: true, seq: 9 }) },
      ])
      await expect(on.log.append(casa, astray, 0)).rejects.toThrow(/outside/)
      expect((await on.log.load(casa))?.head).toBe(0)
      await on.append([{ command: 'c1', events: [noted('o1', 'a')] }], 0)
      expect((await on.log.load(casa))?.head).toBe(1)
    })
  })
}
