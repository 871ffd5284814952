import { describe, expect, it } from 'vitest'
import { assigned, freshFloor } from './testing/floor.ts'
import { ana, commandId, nobody, table } from './testing/small-rules.ts'

const floor = freshFloor()

const states = () =>
  floor()
    .client.commands()
    .map(({ state }) => state)

describe('a command', () => {
  it('[ORD-17] is shown at once, then saving, queued, sent and done', async () => {
    await floor().online()
    floor().assign(1)
    expect(floor().holderOf(1)).toBe(ana)
    expect(states()).toEqual(['saving'])
    await floor().time.advance(3)
    expect(states()).toEqual(['sent'])
    expect(floor().client.confirmed()?.sections[table(1)]).toBeUndefined()
    await floor().time.advance(20)
    expect(states()).toEqual([])
    expect(floor().client.command(commandId(1))?.state).toBe('done')
    expect(floor().client.confirmed()?.sections[table(1)]).toBe(ana)
  })

  it('[P-6] is on the disk before it is on the wire', async () => {
    await floor().online()
    floor().assign(1)
    await floor().time.advance(2)
    expect(floor().server.open[0]?.frames.filter(({ t }) => t === 'cmd')).toEqual([])
    floor().device.kill()
    await floor().time.advance(1_000)
    expect(floor().server.commands).toEqual([])
    expect((await floor().device.stored.load())?.commands ?? []).toEqual([])
  })

  it('[P-6] waits through being offline, a killed tab and an update, and arrives once', async () => {
    await floor().online()
    floor().server.reachable = false
    floor().server.cutAll()
    for (const name of [1, 2, 3]) floor().assign(name)
    await floor().time.advance(10_000)
    expect(floor().client.status()).toMatchObject({ link: 'offline', unsent: 3 })
    await floor().device.reload({ build: 'newer' })
    await floor().time.advance(10_000)
    expect(states()).toEqual(['queued', 'queued', 'queued'])
    floor().server.reachable = true
    await floor().time.advance(5_000)
    expect(floor().server.commands.map(({ id }) => id)).toEqual([1, 2, 3].map(commandId))
    expect(floor().client.status()).toMatchObject({ link: 'live', unsent: 0, stale: false })
  })

  it('[P-2] given twice under one id is one command', async () => {
    await floor().online()
    const first = floor().assign(1)
    const second = floor().assign(1)
    await floor().time.advance(50)
    const third = floor().assign(1)
    const outcomes = await Promise.all([first.settled, second.settled, third.settled])
    expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'done', seq: 1 })))
    expect(floor().server.commands).toHaveLength(1)
  })

  it('[P-2] whose answer was lost is sent again and gets the same answer', async () => {
    await floor().online()
    const { settled } = floor().assign(1)
    await floor().time.advance(3)
    const [socket] = floor().server.open
    await floor().time.advance(5)
    expect(floor().server.commands).toHaveLength(1)
    socket?.swallow()
    await floor().time.advance(15_000)
    expect(await settled).toEqual({ kind: 'done', seq: 1 })
    expect(floor().server.commands).toHaveLength(1)
  })

  it('goes out eight at a time, in order', async () => {
    await floor().online()
    floor().server.delay = 100
    for (let name = 1; name <= 20; name++) floor().assign(name)
    await floor().time.advance(150)
    const numbers = () =>
      (floor().server.open[0]?.frames ?? []).flatMap((frame) => (frame.t === 'cmd' ? [frame.cseq] : []))
    expect(numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    await floor().time.advance(2_000)
    expect(numbers()).toEqual(Array.from({ length: 20 }, (_, place) => place + 1))
    expect(floor().server.commands).toHaveLength(20)
  })

  it('carries who wrote it, when by server time, and on what it was based', async () => {
    await floor().online()
    floor().server.happen(assigned('other'))
    floor().device.clockOff = 3_600_000
    await floor().time.advance(100)
    floor().assign(1)
    await floor().time.advance(50)
    const frame = floor().server.open[0]?.frames.find(({ t }) => t === 'cmd')
    expect(frame).toMatchObject({ sid: 's1', seenSeq: 1, cseq: 1, id: commandId(1) })
    const off = floor().time.wall - (frame?.t === 'cmd' ? frame.writtenAt : 0)
    expect(off).toBeGreaterThanOrEqual(0)
    expect(off).toBeLessThan(200)
  })

  it('that would not fit into a frame is refused here and blocks nobody', async () => {
    await floor().online()
    const huge = floor().assign(`${'x'.repeat(70_000)}`, ana, commandId('huge'))
    expect(await huge.settled).toEqual({ kind: 'refused', code: 'frame-too-large' })
    floor().assign(1)
    await floor().time.advance(50)
    expect(floor().server.commands.map(({ id }) => id)).toEqual([commandId(1)])
  })
})

describe('a refused command', () => {
  it('stays until a person dismisses it, through a reload', async () => {
    await floor().online()
    const { settled } = floor().assign(1, nobody)
    floor().assign(2)
    await floor().time.advance(50)
    expect(await settled).toMatchObject({ kind: 'refused', code: 'person-not-found' })
    expect(floor().server.commands).toHaveLength(2)
    await floor().device.reload()
    await floor().time.advance(1_000)
    expect(floor().client.commands()).toMatchObject([{ state: 'refused', code: 'person-not-found' }])
    expect(floor().client.status().needsEyes).toBe(1)
    expect(floor().client.dismiss(commandId(1))).toBe(true)
    await floor().time.advance(50)
    await floor().device.reload()
    expect(floor().client.commands()).toEqual([])
  })

  it('cannot be dismissed before it is refused', async () => {
    await floor().online()
    floor().assign(1)
    expect(floor().client.dismiss(commandId(1))).toBe(false)
  })
})

describe('storage that fails', () => {
  it('[P-6] is told, and what could not be kept was never taken', async () => {
    await floor().online()
    floor().device.full = true
    const { settled } = floor().assign(1)
    await floor().time.advance(50)
    expect((await settled).kind).toBe('unsaved')
    expect(floor().client.status().storageFault).toContain('Quota')
    expect(floor().client.commands()).toEqual([])
    expect(floor().holderOf(1)).toBeUndefined()
    floor().device.full = false
    const again = floor().assign(1)
    await floor().time.advance(50)
    expect(await again.settled).toEqual({ kind: 'done', seq: 1 })
    expect(floor().client.status().storageFault).toBeUndefined()
  })
})
