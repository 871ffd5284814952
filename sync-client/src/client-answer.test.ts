// An answer that came by another socket than the command did names its command.
import type { CommandId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { Device } from './testing/device.ts'
import { freshFloor } from './testing/floor.ts'
import { ana } from './testing/small-rules.ts'

const floor = freshFloor()

/** Its command is on the socket, and the server has not heard it yet. */
async function withOneUnanswered(): Promise<CommandId> {
  await floor().online()
  const { id } = floor().assign('a')
  while (floor().client.command(id)?.state !== 'sent') await floor().time.advance(1)
  return id
}

describe('an answer that names its command', () => {
  it('[P-2] settles that command, and what follows shows its line once', async () => {
    const id = await withOneUnanswered()
    const [socket] = floor().server.open
    floor().server.copies = 0
    socket?.say({ t: 'res', cseq: 1, id, ok: true, seq: 1 })
    await floor().time.advance(6)
    expect(floor().client.command(id)?.state).toBe('done')
    expect(floor().holderOf('a')).toBe(ana)
  })

  it('[P-2] under the number of another one is no answer: that one gets new numbers and is done once', async () => {
    const id = await withOneUnanswered()
    const [socket] = floor().server.open
    const before = socket?.hello?.clientId
    const other = 'of-a-life-that-was-set-back' as CommandId
    // it overtakes the command's own answer
    floor().server.delay = 1
    socket?.say({ t: 'res', cseq: 1, id: other, ok: true, seq: 1 })
    await floor().time.advance(2)
    expect(floor().client.command(id)?.state).not.toBe('done')
    await floor().time.advance(3_000)
    expect(floor().server.sockets.at(-1)?.hello?.clientId).not.toBe(before)
    expect(floor().client.command(id)?.state).toBe('done')
    expect(floor().server.commands.map((command) => command.id)).toEqual([id])
    expect(floor().holderOf('a')).toBe(ana)
  })
})

describe('a number that the server gave to another command', () => {
  it('[P-6] leaves the command in the picture, also without a connection, until it is answered itself', async () => {
    await floor().online()
    floor().assign('a')
    await floor().time.advance(1_000)
    floor().device.kill()
    // the same client's storage as it was before that command
    floor().device = new Device({ time: floor().time, server: floor().server })
    floor().server.reachable = false
    await floor().client.start()
    const { id } = floor().assign('b')
    await floor().time.advance(100)
    floor().server.reachable = true
    const forked = () =>
      floor().server.sockets.some(({ frames }) => frames.some((frame) => frame.t === 'cmd' && frame.id === id))
    while (!forked()) await floor().time.advance(1)
    floor().server.reachable = false
    await floor().time.advance(1_000)
    expect(floor().server.commands.map((command) => command.id)).not.toContain(id)
    expect([floor().holderOf('a'), floor().holderOf('b')]).toEqual([ana, ana])
    floor().server.reachable = true
    await floor().time.advance(20_000)
    expect(floor().client.command(id)?.state).toBe('done')
    expect([floor().holderOf('a'), floor().holderOf('b')]).toEqual([ana, ana])
  })
})
