import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands/draft.ts'
import { lineSteps, lineTable } from '../line-steps.ts'
import { eventOf, House } from '../testing/house.ts'

import { recallable, ticketQueue } from '../ticket-queue.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>
const stations = (...ids: string[]) => ids as never[]

describe('[KDS-2] oldest first, additions on their ticket', () => {
  test('the queue is by the time of firing, rush and remake before it', () => {
    const house = new House()
    const a = house.send('ana', 't1', 'soup')
    house.wait(10)
    const b = house.send('ana', 't2', 'soup')
    house.wait(10)
    const c = house.send('ana', 't3', 'soup')
    const order = () => ticketQueue(house.state, stations('grill')).map((ticket) => ticket.orderId)
    expect(order()).toEqual([a, b, c])
    house.do('ana', 'order.rush', { orderId: c, on: true })
    expect(order()).toEqual([c, a, b])
    house.wait(10)
    house.do('ana', 'lines.serve', { orderId: a, lineIds: [house.line(a, 'soup').id] })
    house.do('ana', 'line.send-back', { orderId: a, lineId: house.line(a, 'soup').id, reason: 'cold' })
    expect(order()).toEqual([c, a, b])
    expect(ticketQueue(house.state, stations('grill'))[1]?.remake).toBe(true)
  })

  test('an addition to a running order goes under ADD-ON on its ticket, in its old place', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const first = house.ticket('grill')
    house.wait(120)
    house.sendTo('ana', order, 'soup')
    expect(house.tickets('grill')).toHaveLength(1)
    expect(house.ticket('grill')).toMatchObject({ id: first.id, firedAt: first.firedAt })
    expect(house.ticket('grill').entries.map((entry) => entry.addedAt)).toEqual([undefined, house.now])
    expect(house.ticket('grill').version).toBeGreaterThan(first.version)
  })

  test('after its bump an addition is a new ticket, also in the very moment of the bump', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.sendTo('ana', order, 'soup')
    expect(house.tickets('grill').map((ticket) => [ticket.status, ticket.entries.length])).toEqual([
      ['bumped', 1],
      ['open', 1],
    ])
  })

  test('another course is another ticket', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    expect(house.tickets('grill').map((ticket) => ticket.course)).toEqual([1, 2])
  })
})

describe('[KDS-4] done and bump', () => {
  test('a line is done, or not after all; the ticket bumps by itself when all are', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', line({ itemId: 'soup', note: 'hot' }))
    const [first, second] = house.linesOf(order, 'soup').map((one) => one.id)
    const ticketId = house.ticket('grill').id
    const done = (lineId: typeof first, is: boolean) =>
      house.do('carla', 'ticket.line-done', { ticketId, lineId: lineId as never, done: is })
    done(first, true)
    expect(house.order(order).lines.map((one) => one.status)).toEqual(['ready', 'started'])
    expect(done(first, true)).toEqual([])
    done(first, false)
    expect(house.order(order).lines.map((one) => one.status)).toEqual(['started', 'started'])
    done(first, true)
    expect(house.ticket('grill').status).toBe('open')
    const events = done(second, true)
    expect(eventOf(events, 'ticket.bumped')).toMatchObject({ by: 'carla', speed: { stationId: 'grill', lines: 2 } })
    expect(house.ticket('grill').status).toBe('bumped')
  })

  test('the speed of a station: from firing, with the target of the longest dish, stretched at peak; once a ticket', () => {
    const house = new House()
    house.send('ana', 't1', 'steak', 'burger')
    const firedAt = house.now
    house.do('carla', 'peak.set', { on: true })
    house.wait(900)
    const bump = () =>
      eventOf(house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id }), 'ticket.bumped')
    expect(bump().speed).toEqual({ stationId: 'grill', firedAt, targetSeconds: 1200 * 1.3, lines: 2 })
    house.do('carla', 'ticket.recall', { ticketId: house.ticket('grill').id })
    expect(bump().speed).toBeUndefined()
  })

  test('a bumped ticket is bumped once; its lines are not tapped any more', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const ticketId = house.ticket('grill').id
    house.do('carla', 'ticket.bump', { ticketId })
    expect(house.refusal('carla', 'ticket.bump', { ticketId })).toBe('ticket-not-open')
    const lineId = house.line(order, 'soup').id
    expect(house.refusal('carla', 'ticket.line-done', { ticketId, lineId, done: false })).toBe('ticket-not-open')
  })
})

