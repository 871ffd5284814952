import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands/draft.ts'
import { draft, eventOf, House } from '../testing/house.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>
const firedIn = (house: House) =>
  house.log.flatMap(({ event }) =>
    'firing' in event ? event.firing.opened.filter((one) => one.cutFrom === undefined) : [],
  )

describe('[ORD-12] moving tables', () => {
  test('the header changes in place: same ticket, same time, a new version, nothing fired again', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'cola')
    const before = house.ticket('grill')
    const fired = firedIn(house).length
    house.wait(60)
    house.do('ana', 'order.move', { orderId: order, tableId: 't4' as never })
    expect(house.order(order)).toMatchObject({ tableId: 't4', areaId: 'patio' })
    expect(house.ticket('grill')).toMatchObject({ id: before.id, firedAt: before.firedAt, status: 'open' })
    expect(house.ticket('grill').version).toBeGreaterThan(before.version)
    expect(firedIn(house)).toHaveLength(fired)
    expect(house.state.tables.get('t1' as never)).toBeUndefined()
    expect(house.state.tables.get('t4' as never)?.orderIds).toEqual([order])
    expect(house.line(order, 'soup').areaId).toBe('main')
  })

  test('to a table that has an order: asked once, joined or apart', () => {
    const house = new House()
    const bar = eventOf(
      house.do('ana', 'round.send', {
        order: { open: { type: 'bar-tab', name: 'Kim' } } as never,
        lines: [draft('cola')],
      }),
      'round.sent',
    ).orderId
    const table = house.send('boris', 't1', 'soup')
    const move = { orderId: bar, tableId: 't1' as never }
    expect(house.ask('ana', 'order.move', move)).toMatchObject({
      error: { code: 'table-occupied', details: { orderIds: [table] } },
    })
    expect(house.refusal('ana', 'order.move', { ...move, joining: 'apart' })).toBe('accepted')
    house.do('ana', 'order.move', { ...move, joining: 'join' })
    expect(house.order(bar)).toMatchObject({ status: 'merged', mergedInto: table, lines: [] })
    expect(house.order(table).lines.map((one) => one.itemId)).toEqual(['soup', 'cola'])
    expect(house.ticket('bar').orderId).toBe(table)
  })
})

