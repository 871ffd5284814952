import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands/draft.ts'
import { eventOf, House } from '../testing/house.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>

describe('[ORD-21] taken back within 60 s', () => {
  test('an unstarted line goes in one tap, without reason or verdict, off its tickets', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'burger', 'soup')
    const { id } = house.line(order, 'burger')
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    house.wait(60)
    const events = house.do('ana', 'line.take-back', { orderId: order, lineId: id })
    expect(eventOf(events, 'line.taken-back')).toMatchObject({ by: 'ana', amount: 1500 })
    expect(house.line(order, 'burger').status).toBe('taken-back')
    expect(house.tickets('cold')[0]?.status).toBe('withdrawn')
    expect(house.line(order, 'burger').voided).toBeUndefined()
  })

  test('not after 60 s, and not once it was begun', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'salad', 'bread')
    const take = (item: string) =>
      house.refusal('ana', 'line.take-back', { orderId: order, lineId: house.line(order, item).id })
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect(take('soup')).toBe('line-started')
    expect(take('bread')).toBe('accepted')
    house.wait(61)
    expect(take('salad')).toBe('take-back-too-late')
  })
})

describe('[ORD-13] void', () => {
  const reason = { reason: 'wrong-dish' }

  test('fired and not begun: without approval; the kitchen gives its verdict, and the bill does not wait', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const { id } = house.line(order, 'soup')
    const voided = eventOf(house.do('ana', 'line.void', { orderId: order, lineId: id, ...reason }), 'line.voided')
    expect(voided).toMatchObject({ amount: 650, void: { by: 'ana', from: 'fired', reason: 'wrong-dish' } })
    expect(voided.cost).toBeUndefined()
    expect(house.line(order, 'soup')).toMatchObject({ status: 'voided' })
    expect(house.ticket('grill')).toMatchObject({ status: 'open', entries: [{ lineId: id }] })
    const judged = eventOf(
      house.do('carla', 'void.judge', { orderId: order, lineId: id, verdict: 'made' }),
      'void.judged',
    )
    expect(judged).toMatchObject({ verdict: 'made', assumed: false, by: 'carla', cost: 217 })
    expect(house.refusal('carla', 'void.judge', { orderId: order, lineId: id, verdict: 'made' })).toBe(
      'already-answered',
    )
  })

  test('once begun it needs an approval, and both names are kept', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const { id } = house.line(order, 'soup')
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    const args = { orderId: order, lineId: id, ...reason }
    expect(house.refusal('ana', 'line.void', args)).toBe('needs-approval')
    expect(house.refusal('ana', 'line.void', args, { approvedBy: 'boris' as never })).toBe('approval-invalid')
    const voided = eventOf(house.do('ana', 'line.void', args, { approvedBy: 'mo' as never }), 'line.voided')
    expect(voided.void).toMatchObject({ by: 'ana', approvedBy: 'mo', from: 'started' })
  })

  test('no verdict in 5 minutes counts as made, flagged, and books the waste', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const { id } = house.line(order, 'soup')
    house.do('ana', 'line.void', { orderId: order, lineId: id, ...reason })
    house.wait(300)
    const judged = eventOf(house.do('system', 'void.assume', { orderId: order, lineId: id }), 'void.judged')
    expect(judged).toMatchObject({ verdict: 'made', assumed: true, cost: 217 })
    expect(house.line(order, 'soup').voided).toMatchObject({ verdict: 'made', assumed: true })
  })

  test('the void of the last undone dish lets the course be called; its verdict ends the ticket', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.sendTo('ana', order, 'soup')
    const [first, second] = house.linesOf(order, 'soup')
    const ticket = house.ticket('grill')
    house.do('carla', 'ticket.line-done', { ticketId: ticket.id, lineId: first?.id as never, done: true })
    expect(house.order(order).pickups).toEqual([])
    expect(house.line(order, 'soup').status).toBe('ready')
    house.do(
      'ana',
      'line.void',
      { orderId: order, lineId: second?.id as never, reason: 'x' },
      { approvedBy: 'mo' as never },
    )
    expect(house.order(order).pickups).toMatchObject([{ course: 1, lineIds: [first?.id] }])
    expect(house.ticket('grill').status).toBe('open')
    house.do('carla', 'void.judge', { orderId: order, lineId: second?.id as never, verdict: 'made' })
    expect(house.ticket('grill').status).toBe('bumped')
  })

  test('held: nobody made it, nobody is asked; served: it was made, nobody is asked', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    house.do('ana', 'line.void', { orderId: order, lineId: house.line(order, 'steak').id, ...reason })
    expect(house.line(order, 'steak').voided).toMatchObject({ verdict: 'not-started', from: 'held' })
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    const args = { orderId: order, lineId: house.line(order, 'soup').id, ...reason }
    const voided = eventOf(house.do('mo', 'line.void', args), 'line.voided')
    expect(voided).toMatchObject({ cost: 217, void: { verdict: 'made', from: 'served' } })
  })

  test('part of a quantity: the voided part is a line of its own beside what stays', () => {
    const house = new House()
    const order = house.send('ana', 't1', line({ itemId: 'soup', quantity: 5 }))
    const { id } = house.line(order, 'soup')
    house.do('ana', 'line.void', { orderId: order, lineId: id, quantity: 2, ...reason })
    expect(house.linesOf(order, 'soup').map((one) => [one.quantity, one.status])).toEqual([
      [3, 'fired'],
      [2, 'voided'],
    ])
    expect(house.ticket('grill').entries).toHaveLength(2)
    expect(house.refusal('ana', 'line.void', { orderId: order, lineId: id, quantity: 4, ...reason })).toBe(
      'command-invalid',
    )
  })

  test('a voided line stays out of every further step', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const lineId = house.line(order, 'soup').id
    house.do('ana', 'line.void', { orderId: order, lineId, ...reason })
    expect(house.refusal('ana', 'line.void', { orderId: order, lineId, ...reason })).toBe('line-not-in-state')
    expect(house.refusal('ana', 'line.change', { orderId: order, lineId, quantity: 2 })).toBe('line-not-in-state')
    expect(house.refusal('ana', 'line.take-back', { orderId: order, lineId })).toBe('line-not-in-state')
    expect(house.do('ana', 'lines.serve', { orderId: order, lineIds: [lineId] })).toEqual([])
  })
})
