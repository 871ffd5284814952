// What the actor decides while the log writes: held to one order of answering, writing and telling, and to deciding again
// whatever did not become durable.

import type { AppendFault, MemoryFaults } from '@comanda/db/memory/log'
import { casaLola } from '@comanda/demo/restaurant'
import type { ApprovalId, ClientId, CommandId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { readCommand } from '../sync/read-frame.ts'
import { openOnDisk, type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import type { Asking, Outcome } from './waiting.ts'

const waiter: Asking = { kind: 'staff', staffId: 'ana' as StaffId, deviceId: 'd1' as DeviceId, sid: 's1' as SessionId }

type Heard = { readonly story: string[]; readonly outcomes: Map<string, Outcome[]> }

const answeredOk = { kind: 'answered', answer: { ok: true } }

/** A log whose next writes wait until they are let go, and everything that happens in its order. */
async function held() {
  const heard: Heard = { story: [], outcomes: new Map() }
  const state: { hold: boolean; fault: AppendFault | undefined; letGo: (() => void)[] } = {
    hold: false,
    fault: undefined,
    letGo: [],
  }
  const faults: MemoryFaults = {
    pause: async (stage) => {
      if (stage !== 'before-write' || !state.hold) return
      heard.story.push('write')
      await new Promise<void>((resolve) => state.letGo.push(resolve))
    },
    onAppend: () => state.fault,
  }
  const on = await testRestaurant(casaLola, faults)
  on.restaurant.actor.onCommitted(({ recorded }) => {
    if (state.hold) heard.story.push(`told ${recorded.map(({ event }) => event.type).join(' ')}`)
  })
  ask(on, heard, 'first', 1)
  await on.time.settle()
  heard.story.length = 0
  state.hold = true
  return { on, heard, state, next: () => state.letGo.shift()?.() }
}

function ask(
  on: TestRestaurant,
  { story, outcomes }: Heard,
  id: string,
  cseq: number,
  more: { clientId?: string; approvalId?: string } = {},
): void {
  const { clientId = 'c1', approvalId } = more
  const args = { open: { type: 'takeaway', name: id } }
  const cmd = { t: 'cmd', cseq, id: id as CommandId, type: 'order.open', args, seenSeq: 0, writtenAt: 0 } as const
  on.restaurant.actor.submit({
    id: cmd.id,
    asked: readCommand(cmd),
    asking: waiter,
    writtenAt: on.time.clock.now(),
    client: { clientId: clientId as ClientId, cseq },
    ...(approvalId === undefined ? {} : { approvalId: approvalId as ApprovalId }),
    reply: (outcome) => {
      story.push(`answer ${id}`)
      outcomes.set(id, [...(outcomes.get(id) ?? []), outcome])
    },
    prepared: {},
  })
}

describe('the actor, while the log writes', () => {
  it('answers a batch, hands the next one over, and only then tells everybody of the first', async () => {
    const { on, heard, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'b', 3)
    await on.time.settle()
    ask(on, heard, 'c', 4)
    await on.time.settle()
    expect(heard.story).toEqual(['write'])
    expect(on.restaurant.head()).toBe(on.disk.restaurants.get(casaLola.restaurantId)?.head)
    next()
    await on.time.settle()
    expect(heard.story).toEqual(['write', 'answer a', 'write', 'told order.opened'])
    next()
    await on.time.settle()
    const after = ['answer b', 'answer c', 'told order.opened order.opened']
    expect(heard.story).toEqual(['write', 'answer a', 'write', 'told order.opened', ...after])
    const numbers = [...on.restaurant.state().orders.values()].map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4])
  })

  it('[P-2] a retry of what is on its way hears the same answer, once that is durable, and what the device wrote after it waits for that too', async () => {
    const { on, heard, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'a', 2)
    ask(on, heard, 'b', 3)
    await on.time.settle()
    expect(heard.story).toEqual(['write'])
    next()
    await on.time.settle()
    expect(heard.story).toEqual(['write', 'answer a', 'told order.opened', 'write'])
    next()
    await on.time.settle()
    const [first, second] = heard.outcomes.get('a') ?? []
    expect(first).toMatchObject(answeredOk)
    expect(second).toEqual(first)
    expect(heard.outcomes.get('b')).toMatchObject([answeredOk])
    expect(on.restaurant.state().orders.size).toBe(3)
  })

  it('[P-2] another command under a number that is on its way is forked, but not before that is durable', async () => {
    const { on, heard, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'other', 2)
    ask(on, heard, 'far', 9, { clientId: 'c1' })
    await on.time.settle()
    expect(heard.outcomes.size).toBe(1)
    next()
    await on.time.settle()
    expect(heard.outcomes.get('other')).toEqual([{ kind: 'forked' }])
    expect(heard.outcomes.get('far')).toEqual([{ kind: 'gap', lastCseq: 2 }])
  })

  it('[P-4] when another program was first, decides again what was on its way and what was decided on top of it', async () => {
    const { on, heard, state, next } = await held()
    const other = await openOnDisk({ ...on, id: casaLola.restaurantId })
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'b', 3)
    await on.time.settle()
    // As many events as the batch on its way has, so that the head alone would not show it.
    ask(other, { story: [], outcomes: new Map() }, 'z', 1, { clientId: 'c2' })
    await on.time.settle()
    state.hold = false
    next()
    await on.time.settle()
    expect(heard.outcomes.get('a')).toMatchObject([answeredOk])
    expect(heard.outcomes.get('b')).toMatchObject([answeredOk])
    const numbers = new Map([...on.restaurant.state().orders.values()].map(({ id, number }) => [String(id), number]))
    expect(Object.fromEntries(numbers)).toEqual({ 'first.o': 1, 'z.o': 2, 'a.o': 3, 'b.o': 4 })
    await on.time.settle()
    expect(other.restaurant.head()).toBe(on.restaurant.head())
    expect([...other.restaurant.state().orders.values()]).toHaveLength(4)
  })

  it('[P-9] when nothing can be written, both wait, unanswered, and go on in their order', async () => {
    const { on, heard, state, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'b', 3)
    ask(on, heard, 'a', 2)
    await on.time.settle()
    state.fault = { kind: 'unavailable', reason: 'full' }
    state.hold = false
    next()
    await on.time.advance(5_000)
    expect(heard.outcomes.size).toBe(1)
    expect(on.restaurant.actor.writable).toBe(false)
    state.fault = undefined
    await on.time.advance(5_000)
    expect(heard.story.filter((step) => step.startsWith('answer'))).toEqual(['answer a', 'answer b', 'answer a'])
    expect(on.restaurant.state().orders.size).toBe(3)
  })

  it.each([true, false])('[P-3] when the outcome is unknown, neither is answered (written: %s)', async (written) => {
    const { on, heard, state, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'b', 3)
    await on.time.settle()
    state.fault = { kind: 'unknown', written }
    state.hold = false
    next()
    await on.time.advance(5_000)
    expect([...heard.outcomes.keys()]).toEqual(['first'])
    expect(on.failStops).toHaveLength(1)
    const stored = on.disk.restaurants.get(casaLola.restaurantId)
    expect(stored?.byCommand.has('b' as CommandId)).toBe(false)
  })

  it('what must be read for waits until nothing is on its way, and what comes after it waits with it', async () => {
    const { on, heard, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'new device', 1, { clientId: 'c9' })
    ask(on, heard, 'b', 3)
    await on.time.settle()
    next()
    await on.time.settle()
    expect(heard.story).toEqual(['write', 'answer a', 'told order.opened', 'write'])
    next()
    await on.time.settle()
    expect(heard.story.slice(4)).toEqual(['answer new device', 'answer b', 'told order.opened order.opened'])
  })

  it('a stop finishes what is on its way and leaves what was decided on top of it unanswered', async () => {
    const { on, heard, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    ask(on, heard, 'b', 3)
    await on.time.settle()
    const stopped = on.restaurant.stop()
    next()
    await stopped
    await on.time.settle()
    expect([...heard.outcomes.keys()]).toEqual(['first', 'a'])
    const reopened = await openOnDisk({ ...on, id: casaLola.restaurantId })
    expect(reopened.restaurant.state().orders.size).toBe(2)
  })

  it('a stop does not wait for a disk that takes no more', async () => {
    const { on, heard, state, next } = await held()
    ask(on, heard, 'a', 2)
    await on.time.settle()
    const stopped = on.restaurant.stop()
    state.fault = { kind: 'unavailable', reason: 'full' }
    next()
    await stopped
    expect([...heard.outcomes.keys()]).toEqual(['first'])
  })
})
