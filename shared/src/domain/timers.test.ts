import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SystemCommand } from './commands.ts'
import { evolve } from './evolve.ts'
import type { State } from './state.ts'
import { play, steps, tries } from './testing/evening.ts'
import { draft, eventOf, House } from './testing/house.ts'
import { smallRestaurant } from './testing/small-restaurant.ts'
import { allSubjects, type Due, duesOf, type Subject, visitSubjects } from './timers.ts'

const allDues = (house: House): Due[] => allSubjects(house.state).flatMap((subject) => duesOf(house.state, subject))

/** In seconds from now. */
const wait = (house: House, type: SystemCommand['type'], extra: Record<string, unknown> = {}): number | undefined => {
  const due = allDues(house).find(
    ({ command }) =>
      command.type === type &&
      Object.entries(extra).every(([key, value]) => (command.args as Record<string, unknown>)[key] === value),
  )
  return due === undefined ? undefined : (due.at - house.now) / 1000
}

const confirm = (house: House, station: string): void => {
  const { id: ticketId, version } = house.ticket(station)
  house.do('system', 'tickets.confirm', { deviceId: 'screen' as never, tickets: [{ ticketId, version }] })
}

describe('what is due when', () => {
  test('[KDS-13] 10 s after a version: the alarm; 25 s: the backup printer, where there is one; confirmed: neither', () => {
    const house = new House()
    house.send('ana', 't1', 'soup', 'salad')
    const { id: ticketId } = house.ticket('grill')
    expect(wait(house, 'ticket.alarm', { ticketId })).toBe(10)
    expect(wait(house, 'ticket.print-backup', { ticketId })).toBe(25)
    expect(wait(house, 'ticket.print-backup', { ticketId: house.ticket('cold').id })).toBeUndefined()
    confirm(house, 'grill')
    expect(wait(house, 'ticket.alarm', { ticketId })).toBeUndefined()
    house.wait(60)
    house.do('ana', 'order.rush', { orderId: house.ticket('grill').orderId, on: true })
    expect(wait(house, 'ticket.alarm', { ticketId })).toBe(10)
  })

  test('[KDS-18] 120 s after it fired and was confirmed, 30 s at the bar', () => {
    const house = new House()
    house.send('ana', 't1', 'soup', 'cola')
    expect(wait(house, 'ticket.auto-start')).toBeUndefined()
    house.wait(5)
    confirm(house, 'grill')
    confirm(house, 'bar')
    expect(wait(house, 'ticket.auto-start', { ticketId: house.ticket('grill').id })).toBe(120)
    expect(wait(house, 'ticket.auto-start', { ticketId: house.ticket('bar').id })).toBe(30)
    house.wait(30)
    const started = house.do('system', 'ticket.auto-start', { ticketId: house.ticket('bar').id })
    expect(started).toMatchObject([{ type: 'ticket.started' }])
    expect(house.do('system', 'ticket.auto-start', { ticketId: house.ticket('grill').id })).toEqual([])
  })

  test('[KDS-20] a dish nobody takes: 60 s and 120 s; [KDS-21] a printer prints at once', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(wait(house, 'pickup.escalate', { reach: 1 })).toBe(60)
    expect(wait(house, 'pickup.escalate', { reach: 2 })).toBe(120)
    house.send('ana', 't2', 'cake')
    expect(wait(house, 'ticket.print', { ticketId: house.ticket('dessert').id })).toBe(0)
  })

  test('[ORD-13] a verdict in 5 minutes; [ORD-6] reminders; [CALL-4] calls; the day', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'salad', 'steak')
    house.do('ana', 'line.void', { orderId: order, lineId: house.line(order, 'soup').id, reason: 'x' })
    expect(wait(house, 'void.assume')).toBe(300)
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'salad').id] })
    expect(wait(house, 'course.remind', { course: 2 })).toBe(600)
    house.do('guest', 'call.raise', { tableId: 't1' as never, kind: 'waiter' })
    expect([wait(house, 'call.escalate', { reach: 1 }), wait(house, 'call.escalate', { reach: 2 })]).toEqual([120, 240])
    // 18:30 in Berlin; the day ends at 04:00
    expect(wait(house, 'day.roll')).toBe(9.5 * 3600)
  })

  test('a line that joins a promised takeaway is waited for anew', () => {
    const house = new House()
    const promisedAt = house.now + 3_600_000
    const { orderId } = eventOf(
      house.do('fay', 'round.send', {
        order: { open: { type: 'takeaway', name: 'Kim', promisedAt } },
        lines: [draft('soup')],
      }),
      'round.sent',
    )
    const due = () => allDues(house).find(({ command }) => command.type === 'order.fire-promised')
    const first = due()
    house.sendTo('fay', orderId, 'soup')
    expect(due()?.at).toBe(first?.at)
    expect(due()?.command.id).not.toBe(first?.command.id)
  })
})

const subjectKey = ({ kind, id }: Subject): string => `${kind} ${id}`
/** What is due, by the id it is asked for under, and whose it is. */
const duesIn = (state: State): Map<string, string> =>
  new Map(
    allSubjects(state).flatMap((subject) =>
      duesOf(state, subject).map(({ at, command }) => [`${command.id} ${at}`, subjectKey(subject)] as const),
    ),
  )

test('whatever an event makes due, it names whose it is', () => {
  let fresh = 0
  fc.assert(
    fc.property(steps(50), fc.boolean(), (history, hasExpo) => {
      const { house } = play(history, undefined, { hasExpo })
      let state = smallRestaurant({ hasExpo })
      for (const recorded of house.log) {
        const before = duesIn(state)
        state = evolve(state, recorded)
        const named = new Set<string>()
        visitSubjects(recorded.event, (subject) => named.add(subjectKey(subject)))
        for (const [due, subject] of duesIn(state)) {
          if (before.has(due)) continue
          fresh++
          expect(named.has(subject), `${recorded.event.type} made something due of ${subject}`).toBe(true)
        }
      }
    }),
    tries(40),
  )
  expect(fresh).toBeGreaterThan(500)
})
