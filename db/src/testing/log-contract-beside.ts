// What lies beside the events: the chain's head, snapshots, personal texts.
import type { Recorded } from '@comanda/shared/domain/events'
import { erasedText } from '@comanda/shared/domain/personal-text'
import { describe, expect, test } from 'vitest'
import { genesisHash } from '../chain.ts'
import { noted, orderId, roundSent } from './entries.ts'
import type { LogSubject } from './log-subject.ts'
import { casa } from './restaurants.ts'

export const describeBeside = (on: LogSubject): void => {
  describe('the chain', () => {
    test('[P-14] each append moves its head, and the same words never chain to the same head twice', async () => {
      const heads = [genesisHash(casa)]
      for (const head of [0, 1, 2]) {
        await on.append([{ command: `c${head}`, events: [noted('o1', 'the same')] }], head)
        heads.push((await on.log.load(casa))?.chainHead ?? '')
      }
      expect(new Set(heads).size).toBe(4)
      for (const head of heads) expect(head).toMatch(/^[0-9a-f]{64}$/)
    })
  })

  describe('snapshots', () => {
    test('[P-5] the newest at or below the head is given, and the last two are kept', async () => {
      const said = Array.from({ length: 5 }, (_, index) => ({ command: `c${index}`, events: [noted('o1', 'n')] }))
      await on.append(said, 0)
      for (const seq of [1, 3, 5]) await on.log.saveSnapshot(casa, { seq, domain: 'd1', body: `state at ${seq}` })
      expect((await on.log.load(casa))?.snapshot).toEqual({ seq: 5, domain: 'd1', body: 'state at 5' })
      await on.log.saveSnapshot(casa, { seq: 5, domain: 'd2', body: 'state at 5, told anew' })
      expect((await on.log.load(casa))?.snapshot).toEqual({ seq: 5, domain: 'd2', body: 'state at 5, told anew' })
      expect((await on.log.load(casa))?.head).toBe(5)
    })
  })

  describe('personal texts', () => {
    const evening = async () => {
      await on.append(
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
      const before = await on.log.load(casa)
      expect(await on.log.eraseTexts(casa, { orderId: orderId('o1') })).toBe(2)
      expect(notesIn(await on.log.readAfter(casa, 0, 9))).toEqual([erasedText, erasedText, 'nut allergy'])
      expect(await on.log.load(casa)).toEqual(before)
      expect(await on.log.eraseTexts(casa, { orderId: orderId('o1') })).toBe(0)
    })

    test('[P-14] texts before a business date are erased', async () => {
      await evening()
      expect(await on.log.eraseTexts(casa, { before: '2026-01-03' })).toBe(2)
      expect(notesIn(await on.log.readAfter(casa, 0, 9))).toEqual([erasedText, erasedText, 'nut allergy'])
    })

    test('[P-14] snapshots that may hold an erased text go with it', async () => {
      await evening()
      await on.log.saveSnapshot(casa, { seq: 2, domain: 'd', body: 'Mr Brown' })
      await on.log.saveSnapshot(casa, { seq: 3, domain: 'd', body: 'Mr Brown, nut allergy' })
      await on.log.eraseTexts(casa, { orderId: orderId('o2') })
      expect((await on.log.load(casa))?.snapshot).toEqual({ seq: 2, domain: 'd', body: 'Mr Brown' })
      await on.log.eraseTexts(casa, { orderId: orderId('o1') })
      expect((await on.log.load(casa))?.snapshot).toBeUndefined()
    })
  })

  test('[P-13] nothing is backed up before a backup was made', async () => {
    expect(await on.log.backedUpSeq(casa)).toBe(0)
  })
}
