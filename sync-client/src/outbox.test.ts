import type { LogId } from '@comanda/shared/model/ids'
import type { Res } from '@comanda/shared/protocol/down'
import { beforeEach, describe, expect, it } from 'vitest'
import { memoryOutbox } from './adapters/outbox-memory.ts'
import { fitOf } from './ordering.ts'
import { Outbox } from './outbox.ts'
import type { OutboxStore, Written } from './outbox-store.ts'
import { seededRandom } from './testing/device.ts'
import { commandId } from './testing/small-rules.ts'
import { settle } from './testing/virtual-time.ts'

const log = 'log-1' as LogId
const written = (name: string | number): Written => ({
  id: commandId(name),
  type: 'ticket.bump',
  args: {},
  seenSeq: 0,
  writtenAt: 0,
})
const done = (cseq: number, seq = cseq): Res => ({ t: 'res', cseq, ok: true, seq })

let memory: OutboxStore
let broken: Error | undefined
/** Fails to say that it has stored what it has stored. */
let silent: boolean
let writes: number

/** Writes when the test lets it, and fails when the test wants that. */
const store: OutboxStore = {
  load: () => memory.load(),
  write: (change) => {
    writes += 1
    if (broken !== undefined) return Promise.reject(broken)
    return memory.write(change).then(() => (silent ? Promise.reject(new Error('gone')) : undefined))
  },
  close: async () => {},
}

let outbox: Outbox

const open = (keepAtMost?: number) =>
  Outbox.open({
    store,
    random: seededRandom(3),
    onChange: () => {},
    ...(keepAtMost === undefined ? {} : { keepAtMost }),
  })

beforeEach(async () => {
  memory = memoryOutbox()
  broken = undefined
  silent = false
  writes = 0
  outbox = await open()
  await outbox.adopt(log)
})

const numbers = (of = outbox) => of.unanswered().map(({ written: { id }, cseq }) => [id, cseq])

describe('the outbox', () => {
  it('writes what one tap gives in one write', async () => {
    writes = 0
    for (const name of ['a', 'b', 'c']) outbox.add(written(name))
    expect(outbox.sendable(8)).toEqual([])
    await outbox.settled()
    expect(writes).toBe(1)
    expect(outbox.sendable(8).map(({ cseq }) => cseq)).toEqual([1, 2, 3])
  })

  it('[P-2] gives no number to what was not stored, so the next one follows on', async () => {
    outbox.add(written('a'))
    await outbox.settled()
    broken = new Error('no space')
    const lost = outbox.add(written('b'))
    await settle()
    broken = undefined
    outbox.add(written('c'))
    await outbox.settled()
    expect(await lost).toEqual({ kind: 'unsaved', error: new Error('no space') })
    expect(numbers()).toEqual([
      [commandId('a'), 1],
      [commandId('c'), 2],
    ])
  })

  it('[P-2] lets nothing come back that was told to have failed, though the disk had it', async () => {
    outbox.add(written('a'))
    await outbox.settled()
    silent = true
    const lost = outbox.add(written('b'))
    await outbox.settled()
    expect((await lost).kind).toBe('unsaved')
    expect((await memory.load())?.commands).toHaveLength(2)
    silent = false
    outbox.add(written('c'))
    await outbox.settled()
    const expected = [
      [commandId('a'), 1],
      [commandId('c'), 2],
    ]
    expect(numbers()).toEqual(expected)
    expect(numbers(await open())).toEqual(expected)
    expect(outbox.fault).toBeUndefined()
  })

  it('[P-13] finds itself again after a rebirth that was stored and not heard of', async () => {
    for (const name of ['a', 'b', 'c']) outbox.add(written(name))
    await outbox.settled()
    outbox.answered(done(1))
    await outbox.settled()
    silent = true
    await expect(outbox.rebirth('log-2' as LogId)).rejects.toThrow('gone')
    silent = false
    outbox.add(written('d'))
    await outbox.settled()
    const again = await open()
    expect([again.head.clientId, again.head.logId, numbers(again)]).toEqual([outbox.head.clientId, log, numbers()])
    expect(again.get(commandId('a'))?.fate.kind).toBe('done')
  })

  it('[ORD-18] lets a waiting command be amended until it is on the wire', async () => {
    outbox.add(written('a'))
    expect(outbox.amend(commandId('a'), { alreadyTold: true })).toBe(false)
    await outbox.settled()
    expect(outbox.amend(commandId('a'), { alreadyTold: true })).toBe(true)
    await outbox.settled()
    expect((await open()).get(commandId('a'))?.written.args).toEqual({ alreadyTold: true })
    outbox.markSent(outbox.sendable(8))
    expect(outbox.amend(commandId('a'), {})).toBe(false)
    outbox.answered(done(1))
    expect(outbox.amend(commandId('a'), {})).toBe(false)
  })

  it('stores an answer with the next write when its own failed', async () => {
    outbox.add(written('a'))
    await outbox.settled()
    broken = new Error('no space')
    outbox.answered(done(1))
    await settle()
    expect(outbox.fault).toBe(broken)
    broken = undefined
    outbox.add(written('b'))
    await outbox.settled()
    const again = await open()
    expect(again.get(commandId('a'))?.fate).toEqual({ kind: 'done', seq: 1 })
    expect(again.fault).toBeUndefined()
  })

  it('[P-13] forgets the oldest answered ones past its limit, never an unanswered one', async () => {
    outbox = await open(2)
    for (const name of ['a', 'b', 'c', 'd']) outbox.add(written(name))
    await outbox.settled()
    for (const cseq of [1, 2, 3]) outbox.answered(done(cseq))
    await outbox.settled()
    const again = await open()
    expect(again.kept().map(({ written: { id } }) => id)).toEqual(['b', 'c'].map(commandId))
    expect(numbers(again)).toEqual([[commandId('d'), 4]])
  })

  it('[P-2] numbers the unanswered anew in their order, in one write, also those that are just being given', async () => {
    for (const name of ['a', 'b', 'c']) outbox.add(written(name))
    await outbox.settled()
    outbox.answered(done(1))
    const { clientId } = outbox.head
    const reborn = outbox.rebirth(log)
    outbox.add(written('d'))
    await reborn
    await outbox.settled()
    expect(outbox.head.clientId).not.toBe(clientId)
    expect(numbers()).toEqual([
      [commandId('b'), 1],
      [commandId('c'), 2],
      [commandId('d'), 3],
    ])
    expect(outbox.kept().map(({ fate }) => fate.kind)).toEqual(['done'])
    const again = await open()
    expect(again.head.clientId).toBe(outbox.head.clientId)
    expect(numbers(again)).toEqual(numbers())
  })

  it('[P-13] stays as it was when a rebirth cannot be stored', async () => {
    outbox.add(written('a'))
    outbox.add(written('b'))
    await outbox.settled()
    outbox.answered(done(1))
    await outbox.settled()
    const { clientId } = outbox.head
    broken = new Error('no space')
    await expect(outbox.rebirth('log-2' as LogId)).rejects.toBe(broken)
    expect([outbox.head.clientId, outbox.head.logId, numbers()]).toEqual([clientId, log, [[commandId('b'), 2]]])
    broken = undefined
    await outbox.rebirth('log-2' as LogId)
    expect([...outbox.entries()].map(({ fate }) => fate.kind).sort()).toEqual(['missing', 'waiting'])
  })

  it('[P-13] keeps a missing command when sending it again cannot be stored', async () => {
    outbox.add(written('a'))
    await outbox.settled()
    outbox.answered(done(1))
    await outbox.rebirth('log-2' as LogId)
    broken = new Error('no space')
    const again = outbox.again(commandId('a'), { changed: true })
    await settle()
    expect((await again)?.kind).toBe('unsaved')
    expect(outbox.get(commandId('a'))).toMatchObject({ fate: { kind: 'missing', seq: 1 }, written: { args: {} } })
  })
})

