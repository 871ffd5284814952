import type { LogId } from '@comanda/shared/model/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { memoryReplica } from './adapters/replica-memory.ts'
import type { Outcome } from './outbox-entry.ts'
import { Device } from './testing/device.ts'
import { ScriptedServer } from './testing/scripted-server.ts'
import { ana, commandId, leo, nobody, smallRules, table } from './testing/small-rules.ts'
import { VirtualTime } from './testing/virtual-time.ts'

let time: VirtualTime
let server: ScriptedServer
let device: Device

beforeEach(async () => {
  time = new VirtualTime()
  server = new ScriptedServer(time)
  server.keepBeating()
  device = new Device({ time, server })
})

const assigned = (name: string, staffId = leo) =>
  ({ type: 'section.assigned', tableIds: [table(name)], staffId, by: ana }) as const

const assign = (name: string | number, staffId = ana, id = commandId(name)) =>
  device.client.send('section.assign', { tableIds: [table(name)], staffId }, { id })

const holderOf = (name: string | number) => device.client.state()?.sections[table(name)]
const confirmedHolderOf = (name: string | number) => device.client.confirmed()?.sections[table(name)]
const states = () => device.client.commands().map(({ state }) => state)

async function online() {
  await device.client.start()
  await time.advance(1_000)
}

describe('a command', () => {
  it('[ORD-17] is shown at once, then saving, queued, sent and done', async () => {
    await online()
    assign(1)
    expect(holderOf(1)).toBe(ana)
    expect(states()).toEqual(['saving'])
    await time.advance(3)
    expect(states()).toEqual(['sent'])
    expect(confirmedHolderOf(1)).toBeUndefined()
    await time.advance(20)
    expect(states()).toEqual([])
    expect(device.client.command(commandId(1))?.state).toBe('done')
    expect(confirmedHolderOf(1)).toBe(ana)
  })

  it('[P-6] is on the disk before it is on the wire', async () => {
    await online()
    assign(1)
    await time.advance(2)
    expect(server.open[0]?.frames.filter(({ t }) => t === 'cmd')).toEqual([])
    device.kill()
    await time.advance(1_000)
    expect(server.commands).toEqual([])
    expect((await device.stored.load())?.commands ?? []).toEqual([])
  })

  it('[P-6] waits through being offline, a killed tab and an update, and arrives once', async () => {
    await online()
    server.reachable = false
    server.cutAll()
    for (const name of [1, 2, 3]) assign(name)
    await time.advance(10_000)
    expect(device.client.status()).toMatchObject({ link: 'offline', unsent: 3 })
    await device.reload({ build: 'newer' })
    await time.advance(10_000)
    expect(states()).toEqual(['queued', 'queued', 'queued'])
    server.reachable = true
    await time.advance(5_000)
    expect(server.commands.map(({ id }) => id)).toEqual([1, 2, 3].map(commandId))
    expect(device.client.status()).toMatchObject({ link: 'live', unsent: 0, stale: false })
  })

  it('[P-2] given twice under one id is one command', async () => {
    await online()
    const first = assign(1)
    const second = assign(1)
    await time.advance(50)
    const third = assign(1)
    const outcomes = await Promise.all([first.settled, second.settled, third.settled])
    expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'done', seq: 1 })))
    expect(server.commands).toHaveLength(1)
  })

  it('[P-2] whose answer was lost is sent again and gets the same answer', async () => {
    await online()
    const { settled } = assign(1)
    await time.advance(3)
    const [socket] = server.open
    await time.advance(5)
    expect(server.commands).toHaveLength(1)
    socket?.swallow()
    await time.advance(15_000)
    expect(await settled).toEqual({ kind: 'done', seq: 1 })
    expect(server.commands).toHaveLength(1)
  })

  it('goes out eight at a time, in order', async () => {
    await online()
    server.delay = 100
    for (let name = 1; name <= 20; name++) assign(name)
    await time.advance(150)
    const numbers = () => (server.open[0]?.frames ?? []).flatMap((frame) => (frame.t === 'cmd' ? [frame.cseq] : []))
    expect(numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    await time.advance(2_000)
    expect(numbers()).toEqual(Array.from({ length: 20 }, (_, place) => place + 1))
    expect(server.commands).toHaveLength(20)
  })

  it('carries who wrote it, when by server time, and on what it was based', async () => {
    await online()
    server.happen(assigned('other'))
    device.clockOff = 3_600_000
    await time.advance(100)
    assign(1)
    await time.advance(50)
    const frame = server.open[0]?.frames.find(({ t }) => t === 'cmd')
    expect(frame).toMatchObject({ sid: 's1', seenSeq: 1, cseq: 1, id: commandId(1) })
    const off = time.wall - (frame?.t === 'cmd' ? frame.writtenAt : 0)
    expect(off).toBeGreaterThanOrEqual(0)
    expect(off).toBeLessThan(200)
  })

  it('that would not fit into a frame is refused here and blocks nobody', async () => {
    await online()
    const huge = assign(`${'x'.repeat(70_000)}`, ana, commandId('huge'))
    expect(await huge.settled).toEqual({ kind: 'refused', code: 'frame-too-large' })
    assign(1)
    await time.advance(50)
    expect(server.commands.map(({ id }) => id)).toEqual([commandId(1)])
  })
})

