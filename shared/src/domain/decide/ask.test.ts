// A cook asks, the waiter answers with one tap, and the line changes everywhere.
import { expect, test } from 'vitest'
import type { Note } from '../../model/text.ts'
import { billOf } from '../bill.ts'
import { eventOf, House } from '../testing/house.ts'

const noTrout = 'no trout, steak?' as Note

const asked = (house: House, orderId: ReturnType<House['send']>, itemId: string, ...substitutes: string[]) =>
  eventOf(
    house.do('carla', 'ask.raise', {
      orderId,
      lineId: house.line(orderId, itemId).id,
      message: noTrout,
      substitutes: substitutes as never[],
    }),
    'ask.raised',
  ).ask

test('[KDS-17] one tap accepts the substitute: the same line is another dish, at its price, on the same ticket', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'trout')
  const before = { line: house.line(order, 'trout'), ticket: house.ticket('grill') }
  const ask = asked(house, order, 'trout', 'steak')
  house.do('ana', 'ask.answer', { askId: ask.id, accept: true })
  const line = house.line(order, 'steak')
  expect(line.id).toBe(before.line.id)
  expect(line.unitPrice).toBe(2400)
  expect(house.ticket('grill').id).toBe(before.ticket.id)
  expect(house.ticket('grill').version).toBeGreaterThan(before.ticket.version)
  expect(house.ticket('grill').entries[0]?.before?.kitchenName).toBe('trout')
  expect(billOf(house.order(order), house.state.catalog).total).toBe(2400)
})

test('[KDS-17] a substitute of another station goes to that station at once and leaves the first', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'salad')
  const ask = asked(house, order, 'salad', 'soup')
  house.do('ana', 'ask.answer', { askId: ask.id, accept: true })
  expect(house.ticket('cold').status).toBe('withdrawn')
  expect(house.ticket('grill').entries.map((entry) => entry.lineId)).toEqual([house.line(order, 'soup').id])
})

test('[KDS-17] a no leaves the line as it was, and an ask is answered once', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'trout')
  const ask = asked(house, order, 'trout', 'steak')
  house.do('ana', 'ask.answer', { askId: ask.id, accept: false })
  expect(house.line(order, 'trout').status).toBe('fired')
  expect(house.state.asks.get(ask.id)?.answer).toMatchObject({ accepted: false, by: 'ana' })
  expect(house.refusal('ana', 'ask.answer', { askId: ask.id, accept: true })).toBe('already-answered')
})

test('[KDS-17] only what the cook offered can be chosen, and not for a dish that is served', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'trout')
  const ask = asked(house, order, 'trout', 'steak', 'burger')
  expect(house.refusal('ana', 'ask.answer', { askId: ask.id, accept: true, substitute: 'cake' as never })).toBe(
    'item-not-found',
  )
  house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'trout').id] })
  expect(house.refusal('ana', 'ask.answer', { askId: ask.id, accept: true, substitute: 'steak' as never })).toBe(
    'line-not-in-state',
  )
})

test('[KDS-17] the counts follow: the dish that is gone comes back, the other one is taken', () => {
  const house = new House()
  house.do('carla', 'item.count', { itemId: 'trout' as never, left: 5 })
  house.do('carla', 'item.count', { itemId: 'steak' as never, left: 5 })
  const order = house.send('ana', 't1', { itemId: 'trout' as never, quantity: 2 })
  const ask = asked(house, order, 'trout', 'steak')
  house.do('ana', 'ask.answer', { askId: ask.id, accept: true })
  expect(house.state.counts.get('trout' as never)?.left).toBe(5)
  expect(house.state.counts.get('steak' as never)?.left).toBe(3)
})

test('[KDS-17] what is known of the line stays known: when it was fired and begun, and who shares it', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'trout')
  const ask = asked(house, order, 'trout', 'steak')
  house.do('ana', 'line.share', { orderId: order, lineId: house.line(order, 'trout').id, seats: [1, 2] as never[] })
  house.wait(60).do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
  const { firedAt, startedAt, sharedBy } = house.line(order, 'trout')
  house.wait(5).do('ana', 'ask.answer', { askId: ask.id, accept: true })
  expect(startedAt).toBeDefined()
  expect(house.line(order, 'steak')).toMatchObject({ status: 'started', firedAt, startedAt, sharedBy })
})

test('[KDS-17] a dish that one of its stations has finished is not exchanged behind that station', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'burger')
  const ask = asked(house, order, 'burger', 'steak')
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
  expect(house.refusal('ana', 'ask.answer', { askId: ask.id, accept: true })).toBe('line-started')
  expect(house.refusal('ana', 'ask.answer', { askId: ask.id, accept: false })).toBe('accepted')
})

test('[KDS-17] a station that makes the substitute too keeps its ticket; one that does not loses the line', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'burger')
  const ask = asked(house, order, 'burger', 'soup')
  const grill = house.ticket('grill')
  house.do('carla', 'ticket.start', { ticketId: grill.id })
  house.do('ana', 'ask.answer', { askId: ask.id, accept: true })
  expect(house.line(order, 'soup')).toMatchObject({ status: 'started', ticketIds: [grill.id] })
  expect(house.ticket('grill')).toMatchObject({ id: grill.id, status: 'open' })
  expect(house.ticket('grill').entries).toHaveLength(1)
  expect(house.ticket('cold').status).toBe('withdrawn')
})

test('[ORD-19] a remake stays at no charge when another dish takes its place', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'trout')
  house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'trout').id] })
  house.do('ana', 'line.send-back', { orderId: order, lineId: house.line(order, 'trout').id, reason: 'cold' })
  const before = billOf(house.order(order), house.state.catalog).total
  const remake = house.order(order).lines.find((line) => line.remakeOf !== undefined)
  if (remake === undefined) throw new Error('nothing is made again')
  const asking = { orderId: order, lineId: remake.id, message: noTrout, substitutes: ['steak' as never] }
  const { ask } = eventOf(house.do('carla', 'ask.raise', asking), 'ask.raised')
  house.do('ana', 'ask.answer', { askId: ask.id, accept: true })
  expect(house.line(order, 'steak')).toMatchObject({ remakeOf: remake.remakeOf, unitPrice: 0 })
  expect(billOf(house.order(order), house.state.catalog).total).toBe(before)
})

test('[KDS-17] a yes to several dishes must name one, and is not taken for an answer until it does', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'trout')
  const ask = asked(house, order, 'trout', 'steak', 'burger')
  expect(house.refusal('ana', 'ask.answer', { askId: ask.id, accept: true })).toBe('nothing-asked')
  expect(house.state.asks.get(ask.id)?.answer).toBeUndefined()
  house.do('ana', 'ask.answer', { askId: ask.id, accept: true, substitute: 'burger' as never })
  expect(house.line(order, 'burger').status).toBe('fired')
})
