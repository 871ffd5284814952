import type { LogId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import type { Outcome } from './outbox-entry.ts'
import { Device } from './testing/device.ts'
import { freshFloor } from './testing/floor.ts'
import { ana, commandId, table } from './testing/small-rules.ts'

const floor = freshFloor()

describe('after a restore', () => {
  const outcome = async (promise: Promise<Outcome> | undefined) => (await promise)?.kind

  it('[P-13] keeps answered commands until a backup has them', async () => {
    await floor().online()
    for (const name of [1, 2, 3]) floor().assign(name)
    await floor().time.advance(1_000)
    expect(floor().client.kept()).toHaveLength(3)
    floor().server.backedUpSeq = 2
    await floor().time.advance(5_000)
    expect(
      floor()
        .client.kept()
        .map(({ id }) => id),
    ).toEqual([commandId(3)])
    await floor().device.reload()
    expect(
      floor()
        .client.kept()
        .map(({ id }) => id),
    ).toEqual([commandId(3)])
  })

  it('[P-13] loses nothing: the unsent go by themselves, the answered are listed for a person to decide', async () => {
    await floor().online()
    for (const name of [1, 2, 3]) floor().assign(name)
    await floor().time.advance(1_000)
    floor().server.backedUpSeq = 1
    await floor().time.advance(5_000)
    floor().server.reachable = false
    floor().server.restore(1)
    floor().assign(4)
    await floor().time.advance(100)
    floor().server.reachable = true
    await floor().time.advance(10_000)
    expect(floor().server.commands.map(({ id }) => id)).toEqual([1, 4].map(commandId))
    expect(floor().client.commands()).toMatchObject([
      { id: commandId(2), state: 'missing' },
      { id: commandId(3), state: 'missing' },
    ])
    await floor().device.reload()
    const again = floor().client.again(commandId(2))
    expect(floor().client.dismiss(commandId(3))).toBe(true)
    await floor().time.advance(10_000)
    expect(await outcome(again)).toBe('done')
    expect(floor().server.commands.map(({ id }) => id)).toEqual([1, 4, 2].map(commandId))
    expect(floor().client.commands()).toEqual([])
  })

  it('[P-13] does not do again what the backup has after all', async () => {
    await floor().online()
    floor().assign(1)
    await floor().time.advance(1_000)
    floor().server.logId = 'log-9' as LogId
    floor().server.cutAll(1012)
    await floor().time.advance(5_000)
    const again = floor().client.again(commandId(1), { tableIds: [table('else')], staffId: ana })
    await floor().time.advance(1_000)
    expect(await outcome(again)).toBe('done')
    expect(floor().server.commands).toHaveLength(1)
    expect(floor().client.confirmed()?.sections[table('else')]).toBeUndefined()
  })

  it('[P-2] numbers anew when the storage is older than itself, and repeats nothing', async () => {
    await floor().online()
    const before = await floor().device.stored.load()
    for (const name of [1, 2]) floor().assign(name)
    await floor().time.advance(1_000)
    const old = new Device({ time: floor().time, server: floor().server, seed: 7 })
    if (before !== undefined) await old.stored.write({ head: { ...before.head, revision: 1 }, put: [], remove: [] })
    floor().device.kill()
    floor().device = old
    await floor().client.start()
    floor().assign(3)
    floor().assign(2)
    await floor().time.advance(10_000)
    expect(floor().server.commands.map(({ id }) => id)).toEqual([1, 2, 3].map(commandId))
    expect(floor().client.status()).toMatchObject({ link: 'live', unsent: 0 })
  })
})
