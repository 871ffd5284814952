// The same suite over every store, and what only one of them can get wrong.
import 'fake-indexeddb/auto'
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientId, LogId } from '@comanda/shared/model/ids'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { OutboxStore, StoredCommand } from '../outbox-store.ts'
import { outboxContract } from '../testing/outbox-contract.ts'
import { commandId } from '../testing/small-rules.ts'
import { deviceStorage } from './indexeddb.ts'
import { fileOutbox } from './outbox-file.ts'
import { memoryOutbox } from './outbox-memory.ts'

let folder = ''
let place = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

let memory: OutboxStore | undefined
outboxContract({
  name: 'memory',
  reopen: async () => {
    memory ??= memoryOutbox()
    return memory
  },
  clear: async () => {
    memory = undefined
  },
})

outboxContract({
  name: 'a file',
  reopen: () => fileOutbox(join(folder, `outbox-${place}`)),
  clear: async () => {
    place += 1
  },
})

outboxContract({
  name: 'IndexedDB',
  reopen: async () => deviceStorage(`device-${place}`).outbox,
  clear: async () => {
    place += 1
  },
})

const command = (cseq: number, args: Record<string, unknown> = {}): StoredCommand => ({
  written: { id: commandId(cseq), type: 'ticket.bump', args, seenSeq: 0, writtenAt: 0 },
  cseq,
  fate: { kind: 'waiting' },
})
const head = (revision: number, lastCseq = revision) => ({
  revision,
  clientId: 'client' as ClientId,
  logId: null,
  lastCseq,
})

describe('the outbox file', () => {
  it('[P-6] drops a line that the power cut in half, and goes on from the last whole one', async () => {
    const path = join(folder, 'torn')
    const before = await fileOutbox(path)
    await before.write({ head: head(1), put: [command(1)], remove: [] })
    await before.close()
    await appendFile(path, '{"head":{"revision":2,"clientId":"client","logId":null,"lastCs')
    const after = await fileOutbox(path)
    expect((await after.load())?.commands).toEqual([command(1)])
    await after.write({ head: head(2), put: [command(2)], remove: [] })
    await after.close()
    const last = await fileOutbox(path)
    expect((await last.load())?.commands).toEqual([command(1), command(2)])
    await last.close()
  })

  it('reads nothing behind a broken line: it was never promised', async () => {
    const path = join(folder, 'broken')
    const line = (revision: number) =>
      `${JSON.stringify({ head: head(revision), put: [command(revision)], remove: [] })}\n`
    await writeFile(path, `${line(1)}garbage\n${line(2)}`)
    const store = await fileOutbox(path)
    expect((await store.load())?.commands).toEqual([command(1)])
    await store.close()
    expect(await readFile(path, 'utf8')).toBe(line(1))
  })

  it('stays small however long the evening is', async () => {
    const path = join(folder, 'compact')
    const store = await fileOutbox(path)
    const note = 'x'.repeat(20_000)
    for (let cseq = 1; cseq <= 100; cseq++) {
      const remove = cseq === 1 ? [] : [commandId(cseq - 1)]
      await store.write({ head: head(cseq), put: [command(cseq, { note })], remove })
    }
    await store.close()
    expect((await stat(path)).size).toBeLessThan(700_000)
    const again = await fileOutbox(path)
    expect(await again.load()).toEqual({ head: head(100), commands: [command(100, { note })] })
    await again.close()
  })
})

describe('the outbox in IndexedDB', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('keeps nothing of a write of which one part cannot be stored', async () => {
    const store = deviceStorage('unstorable').outbox
    await store.write({ head: head(1), put: [command(1)], remove: [] })
    const bad = store.write({ head: head(2), put: [command(2), command(3, { no: () => 1 })], remove: [commandId(1)] })
    await expect(bad).rejects.toThrow()
    expect(await store.load()).toEqual({ head: head(1), commands: [command(1)] })
    await store.close()
  })

  it('asks for strict durability', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const store = deviceStorage('strict').outbox
    await store.write({ head: head(1), put: [command(1)], remove: [] })
    expect(asked.mock.calls.slice(-1)).toEqual([[['head', 'commands'], 'readwrite', { durability: 'strict' }]])
    await store.close()
  })

  it('[P-6] opens again when the browser took the connection away', async () => {
    const store = deviceStorage('taken-away').outbox
    await store.write({ head: head(1), put: [command(1)], remove: [] })
    const real = IDBDatabase.prototype.transaction
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...args) {
      this.close()
      return real.apply(this, args)
    })
    await store.write({ head: head(2), put: [command(2)], remove: [] })
    expect((await store.load())?.commands).toEqual([command(1), command(2)])
    await store.close()
  })

  it('keeps the last known state beside it', async () => {
    const { outbox, replica } = deviceStorage('replica')
    expect(await replica.load()).toBeUndefined()
    const kept = {
      logId: 'log' as LogId,
      room: 'floor',
      domain: 'd',
      seq: 3,
      businessDate: '2026-05-08',
      body: '{}',
    } as const
    await replica.save(kept)
    expect(await replica.load()).toEqual(kept)
    await replica.forget()
    expect(await replica.load()).toBeUndefined()
    await outbox.close()
  })
})