describe('a refused command', () => {
  it('stays until a person dismisses it, through a reload', async () => {
    await online()
    const { settled } = assign(1, nobody)
    assign(2)
    await time.advance(50)
    expect(await settled).toMatchObject({ kind: 'refused', code: 'person-not-found' })
    expect(server.commands).toHaveLength(2)
    await device.reload()
    await time.advance(1_000)
    expect(device.client.commands()).toMatchObject([{ state: 'refused', code: 'person-not-found' }])
    expect(device.client.status().needsEyes).toBe(1)
    expect(device.client.dismiss(commandId(1))).toBe(true)
    await time.advance(50)
    await device.reload()
    expect(device.client.commands()).toEqual([])
  })

  it('cannot be dismissed before it is refused', async () => {
    await online()
    assign(1)
    expect(device.client.dismiss(commandId(1))).toBe(false)
  })
})

describe('storage that fails', () => {
  it('[P-6] is told, and what could not be kept was never taken', async () => {
    await online()
    device.full = true
    const { settled } = assign(1)
    await time.advance(50)
    expect((await settled).kind).toBe('unsaved')
    expect(device.client.status().storageFault).toContain('Quota')
    expect(device.client.commands()).toEqual([])
    expect(holderOf(1)).toBeUndefined()
    device.full = false
    const again = assign(1)
    await time.advance(50)
    expect(await again.settled).toEqual({ kind: 'done', seq: 1 })
    expect(device.client.status().storageFault).toBeUndefined()
  })
})

describe('the pending view', () => {
  it('is decided again on each newer base, and a doubtful command stays queued', async () => {
    await online()
    server.delay = 500
    assign(1)
    expect(holderOf(1)).toBe(ana)
    server.happen(assigned('1'))
    await time.advance(510)
    expect(holderOf(1)).toBe(leo)
    expect(device.client.commands()).toMatchObject([
      { state: 'sent', guess: { kind: 'doubtful', code: 'already-taken' } },
    ])
    await time.advance(2_000)
    expect(device.client.commands()).toMatchObject([{ state: 'refused', code: 'already-taken' }])
  })

  it('shows what this room cannot foresee as queued only', async () => {
    device = new Device({ time, server, room: 'kitchen' })
    await online()
    assign(1)
    expect(holderOf(1)).toBeUndefined()
    expect(device.client.commands()).toMatchObject([{ guess: { kind: 'unknown' } }])
    await time.advance(50)
    expect(holderOf(1)).toBe(ana)
  })

  it('does not flicker between the answer and the event', async () => {
    await online()
    const seen: unknown[] = []
    assign(1)
    device.client.onChange(() => seen.push(holderOf(1)))
    await time.advance(100)
    expect(seen.length).toBeGreaterThan(2)
    expect(new Set(seen)).toEqual(new Set([ana]))
  })

  it('is worked out once for the same base and commands', async () => {
    let decided = 0
    const rules = {
      ...smallRules,
      decide: (...args: Parameters<typeof smallRules.decide>) => {
        decided += 1
        return smallRules.decide(...args)
      },
    }
    await device.reload({ rules })
    await time.advance(1_000)
    server.reachable = false
    server.cutAll()
    for (let name = 1; name <= 50; name++) assign(name)
    for (let read = 0; read < 10; read++) device.client.state()
    expect(decided).toBe(50)
    assign(51)
    device.client.state()
    expect(decided).toBe(51)
    expect(device.client.state()).toBe(device.client.state())
  })

  it('does without a prediction that throws, and says so', async () => {
    const rules = {
      ...smallRules,
      decide: () => {
        throw new Error('a mistake in the rules')
      },
    }
    await device.reload({ rules })
    await time.advance(1_000)
    assign(1)
    expect(holderOf(1)).toBeUndefined()
    expect(device.faults).toHaveLength(1)
    await time.advance(50)
    expect(holderOf(1)).toBe(ana)
  })
})

