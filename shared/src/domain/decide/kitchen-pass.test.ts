import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands/draft.ts'
import { eventOf, House } from '../testing/house.ts'
import { smallRestaurant } from '../testing/small-restaurant.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>
const withExpo = () => new House(smallRestaurant({ hasExpo: true }))

describe('[KDS-11] expo', () => {
  test('calls when all stations are ready, not before', () => {
    const house = withExpo()
    const order = house.send('ana', 't1', 'soup', 'salad')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    const call = { orderId: order, course: 1 }
    expect(house.refusal('erik', 'course.call', call)).toBe('unready-lines')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    expect(house.order(order).pickups).toEqual([])
    house.do('erik', 'course.call', call)
    expect(house.order(order).pickups).toMatchObject([{ course: 1, reach: 0 }])
    expect(house.do('erik', 'course.call', call)).toEqual([])
  })

  test('clearing before that is logged as forced, and says nothing about the speed of the station', () => {
    const house = withExpo()
    const order = house.send('ana', 't1', 'burger')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    const events = house.do('erik', 'course.force-ready', { orderId: order, course: 2 })
    expect(eventOf(events, 'ticket.bumped')).toMatchObject({ forced: true, by: 'erik' })
    expect(eventOf(events, 'ticket.bumped').speed).toBeUndefined()
    expect(house.line(order, 'burger').status).toBe('ready')
    expect(house.order(order).pickups).toHaveLength(1)
  })

  test('served from here or by the waiter; a course that is wholly served says when', () => {
    const house = withExpo()
    const order = house.send('ana', 't1', 'soup', 'salad')
    const [soup, salad] = house.order(order).lines.map((one) => one.id)
    house.do('erik', 'lines.serve', { orderId: order, lineIds: [soup as never] })
    expect(house.order(order).courses[0]?.servedAt).toBeUndefined()
    expect(house.ticket('grill').status).toBe('bumped')
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [soup as never, salad as never] })
    expect(house.order(order).courses[0]?.servedAt).toBe(house.now)
    const held = house.sendTo('ana', order, 'cake', 'steak')
    expect(held).toHaveLength(1)
    const cake = house.line(order, 'cake').id
    expect(house.refusal('ana', 'lines.serve', { orderId: order, lineIds: [cake] })).toBe('line-not-in-state')
  })
})

describe('[KDS-20] who is called to fetch', () => {
  test('without expo: one call per table and course, when all of its stations are done', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'salad')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(house.order(order).pickups).toEqual([])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    expect(house.order(order).pickups).toMatchObject([{ course: 1, reach: 0 }])
    expect(house.order(order).pickups[0]?.lineIds).toHaveLength(2)
  })

  test('drinks at once, each ticket', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cola', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('bar').id })
    expect(house.order(order).pickups).toMatchObject([{ course: 0 }])
  })

  test('a bump with an expo calls nobody', () => {
    const house = withExpo()
    const order = house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(house.order(order).pickups).toEqual([])
  })

  test('not taken in 60 s: the area; in 120 s: the front terminal; taken: nobody more', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    const [pickup] = house.order(order).pickups
    const about = { orderId: order, course: 1, readyAt: pickup?.readyAt as number }
    house.do('system', 'pickup.escalate', { ...about, reach: 1 })
    expect(house.order(order).pickups[0]?.reach).toBe(1)
    expect(house.do('system', 'pickup.escalate', { ...about, reach: 1 })).toEqual([])
    house.do('boris', 'pickup.take', about)
    expect(house.do('system', 'pickup.escalate', { ...about, reach: 2 })).toEqual([])
    expect(house.order(order).pickups[0]).toMatchObject({ takenBy: 'boris', takenAt: house.now, reach: 1 })
  })

  test('[FRT-2] the first to take it owns it and everyone sees who', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    const about = { orderId: order, course: 1, readyAt: house.now }
    house.do('boris', 'pickup.take', about)
    expect(house.do('boris', 'pickup.take', about)).toEqual([])
    const refused = house.ask('ana', 'pickup.take', about)
    expect(refused).toMatchObject({ error: { code: 'already-taken', details: { by: 'boris' } } })
    for (const [room, state] of house.rooms) expect(state.orders.get(order)?.pickups[0]?.takenBy, room).toBe('boris')
  })
})

describe('[KDS-21] printers and the own bar', () => {
  test('a printed ticket ends when its dishes are served', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cake')
    const ticket = house.ticket('dessert')
    const print = { ticketId: ticket.id, version: ticket.version }
    const asked = eventOf(house.do('system', 'ticket.print', print), 'ticket.print-asked')
    expect(asked).toMatchObject({ printerId: 'p1', backup: false })
    expect(house.do('system', 'ticket.print', print)).toEqual([])
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'cake').id] })
    expect(house.ticket('dessert').status).toBe('bumped')
    const bumped = house.log.at(-1)?.event
    expect(bumped).toMatchObject({ type: 'ticket.bumped' })
    expect(bumped).not.toHaveProperty('speed')
  })

  test('drinks that a bartender enters for the own bar make no ticket; a dish that is cooked elsewhere does', () => {
    const house = new House()
    const order = house.send(
      'ana',
      't1',
      line({ itemId: 'cola', ownBar: true }),
      line({ itemId: 'soup', ownBar: true }),
    )
    expect(house.line(order, 'cola')).toMatchObject({ status: 'served', ticketIds: [] })
    expect(house.line(order, 'soup').status).toBe('fired')
    expect(house.tickets('bar')).toEqual([])
  })
})
