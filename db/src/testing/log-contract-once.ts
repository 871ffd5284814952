// Every command is stored once, whoever sends it how often, and its answer is given again.
import { describe, expect, test } from 'vitest'
import { clientId, commandId, noted, refused, type Said } from './entries.ts'
import type { LogSubject } from './log-subject.ts'
import { casa } from './restaurants.ts'

export const describeExactlyOnce = (on: LogSubject): void => {
  describe('exactly once', () => {
    const tab = clientId('tab')

    test('[P-2] a cseq is stored once, even under another command id', async () => {
      await on.append([{ command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] }], 0)
      const { outcome } = await on.append(
        [
          { command: 'c2', client: { clientId: tab, cseq: 2 }, events: [noted('o1', 'b')] },
          { command: 'c3', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'c')] },
        ],
        1,
      )
      expect(outcome).toEqual({ kind: 'duplicate', commandIds: ['c3'] })
      expect((await on.log.load(casa))?.head).toBe(1)
      expect(await on.log.readAnswer(casa, { commandId: commandId('c2') })).toBeUndefined()
    })

    test('[P-2] a command id is stored once, whoever sends it', async () => {
      await on.append([{ command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] }], 0)
      const { outcome } = await on.append(
        [{ command: 'c1', client: { clientId: clientId('tab-reborn'), cseq: 1 }, events: [noted('o1', 'a')] }],
        1,
      )
      expect(outcome).toEqual({ kind: 'duplicate', commandIds: ['c1'] })
      expect(await on.log.readAfter(casa, 0, 10)).toHaveLength(1)
    })

    test('[P-2] two entries of one batch that say the same are found too', async () => {
      const twice = await on.append(
        [
          { command: 'c1', events: [noted('o1', 'a')] },
          { command: 'c1', events: [noted('o1', 'a')] },
        ],
        0,
      )
      expect(twice.outcome).toEqual({ kind: 'duplicate', commandIds: ['c1'] })
      const sameTurn = await on.append(
        [
          { command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] },
          { command: 'c2', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'b')] },
        ],
        0,
      )
      expect(sameTurn.outcome).toEqual({ kind: 'duplicate', commandIds: ['c2'] })
      expect((await on.log.load(casa))?.head).toBe(0)
    })

    test('[P-2] every duplicate of a batch is named', async () => {
      await on.append(
        ['c1', 'c2', 'c3'].map((command) => ({ command, events: [noted('o1', command)] })),
        0,
      )
      const { outcome } = await on.append(
        ['c3', 'c4', 'c1'].map((command) => ({ command, events: [noted('o1', command)] })),
        3,
      )
      expect(outcome).toEqual({ kind: 'duplicate', commandIds: ['c3', 'c1'] })
    })

    test('[P-2] the stored answer is given again, by command and by client', async () => {
      await on.append(
        [
          {
            command: 'c1',
            client: { clientId: tab, cseq: 1 },
            events: [noted('o1', 'a')],
            answer: (seq) => ({ ok: true, seq, returned: [{ position: 2, code: 'sold-out' }] }),
          },
          {
            command: 'c2',
            client: { clientId: tab, cseq: 2 },
            events: [refused('c2')],
            answer: (seq) => ({ ok: false, seq, code: 'no-such-order', details: { orderId: 'o9' } }),
          },
        ],
        0,
      )
      expect(await on.log.readAnswer(casa, { clientId: tab, cseq: 1 })).toEqual({
        commandId: 'c1',
        cseq: 1,
        answer: { ok: true, seq: 1, returned: [{ position: 2, code: 'sold-out' }] },
      })
      expect(await on.log.readAnswer(casa, { commandId: commandId('c2') })).toEqual({
        commandId: 'c2',
        cseq: 2,
        answer: { ok: false, seq: 2, code: 'no-such-order', details: { orderId: 'o9' } },
      })
      expect(await on.log.readAnswer(casa, { clientId: tab, cseq: 3 })).toBeUndefined()
      expect(await on.log.readClient(casa, tab)).toEqual({ clientId: tab, lastCseq: 2, lastCommandId: 'c2' })
      expect(await on.log.readClient(casa, clientId('nobody'))).toEqual({ clientId: 'nobody', lastCseq: 0 })
    })

    test('[P-2] what the server says by itself has no client and no cseq', async () => {
      await on.append([{ command: 'timer-1', events: [noted('o1', 'a')] }], 0)
      expect(await on.log.readAnswer(casa, { commandId: commandId('timer-1') })).toEqual({
        commandId: 'timer-1',
        answer: { ok: true, seq: 1 },
      })
    })

    test('[P-2] a client born anew has its repeat recorded and keeps counting', async () => {
      await on.append([{ command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] }], 0)
      const reborn = clientId('tab-reborn')
      const repeat: Said = {
        command: 'c1',
        client: { clientId: reborn, cseq: 1 },
        again: true,
        events: [refused('c1')],
        answer: () => ({ ok: true, seq: 1 }),
      }
      expect((await on.append([repeat], 1)).outcome).toEqual({ kind: 'committed', head: 2 })
      expect(await on.log.readClient(casa, reborn)).toEqual({ clientId: reborn, lastCseq: 1, lastCommandId: 'c1' })
      expect(await on.log.readAnswer(casa, { clientId: reborn, cseq: 1 })).toMatchObject({
        answer: { ok: true, seq: 1 },
      })
      expect(await on.log.readAnswer(casa, { commandId: commandId('c1') })).toMatchObject({ cseq: 1 })
      expect((await on.append([repeat], 2)).outcome).toEqual({ kind: 'duplicate', commandIds: ['c1'] })
    })
  })
}