describe('coming back', () => {
  const matches = () =>
    expect(device.client.confirmed()).toEqual(smallRules.stateFromJson(smallRules.stateToJson(server.state)))

  it('[P-5] goes on from the cursor without a hole', async () => {
    await online()
    server.happen(assigned('a'))
    await time.advance(100)
    server.cutAll()
    for (const name of ['b', 'c', 'd']) server.happen(assigned(name))
    await time.advance(3_000)
    expect(server.sockets.at(-1)?.hello).toMatchObject({ logId: 'log-1', cursor: 1 })
    matches()
  })

  it('[P-5] asks again when events do not follow on', async () => {
    await online()
    const [socket] = server.open
    socket?.say({ t: 'ev', from: 3, to: 3, events: [] })
    await time.advance(2_000)
    expect(server.sockets).toHaveLength(2)
    server.happen(assigned('a'))
    await time.advance(100)
    matches()
  })

  it('[P-5] takes a snapshot for a cursor from the future or another log, and swaps it at once', async () => {
    for (const name of ['a', 'b', 'c']) server.happen(assigned(name))
    await online()
    const before = device.client.confirmed()
    server.restore(1)
    server.happen(assigned('x'))
    const seen = new Set<unknown>()
    device.client.onChange(() => seen.add(device.client.confirmed()))
    await time.advance(5_000)
    matches()
    expect(server.sockets.at(-1)?.hello).not.toHaveProperty('cursor')
    expect(seen).toEqual(new Set([before, device.client.confirmed()]))
  })

  it('[P-5] survives a snapshot that is cut in the middle', async () => {
    await online()
    server.restore(0)
    server.happen(assigned('x'))
    const sockets = server.sockets.length
    while (server.sockets.length < sockets + 2) await time.advance(1)
    await time.advance(15)
    server.cutAll()
    await time.advance(5_000)
    matches()
  })

  it('counts events that it may not see', async () => {
    await online()
    server.log.push(...server.log)
    const [socket] = server.open
    socket?.say({ t: 'ev', from: 1, to: 4, events: [] })
    await time.advance(10)
    expect(device.client.confirmed()?.seq).toBe(4)
  })

  it('opens with the server down on what it last knew', async () => {
    const replica = memoryReplica()
    device = new Device({ time, server, replica })
    await online()
    server.happen(assigned('a'))
    await time.advance(30_000)
    server.reachable = false
    server.cutAll()
    await device.reload()
    expect(holderOf('a')).toBe(leo)
    assign('b')
    expect(holderOf('b')).toBe(ana)
    server.reachable = true
    await time.advance(20_000)
    expect(server.sockets.at(-1)?.hello).toMatchObject({ cursor: 1 })
    expect(server.commands).toHaveLength(1)
  })

  it('does not trust what other rules have kept', async () => {
    const replica = memoryReplica()
    device = new Device({ time, server, replica })
    await online()
    server.happen(assigned('a'))
    await time.advance(30_000)
    await device.reload({ rules: { ...smallRules, hash: 'newer' } })
    expect(device.client.confirmed()).toBeUndefined()
  })

  it('does not fight a newer tab over the same storage', async () => {
    await online()
    server.open[0]?.close(4409)
    await time.advance(60_000)
    expect(server.sockets).toHaveLength(1)
    expect(device.client.status()).toMatchObject({ link: 'ended', ended: 'replaced' })
    device.client.reconnect()
    await time.advance(1_000)
    expect(device.client.status().link).toBe('live')
  })

  it('empties the outbox of a program that is too old, and says that it wants an update', async () => {
    server.mode = 'drain'
    await device.client.start()
    assign(1)
    await time.advance(1_000)
    expect(server.commands).toHaveLength(1)
    expect(device.client.status()).toMatchObject({ link: 'ended', ended: 'upgrade', unsent: 0 })
  })
})