describe('whether the numbers still fit', () => {
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) outbox.add(written(name))
    await outbox.settled()
    outbox.answered(done(1))
  })

  it.each([
    ['the server answered what this device knows answered', { logId: log, lastCseq: 1 }, 'fits'],
    ['answers were lost on the way', { logId: log, lastCseq: 3 }, 'fits'],
    ['the server knows more numbers than were ever given here', { logId: log, lastCseq: 4 }, 'renumber'],
    ['the server knows fewer than it has answered', { logId: log, lastCseq: 0 }, 'renumber'],
    ['it is another log', { logId: 'log-2' as LogId, lastCseq: 1 }, 'other-log'],
  ])('%s', (_, welcome, fit) => {
    expect(fitOf(outbox, welcome)).toBe(fit)
  })
})

describe('what is shown on top of the confirmed state', () => {
  it('[P-2] does not show on top what the confirmed state has already, however late the answer comes', async () => {
    for (const name of ['a', 'b']) outbox.add(written(name))
    await outbox.settled()
    outbox.confirmed(7)
    outbox.answered(done(1, 7))
    expect(outbox.pending().map(({ cseq }) => cseq)).toEqual([2])
    outbox.answered(done(2, 8))
    expect(outbox.pending().map(({ cseq }) => cseq)).toEqual([2])
    outbox.confirmed(8)
    expect(outbox.pending()).toEqual([])
  })

  it('[P-6] shows after a reload only those answered ones that the kept state does not have', async () => {
    for (const name of ['a', 'b']) outbox.add(written(name))
    await outbox.settled()
    outbox.answered(done(1, 3))
    outbox.answered(done(2, 4))
    await outbox.settled()
    outbox = await open()
    outbox.confirmed(3)
    expect(outbox.pending().map(({ cseq }) => cseq)).toEqual([2])
  })

  it('[P-2] counts what a welcome says is decided as shown, once the state has come that far', async () => {
    for (const name of ['a', 'b', 'c']) outbox.add(written(name))
    await outbox.settled()
    outbox.decided(2, 9)
    outbox.confirmed(8)
    expect(outbox.pending().map(({ cseq }) => cseq)).toEqual([1, 2, 3])
    outbox.confirmed(9)
    expect(outbox.pending().map(({ cseq }) => cseq)).toEqual([3])
    await outbox.rebirth('log-2' as LogId)
    expect(outbox.pending().map(({ cseq }) => cseq)).toEqual([1, 2, 3])
  })
})
