// What every adapter of the log must do, told once. An adapter's test gives a way to open it and gets the whole suite.
import type { Recorded } from '@comanda/shared/domain/events'
import { erasedText } from '@comanda/shared/domain/personal-text'
import { LogId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { genesisHash } from '../chain.ts'
import type { Entry, Log } from '../log.ts'
import { batchAfter, clientId, commandId, merged, noted, orderId, refused, roundSent, type Said } from './entries.ts'
import { casa, other } from './restaurants.ts'

/** One place where logs lie, as a process finds it again after it died. */
export type LogRig = {
  /** Opens the log; the ones opened before stay as they are, like nodes side by side. */
  open(): Promise<Log>
  /** As kill -9 does it: nothing is closed in order. */
  kill(log: Log): Promise<void>
  remove(): Promise<void>
}

const life = LogId.parse('log-1')

const eventsOf = (batch: readonly Entry[]): readonly Recorded[] => batch.flatMap(({ recorded }) => recorded)

export const registerLogContract = (adapter: string, createRig: () => Promise<LogRig>): void => {
  describe(`log port: ${adapter}`, () => {
    let rig: LogRig
    let log: Log

    const append = async (said: readonly Said[], head: number) => {
      const batch = batchAfter(head, said)
      return { batch, outcome: await log.append(casa, batch, head) }
    }

    beforeEach(async () => {
      rig = await createRig()
      log = await rig.open()
      await log.create(casa, life)
    })
    afterEach(async () => {
      await log.close()
      await rig.remove()
    })

    describe('the log of a restaurant', () => {
      test('[P-17] a restaurant without a log has none, and one log once made', async () => {
        expect(await log.load(other)).toBeUndefined()
        expect(await log.load(casa)).toEqual({ logId: life, head: 0, chainHead: genesisHash(casa) })
        await expect(log.create(casa, LogId.parse('log-2'))).rejects.toThrow()
        expect((await log.load(casa))?.logId).toBe(life)
      })

      test('[P-17] several restaurants lie side by side and never see each other', async () => {
        await log.create(other, LogId.parse('log-other'))
        const batch = batchAfter(0, [
          { command: 'c1', client: { clientId: clientId('tab'), cseq: 1 }, events: [noted('o1', 'mine')] },
        ])
        expect(await log.append(casa, batch, 0)).toEqual({ kind: 'committed', head: 1 })
        expect(await log.append(other, batch, 0)).toEqual({ kind: 'committed', head: 1 })
        await append([{ command: 'c2', events: [noted('o1', 'more')] }], 1)
        expect((await log.load(other))?.head).toBe(1)
        expect(await log.readOrder(other, orderId('o1'))).toHaveLength(1)
        expect(await log.readAnswer(other, { commandId: commandId('c2') })).toBeUndefined()
        expect((await log.readClient(other, clientId('tab'))).lastCseq).toBe(1)
        expect(await log.restaurants()).toEqual([casa, other])
      })

      test('[P-17] a verb about a restaurant that has no log throws', async () => {
        await expect(
          log.append(other, batchAfter(0, [{ command: 'c', events: [noted('o', 'x')] }]), 0),
        ).rejects.toThrow()
      })
    })

    describe('append', () => {
      test('[P-4] seqs run 1, 2, 3 without a hole, over batches of any size', async () => {
        await append([{ command: 'c1', events: [noted('o1', 'a'), noted('o1', 'b')] }], 0)
        await append(
          [
            { command: 'c2', events: [noted('o2', null)] },
            { command: 'c3', events: [noted('o2', 'c')] },
          ],
          2,
        )
        const events = await log.readAfter(casa, 0, 100)
        expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
        expect((await log.load(casa))?.head).toBe(4)
      })

      test('[P-17] gives back event for event what was appended, texts in their places', async () => {
        const { batch } = await append(
          [{ command: 'c1', events: [roundSent('o1', 'r1'), noted('o1', 'window seat'), refused('c0')] }],
          0,
        )
        expect(await log.readAfter(casa, 0, 100)).toEqual(eventsOf(batch))
      })

      test('[P-4] a head that is not the expected one writes nothing', async () => {
        await append([{ command: 'c1', events: [noted('o1', 'a')] }], 0)
        const { outcome } = await append([{ command: 'c2', events: [noted('o1', 'b')] }], 0)
        expect(outcome).toEqual({ kind: 'conflict', head: 1 })
        const ahead = await append([{ command: 'c2', events: [noted('o1', 'b')] }], 7)
        expect(ahead.outcome).toEqual({ kind: 'conflict', head: 1 })
        expect(await log.readAnswer(casa, { commandId: commandId('c2') })).toBeUndefined()
        expect(await log.readAfter(casa, 0, 10)).toHaveLength(1)
      })

      test('[P-4] of two nodes that append at one head, one is first and the other is told', async () => {
        const second = await rig.open()
        const one = batchAfter(0, [{ command: 'c1', events: [noted('o1', 'one')] }])
        const two = batchAfter(0, [{ command: 'c2', events: [noted('o1', 'two')] }])
        expect(await log.append(casa, one, 0)).toEqual({ kind: 'committed', head: 1 })
        expect(await second.append(casa, two, 0)).toEqual({ kind: 'conflict', head: 1 })
        const again = batchAfter(1, [{ command: 'c2', events: [noted('o1', 'two')] }])
        expect(await second.append(casa, again, 1)).toEqual({ kind: 'committed', head: 2 })
        expect(await log.append(casa, batchAfter(1, [{ command: 'c3', events: [noted('o1', 'x')] }]), 1)).toEqual({
          kind: 'conflict',
          head: 2,
        })
        expect(await log.readAfter(casa, 0, 10)).toEqual([...eventsOf(one), ...eventsOf(again)])
        await second.close()
      })

      test('[P-17] an empty batch only asks whether the head is still the expected one', async () => {
        expect(await log.append(casa, [], 0)).toEqual({ kind: 'committed', head: 0 })
        expect(await log.append(casa, [], 3)).toEqual({ kind: 'conflict', head: 0 })
      })

      test('[P-4] a batch that is numbered wrongly, or answers without an event, is a bug and writes nothing', async () => {
        const gap = batchAfter(1, [{ command: 'c1', events: [noted('o1', 'a')] }])
        await expect(log.append(casa, gap, 0)).rejects.toThrow(/must come/)
        const silent = batchAfter(0, [{ command: 'c1', events: [] }])
        await expect(log.append(casa, silent, 0)).rejects.toThrow(/no event/)
        const astray = batchAfter(0, [
          { command: 'c1', events: [noted('o1', 'a')], answer: () => ({ ok: true, seq: 9 }) },
        ])
        await expect(log.append(casa, astray, 0)).rejects.toThrow(/outside/)
        expect((await log.load(casa))?.head).toBe(0)
        await append([{ command: 'c1', events: [noted('o1', 'a')] }], 0)
        expect((await log.load(casa))?.head).toBe(1)
      })
    })

    describe('exactly once', () => {
      const tab = clientId('tab')

      test('[P-2] a cseq is stored once, even under another command id', async () => {
        await append([{ command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] }], 0)
        const { outcome } = await append(
          [
            { command: 'c2', client: { clientId: tab, cseq: 2 }, events: [noted('o1', 'b')] },
            { command: 'c3', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'c')] },
          ],
          1,
        )
        expect(outcome).toEqual({ kind: 'duplicate', commandIds: ['c3'] })
        expect((await log.load(casa))?.head).toBe(1)
        expect(await log.readAnswer(casa, { commandId: commandId('c2') })).toBeUndefined()
      })

      test('[P-2] a command id is stored once, whoever sends it', async () => {
        await append([{ command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] }], 0)
        const { outcome } = await append(
          [{ command: 'c1', client: { clientId: clientId('tab-reborn'), cseq: 1 }, events: [noted('o1', 'a')] }],
          1,
        )
        expect(outcome).toEqual({ kind: 'duplicate', commandIds: ['c1'] })
        expect(await log.readAfter(casa, 0, 10)).toHaveLength(1)
      })

      test('[P-2] two entries of one batch that say the same are found too', async () => {
        const twice = await append(
          [
            { command: 'c1', events: [noted('o1', 'a')] },
            { command: 'c1', events: [noted('o1', 'a')] },
          ],
          0,
        )
        expect(twice.outcome).toEqual({ kind: 'duplicate', commandIds: ['c1'] })
        const sameTurn = await append(
          [
            { command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] },
            { command: 'c2', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'b')] },
          ],
          0,
        )
        expect(sameTurn.outcome).toEqual({ kind: 'duplicate', commandIds: ['c2'] })
        expect((await log.load(casa))?.head).toBe(0)
      })

      test('[P-2] every duplicate of a batch is named', async () => {
        await append(
          ['c1', 'c2', 'c3'].map((command) => ({ command, events: [noted('o1', command)] })),
          0,
        )
        const { outcome } = await append(
          ['c3', 'c4', 'c1'].map((command) => ({ command, events: [noted('o1', command)] })),
          3,
        )
        expect(outcome).toEqual({ kind: 'duplicate', commandIds: ['c3', 'c1'] })
      })

      test('[P-2] the stored answer is given again, by command and by client', async () => {
        await append(
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
        expect(await log.readAnswer(casa, { clientId: tab, cseq: 1 })).toEqual({
          commandId: 'c1',
          cseq: 1,
          answer: { ok: true, seq: 1, returned: [{ position: 2, code: 'sold-out' }] },
        })
        expect(await log.readAnswer(casa, { commandId: commandId('c2') })).toEqual({
          commandId: 'c2',
          cseq: 2,
          answer: { ok: false, seq: 2, code: 'no-such-order', details: { orderId: 'o9' } },
        })
        expect(await log.readAnswer(casa, { clientId: tab, cseq: 3 })).toBeUndefined()
        expect(await log.readClient(casa, tab)).toEqual({ clientId: tab, lastCseq: 2, lastCommandId: 'c2' })
        expect(await log.readClient(casa, clientId('nobody'))).toEqual({ clientId: 'nobody', lastCseq: 0 })
      })

      test('[P-2] what the server says by itself has no client and no cseq', async () => {
        await append([{ command: 'timer-1', events: [noted('o1', 'a')] }], 0)
        expect(await log.readAnswer(casa, { commandId: commandId('timer-1') })).toEqual({
          commandId: 'timer-1',
          answer: { ok: true, seq: 1 },
        })
      })

      test('[P-2] a client born anew has its repeat recorded and keeps counting', async () => {
        await append([{ command: 'c1', client: { clientId: tab, cseq: 1 }, events: [noted('o1', 'a')] }], 0)
        const reborn = clientId('tab-reborn')
        const repeat: Said = {
          command: 'c1',
          client: { clientId: reborn, cseq: 1 },
          again: true,
          events: [refused('c1')],
          answer: () => ({ ok: true, seq: 1 }),
        }
        expect((await append([repeat], 1)).outcome).toEqual({ kind: 'committed', head: 2 })
        expect(await log.readClient(casa, reborn)).toEqual({ clientId: reborn, lastCseq: 1, lastCommandId: 'c1' })
        expect(await log.readAnswer(casa, { clientId: reborn, cseq: 1 })).toMatchObject({
          answer: { ok: true, seq: 1 },
        })
        expect(await log.readAnswer(casa, { commandId: commandId('c1') })).toMatchObject({ cseq: 1 })
        expect((await append([repeat], 2)).outcome).toEqual({ kind: 'duplicate', commandIds: ['c1'] })
      })
    })

    describe('reads', () => {
      test('[P-5] readAfter begins after any seq and stops at its limit', async () => {
        const { batch } = await append(
          Array.from({ length: 9 }, (_, index) => ({ command: `c${index}`, events: [noted('o1', `note ${index}`)] })),
          0,
        )
        const events = eventsOf(batch)
        expect(await log.readAfter(casa, 3, 4)).toEqual(events.slice(3, 7))
        expect(await log.readAfter(casa, 7, 4)).toEqual(events.slice(7))
        expect(await log.readAfter(casa, 9, 4)).toEqual([])
        expect(await log.readAfter(casa, 1000, 4)).toEqual([])
      })

      test('[P-17] an order is read whole, with all that it was merged with, however far', async () => {
        const { batch } = await append(
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
        expect(await log.readOrder(casa, orderId('o1'))).toEqual(events.filter((_, index) => index !== 3))
        expect(await log.readOrder(casa, orderId('o4'))).toEqual([events[3]])
        expect(await log.readOrder(casa, orderId('never'))).toEqual([])
      })

      test('[P-5] hints follow appends until they are cancelled', async () => {
        const heads: number[] = []
        const cancel = log.onAdvance((restaurantId, head) => {
          if (restaurantId === casa) heads.push(head)
        })
        await append([{ command: 'c1', events: [noted('o1', 'a'), noted('o1', 'b')] }], 0)
        await append([{ command: 'c2', events: [noted('o1', 'c')] }], 0)
        cancel()
        await append([{ command: 'c3', events: [noted('o1', 'd')] }], 2)
        expect(heads).toEqual([2])
      })

      test('[P-9] a probe writes and changes nothing', async () => {
        const { batch } = await append([{ command: 'c1', events: [noted('o1', 'a')] }], 0)
        const before = await log.load(casa)
        await log.probe()
        await log.probe()
        expect(await log.load(casa)).toEqual(before)
        expect(await log.readAfter(casa, 0, 9)).toEqual(eventsOf(batch))
      })
    })

    describe('after a kill', () => {
      test('[P-1] what was committed is there, answers and all', async () => {
        const { batch } = await append(
          [{ command: 'c1', client: { clientId: clientId('tab'), cseq: 1 }, events: [roundSent('o1', 'r1')] }],
          0,
        )
        const before = await log.load(casa)
        await rig.kill(log)
        log = await rig.open()
        expect(await log.load(casa)).toEqual(before)
        expect(await log.readAfter(casa, 0, 10)).toEqual(eventsOf(batch))
        expect((await log.readClient(casa, clientId('tab'))).lastCseq).toBe(1)
        expect((await append([{ command: 'c1', events: [noted('o1', 'x')] }], 1)).outcome.kind).toBe('duplicate')
        expect((await append([{ command: 'c2', events: [noted('o1', 'x')] }], 1)).outcome).toEqual({
          kind: 'committed',
          head: 2,
        })
      })
    })

    describe('the chain', () => {
      test('[P-14] each append moves its head, and the same words never chain to the same head twice', async () => {
        const heads = [genesisHash(casa)]
        for (const head of [0, 1, 2]) {
          await append([{ command: `c${head}`, events: [noted('o1', 'the same')] }], head)
          heads.push((await log.load(casa))?.chainHead ?? '')
        }
        expect(new Set(heads).size).toBe(4)
        for (const head of heads) expect(head).toMatch(/^[0-9a-f]{64}$/)
      })
    })

    describe('snapshots', () => {
      test('[P-5] the newest at or below the head is given, and the last two are kept', async () => {
        const said = Array.from({ length: 5 }, (_, index) => ({ command: `c${index}`, events: [noted('o1', 'n')] }))
        await append(said, 0)
        for (const seq of [1, 3, 5]) await log.saveSnapshot(casa, { seq, domain: 'd1', body: `state at ${seq}` })
        expect((await log.load(casa))?.snapshot).toEqual({ seq: 5, domain: 'd1', body: 'state at 5' })
        await log.saveSnapshot(casa, { seq: 5, domain: 'd2', body: 'state at 5, told anew' })
        expect((await log.load(casa))?.snapshot).toEqual({ seq: 5, domain: 'd2', body: 'state at 5, told anew' })
        expect((await log.load(casa))?.head).toBe(5)
      })
    })

    describe('personal texts', () => {
      const evening = async () => {
        await append(
          [
            { command: 'c1', events: [noted('o1', 'Mr Brown, by the window'), roundSent('o1', 'r1')] },
            { command: 'c2', events: [noted('o2', 'nut allergy')], businessDate: '2026-01-03' },
          ],
          0,
        )
      }
      const notesIn = (events: readonly Recorded[]) =>
        events.map(({ event }) => {
          if (event.type === 'order.noted') return event.note
          return event.type === 'round.sent' ? event.lines[0]?.note : undefined
        })

      test("[P-14] one order's texts are erased, the others stay, and the chain does not move", async () => {
        await evening()
        const before = await log.load(casa)
        expect(await log.eraseTexts(casa, { orderId: orderId('o1') })).toBe(2)
        expect(notesIn(await log.readAfter(casa, 0, 9))).toEqual([erasedText, erasedText, 'nut allergy'])
        expect(await log.load(casa)).toEqual(before)
        expect(await log.eraseTexts(casa, { orderId: orderId('o1') })).toBe(0)
      })

      test('[P-14] texts before a business date are erased', async () => {
        await evening()
        expect(await log.eraseTexts(casa, { before: '2026-01-03' })).toBe(2)
        expect(notesIn(await log.readAfter(casa, 0, 9))).toEqual([erasedText, erasedText, 'nut allergy'])
      })

      test('[P-14] snapshots that may hold an erased text go with it', async () => {
        await evening()
        await log.saveSnapshot(casa, { seq: 2, domain: 'd', body: 'Mr Brown' })
        await log.saveSnapshot(casa, { seq: 3, domain: 'd', body: 'Mr Brown, nut allergy' })
        await log.eraseTexts(casa, { orderId: orderId('o2') })
        expect((await log.load(casa))?.snapshot).toEqual({ seq: 2, domain: 'd', body: 'Mr Brown' })
        await log.eraseTexts(casa, { orderId: orderId('o1') })
        expect((await log.load(casa))?.snapshot).toBeUndefined()
      })
    })

    test('[P-13] nothing is backed up before a backup was made', async () => {
      expect(await log.backedUpSeq(casa)).toBe(0)
    })
  })
}