describe('a screen that hears nothing', () => {
  it('[P-11] says so within 10 s when the wire swallows everything, and gets a new one', async () => {
    await online()
    await time.advance(4_500)
    const told: boolean[] = []
    device.client.onChange(() => told.push(device.client.status().stale))
    server.open[0]?.swallow()
    server.delay = 20_000
    await time.advance(4_000)
    expect(told).not.toContain(true)
    await time.advance(6_000)
    expect(told).toContain(true)
    expect(device.client.status().stale).toBe(true)
    server.delay = 5
    await time.advance(20_000)
    expect(device.client.status()).toMatchObject({ link: 'live', stale: false })
  })

  it('[P-11] is stale too when heartbeats come but the events they speak of do not', async () => {
    await online()
    server.log.push({ seq: 1, at: 0, businessDate: '2024-05-01', event: assigned('a') })
    await time.advance(16_000)
    expect(device.client.status()).toMatchObject({ link: 'live', stale: true })
  })

  it('[P-11] never calls data fresh that it has only kept', async () => {
    server.reachable = false
    await device.client.start()
    expect(device.client.status()).toMatchObject({ link: 'reconnecting', stale: false })
    await time.advance(5_000)
    expect(device.client.status()).toMatchObject({ link: 'offline', stale: false })
    await time.advance(5_000)
    expect(device.client.status()).toMatchObject({ link: 'offline', stale: true })
  })
})

describe('after a restore', () => {
  const outcome = async (promise: Promise<Outcome> | undefined) => (await promise)?.kind

  it('[P-13] keeps answered commands until a backup has them', async () => {
    await online()
    for (const name of [1, 2, 3]) assign(name)
    await time.advance(1_000)
    expect(device.client.kept()).toHaveLength(3)
    server.backedUpSeq = 2
    await time.advance(5_000)
    expect(device.client.kept().map(({ id }) => id)).toEqual([commandId(3)])
    await device.reload()
    expect(device.client.kept().map(({ id }) => id)).toEqual([commandId(3)])
  })

  it('[P-13] loses nothing: the unsent go by themselves, the answered are listed for a person to decide', async () => {
    await online()
    for (const name of [1, 2, 3]) assign(name)
    await time.advance(1_000)
    server.backedUpSeq = 1
    await time.advance(5_000)
    server.reachable = false
    server.restore(1)
    assign(4)
    await time.advance(100)
    server.reachable = true
    await time.advance(10_000)
    expect(server.commands.map(({ id }) => id)).toEqual([1, 4].map(commandId))
    expect(device.client.commands()).toMatchObject([
      { id: commandId(2), state: 'missing' },
      { id: commandId(3), state: 'missing' },
    ])
    await device.reload()
    const again = device.client.again(commandId(2))
    expect(device.client.dismiss(commandId(3))).toBe(true)
    await time.advance(10_000)
    expect(await outcome(again)).toBe('done')
    expect(server.commands.map(({ id }) => id)).toEqual([1, 4, 2].map(commandId))
    expect(device.client.commands()).toEqual([])
  })

  it('[P-13] does not do again what the backup has after all', async () => {
    await online()
    assign(1)
    await time.advance(1_000)
    server.logId = 'log-9' as LogId
    server.cutAll(1012)
    await time.advance(5_000)
    const again = device.client.again(commandId(1), { tableIds: [table('else')], staffId: ana })
    await time.advance(1_000)
    expect(await outcome(again)).toBe('done')
    expect(server.commands).toHaveLength(1)
    expect(confirmedHolderOf('else')).toBeUndefined()
  })

  it('[P-2] numbers anew when the storage is older than itself, and repeats nothing', async () => {
    await online()
    const before = await device.stored.load()
    for (const name of [1, 2]) assign(name)
    await time.advance(1_000)
    const old = new Device({ time, server, seed: 7 })
    if (before !== undefined) await old.stored.write({ head: { ...before.head, revision: 1 }, put: [], remove: [] })
    device.kill()
    device = old
    await device.client.start()
    assign(3)
    assign(2)
    await time.advance(10_000)
    expect(server.commands.map(({ id }) => id)).toEqual([1, 2, 3].map(commandId))
    expect(device.client.status()).toMatchObject({ link: 'live', unsent: 0 })
  })
})

