// One path through everything: Send, tickets, start, done, bump, serve; seen from every room.
import { expect, test } from 'vitest'
import type { TableId } from '../model/ids.ts'
import { Recorded } from './events.ts'
import { narrowState } from './narrow-state.ts'
import { replicaRooms } from './rooms.ts'
import { canonical, stateFromJson, stateToJson } from './state-json.ts'
import { House } from './testing/house.ts'

const evening = () => {
  const house = new House()
  const order = house.send('ana', 't1', 'cola', { itemId: 'burger' as never, quantity: 2 }, 'cake')
  return { house, order }
}

test('a Send opens the order, fires drinks and the lowest course, and holds the rest', () => {
  const { house, order } = evening()
  expect(house.order(order)).toMatchObject({
    number: 1,
    tableId: 't1',
    covers: 4,
    coversAssumed: true,
    waiterId: 'ana',
  })
  expect(house.order(order).lines.map((line) => line.status)).toEqual(['fired', 'fired', 'held'])
  expect(house.tickets('bar')).toHaveLength(1)
  expect(house.tickets('grill')).toHaveLength(1)
  expect(house.tickets('cold')).toHaveLength(1)
  expect(house.tickets('dessert')).toHaveLength(0)
})

test('a dish of two stations is ready when both are done, and then its waiter is called', () => {
  const { house, order } = evening()
  const grill = house.ticket('grill')
  house.do('carla', 'ticket.start', { ticketId: grill.id })
  expect(house.line(order, 'burger').status).toBe('started')
  const burger = house.line(order, 'burger').id
  house.do('carla', 'ticket.line-done', { ticketId: grill.id, lineId: burger, done: true })
  expect(house.ticket('grill').status).toBe('bumped')
  expect(house.line(order, 'burger').status).toBe('started')
  expect(house.order(order).pickups).toHaveLength(0)
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
  expect(house.line(order, 'burger').status).toBe('ready')
  expect(house.order(order).pickups).toMatchObject([{ course: 2, lineIds: [burger], reach: 0 }])
  house.do('ana', 'lines.serve', { orderId: order, lineIds: [burger] })
  expect(house.line(order, 'burger').status).toBe('served')
  expect(house.order(order).pickups).toHaveLength(0)
})

test('every event of the path is what its schema says, and every room arrives where narrowing says', () => {
  const { house, order } = evening()
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('bar').id })
  house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'cola').id] })
  for (const recorded of house.log) expect(Recorded.parse(recorded)).toEqual(recorded)
  for (const room of replicaRooms)
    expect(canonical(house.rooms.get(room)), room).toEqual(canonical(narrowState(house.state, room)))
  expect(canonical(stateFromJson(stateToJson(house.state)))).toEqual(canonical(house.state))
})

test('[ORD-8] an opening decided again on a state that has its order gives that order no other name', () => {
  const house = new House()
  const opening = house.command('order.open', { open: { type: 'dine-in', tableId: 't1' as TableId } })
  expect(house.run(opening, house.context('ana'))).toMatchObject([{ type: 'order.opened' }])
  expect(house.run(opening, house.context('ana'))).toEqual([])
  expect(house.state.aliases.size).toBe(0)
})

test('[ORD-12] a round whose lines went on before is known once after the rest of its order follows', () => {
  const house = new House()
  const from = house.send('ana', 't1', 'cola', 'soup')
  const to = house.send('ana', 't2', 'beer')
  const cola = house.line(from, 'cola').id
  house.do('ana', 'lines.move', { orderId: from, lines: [{ lineId: cola }], to: { orderId: to } })
  house.do('ana', 'order.merge', { orderId: from, into: to })
  const rounds = house.order(to).rounds.map(({ id }) => id)
  expect(new Set(rounds).size).toBe(rounds.length)
  expect(house.order(to).lines).toHaveLength(3)
})
