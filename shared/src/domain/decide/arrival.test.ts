// Rounds that waited on a tablet, takeaway that waits for its promise.
import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../commands.ts'
import { sentLineIds, sentLines } from '../sent-round.ts'
import { draft, eventOf, House } from '../testing/house.ts'
import { duesOf } from '../timers.ts'

type Send = CommandOf<'round.send'>['args']

const atTable = (more: Partial<Send>, ...dishes: string[]): Send =>
  ({ order: { open: { type: 'dine-in', tableId: 't1' } }, lines: dishes.map(draft), ...more }) as unknown as Send

const takeaway = (promisedAt: number | undefined, ...dishes: string[]): Send =>
  ({
    order: { open: { type: 'takeaway', name: 'Kim', ...(promisedAt === undefined ? {} : { promisedAt }) } },
    lines: dishes.map(draft),
  }) as unknown as Send

describe('[ORD-18] nothing is cooked twice after an outage', () => {
  test('told the kitchen: arrives marked, as started, on a quiet ticket of its own that says nothing about speed', () => {
    const house = new House()
    const sent = eventOf(
      house.do('ana', 'round.send', atTable({ alreadyTold: true, queuedSince: house.now - 300_000 }, 'soup')),
      'round.sent',
    )
    expect(sent.round).toMatchObject({ alreadyTold: true, queuedSince: house.now - 300_000 })
    expect(sent.tickets[0]?.quiet).toBe(true)
    expect(house.line(sent.orderId, 'soup')).toMatchObject({ status: 'started', startedAt: house.now })
    const bumped = eventOf(house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id }), 'ticket.bumped')
    expect(bumped.speed).toBeUndefined()
  })

  test('what the kitchen was told is not refused for being sold out since', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 1 })
    house.do('ana', 'round.send', atTable({ alreadyTold: true }, 'soup', 'soup'))
    expect(house.state.counts.get('soup' as never)?.left).toBe(0)
  })

  test('over 2 minutes it arrives marked with the time, and fires', () => {
    const house = new House()
    const wait = (seconds: number) =>
      eventOf(house.do('ana', 'round.send', atTable({ queuedSince: house.now - seconds * 1000 }, 'cola')), 'round.sent')
    expect(wait(120).round.queuedSince).toBeUndefined()
    const late = wait(121)
    expect(late.round.queuedSince).toBe(house.now - 121_000)
    expect(sentLines(late)[0]?.status).toBe('fired')
  })

  test('over 10 minutes it asks its waiter before it fires, and keeps its dishes from being sold meanwhile', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 3 })
    const sent = eventOf(
      house.do('ana', 'round.send', atTable({ queuedSince: house.now - 601_000 }, 'soup', 'steak')),
      'round.sent',
    )
    expect(sent.lines.map((line) => line.status)).toEqual(['asking', 'asking'])
    expect(house.state.tickets.size).toBe(0)
    expect(house.state.counts.get('soup' as never)?.left).toBe(2)
    house.do('ana', 'round.answer', { orderId: sent.orderId, roundId: sent.round.id, fire: true })
    expect(house.order(sent.orderId).lines.map((line) => line.status)).toEqual(['fired', 'held'])
    const again = { orderId: sent.orderId, roundId: sent.round.id, fire: false }
    expect(house.refusal('ana', 'round.answer', again)).toBe('already-answered')
  })

  test('dropped, it is taken back and its counts return', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 3 })
    const sent = eventOf(
      house.do('ana', 'round.send', atTable({ queuedSince: house.now - 601_000 }, 'soup')),
      'round.sent',
    )
    const answered = eventOf(
      house.do('ana', 'round.answer', { orderId: sent.orderId, roundId: sent.round.id, fire: false }),
      'round.answered',
    )
    expect(answered).toMatchObject({ dropped: [sentLineIds(sent)[0]], amounts: [{ gross: 650 }] })
    expect(house.line(sent.orderId, 'soup').status).toBe('taken-back')
    expect(house.state.counts.get('soup' as never)?.left).toBe(3)
    expect(house.state.tickets.size).toBe(0)
  })

  test('a comp on what was dropped goes with it', () => {
    const house = new House()
    const args = atTable({ queuedSince: house.now - 601_000 }, 'soup', 'salad')
    const { orderId, round } = eventOf(house.do('ana', 'round.send', args), 'round.sent')
    house.do('mo', 'comp.apply', { orderId, lineIds: [house.line(orderId, 'soup').id], reason: 'waited' })
    house.do('ana', 'round.answer', { orderId, roundId: round.id, fire: false })
    expect(house.order(orderId).adjustments?.flatMap((adjustment) => adjustment.shares)).toEqual([])
  })

  test('record only: eaten already, no ticket, sold and counted', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 3 })
    const sent = eventOf(house.do('ana', 'round.send', atTable({ recordOnly: true }, 'soup', 'steak')), 'round.sent')
    expect(sent.round.recordOnly).toBe(true)
    expect(house.order(sent.orderId).lines.map((line) => line.status)).toEqual(['served', 'served'])
    expect(house.state.tickets.size).toBe(0)
    expect(house.state.counts.get('soup' as never)?.left).toBe(2)
  })
})

