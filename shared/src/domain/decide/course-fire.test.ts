import { describe, expect, test } from 'vitest'
import { eventOf, House } from '../testing/house.ts'

const statuses = (house: House, order: ReturnType<House['send']>) =>
  Object.fromEntries(house.order(order).lines.map((line) => [line.itemId, line.status]))

describe('[ORD-6] which courses fire by themselves', () => {
  test('drinks at once, the lowest course at the first Send, later ones hold', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cola', 'steak', 'soup', 'cake')
    expect(statuses(house, order)).toEqual({ cola: 'fired', soup: 'fired', steak: 'held', cake: 'held' })
    expect(house.order(order).courses.map(({ course, status }) => [course, status])).toEqual([
      [0, 'fired'],
      [1, 'fired'],
      [2, 'held'],
      [3, 'held'],
    ])
  })

  test('the lowest of the courses that are there fires, also when drinks were sent before', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cola')
    house.sendTo('ana', order, 'steak', 'cake')
    expect(statuses(house, order)).toEqual({ cola: 'fired', steak: 'fired', cake: 'held' })
  })

  test('a line added to a fired course fires at once; one of a later course holds while an earlier one is owed', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.sendTo('ana', order, 'salad', 'steak')
    expect(statuses(house, order)).toEqual({ soup: 'fired', salad: 'fired', steak: 'held' })
  })

  test('a course before one that has fired never waits for it, and one after everything was served fires', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'steak')
    house.sendTo('ana', order, 'soup')
    expect(statuses(house, order)).toEqual({ steak: 'fired', soup: 'fired' })
    house.do('ana', 'lines.serve', { orderId: order, lineIds: house.order(order).lines.map((line) => line.id) })
    house.sendTo('ana', order, 'cake')
    expect(statuses(house, order).cake).toBe('fired')
  })

  test('a held course reminds its waiter 10 minutes after the one before was served', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    const remind = () => house.do('system', 'course.remind', { orderId: order, course: 2 })
    house.wait(3600)
    expect(remind()).toEqual([])
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    house.wait(599)
    expect(remind()).toEqual([])
    house.wait(1)
    expect(remind()).toMatchObject([{ type: 'course.reminded', course: 2 }])
    expect(remind()).toEqual([])
  })

  test('or 15 minutes after it was ready', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.wait(899)
    expect(house.do('system', 'course.remind', { orderId: order, course: 2 })).toEqual([])
    house.wait(1)
    expect(house.do('system', 'course.remind', { orderId: order, course: 2 })).toHaveLength(1)
  })

  test('seats and courses are optional: a line may be put in another course', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak', 'cake')
    const cake = house.line(order, 'cake').id
    house.do('ana', 'lines.recourse', { orderId: order, lineIds: [cake], course: 1 })
    expect(house.line(order, 'cake')).toMatchObject({ course: 1, status: 'fired' })
    expect(house.tickets('dessert')).toHaveLength(1)
    const soup = house.line(order, 'soup').id
    house.do('ana', 'lines.recourse', { orderId: order, lineIds: [soup], course: 2 })
    expect(house.line(order, 'soup')).toMatchObject({ course: 2, status: 'held', ticketIds: [] })
    expect(house.ticket('grill').status).toBe('withdrawn')
    house.do('carla', 'ticket.start', { ticketId: house.ticket('dessert').id })
    expect(house.refusal('ana', 'lines.recourse', { orderId: order, lineIds: [cake], course: 3 })).toBe('line-started')
  })
})

describe('[ORD-14] fire, hold, rush', () => {
  test('a held course fires on asking, once', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak', 'burger')
    const fired = eventOf(house.do('ana', 'course.fire', { orderId: order, course: 2 }), 'lines.fired')
    expect(fired.cause).toBe('course')
    expect(house.linesOf(order, 'steak')[0]?.status).toBe('fired')
    expect(house.tickets('grill').map((ticket) => [ticket.course, ticket.entries.length])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(house.do('ana', 'course.fire', { orderId: order, course: 2 })).toEqual([])
    expect(house.refusal('ana', 'course.fire', { orderId: order, course: 5 })).toBe('course-not-found')
  })

  test('a fired course is held again while nobody began it, and its tickets go', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'burger')
    house.do('ana', 'course.hold', { orderId: order, course: 2 })
    expect(house.line(order, 'burger')).toMatchObject({ status: 'held', ticketIds: [] })
    expect(house.line(order, 'burger').firedAt).toBeUndefined()
    expect([...house.state.tickets.values()].map((ticket) => ticket.status)).toEqual(['withdrawn', 'withdrawn'])
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    expect([...house.state.tickets.values()].filter((ticket) => ticket.status === 'open')).toHaveLength(2)
  })

  test('what was begun is not held; the rest of its course is', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'salad')
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    house.do('ana', 'course.hold', { orderId: order, course: 1 })
    expect(statuses(house, order)).toEqual({ soup: 'started', salad: 'held' })
    expect(house.refusal('ana', 'course.hold', { orderId: order, course: 1 })).toBe('line-started')
  })

  test('a rush marks the open tickets and is taken back; both are in the log with their person', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'cola')
    const before = house.ticket('grill').version
    const rushed = eventOf(house.do('ana', 'order.rush', { orderId: order, on: true }), 'tickets.rushed')
    expect(rushed).toMatchObject({ on: true, by: 'ana' })
    expect(house.ticket('grill').rush && house.ticket('bar').rush).toBe(true)
    expect(house.ticket('grill').version).toBeGreaterThan(before)
    house.do('carla', 'ticket.rush', { ticketId: house.ticket('grill').id, on: false })
    expect(house.ticket('grill').rush).toBe(false)
    expect(house.ticket('bar').rush).toBe(true)
  })
})
