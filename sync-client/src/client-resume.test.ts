import { describe, expect, it } from 'vitest'
import { memoryReplica } from './adapters/replica-memory.ts'
import { Device } from './testing/device.ts'
import { assigned, freshFloor } from './testing/floor.ts'
import { ana, leo, smallRules } from './testing/small-rules.ts'

const floor = freshFloor()

describe('coming back', () => {
  const matches = () =>
    expect(floor().client.confirmed()).toEqual(smallRules.stateFromJson(smallRules.stateToJson(floor().server.state)))

  it('[P-5] goes on from the cursor without a hole', async () => {
    await floor().online()
    floor().server.happen(assigned('a'))
    await floor().time.advance(100)
    floor().server.cutAll()
    for (const name of ['b', 'c', 'd']) floor().server.happen(assigned(name))
    await floor().time.advance(3_000)
    expect(floor().server.sockets.at(-1)?.hello).toMatchObject({ logId: 'log-1', cursor: 1 })
    matches()
  })

  it('[P-5] asks again when events do not follow on', async () => {
    await floor().online()
    const [socket] = floor().server.open
    socket?.say({ t: 'ev', from: 3, to: 3, events: [] })
    await floor().time.advance(2_000)
    expect(floor().server.sockets).toHaveLength(2)
    floor().server.happen(assigned('a'))
    await floor().time.advance(100)
    matches()
  })

  it('[P-5] takes a snapshot for a cursor from the future or another log, and swaps it at once', async () => {
    for (const name of ['a', 'b', 'c']) floor().server.happen(assigned(name))
    await floor().online()
    const before = floor().client.confirmed()
    floor().server.restore(1)
    floor().server.happen(assigned('x'))
    const seen = new Set<unknown>()
    floor().client.onChange(() => seen.add(floor().client.confirmed()))
    await floor().time.advance(5_000)
    matches()
    expect(floor().server.sockets.at(-1)?.hello).not.toHaveProperty('cursor')
    expect(seen).toEqual(new Set([before, floor().client.confirmed()]))
  })

  it('[P-5] survives a snapshot that is cut in the middle', async () => {
    await floor().online()
    floor().server.restore(0)
    floor().server.happen(assigned('x'))
    const sockets = floor().server.sockets.length
    while (floor().server.sockets.length < sockets + 2) await floor().time.advance(1)
    await floor().time.advance(15)
    floor().server.cutAll()
    await floor().time.advance(5_000)
    matches()
  })

  it('counts events that it may not see', async () => {
    await floor().online()
    const [socket] = floor().server.open
    socket?.say({ t: 'ev', from: 1, to: 4, events: [] })
    await floor().time.advance(10)
    expect(floor().client.confirmed()?.seq).toBe(4)
  })

  it('opens with the server down on what it last knew', async () => {
    const replica = memoryReplica()
    floor().device = new Device({ time: floor().time, server: floor().server, replica })
    await floor().online()
    floor().server.happen(assigned('a'))
    await floor().time.advance(30_000)
    floor().server.reachable = false
    floor().server.cutAll()
    await floor().device.reload()
    expect(floor().holderOf('a')).toBe(leo)
    floor().assign('b')
    expect(floor().holderOf('b')).toBe(ana)
    floor().server.reachable = true
    await floor().time.advance(20_000)
    expect(floor().server.sockets.at(-1)?.hello).toMatchObject({ cursor: 1 })
    expect(floor().server.commands).toHaveLength(1)
  })

  it('does not trust what other rules have kept', async () => {
    const replica = memoryReplica()
    floor().device = new Device({ time: floor().time, server: floor().server, replica })
    await floor().online()
    floor().server.happen(assigned('a'))
    await floor().time.advance(30_000)
    await floor().device.reload({ rules: { ...smallRules, hash: 'newer' } })
    expect(floor().client.confirmed()).toBeUndefined()
  })

  it('does not fight a newer tab over the same storage', async () => {
    await floor().online()
    floor().server.open[0]?.close(4409)
    await floor().time.advance(60_000)
    expect(floor().server.sockets).toHaveLength(1)
    expect(floor().client.status()).toMatchObject({ link: 'ended', ended: 'replaced' })
    floor().client.reconnect()
    await floor().time.advance(1_000)
    expect(floor().client.status().link).toBe('live')
  })

  it('empties the outbox of a program that is too old, and says that it wants an update', async () => {
    floor().server.mode = 'drain'
    await floor().client.start()
    floor().assign(1)
    await floor().time.advance(1_000)
    expect(floor().server.commands).toHaveLength(1)
    expect(floor().client.status()).toMatchObject({ link: 'ended', ended: 'upgrade', unsent: 0 })
  })

  it('tries on when the wire cannot even be opened', async () => {
    let tries = 0
    await floor().device.reload({
      transport: {
        open: () => {
          tries += 1
          throw new Error('not an address')
        },
      },
    })
    await floor().time.advance(10_000)
    expect(tries).toBeGreaterThan(3)
    expect(floor().client.status().link).toBe('offline')
  })

  it('leaves nothing behind when it is stopped', async () => {
    const before = floor().time.waiting
    await floor().online()
    floor().server.happen(assigned('a'))
    floor().client.painted(1)
    floor().assign('b')
    await floor().time.advance(20)
    const stopped = floor().client.stop()
    await floor().time.advance(1_000)
    await stopped
    expect(floor().server.open).toEqual([])
    expect(floor().time.waiting).toBe(before)
  })
})

describe('a screen that hears nothing', () => {
  it('[P-11] says so within 10 s when the wire swallows everything, and gets a new one', async () => {
    await floor().online()
    await floor().time.advance(4_500)
    const told: boolean[] = []
    floor().client.onChange(() => told.push(floor().client.status().stale))
    floor().server.open[0]?.swallow()
    floor().server.delay = 20_000
    await floor().time.advance(4_000)
    expect(told).not.toContain(true)
    await floor().time.advance(6_000)
    expect(told).toContain(true)
    expect(floor().client.status().stale).toBe(true)
    floor().server.delay = 5
    await floor().time.advance(20_000)
    expect(floor().client.status()).toMatchObject({ link: 'live', stale: false })
  })

  it('[P-11] is stale too when heartbeats come but the events they speak of do not', async () => {
    await floor().online()
    floor().server.log.push({ seq: 1, at: 0, businessDate: '2024-05-01', event: assigned('a') })
    await floor().time.advance(16_000)
    expect(floor().client.status()).toMatchObject({ link: 'live', stale: true })
  })

  it('[P-11] never calls data fresh that it has only kept', async () => {
    floor().server.reachable = false
    await floor().client.start()
    expect(floor().client.status()).toMatchObject({ link: 'reconnecting', stale: false })
    await floor().time.advance(5_000)
    expect(floor().client.status()).toMatchObject({ link: 'offline', stale: false })
    await floor().time.advance(5_000)
    expect(floor().client.status()).toMatchObject({ link: 'offline', stale: true })
  })
})