describe('what goes back', () => {
  const frames = (kind: string) => (server.open[0]?.frames ?? []).filter(({ t }) => t === kind)

  it('says within a second, or every 100 events, what it took in', async () => {
    await online()
    server.happen(assigned('a'))
    await time.advance(990)
    expect(frames('seen')).toEqual([])
    await time.advance(100)
    expect(frames('seen')).toEqual([{ t: 'seen', cursor: 1 }])
    for (let event = 0; event < 100; event++) server.happen(assigned(`t${event}`))
    await time.advance(20)
    expect(frames('seen').at(-1)).toEqual({ t: 'seen', cursor: 101 })
  })

  it('says what is on the glass, many as one, and again on a new connection', async () => {
    await online()
    for (const name of ['a', 'b', 'c']) server.happen(assigned(name))
    await time.advance(10)
    for (const seq of [1, 2, 3]) device.client.painted(seq)
    await time.advance(100)
    expect(frames('painted')).toEqual([{ t: 'painted', seq: 3 }])
    server.cutAll()
    await time.advance(2_000)
    expect(frames('painted')).toEqual([{ t: 'painted', seq: 3 }])
  })

  it('says who is here with a draft, and again on a new connection', async () => {
    await online()
    device.client.here({ tableId: table(4), draftLines: 2 })
    await time.advance(10)
    expect(frames('here')).toEqual([{ t: 'here', tableId: table(4), draftLines: 2, unsent: 0 }])
    server.cutAll()
    await time.advance(2_000)
    expect(frames('here')).toEqual([{ t: 'here', tableId: table(4), draftLines: 2, unsent: 0 }])
  })
})

describe('time', () => {
  it("[KDS-3] is the server's, whatever somebody does to the device's clock", async () => {
    device.clockOff = -7 * 3_600_000
    await device.client.start()
    expect(device.client.timeIsKnown()).toBe(false)
    await time.advance(1_000)
    expect(device.client.timeIsKnown()).toBe(true)
    expect(Math.abs(device.client.serverNow() - time.wall)).toBeLessThanOrEqual(server.delay)
    const before = device.client.serverNow()
    device.clockOff = 2 * 3_600_000
    await time.advance(1_000)
    expect(device.client.serverNow() - before).toBe(1_000)
  })

  it('[KDS-3] is not led astray by frames that come late', async () => {
    await online()
    server.open[0]?.say({ t: 'hb', head: 0, now: time.wall - 9_000, backedUpSeq: 0 })
    await time.advance(10)
    expect(Math.abs(device.client.serverNow() - time.wall)).toBeLessThanOrEqual(server.delay)
    for (let beat = 0; beat < 6; beat++) server.open[0]?.say({ t: 'hb', head: 0, now: 5_000, backedUpSeq: 0 })
    await time.advance(10)
    expect(device.client.serverNow()).toBeLessThan(6_000)
  })
})
