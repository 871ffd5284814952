import { expect, test } from 'vitest'
import type { OrderId, PaymentId } from '../model/ids.ts'
import type { DayFigures } from '../model/service.ts'
import { businessDateAt, dateToClose, dayRollsAt } from './day-due.ts'
import { eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'

const figures = (gross: number): DayFigures => ({
  gross,
  discounts: 0,
  comps: 0,
  voids: 0,
  net: gross,
  tax: [],
  service: 0,
  tips: 0,
  payments: [],
  refunds: 10,
  walkOuts: 0,
  orders: 1,
  covers: 2,
})

const day = (house: House, gross = 1000) => ({
  day: { figures: figures(gross), asOf: house.state.seq, chainHead: 'head' },
})
const payAndClose = (house: House, orderId: OrderId) => {
  house.do('fay', 'payment.record', { orderId, part: { kind: 'rest' }, method: 'card' })
  house.do('fay', 'order.close', { orderId })
}
const takeaway = (house: House) => house.do('ana', 'order.open', { open: { type: 'takeaway' } })
const roll = (house: House, to: string) => {
  house.businessDate = to
  return house.do('system', 'day.roll', {})
}

test('[REP-1] the day rolls at the cut-off hour: closed orders leave, open ones go on, numbers start again, counts reset unless pinned', () => {
  const house = new House()
  const gone = house.send('ana', 't1', 'bread')
  payAndClose(house, gone)
  const stays = house.send('ana', 't2', 'soup')
  house.do('carla', 'item.sold-out', { itemId: 'cake' as never, soldOut: true })
  house.do('carla', 'item.sold-out', { itemId: 'trout' as never, soldOut: true, pinned: true })
  expect(dayRollsAt(house.state)).toBe(Date.parse('2026-05-09T04:00:00+02:00'))
  roll(house, '2026-05-09')
  expect(house.state.orders.has(gone)).toBe(false)
  expect(house.state.orders.has(stays)).toBe(true)
  expect([...house.state.tickets.values()].map((ticket) => ticket.orderId)).toEqual([stays])
  expect(house.state.counts.has('cake' as never)).toBe(false)
  expect(house.state.counts.get('trout' as never)).toMatchObject({ soldOut: true })
  expect(house.state.day).toMatchObject({ date: '2026-05-09', lastOrderNumber: 0, unclosed: ['2026-05-08'] })
  expect(house.order(house.send('ana', 't3', 'bread')).number).toBe(1)
  expect(house.do('system', 'day.roll', {})).toEqual([])
  expect(violations(house)).toEqual([])
})

test('[REP-1] a carried-over order keeps its number, and nobody else gets it that day or the next', () => {
  const house = new House()
  const numbers = () => [...house.state.orders.values()].map(({ number }) => number).sort((one, other) => one - other)
  payAndClose(house, house.send('ana', 't1', 'bread'))
  const second = house.send('ana', 't2', 'bread')
  house.send('ana', 't3', 'soup')
  expect(numbers()).toEqual([1, 2, 3])
  roll(house, '2026-05-09')
  expect(house.order(house.send('ana', 't1', 'bread')).number).toBe(1)
  takeaway(house)
  expect(house.order(house.send('ana', 't4', 'bread')).number).toBe(5)
  expect(numbers()).toEqual([1, 2, 3, 4, 5])
  payAndClose(house, second)
  roll(house, '2026-05-10')
  expect(numbers()).toEqual([1, 3, 4, 5])
  takeaway(house)
  takeaway(house)
  expect(numbers()).toEqual([1, 2, 3, 4, 5, 6])
  expect(violations(house)).toEqual([])
})

test('[P-10] a clock that went back rolls no day back', () => {
  const house = new House()
  expect(roll(house, '2026-05-07')).toEqual([])
  expect(house.state.day.date).toBe('2026-05-08')
})

test('[REP-1] a doubted clock is confirmed by a manager; ordering goes on, day close waits', () => {
  const house = new House()
  house.do('system', 'clock.doubt', { before: house.now, now: house.now - 600_000 })
  house.send('ana', 't1', 'bread')
  expect(house.refusal('mo', 'day.close', { carryOver: [] }, day(house))).toBe('clock-doubted')
  expect(house.refusal('ana', 'clock.confirm', {})).toBe('not-permitted')
  expect(eventOf(house.do('mo', 'clock.confirm', {}), 'clock.confirmed').by).toBe('mo')
  expect(house.refusal('mo', 'day.close', { carryOver: [] }, day(house))).toBe('day-has-blockers')
  expect(house.do('mo', 'clock.confirm', {})).toEqual([])
})

test('[REP-6] blockers are named: open orders unless carried over, and open cash shifts', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread')
  const { shiftId } = eventOf(house.do('fay', 'cash.open', { float: 0 }), 'cash.opened')
  expect(house.ask('mo', 'day.close', { carryOver: [] }, day(house))).toMatchObject({
    error: { code: 'day-has-blockers', details: { openOrders: [orderId], openShifts: [shiftId] } },
  })
  house.do('fay', 'cash.close', { shiftId, counted: [] })
  const events = house.do('mo', 'day.close', { carryOver: [orderId, 'nobody' as OrderId] }, day(house))
  expect(eventOf(events, 'day.closed').carriedOver).toEqual([orderId])
  expect(house.order(orderId).status).toBe('open')
})