describe('[KDS-5] recall', () => {
  test('back in its original place, all of it to do again, and nobody is called for it any more', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const firedAt = house.now
    house.wait(60)
    house.send('ana', 't2', 'soup')
    const [first, second] = house.tickets('grill')
    house.do('carla', 'ticket.bump', { ticketId: first?.id as never })
    expect(house.order(order).pickups).toHaveLength(1)
    house.wait(60)
    house.do('carla', 'ticket.recall', { ticketId: first?.id as never })
    expect(ticketQueue(house.state, stations('grill')).map((ticket) => ticket.id)).toEqual([first?.id, second?.id])
    expect(house.tickets('grill')[0]).toMatchObject({ firedAt, status: 'open', entries: [{ done: false }] })
    expect(house.line(order, 'soup').status).toBe('started')
    expect(house.order(order).pickups).toEqual([])
    expect(house.order(order).courses[0]?.readyAt).toBeUndefined()
  })

  test('what the guests have eaten stays served', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', line({ itemId: 'soup', note: 'hot' }))
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    house.do('carla', 'ticket.recall', { ticketId: house.ticket('grill').id })
    expect(house.order(order).lines.map((one) => one.status)).toEqual(['served', 'started'])
    expect(house.ticket('grill').entries.map((entry) => entry.done)).toEqual([true, false])
  })

  test('not of what is all served or struck: it would come back with nothing to do', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const ticketId = house.ticket('grill').id
    house.do('carla', 'ticket.bump', { ticketId })
    expect(recallable(house.state, stations('grill'), house.now)).toHaveLength(1)
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    expect(recallable(house.state, stations('grill'), house.now)).toEqual([])
    expect(house.refusal('carla', 'ticket.recall', { ticketId })).toBe('nothing-to-recall')
  })

  test('for 90 minutes, and not of what is open', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    const ticketId = house.ticket('grill').id
    expect(house.refusal('carla', 'ticket.recall', { ticketId })).toBe('ticket-not-bumped')
    house.do('carla', 'ticket.bump', { ticketId })
    house.wait(90 * 60)
    expect(house.refusal('carla', 'ticket.recall', { ticketId })).toBe('accepted')
    house.wait(1)
    expect(house.refusal('carla', 'ticket.recall', { ticketId })).toBe('recall-too-late')
  })

  test('the last hundred, newest first', () => {
    const house = new House()
    for (let i = 0; i < 102; i++) {
      house.send('ana', 't1', 'cola')
      house.wait(1)
      house.do('carla', 'ticket.bump', { ticketId: ticketQueue(house.state, stations('bar'))[0]?.id as never })
    }
    const back = recallable(house.state, stations('bar'), house.now)
    expect(back).toHaveLength(100)
    expect(back[0]?.bumpedAt).toBe(house.now)
    const oldest = house.tickets('bar')[0]
    expect(house.refusal('carla', 'ticket.recall', { ticketId: oldest?.id as never })).toBe('recall-too-late')
    expect(house.refusal('carla', 'ticket.recall', { ticketId: back[99]?.id as never })).toBe('accepted')
  })
})

describe('[KDS-8] several stations for one dish', () => {
  test('it is ready when all of them are, whichever is last', () => {
    for (const last of ['grill', 'cold']) {
      const house = new House()
      const order = house.send('ana', 't1', 'burger')
      const first = last === 'grill' ? 'cold' : 'grill'
      house.do('carla', 'ticket.bump', { ticketId: house.ticket(first).id })
      expect(house.line(order, 'burger').status).toBe('started')
      house.do('carla', 'ticket.bump', { ticketId: house.ticket(last).id })
      expect(house.line(order, 'burger').status).toBe('ready')
    }
  })

  test('two stations switched into one make one ticket', () => {
    const house = new House()
    house.do('carla', 'station.switch', { stationId: 'cold' as never, to: 'grill' as never })
    const order = house.send('ana', 't1', 'burger')
    expect(house.line(order, 'burger').ticketIds).toHaveLength(1)
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(house.line(order, 'burger').status).toBe('ready')
  })
})

describe('[KDS-9] 86 and countdown from the kitchen', () => {
  test('a cook says it, every room knows it', () => {
    const house = new House()
    house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: true })
    house.do('carla', 'item.count', { itemId: 'cake' as never, left: 4 })
    for (const [room, state] of house.rooms) {
      expect(state.counts.get('soup' as never), room).toMatchObject({ soldOut: true })
      expect(state.counts.get('cake' as never), room).toMatchObject({ left: 4, soldOut: false })
    }
    expect(house.refusal('carla', 'item.count', { itemId: 'nothing' as never, left: 4 })).toBe('item-not-found')
  })
})

describe('[KDS-10] a voided line stays, struck, until its verdict', () => {
  test('on its ticket, which does not end before', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', line({ itemId: 'soup', note: 'hot' }))
    const [first, second] = house.linesOf(order, 'soup').map((one) => one.id)
    const before = house.ticket('grill').version
    house.do('ana', 'line.void', { orderId: order, lineId: first as never, reason: 'x' })
    expect(house.ticket('grill').version).toBeGreaterThan(before)
    expect(house.ticket('grill').entries.map((entry) => entry.lineId)).toEqual([first, second])
    house.do('carla', 'ticket.line-done', { ticketId: house.ticket('grill').id, lineId: second as never, done: true })
    expect(house.ticket('grill').status).toBe('open')
    house.do('carla', 'void.judge', { orderId: order, lineId: first as never, verdict: 'not-started' })
    expect(house.ticket('grill').status).toBe('bumped')
  })

  test('a struck line is not tapped done', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const lineId = house.line(order, 'soup').id
    house.do('ana', 'line.void', { orderId: order, lineId, reason: 'x' })
    const args = { ticketId: house.ticket('grill').id, lineId, done: true }
    expect(house.refusal('carla', 'ticket.line-done', args)).toBe('line-not-in-state')
  })
})

test('[KDS-18] the first done starts every line of its ticket', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'soup', line({ itemId: 'soup', note: 'hot' }))
  const [first] = house.linesOf(order, 'soup')
  const events = house.do('carla', 'ticket.line-done', {
    ticketId: house.ticket('grill').id,
    lineId: first?.id as never,
    done: true,
  })
  expect(eventOf(events, 'ticket.started').lineIds).toHaveLength(2)
  expect(house.ticket('grill').startedAt).toBe(house.now)
})

test('the table of lines is total: every status names every step or leaves it out, and none leads out of an end', () => {
  for (const [status, row] of Object.entries(lineTable)) {
    for (const [step, next] of Object.entries(row)) {
      expect(lineSteps, `${status} ${step}`).toContain(step)
      expect(Object.keys(lineTable), `${status} ${step}`).toContain(next)
      expect(next, `${status} ${step}`).not.toBe(status)
    }
  }
  expect(lineTable.voided).toEqual({})
  expect(lineTable['taken-back']).toEqual({})
})