describe('[ORD-12] merging orders', () => {
  const merged = () => {
    const house = new House()
    const a = house.send('ana', 't1', line({ itemId: 'soup', seat: 1 }), line({ itemId: 'steak', seat: 2 }))
    const b = house.send('boris', 't2', line({ itemId: 'burger', seat: 1 }), line({ itemId: 'cake', seat: 2 }))
    const fired = firedIn(house).length
    house.do('ana', 'order.merge', { orderId: b, into: a })
    return { house, a, b, fired }
  }

  test('a ticket that went to another order stays there, though a line that was taken back still names it', () => {
    const house = new House()
    const a = house.send('ana', 't1', 'burger', 'steak')
    const ticketId = house.ticket('grill').id
    const [burger, steak] = [house.line(a, 'burger').id, house.line(a, 'steak').id]
    const c = house.send('boris', 't2', 'cola')
    const b = house.send('boris', 't3', 'cola')
    house.do('ana', 'line.take-back', { orderId: a, lineId: steak })
    house.do('ana', 'lines.move', { orderId: a, lines: [{ lineId: burger, quantity: 1 }], to: { orderId: c } } as never)
    expect(house.state.tickets.get(ticketId)?.orderId).toBe(c)
    house.do('ana', 'order.merge', { orderId: a, into: b })
    expect(house.state.tickets.get(ticketId)?.orderId).toBe(c)
  })

  test('seats are renumbered after those who are there, with the old one remembered', () => {
    const { house, a, b } = merged()
    const burger = house.line(a, 'burger')
    expect(burger).toMatchObject({ seat: 5, origins: [{ orderId: b, tableId: 't2', seat: 1 }], sellerId: 'boris' })
    expect(house.line(a, 'cake').seat).toBe(6)
    expect(house.line(a, 'soup').seat).toBe(1)
    expect(house.order(a).covers).toBe(6)
  })

  test('nothing is fired again, tickets go along, and the old name still means the order', () => {
    const { house, a, b, fired } = merged()
    expect(firedIn(house)).toHaveLength(fired)
    expect(house.tickets('cold').every((ticket) => ticket.orderId === a)).toBe(true)
    expect(house.state.tables.get('t2' as never)).toBeUndefined()
    house.do('boris', 'round.send', { order: { orderId: b }, lines: [draft('cola')] })
    expect(house.order(a).lines).toHaveLength(5)
    const lineId = house.line(a, 'burger').id
    house.do('boris', 'line.change', { orderId: b, lineId, note: 'rare' })
    expect(house.line(a, 'burger').note).toBe('rare')
  })

  test('unmerge for 10 minutes: lines, seats, tickets, table and guests are what they were', () => {
    const { house, a, b } = merged()
    house.wait(600)
    house.do('ana', 'order.unmerge', { orderId: a, from: b })
    expect(house.order(b)).toMatchObject({ status: 'open', tableId: 't2', covers: 2 })
    expect(house.order(b).lines.map((one) => [one.itemId, one.seat])).toEqual([
      ['burger', 1],
      ['cake', 2],
    ])
    expect(house.order(a).lines.map((one) => [one.itemId, one.seat])).toEqual([
      ['soup', 1],
      ['steak', 2],
    ])
    expect(house.order(a).covers).toBe(4)
    expect(house.tickets('cold').every((ticket) => ticket.orderId === b)).toBe(true)
    expect(house.state.tables.get('t2' as never)?.orderIds).toEqual([b])
    house.do('boris', 'round.send', { order: { orderId: b }, lines: [draft('cola')] })
    expect(house.order(b).lines).toHaveLength(3)
    expect(house.order(a).lines).toHaveLength(2)
  })

  test('a device that knows only the joined order still finds a line that went back', () => {
    const { house, a, b } = merged()
    house.do('ana', 'order.unmerge', { orderId: a, from: b })
    house.do('boris', 'line.change', { orderId: a, lineId: house.line(b, 'burger').id, note: 'rare' })
    expect(house.line(b, 'burger').note).toBe('rare')
  })

  test('not after 10 minutes, not of what was never merged, not with itself', () => {
    const { house, a, b } = merged()
    house.wait(601)
    expect(house.refusal('ana', 'order.unmerge', { orderId: a, from: b })).toBe('unmerge-too-late')
    expect(house.refusal('ana', 'order.unmerge', { orderId: a, from: a })).toBe('order-not-found')
    expect(house.refusal('ana', 'order.merge', { orderId: b, into: a })).toBe('same-order')
  })

  test('discounts and payments go along and come back', () => {
    const house = new House()
    const a = house.send('ana', 't1', 'soup')
    const b = house.send('boris', 't2', 'burger')
    house.do('mo', 'discount.apply', { orderId: b, asked: { by: 'percent', rate: 1000 }, reason: 'regular' })
    house.do('fay', 'payment.record', { orderId: b, part: { kind: 'amount' }, method: 'card', amount: 500 })
    house.do('ana', 'order.merge', { orderId: b, into: a })
    expect(house.order(a)).toMatchObject({ adjustments: [{ shares: [{ amount: 150 }] }], payments: [{ amount: 500 }] })
    expect(house.order(b)).toMatchObject({ adjustments: [], payments: [] })
    house.do('ana', 'order.unmerge', { orderId: a, from: b })
    expect(house.order(a)).toMatchObject({ adjustments: [], payments: [] })
    expect(house.order(b)).toMatchObject({ adjustments: [{ shares: [{ amount: 150 }] }], payments: [{ amount: 500 }] })
  })
})

