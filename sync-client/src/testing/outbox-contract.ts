// What every outbox store keeps. One function registers the suite for any of them.
import type { ClientId, LogId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OutboxHead, type OutboxStore, OutboxTaken, type StoredCommand } from '../outbox-store.ts'
import { author, commandId } from './small-rules.ts'

export type StoreUnderTest = {
  name: string
  /** Opens the same place again: what was stored before is there. */
  reopen(): Promise<OutboxStore>
  /** Forgets the place. */
  clear(): Promise<void>
}

const head = (revision: number, lastCseq: number): OutboxHead => ({
  revision,
  clientId: 'client' as ClientId,
  logId: 'log' as LogId,
  lastCseq,
})

const command = (cseq: number, fate: StoredCommand['fate'] = { kind: 'waiting' }): StoredCommand => ({
  written: {
    id: commandId(cseq),
    type: 'round.send',
    args: { note: 'без лука – “now”', lines: [{ itemId: 'soup', quantity: 2 }] },
    seenSeq: 7,
    writtenAt: 1_700_000_000_000,
    author,
  },
  cseq,
  fate,
})

export function outboxContract({ name, reopen, clear }: StoreUnderTest): void {
  describe(`the outbox in ${name}`, () => {
    let store: OutboxStore

    beforeEach(async () => {
      store = await reopen()
    })

    afterEach(async () => {
      await store.close()
      await clear()
    })

    const again = async () => {
      await store.close()
      store = await reopen()
      return store.load()
    }

    it('knows nothing at first', async () => {
      expect(await store.load()).toBeUndefined()
      expect(await again()).toBeUndefined()
    })

    it('[P-6] gives back after a restart what was written, in the order of the numbers', async () => {
      await store.write({ head: head(1, 2), put: [command(2), command(1)], remove: [] })
      await store.write({ head: head(2, 10), put: [command(10)], remove: [] })
      expect(await again()).toEqual({ head: head(2, 10), commands: [command(1), command(2), command(10)] })
    })

    it('replaces and removes', async () => {
      await store.write({ head: head(1, 3), put: [command(1), command(2), command(3)], remove: [] })
      const refused = command(2, { kind: 'refused', code: 'sold-out', details: { itemId: 'soup' }, seq: 12 })
      await store.write({ head: head(2, 3), put: [refused], remove: [commandId(1), commandId(9)] })
      expect((await again())?.commands).toEqual([refused, command(3)])
    })

    it('[P-2] refuses a writer who has not seen the last write, and keeps nothing of it', async () => {
      await store.write({ head: head(1, 1), put: [command(1)], remove: [] })
      const late = store.write({ head: head(1, 2), put: [command(2)], remove: [commandId(1)] })
      await expect(late).rejects.toBeInstanceOf(OutboxTaken)
      expect(await again()).toEqual({ head: head(1, 1), commands: [command(1)] })
    })

    it('goes on after a refused write', async () => {
      await expect(store.write({ head: head(5, 1), put: [command(1)], remove: [] })).rejects.toBeInstanceOf(OutboxTaken)
      await store.write({ head: head(1, 1), put: [command(1)], remove: [] })
      expect((await again())?.commands).toEqual([command(1)])
    })

    it('holds a whole evening', async () => {
      for (let round = 0; round < 20; round++) {
        const put = Array.from({ length: 50 }, (_, place) => command(round * 50 + place + 1))
        const remove = round === 0 ? [] : put.slice(0, 25).map((_, place) => commandId((round - 1) * 50 + place + 1))
        await store.write({ head: head(round + 1, (round + 1) * 50), put, remove })
      }
      const contents = await again()
      expect(contents?.head.lastCseq).toBe(1_000)
      expect(contents?.commands).toHaveLength(1_000 - 19 * 25)
      expect(contents?.commands.at(-1)).toEqual(command(1_000))
    })
  })
}