describe('[ORD-15] takeaway fires at its promise less its prep', () => {
  const minute = 60_000

  test('its longest dish decides; 20 minutes for a dish whose time is not known', () => {
    const house = new House()
    const promise = house.now + 60 * minute
    const known = eventOf(house.do('fay', 'round.send', takeaway(promise, 'soup', 'steak')), 'round.sent').orderId
    const unknown = eventOf(house.do('fay', 'round.send', takeaway(promise, 'soup', 'salad')), 'round.sent').orderId
    expect(house.order(known).lines.every((line) => line.status === 'held')).toBe(true)
    const firesAt = (orderId: typeof known) =>
      duesOf(house.state, { kind: 'order', id: orderId }).find(({ command }) => command.type === 'order.fire-promised')
        ?.at
    expect(firesAt(known)).toBe(promise - 1100 * 1000)
    expect(firesAt(unknown)).toBe(promise - 20 * minute)
  })

  test('when it is due all of it fires, whatever its courses', () => {
    const house = new House()
    const order = eventOf(
      house.do('fay', 'round.send', takeaway(house.now + 60 * minute, 'cola', 'soup', 'steak')),
      'round.sent',
    ).orderId
    house.wait(42 * 60)
    const fired = eventOf(house.do('system', 'order.fire-promised', { orderId: order }), 'lines.fired')
    expect(fired.cause).toBe('promise')
    expect(house.order(order).lines.map((line) => line.status)).toEqual(['fired', 'fired', 'fired'])
  })

  test('without a promise, or with one that is near, it fires at once', () => {
    const house = new House()
    for (const promise of [undefined, house.now + 5 * minute]) {
      const sent = eventOf(house.do('fay', 'round.send', takeaway(promise, 'soup', 'steak')), 'round.sent')
      expect(sentLines(sent).map((line) => line.status)).toEqual(['fired', 'fired'])
    }
  })

  test('a promise may move; as soon as possible means now', () => {
    const house = new House()
    const order = eventOf(
      house.do('fay', 'round.send', takeaway(house.now + 90 * minute, 'soup')),
      'round.sent',
    ).orderId
    house.do('fay', 'order.promise', { orderId: order, promisedAt: house.now + 120 * minute })
    expect(house.line(order, 'soup').status).toBe('held')
    house.do('fay', 'order.promise', { orderId: order, promisedAt: null })
    expect(house.line(order, 'soup').status).toBe('fired')
    expect(house.order(order).promisedAt).toBeUndefined()
  })

  test('dine-in, takeaway and bar tab are types of their own; dine-in needs a table', () => {
    const house = new House()
    const open = (args: Record<string, unknown>) => house.refusal('ana', 'order.open', { open: args as never })
    expect(open({ type: 'dine-in' })).toBe('table-not-found')
    expect(open({ type: 'dine-in', tableId: 'nowhere' })).toBe('table-not-found')
    expect(open({ type: 'bar-tab', name: 'Kim' })).toBe('accepted')
    expect(open({ type: 'takeaway', name: 'Kim' })).toBe('accepted')
  })

  test('it may be prepaid: PAID shows in every room, and the kitchen goes on', () => {
    const house = new House()
    const order = eventOf(house.do('fay', 'round.send', takeaway(undefined, 'soup')), 'round.sent').orderId
    house.do('fay', 'payment.record', { orderId: order, part: { kind: 'rest' }, method: 'card' })
    expect(house.rooms.get('kitchen')?.orders.get(order)?.paid).toBe(true)
    expect(house.line(order, 'soup').status).toBe('fired')
  })
})