describe('[ORD-12] moving chosen lines', () => {
  test('to another table in one action: the tickets are cut where they are, done marks stay, the lines remember', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'soup', 'cola')
    const [first, second] = house.linesOf(order, 'soup')
    const grill = house.ticket('grill')
    house.do('carla', 'ticket.line-done', { ticketId: grill.id, lineId: second?.id as never, done: true })
    house.wait(60)
    const to = { tableId: 't2' as never }
    house.do('ana', 'lines.move', { orderId: order, lines: [{ lineId: second?.id as never }], to })
    const other = house.state.tables.get('t2' as never)?.orderIds[0]
    if (other === undefined) throw new Error('no order at t2')
    expect(house.order(other)).toMatchObject({ waiterId: 'ana', number: 2 })
    expect(house.line(other, 'soup')).toMatchObject({
      id: second?.id,
      status: 'ready',
      origins: [{ orderId: order, tableId: 't1' }],
    })
    const at = (id: string) => house.tickets('grill').filter((ticket) => ticket.orderId === id)
    expect(house.tickets('grill')).toHaveLength(2)
    expect(at(order)).toMatchObject([{ firedAt: grill.firedAt, entries: [{ lineId: first?.id, done: false }] }])
    expect(at(other)).toMatchObject([{ firedAt: grill.firedAt, entries: [{ lineId: second?.id, done: true }] }])
    expect(house.line(other, 'soup').ticketIds).toEqual(at(other).map(({ id }) => id))
    // whoever still asks for it in the old order finds it
    house.do('ana', 'lines.serve', { orderId: other, lineIds: [second?.id as never] })
    expect(house.refusal('ana', 'line.send-back', { orderId: order, lineId: second?.id as never, reason: 'x' })).toBe(
      'accepted',
    )
  })

  test('part of a quantity goes as a piece, with its share of the discount', () => {
    const house = new House()
    const order = house.send('ana', 't1', line({ itemId: 'soup', quantity: 3 }))
    const { id } = house.line(order, 'soup')
    house.do('mo', 'discount.apply', { orderId: order, asked: { by: 'amount', amount: 300 }, reason: 'regular' })
    const other = house.send('boris', 't2', 'cola')
    house.do('ana', 'lines.move', { orderId: order, lines: [{ lineId: id, quantity: 1 }], to: { orderId: other } })
    expect(house.line(order, 'soup').quantity).toBe(2)
    expect(house.line(other, 'soup')).toMatchObject({ quantity: 1, unitPrice: 650, status: 'fired' })
    expect(house.order(order).adjustments?.[0]?.shares).toEqual([{ lineId: id, amount: 200 }])
    expect(house.order(other).adjustments?.[0]?.shares).toEqual([{ lineId: house.line(other, 'soup').id, amount: 100 }])
    expect(house.tickets('grill').map((ticket) => ticket.entries.length)).toEqual([1, 1])
  })

  test('a ticket of which everything goes is not cut but goes along', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'cola')
    const ticket = house.ticket('grill')
    const other = house.send('boris', 't2', 'cola')
    house.do('ana', 'lines.move', {
      orderId: order,
      lines: [{ lineId: house.line(order, 'soup').id }],
      to: { orderId: other },
    })
    expect(house.tickets('grill')).toHaveLength(1)
    expect(house.ticket('grill')).toMatchObject({ id: ticket.id, orderId: other })
  })

  test('within the order: to another seat, whole or in part', () => {
    const house = new House()
    const order = house.send('ana', 't1', line({ itemId: 'soup', quantity: 2, seat: 1 }))
    const { id } = house.line(order, 'soup')
    const to = { orderId: order }
    house.do('ana', 'lines.move', { orderId: order, lines: [{ lineId: id, quantity: 1, seat: 2 }], to })
    expect(house.linesOf(order, 'soup').map((one) => [one.quantity, one.seat])).toEqual([
      [1, 1],
      [1, 2],
    ])
    expect(house.ticket('grill').entries).toHaveLength(2)
    expect(house.refusal('ana', 'lines.move', { orderId: order, lines: [{ lineId: id }], to })).toBe('same-order')
  })

  test('split: a second order at the same table, the guests counted once', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'cola')
    house.do('ana', 'order.set-covers', { orderId: order, covers: 3 })
    const events = house.do('ana', 'order.split', { orderId: order, lines: [{ lineId: house.line(order, 'cola').id }] })
    const half = eventOf(events, 'order.opened').order.id
    expect(house.state.tables.get('t1' as never)?.orderIds).toEqual([order, half])
    expect([house.order(order).covers, house.order(half).covers]).toEqual([3, 0])
    expect(house.order(half).service).toEqual({ covers: 3 })
    expect(house.order(half).lines.map((one) => one.itemId)).toEqual(['cola'])
    const all = house.order(order).lines.map((one) => ({ lineId: one.id }))
    expect(house.refusal('ana', 'order.split', { orderId: order, lines: all })).toBe('same-order')
  })

  test('handed over to another waiter, lines keep their seller', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('ana', 'order.hand-over', { orderIds: [order], to: 'boris' as never })
    expect(house.order(order).waiterId).toBe('boris')
    expect(house.line(order, 'soup').sellerId).toBe('ana')
    expect(house.refusal('ana', 'order.hand-over', { orderIds: [order], to: 'nobody' as never })).toBe(
      'person-not-found',
    )
  })
})
