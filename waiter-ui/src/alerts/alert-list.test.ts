import { House } from '@comanda/shared/domain/testing/house'
import type { CallId, ItemId, StaffId, TableId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { alertsFor } from './alert-list.ts'

const alerts = (house: House, me = 'ana') =>
  alertsFor(house.rooms.get('floor') ?? house.state, me as StaffId, house.now)
const kinds = (house: House, me = 'ana') => alerts(house, me).map(({ kind, tableId }) => `${kind} ${tableId}`)

describe('[KDS-20] dishes that stand ready', () => {
  test('call their waiter, then the waiters of the area, and nobody else once somebody goes', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.send('boris', 't2', 'bread')
    house.do('mo', 'section.assign', { tableIds: ['t4' as TableId], staffId: 'fay' as StaffId })
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    const readyAt = house.now
    const heard = () => ['ana', 'boris', 'fay'].map((who) => kinds(house, who))
    expect(heard()).toEqual([['ready t1'], [], []])
    house.wait(60)
    house.do('system', 'pickup.escalate', { orderId: order, course: 1, readyAt, reach: 1 })
    expect(heard()).toEqual([['ready t1'], ['ready t1'], []])
    house.do('boris', 'pickup.take', { orderId: order, course: 1, readyAt })
    expect(heard()).toEqual([[], ['ready t1'], []])
    expect(alerts(house, 'boris')[0]).toMatchObject({ takenBy: 'boris', lines: [{ itemId: 'soup' }] })
    house.do('boris', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    expect(heard()).toEqual([[], [], []])
  })
})

describe('[CALL-2] a guest who calls', () => {
  test('reaches the waiter of the party; the first who takes it has it until it is settled', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'water' })
    expect([kinds(house), kinds(house, 'boris')]).toEqual([['call t1'], []])
    const callId = [...house.state.calls.values()][0]?.id as CallId
    house.do('boris', 'call.take', { callId })
    expect([kinds(house), kinds(house, 'boris')]).toEqual([[], ['call t1']])
    house.do('boris', 'call.resolve', { callId })
    expect(kinds(house, 'boris')).toEqual([])
  })

  test('[CALL-3] from a table where nobody was seated asks everybody, and says that nobody was', () => {
    const house = new House()
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'waiter' })
    expect(['ana', 'boris'].map((who) => kinds(house, who))).toEqual([['call t1'], ['call t1']])
    expect(alerts(house)[0]).toMatchObject({ seated: false })
  })

  test('[CALL-4] that nobody answered goes to the waiters of the area', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    house.send('boris', 't2', 'bread')
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'waiter' })
    const callId = [...house.state.calls.values()][0]?.id as CallId
    expect(kinds(house, 'boris')).toEqual([])
    house.do('system', 'call.escalate', { callId, reach: 1 })
    expect(kinds(house, 'boris')).toEqual(['call t1'])
  })
})

describe('[KDS-17] a cook who asks', () => {
  test('asks the waiter of the order until it is answered', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'trout')
    const lineId = house.line(order, 'trout').id
    house.do('carla', 'ask.raise', { orderId: order, lineId, message: 'none left', substitutes: ['steak' as never] })
    expect([kinds(house), kinds(house, 'boris')]).toEqual([['kitchen-asks t1'], []])
    const [ask] = [...house.state.asks.values()]
    if (ask === undefined) throw new Error('nobody asked')
    house.do('ana', 'ask.answer', { askId: ask.id, accept: true, substitute: 'steak' as never })
    expect(kinds(house)).toEqual([])
  })
})

describe('[KDS-13] a ticket that nobody confirmed', () => {
  test('is told to its waiter by the name of the station, until somebody confirms it', () => {
    const house = new House()
    house.send('ana', 't1', 'soup', 'salad')
    const { id: ticketId, version } = house.ticket('grill')
    const cold = house.ticket('cold')
    expect(kinds(house)).toEqual([])
    house.do('system', 'ticket.alarm', { ticketId, version })
    house.do('system', 'ticket.alarm', { ticketId: cold.id, version: cold.version })
    expect(alerts(house)).toMatchObject([{ kind: 'unconfirmed', stationIds: ['cold', 'grill'] }])
    const seen = [{ ticketId: cold.id, version: cold.version }]
    house.do('system', 'tickets.confirm', { deviceId: 'k' as never, tickets: seen })
    expect(alerts(house)).toMatchObject([{ kind: 'unconfirmed', stationIds: ['grill'] }])
    expect(kinds(house, 'boris')).toEqual([])
    house.do('system', 'tickets.confirm', { deviceId: 'k' as never, tickets: [{ ticketId, version }] })
    expect(kinds(house)).toEqual([])
  })
})

describe('[ORD-6] a held course', () => {
  test('reminds its waiter once, until it fires', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    house.wait(600)
    expect(kinds(house)).toEqual([])
    house.do('system', 'course.remind', { orderId: order, course: 2 })
    expect(alerts(house)).toMatchObject([{ kind: 'held', course: 2 }])
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    expect(kinds(house)).toEqual([])
  })
})

describe('[ORD-10] a dish that was 86ed', () => {
  const out = (house: House, itemId: string) =>
    house.do('carla', 'item.sold-out', { itemId: itemId as ItemId, soldOut: true })
  const waits = (house: House, me = 'ana') =>
    alerts(house, me).flatMap((alert) =>
      alert.kind === 'sold-out'
        ? alert.waiting.map(({ order, quantity }) => [alert.itemId, order.tableId, quantity])
        : [],
    )

  test('names the tables of mine that wait for it, until it is begun, let go or asked about', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup', 'steak')
    const second = house.send('ana', 't2', 'steak')
    house.send('boris', 't3', 'steak')
    expect(waits(house)).toEqual([])
    out(house, 'steak')
    expect(waits(house)).toEqual([
      ['steak', 't1', 1],
      ['steak', 't2', 1],
    ])
    expect(waits(house, 'boris')).toEqual([['steak', 't3', 1]])
    const lineId = house.line(second, 'steak').id
    house.do('carla', 'ask.raise', { orderId: second, lineId, message: 'sold-out', substitutes: [] })
    expect(waits(house)).toEqual([['steak', 't1', 1]])
    house.do('ana', 'line.void', { orderId: first, lineId: house.line(first, 'steak').id, reason: 'none left' })
    expect(waits(house)).toEqual([])
  })

  test('by a countdown that came to nothing says nothing of what was sent: each has its portion', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'steak' as ItemId, left: 1 })
    house.send('ana', 't1', 'steak')
    expect(house.state.counts.get('steak' as ItemId)?.left).toBe(0)
    expect(waits(house)).toEqual([])
  })
})