test('[REP-6] closing makes a numbered Z whose figures lie in its event, with the head of the chain and perpetual totals', () => {
  const house = new House()
  payAndClose(house, house.send('ana', 't1', 'bread'))
  expect(house.refusal('fay', 'day.close', { carryOver: [] }, day(house))).toBe('not-permitted')
  const { z } = eventOf(house.do('mo', 'day.close', { carryOver: [] }, day(house)), 'day.closed')
  expect(z).toMatchObject({
    number: 1,
    date: '2026-05-08',
    closedBy: 'mo',
    chainHead: 'head',
    figures: figures(1000),
    perpetual: { gross: 1000, net: 1000, refunds: 10 },
  })
  expect(house.state.day).toMatchObject({ date: '2026-05-09', lastZ: 1, closedDates: ['2026-05-08'], unclosed: [] })
  house.businessDate = businessDateAt(house.state, house.now)
  expect(house.businessDate).toBe('2026-05-09')
  payAndClose(house, house.send('ana', 't1', 'bread'))
  const second = eventOf(house.do('mo', 'day.close', { carryOver: [] }, day(house, 500)), 'day.closed').z
  expect(second).toMatchObject({ number: 2, date: '2026-05-09', perpetual: { gross: 1500, refunds: 20 } })
  expect(violations(house)).toEqual([])
})

test('[REP-6] a Z forgotten at night is made next morning, for its own day, and today’s orders do not block it', () => {
  const house = new House()
  payAndClose(house, house.send('ana', 't1', 'bread'))
  roll(house, '2026-05-09')
  house.now += 12 * 3_600_000
  house.send('ana', 't2', 'bread')
  expect(dateToClose(house.state)).toBe('2026-05-08')
  const events = house.do('mo', 'day.close', { carryOver: [] }, day(house))
  expect(events.map((event) => event.type)).toEqual(['day.closed'])
  expect(eventOf(events, 'day.closed').z.date).toBe('2026-05-08')
  expect(house.state.day).toMatchObject({ date: '2026-05-09', unclosed: [], closedDates: ['2026-05-08'] })
  expect(dateToClose(house.state)).toBe('2026-05-09')
  expect(violations(house)).toEqual([])
})

test('[REP-6] a day in which nothing happened wants no Z', () => {
  const house = new House()
  roll(house, '2026-05-09')
  expect(house.state.day.unclosed).toEqual([])
})

test('[REP-6] a day in which only cash moved, or money was only given back, wants its Z', () => {
  const house = new House()
  const paid = house.send('ana', 't1', 'bread')
  payAndClose(house, paid)
  const paymentId = house.order(paid).payments?.[0]?.id as PaymentId
  const archived = house.order(paid)
  roll(house, '2026-05-09')
  house.do('mo', 'payment.refund', { orderId: paid, paymentId, amount: 50, reason: 'wrong-dish' }, { archived })
  roll(house, '2026-05-10')
  house.now += 2 * 24 * 3_600_000
  house.do('fay', 'cash.open', { float: 1000 })
  roll(house, '2026-05-11')
  house.now += 24 * 3_600_000
  // the drawer is still open, and nothing else happened
  roll(house, '2026-05-12')
  expect(house.state.day.unclosed).toEqual(['2026-05-08', '2026-05-09', '2026-05-10'])
})

test('[REP-3] figures of another moment are not fixed in a Z', () => {
  const house = new House()
  const early = day(house)
  payAndClose(house, house.send('ana', 't1', 'bread'))
  expect(house.refusal('mo', 'day.close', { carryOver: [] }, early)).toBe('day-has-blockers')
})
