// An answer that came by another socket than the command did names its command.
import type { CommandId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
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
