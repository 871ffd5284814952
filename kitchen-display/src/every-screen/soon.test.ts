import type { Wish } from '@comanda/app-shell/wish'
import type { OrderId } from '@comanda/shared/model/ids'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { leavingOf, openSoon } from './soon.ts'

const fire = (orderId: string): Wish => ({ type: 'course.fire', args: { orderId: orderId as OrderId, course: 2 } })

function open() {
  const now = signal(0)
  const sent: string[] = []
  let ids = 0
  const listeners = new Set<() => void>()
  const page = {
    visibilityState: 'visible',
    addEventListener: (_: string, run: () => void) => listeners.add(run),
    removeEventListener: (_: string, run: () => void) => listeners.delete(run),
  }
  const session = {
    client: { newCommandId: () => `n${++ids}`, serverNow: () => now.peek() },
    me: signal({ sid: 's' }),
    now,
  }
  const send = (_type: string, args: { orderId: string }) => sent.push(args.orderId)
  const soon = openSoon({ session, send, notDone: String, page } as never)
  return { soon, sent, now, listeners }
}

test('[ORD-14] it goes after three seconds; asked for again meanwhile it is cancelled, and so is the last one by a key', () => {
  const { soon, sent, now } = open()
  soon.ask(fire('a'), 'FIRING C2')
  soon.ask(fire('b'), 'FIRING C2')
  expect(leavingOf(soon, (wish) => wish.type === 'course.fire' && wish.args.orderId === 'b')?.says).toBe('FIRING C2')
  soon.ask(fire('b'), 'FIRING C2')
  now.value = 2_999
  expect(sent).toEqual([])
  now.value = 3_000
  expect(sent).toEqual(['a'])
  soon.ask(fire('c'), 'FIRING C2')
  expect([soon.cancelLast(), soon.cancelLast()]).toEqual([true, false])
  now.value = 9_000
  expect(sent).toEqual(['a'])
})

test('[ORD-14] a screen that is closed listens to nothing any more', () => {
  const { soon, sent, now, listeners } = open()
  soon.ask(fire('a'), 'FIRING C2')
  soon.dispose()
  now.value = 9_000
  expect([sent, listeners.size]).toEqual([[], 0])
})
