// Whoever shows a command as pending until its answer must not hear what became of it first.
import type { AppendFault } from '@comanda/db/memory/log'
import { casaLola } from '@comanda/demo/restaurant'
import type { ClientId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { testRestaurant } from '../testing/memory-restaurant.ts'
import type { RecordedWire } from '../testing/recorded-wire.ts'
import { type TestDevice, testDevice } from '../testing/test-device.ts'

const order = { open: { type: 'takeaway', name: 'A' } }

/** Where it first heard that command 1 is decided, and where it heard what became of it. */
function heard({ frames }: RecordedWire, seq: number): { answer: number; event: number } {
  return {
    answer: frames.findIndex(
      (frame) => (frame.t === 'welcome' && frame.lastCseq >= 1) || (frame.t === 'res' && frame.cseq === 1 && frame.ok),
    ),
    event: frames.findIndex((frame) => frame.t === 'ev' && frame.to >= seq),
  }
}

const lost = ({ session }: TestDevice): void => session.ended()

async function onBusyDisk() {
  let fault: AppendFault | undefined
  const on = await testRestaurant(casaLola, { onAppend: () => fault })
  const old = testDevice(on, { name: 'd1', staffId: 'ana' })
  old.hello()
  await on.time.settle()
  const cursor = { logId: on.restaurant.logId, cursor: on.restaurant.head() }
  fault = { kind: 'unavailable', reason: 'busy' }
  old.send(1, 'order.open', order)
  await on.time.settle()
  const heal = async (): Promise<void> => {
    fault = undefined
    await on.time.advance(5_000)
  }
  return { on, old, cursor, heal }
}

describe('the answer to a command of a socket that is gone', () => {
  it('[P-2] goes to the socket that this client has now, before the events', async () => {
    const { on, old, cursor, heal } = await onBusyDisk()
    lost(old)
    const now = testDevice(on, { name: 'd1', staffId: 'ana' })
    now.hello(cursor)
    await on.time.settle()
    expect(now.wire.of('welcome')).toMatchObject([{ mode: 'resume', lastCseq: 0 }])
    await heal()
    const { answer, event } = heard(now.wire, cursor.cursor + 1)
    expect(now.wire.of('res')).toMatchObject([{ cseq: 1, id: 'd1-1', ok: true }])
    expect(answer).toBeGreaterThan(0)
    expect(event).toBeGreaterThan(answer)
    const head = on.restaurant.head()
    now.send(1, 'order.open', order)
    await on.time.settle()
    const [first, again] = now.wire.of('res')
    expect({ ...again, id: 'd1-1' }).toEqual(first)
    expect(again).not.toHaveProperty('id')
    expect(on.restaurant.head()).toBe(head)
  })

  it('[P-2] also from a socket that the server has not missed yet', async () => {
    const { on, old, cursor, heal } = await onBusyDisk()
    const now = testDevice(on, { name: 'd1', staffId: 'ana' })
    now.hello(cursor)
    await heal()
    expect(old.wire.closes).toMatchObject([{ code: 4409 }])
    expect(old.wire.of('res')).toEqual([])
    expect(now.wire.of('res')).toMatchObject([{ cseq: 1, id: 'd1-1', ok: true }])
  })

  it('is told to nobody else: not to another client, nor under a new name on the same socket', async () => {
    const { on, old, cursor, heal } = await onBusyDisk()
    const other = testDevice(on, { name: 'd2', staffId: 'ana' })
    other.hello(cursor)
    old.hello({ ...cursor, clientId: 'client-d1-renumbered' as ClientId })
    await heal()
    expect(on.restaurant.head()).toBeGreaterThan(cursor.cursor)
    expect(other.wire.of('res')).toEqual([])
    expect(old.wire.of('res')).toEqual([])
  })
})

describe('a welcome in the moment of a commit', () => {
  it.each(['resume', 'snapshot'] as const)(
    '[P-2] says of each command that its answer is out, or is followed by the answer (%s)',
    async (mode) => {
      let covered = 0
      for (let turns = 0; turns < 60; turns += 1) {
        const on = await testRestaurant(casaLola)
        const old = testDevice(on, { name: 'd1', staffId: 'ana' })
        old.hello()
        await on.time.settle()
        const cursor = { logId: on.restaurant.logId, cursor: on.restaurant.head() }
        const now = testDevice(on, { name: 'd1', staffId: 'ana' })
        old.send(1, 'order.open', order)
        const meanwhile = on.time.settle()
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
        now.hello(mode === 'resume' ? cursor : {})
        await meanwhile
        await on.time.settle()
        const { answer, event } = heard(now.wire, cursor.cursor + 1)
        const shown = mode === 'snapshot' && event === -1 ? now.wire.frames.findIndex(({ t }) => t === 'snap') : event
        expect({ turns, answer: answer >= 0, first: answer < shown }).toEqual({ turns, answer: true, first: true })
        if (now.wire.of('welcome')[0]?.lastCseq === 1) covered += 1
      }
      expect(covered).toBeGreaterThan(0)
      expect(covered).toBeLessThan(60)
    },
  )
})
