import { describe, expect, it } from 'vitest'
import { Device } from './testing/device.ts'
import { assigned, freshFloor } from './testing/floor.ts'
import { ana, leo, smallRules, table } from './testing/small-rules.ts'

const floor = freshFloor()

describe('the pending view', () => {
  it('is decided again on each newer base, and a doubtful command stays queued', async () => {
    await floor().online()
    floor().server.delay = 500
    floor().assign(1)
    expect(floor().holderOf(1)).toBe(ana)
    floor().server.happen(assigned('1'))
    await floor().time.advance(510)
    expect(floor().holderOf(1)).toBe(leo)
    expect(floor().client.commands()).toMatchObject([
      { state: 'sent', guess: { kind: 'doubtful', code: 'already-taken' } },
    ])
    await floor().time.advance(2_000)
    expect(floor().client.commands()).toMatchObject([{ state: 'refused', code: 'already-taken' }])
  })

  it('shows what this room cannot foresee as queued only', async () => {
    floor().device = new Device({ time: floor().time, server: floor().server, room: 'kitchen' })
    await floor().online()
    floor().assign(1)
    expect(floor().holderOf(1)).toBeUndefined()
    expect(floor().client.commands()).toMatchObject([{ guess: { kind: 'unknown' } }])
    await floor().time.advance(50)
    expect(floor().holderOf(1)).toBe(ana)
  })

  it('does not flicker between the answer and the event', async () => {
    await floor().online()
    const seen: unknown[] = []
    floor().assign(1)
    floor().client.onChange(() => seen.push(floor().holderOf(1)))
    await floor().time.advance(100)
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
    await floor().device.reload({ rules })
    await floor().time.advance(1_000)
    floor().server.reachable = false
    floor().server.cutAll()
    for (let name = 1; name <= 50; name++) floor().assign(name)
    for (let read = 0; read < 10; read++) floor().client.state()
    expect(decided).toBe(50)
    floor().assign(51)
    floor().client.state()
    expect(decided).toBe(51)
    expect(floor().client.state()).toBe(floor().client.state())
  })

  it('does without a prediction that throws, and says so', async () => {
    const rules = {
      ...smallRules,
      decide: () => {
        throw new Error('a mistake in the rules')
      },
    }
    await floor().device.reload({ rules })
    await floor().time.advance(1_000)
    floor().assign(1)
    expect(floor().holderOf(1)).toBeUndefined()
    expect(floor().device.faults).toHaveLength(1)
    await floor().time.advance(50)
    expect(floor().holderOf(1)).toBe(ana)
  })
})

describe('what goes back', () => {
  it('says within a second, or every 100 events, what it took in', async () => {
    await floor().online()
    floor().server.happen(assigned('a'))
    await floor().time.advance(990)
    expect(floor().frames('seen')).toEqual([])
    await floor().time.advance(100)
    expect(floor().frames('seen')).toEqual([{ t: 'seen', cursor: 1 }])
    for (let event = 0; event < 100; event++) floor().server.happen(assigned(`t${event}`))
    await floor().time.advance(20)
    expect(floor().frames('seen').at(-1)).toEqual({ t: 'seen', cursor: 101 })
  })

  it('says what is on the glass, many as one, and again on a new connection', async () => {
    await floor().online()
    for (const name of ['a', 'b', 'c']) floor().server.happen(assigned(name))
    await floor().time.advance(10)
    for (const seq of [1, 2, 3]) floor().client.painted(seq)
    await floor().time.advance(300)
    expect(floor().frames('painted')).toEqual([{ t: 'painted', seq: 3 }])
    floor().server.cutAll()
    await floor().time.advance(2_000)
    expect(floor().frames('painted')).toEqual([{ t: 'painted', seq: 3 }])
  })

  it('says who is here with a draft, and again on a new connection', async () => {
    await floor().online()
    floor().client.here({ tableId: table(4), draftLines: 2 })
    await floor().time.advance(10)
    expect(floor().frames('here')).toEqual([{ t: 'here', tableId: table(4), draftLines: 2, unsent: 0 }])
    floor().server.cutAll()
    await floor().time.advance(2_000)
    expect(floor().frames('here')).toEqual([{ t: 'here', tableId: table(4), draftLines: 2, unsent: 0 }])
  })

  it('says how much it held back, and when that is over', async () => {
    await floor().online()
    floor().server.reachable = false
    floor().server.cutAll()
    for (const name of [1, 2, 3]) floor().assign(name)
    await floor().time.advance(100)
    floor().server.reachable = true
    await floor().time.advance(5_000)
    expect(floor().frames('here')).toEqual([
      { t: 'here', unsent: 3 },
      { t: 'here', unsent: 0 },
    ])
  })
})

describe('time', () => {
  it("[KDS-3] is the server's, whatever somebody does to the device's clock", async () => {
    floor().device.clockOff = -7 * 3_600_000
    await floor().client.start()
    expect(floor().client.timeIsKnown()).toBe(false)
    await floor().time.advance(1_000)
    expect(floor().client.timeIsKnown()).toBe(true)
    expect(Math.abs(floor().client.serverNow() - floor().time.wall)).toBeLessThanOrEqual(floor().server.delay)
    const before = floor().client.serverNow()
    floor().device.clockOff = 2 * 3_600_000
    await floor().time.advance(1_000)
    expect(floor().client.serverNow() - before).toBe(1_000)
  })

  it('[KDS-3] is not led astray by frames that come late', async () => {
    await floor().online()
    floor().server.open[0]?.say({ t: 'hb', head: 0, now: floor().time.wall - 9_000, backedUpSeq: 0 })
    await floor().time.advance(10)
    expect(Math.abs(floor().client.serverNow() - floor().time.wall)).toBeLessThanOrEqual(floor().server.delay)
    for (let beat = 0; beat < 6; beat++) floor().server.open[0]?.say({ t: 'hb', head: 0, now: 5_000, backedUpSeq: 0 })
    await floor().time.advance(10)
    expect(floor().client.serverNow()).toBeLessThan(6_000)
  })
})
