import type { AppendFault } from '@comanda/db/memory/log'
import { casaLola } from '@comanda/demo/restaurant'
import type { ApprovalId, ClientId, CommandId, DeviceId, OrderId, SessionId, StaffId } from '@comanda/shared/model/ids'
import { describe, expect, it } from 'vitest'
import { readCommand } from '../sync/read-frame.ts'
import { openOnDisk, type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import { commandDigest } from './command-digest.ts'
import type { Asking, Outcome, Waiting } from './waiting.ts'

const waiter: Asking = { kind: 'staff', staffId: 'ana' as StaffId, deviceId: 'd1' as DeviceId, sid: 's1' as SessionId }
const client = 'c1' as ClientId

type Asked = Omit<Partial<Waiting>, 'id'> & { id: string; type?: string; args?: Record<string, unknown>; cseq?: number }

/** Hands a command to the actor and keeps what it hears. */
function ask(on: TestRestaurant, { id, type = 'order.open', args, cseq, ...more }: Asked): Outcome[] {
  const heard: Outcome[] = []
  const open = { open: { type: 'takeaway', name: id } }
  const cmd = {
    t: 'cmd',
    cseq: cseq ?? 1,
    id: id as CommandId,
    type,
    args: args ?? open,
    seenSeq: 0,
    writtenAt: 0,
  } as const
  on.restaurant.actor.submit({
    id: cmd.id,
    asked: readCommand(cmd),
    asking: waiter,
    writtenAt: on.time.clock.now(),
    ...(cseq === undefined ? {} : { client: { clientId: client, cseq } }),
    reply: (outcome) => heard.push(outcome),
    prepared: {},
    ...more,
  })
  return heard
}

const ok = { kind: 'answered', answer: { ok: true } }
const refusedAs = (code: string) => ({ kind: 'answered', answer: { ok: false, code } })

describe('the actor', () => {
  it('[P-2] answers a retry with what it answered first, and decides it once', async () => {
    const on = await testRestaurant(casaLola)
    const first = ask(on, { id: 'a', cseq: 1 })
    const twice = ask(on, { id: 'a', cseq: 1 })
    await on.time.settle()
    const later = ask(on, { id: 'a', cseq: 1 })
    await on.time.settle()
    expect(first).toMatchObject([ok])
    expect(twice).toEqual(first)
    expect(later).toEqual(first)
    expect(on.restaurant.state().orders.size).toBe(1)
  })

  it('[P-2] says forked for another command under a number that is taken, and gap for a number too far', async () => {
    const on = await testRestaurant(casaLola)
    ask(on, { id: 'a', cseq: 1 })
    const other = ask(on, { id: 'b', cseq: 1 })
    const far = ask(on, { id: 'c', cseq: 3 })
    await on.time.settle()
    expect(other).toEqual([{ kind: 'forked' }])
    expect(far).toEqual([{ kind: 'gap', lastCseq: 1 }])
    expect(on.restaurant.state().orders.size).toBe(1)
  })

  it('[P-2] gives the first answer again to a device that began anew, and goes on with its numbers', async () => {
    const on = await testRestaurant(casaLola)
    const first = ask(on, { id: 'a', cseq: 1 })
    await on.time.settle()
    const reborn = { clientId: 'c2' as ClientId, cseq: 1 }
    const again = ask(on, { id: 'a', client: reborn })
    await on.time.settle()
    const retried = ask(on, { id: 'a', client: reborn })
    const next = ask(on, { id: 'b', client: { ...reborn, cseq: 2 } })
    await on.time.settle()
    expect(again).toEqual(first)
    expect(retried).toEqual(first)
    expect(next).toMatchObject([ok])
    expect(on.restaurant.state().orders.size).toBe(2)
  })

  it('[P-2] remembers answers over a restart, however old the retry', async () => {
    const on = await testRestaurant(casaLola)
    const first = ask(on, { id: 'a', cseq: 1 })
    await on.time.settle()
    for (let cseq = 2; cseq <= 40; cseq += 1) {
      ask(on, { id: `n${cseq}`, cseq })
      await on.time.settle()
    }
    const old = ask(on, { id: 'a', cseq: 1 })
    const next = await openOnDisk({ ...on, id: casaLola.restaurantId })
    const afterRestart = ask(next, { id: 'a', cseq: 1 })
    const stranger = ask(next, { id: 'z', cseq: 1 })
    await on.time.settle()
    expect(old).toEqual(first)
    expect(afterRestart).toEqual(first)
    expect(stranger).toEqual([{ kind: 'forked' }])
  })

  it('[P-4] decides a batch one after the other, each on what the ones before made, under seqs without a hole', async () => {
    const on = await testRestaurant(casaLola)
    const head = on.restaurant.head()
    const heard = Array.from({ length: 30 }, (_, index) => ask(on, { id: `n${index}`, cseq: index + 1 }))
    await on.time.settle()
    expect(heard.flat()).toHaveLength(30)
    const numbers = [...on.restaurant.state().orders.values()].map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    const events = await on.engine.log.readAfter(casaLola.restaurantId, head, 1_000)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => head + index + 1))
  })

  it('a refusal takes a place in the log, so the retry hears it again', async () => {
    const on = await testRestaurant(casaLola)
    const first = ask(on, { id: 'a', cseq: 1, type: 'table.clear', args: { tableId: 'nowhere' } })
    const unread = ask(on, { id: 'b', cseq: 2, type: 'nonsense', args: {} })
    const next = ask(on, { id: 'c', cseq: 3 })
    await on.time.settle()
    expect(first).toMatchObject([refusedAs('table-not-found')])
    expect(unread).toMatchObject([refusedAs('command-invalid')])
    expect(next).toMatchObject([ok])
    const again = ask(on, { id: 'a', cseq: 1, type: 'table.clear', args: { tableId: 'nowhere' } })
    await on.time.settle()
    expect(again).toEqual(first)
  })

  it('[P-15] refuses what a revoked person or device wrote, even in the batch of the revocation', async () => {
    const on = await testRestaurant(casaLola)
    const owner: Asking = { ...waiter, staffId: ownerId(), deviceId: 'd9' as DeviceId, sid: 's9' as SessionId }
    const before = ask(on, { id: 'a', cseq: 1 })
    const revoked = ask(on, { id: 'r', asking: owner, type: 'access.revoke', args: { staffId: 'ana' } })
    const after = ask(on, { id: 'b', cseq: 2 })
    await on.time.settle()
    expect(before).toMatchObject([ok])
    expect(revoked).toMatchObject([ok])
    expect(after).toMatchObject([refusedAs('access-revoked')])
  })

  it('[P-9] waits unanswered while the log is full, stays up, and goes on by itself', async () => {
    let fault: AppendFault | undefined
    const on = await testRestaurant(casaLola, { onAppend: () => fault })
    fault = { kind: 'unavailable', reason: 'full' }
    const first = ask(on, { id: 'a', cseq: 1 })
    const second = ask(on, { id: 'b', cseq: 2 })
    await on.time.advance(10_000)
    expect([...first, ...second]).toEqual([])
    expect(on.restaurant.actor.writable).toBe(false)
    expect(on.unavailable.length).toBeGreaterThan(3)
    const comesAgain = ask(on, { id: 'a', cseq: 1 })
    fault = undefined
    await on.time.advance(3_000)
    expect(first).toEqual([])
    expect(comesAgain).toMatchObject([ok])
    expect(second).toMatchObject([ok])
    expect(on.restaurant.actor.writable).toBe(true)
    expect(on.failStops).toEqual([])
  })

  it.each([true, false])(
    '[P-3] stops without an answer when the outcome is not known (written: %s)',
    async (written) => {
      let fault: AppendFault | undefined
      const on = await testRestaurant(casaLola, { onAppend: () => fault })
      fault = { kind: 'unknown', written }
      const heard = ask(on, { id: 'a', cseq: 1 })
      await on.time.settle()
      expect(heard).toEqual([])
      expect(on.failStops).toHaveLength(1)
      const next = await openOnDisk({ ...on, id: casaLola.restaurantId })
      const retried = ask(next, { id: 'a', cseq: 1 })
      await on.time.settle()
      expect(retried).toMatchObject([ok])
      expect(next.restaurant.state().orders.size).toBe(1)
    },
  )

  it('[P-4] reads what another program wrote and decides again on top of it', async () => {
    const on = await testRestaurant(casaLola)
    const other = await openOnDisk({ ...on, id: casaLola.restaurantId })
    const here = ask(on, { id: 'a', cseq: 1 })
    await on.time.settle()
    const there = ask(other, { id: 'b', client: { clientId: 'c2' as ClientId, cseq: 1 } })
    await on.time.settle()
    expect(here).toMatchObject([ok])
    expect(there).toMatchObject([ok])
    expect(other.restaurant.state().orders.size).toBe(2)
    expect(on.restaurant.head()).toBe(other.restaurant.head())
  })

  it('[ADM-6] an approval counts for its command, once', async () => {
    const on = await testRestaurant(casaLola)
    const order = ask(on, { id: 'o', cseq: 1 })
    await on.time.settle()
    expect(order).toMatchObject([ok])
    const approvalId = 'yes' as ApprovalId
    const walkOut = { type: 'order.walk-out', args: { orderId: 'o.o' } }
    const expiresAt = on.time.clock.now() + 60_000
    await on.access.addApproval(casaLola.restaurantId, {
      id: approvalId,
      commandId: 'w1' as CommandId,
      covers: commandDigest(walkOut),
      by: ownerId(),
      expiresAt,
    })
    const without = ask(on, { id: 'w0', cseq: 2, ...walkOut })
    const foreign = ask(on, { id: 'w2', cseq: 3, ...walkOut, approvalId })
    await on.time.settle()
    expect(without).toMatchObject([refusedAs('needs-approval')])
    expect(foreign).toMatchObject([refusedAs('approval-invalid')])
    const approved = ask(on, { id: 'w1', cseq: 4, ...walkOut, approvalId })
    await on.time.settle()
    expect(approved[0]).not.toMatchObject(refusedAs('approval-invalid'))
    expect(approved[0]).not.toMatchObject(refusedAs('needs-approval'))
  })

  it('[ADM-6] an approval still counts for a command that came again while the log was full', async () => {
    let fault: AppendFault | undefined
    const on = await testRestaurant(casaLola, { onAppend: () => fault })
    ask(on, { id: 'o', cseq: 1 })
    await on.time.settle()
    const approvalId = 'yes' as ApprovalId
    const expiresAt = on.time.clock.now() + 60_000
    const commandId = 'w1' as CommandId
    const content = { type: 'order.reopen', args: { orderId: 'o.o', reason: 'more' } }
    const reopen = { id: 'w1', cseq: 2, approvalId, ...content }
    const covers = commandDigest(content)
    await on.access.addApproval(casaLola.restaurantId, { id: approvalId, commandId, covers, by: ownerId(), expiresAt })
    ask(on, { id: 'close', type: 'order.close', args: { orderId: 'o.o' } })
    await on.time.settle()
    fault = { kind: 'unavailable', reason: 'full' }
    ask(on, reopen)
    await on.time.advance(1_000)
    const again = ask(on, reopen)
    fault = undefined
    await on.time.advance(3_000)
    expect(again).toMatchObject([ok])
  })

  it('[BILL-3] gives the money of a past day back once, however many ask in one moment', async () => {
    const on = await testRestaurant(casaLola)
    const item = [...casaLola.changes].flatMap((change) =>
      change.kind === 'item' && change.put.price?.kind === 'fixed' && !change.put.needsTicket ? [change.put.id] : [],
    )[0]
    const line = { itemId: item, quantity: 1, modifiers: [] }
    const order = { open: { type: 'takeaway', name: 'Eva' } }
    ask(on, { id: 'r', type: 'round.send', args: { order, lines: [line], recordOnly: true } })
    const part = { kind: 'rest' }
    ask(on, { id: 'p', type: 'payment.record', args: { orderId: 'r.o', part, method: 'card' } })
    ask(on, { id: 'c', type: 'order.close', args: { orderId: 'r.o' } })
    await on.time.settle()
    const paid = on.restaurant.state().orders.get('r.o' as OrderId)?.payments?.[0]
    await on.time.advance(24 * 3600_000)
    expect(on.restaurant.state().orders.size).toBe(0)
    const args = { orderId: 'r.o', paymentId: paid?.id, amount: paid?.amount, reason: 'cold' }
    const owner: Asking = { kind: 'staff', staffId: ownerId(), deviceId: 'd1' as DeviceId }
    const first = ask(on, { id: 'f1', type: 'payment.refund', args, asking: owner })
    const second = ask(on, { id: 'f2', type: 'payment.refund', args, asking: owner })
    await on.time.settle()
    expect(first).toMatchObject([ok])
    expect(second).toMatchObject([refusedAs('amount-too-large')])
  })

  it('a rule that throws is refused as internal and blocks nobody', async () => {
    const on = await testRestaurant(casaLola)
    const poison = { kind: 'read', command: { id: 'p', type: 'order.open', args: null } } as never
    const broken = ask(on, { id: 'p', cseq: 1, asked: poison })
    const next = ask(on, { id: 'a', cseq: 2 })
    await on.time.settle()
    expect(broken).toMatchObject([refusedAs('internal')])
    expect(next).toMatchObject([ok])
    expect(on.bugs).toHaveLength(1)
  })
})

function ownerId(): StaffId {
  for (const change of casaLola.changes) {
    if (change.kind === 'person' && change.put.roles.includes('owner')) return change.put.id
  }
  throw new Error('no owner')
}
