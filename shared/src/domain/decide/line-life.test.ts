import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands/draft.ts'
import { draft, eventOf, House } from '../testing/house.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>
const left = (house: House, item: string) => house.state.counts.get(item as never)?.left

describe('[ORD-10] 86 and countdown', () => {
  const table = (tableId: string) => ({ open: { type: 'dine-in', tableId } }) as never

  test('the count goes down at Send, line by line of the same round; what ran out comes back, the rest goes', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 3 })
    const events = house.do('ana', 'round.send', {
      order: table('t1'),
      lines: [
        draft(line({ itemId: 'soup', quantity: 2 })),
        draft(line({ itemId: 'soup', quantity: 2 })),
        draft('cola'),
      ],
    })
    const sent = eventOf(events, 'round.sent')
    expect(sent.returned).toEqual([{ position: 1, itemId: 'soup', quantity: 2, code: 'count-too-low' }])
    expect(sent.lines.map((one) => one.itemId)).toEqual(['soup', 'cola'])
    expect(left(house, 'soup')).toBe(1)
    house.send('boris', 't2', 'soup')
    expect(left(house, 'soup')).toBe(0)
    const refused = house.ask('boris', 'round.send', { order: table('t3'), lines: [draft('soup')] })
    expect(refused).toMatchObject({
      error: { code: 'sold-out', details: { returned: [{ itemId: 'soup', code: 'sold-out' }] } },
    })
  })

  test('86: nothing of it is sent, and the lines that were sent and not begun are named', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    const second = house.send('boris', 't2', 'soup')
    const held = house.send('boris', 't3', 'soup', 'trout')
    const counted = eventOf(
      house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: true }),
      'item.counted',
    )
    expect(counted.unstarted.map(({ orderId }) => orderId)).toEqual([second, held])
    expect(house.line(first, 'soup').status).toBe('started')
    expect(house.refusal('ana', 'round.send', { order: { orderId: first }, lines: [draft('soup')] })).toBe('sold-out')
    house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: false })
    expect(house.refusal('ana', 'round.send', { order: { orderId: first }, lines: [draft('soup')] })).toBe('accepted')
  })

  test('taken back, voided as not started, changed to less: the count returns; made: it does not', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 10 })
    const order = house.send('ana', 't1', line({ itemId: 'soup', quantity: 4 }))
    const { id } = house.line(order, 'soup')
    expect(left(house, 'soup')).toBe(6)
    house.do('ana', 'line.change', { orderId: order, lineId: id, quantity: 3 })
    expect(left(house, 'soup')).toBe(7)
    const voided = eventOf(
      house.do('ana', 'line.void', { orderId: order, lineId: id, quantity: 1, reason: 'wrong' }),
      'line.voided',
    )
    expect(left(house, 'soup')).toBe(7)
    const piece = voided.piece?.lineId
    if (piece === undefined) throw new Error('no piece')
    house.do('carla', 'void.judge', { orderId: order, lineId: piece, verdict: 'not-started' })
    expect(left(house, 'soup')).toBe(8)
    house.do('ana', 'line.void', { orderId: order, lineId: id, quantity: 1, reason: 'wrong' })
    const second = house.order(order).lines.find((one) => one.status === 'voided' && one.id !== piece)
    if (second === undefined) throw new Error('no second piece')
    house.do('carla', 'void.judge', { orderId: order, lineId: second.id, verdict: 'made' })
    expect(left(house, 'soup')).toBe(8)
    house.do('ana', 'line.take-back', { orderId: order, lineId: id })
    expect(left(house, 'soup')).toBe(9)
  })

  test('more of a dish than is left is refused', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 2 })
    const order = house.send('ana', 't1', 'soup')
    const change = { orderId: order, lineId: house.line(order, 'soup').id, quantity: 4 }
    expect(house.refusal('ana', 'line.change', change)).toBe('count-too-low')
  })

  test('counts reset with the business day unless pinned', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 2 })
    house.do('carla', 'item.count', { itemId: 'cake' as never, left: 2, pinned: true })
    house.wait(12 * 3600)
    house.businessDate = '2026-05-09'
    house.do('system', 'day.roll', {})
    expect(left(house, 'soup')).toBeUndefined()
    expect(left(house, 'cake')).toBe(2)
  })
})

describe('[ORD-11] a change after Send is a delta', () => {
  test('quantity, modifiers and note: old and new on the same ticket, in its old place', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'steak')
    const { id } = house.line(order, 'steak')
    const before = house.ticket('grill')
    house.wait(30)
    const well = [{ groupId: 'doneness', modifierId: 'well' }] as unknown as DraftLine['modifiers']
    house.do('ana', 'line.change', { orderId: order, lineId: id, quantity: 2, modifiers: well, note: 'no salt' })
    expect(house.line(order, 'steak')).toMatchObject({
      quantity: 2,
      note: 'no salt',
      modifiers: [{ kitchenName: 'well' }],
    })
    const after = house.ticket('grill')
    expect(after).toMatchObject({ id: before.id, firedAt: before.firedAt })
    expect(after.version).toBeGreaterThan(before.version)
    expect(after.entries[0]?.before).toMatchObject({ quantity: 1, note: null, modifiers: [{ kitchenName: 'medium' }] })
    expect(house.tickets('grill')).toHaveLength(1)
  })

  test('a change of what was marked done has to be done', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', line({ itemId: 'soup', note: 'hot' }))
    const first = house.line(order, 'soup').id
    house.do('carla', 'ticket.line-done', { ticketId: house.ticket('grill').id, lineId: first, done: true })
    expect(house.refusal('ana', 'line.change', { orderId: order, lineId: first, note: 'x' })).toBe('line-not-in-state')
    const burger = house.send('ana', 't2', 'burger')
    const { id } = house.line(burger, 'burger')
    const cold = house.ticket('cold')
    house.do('carla', 'ticket.bump', { ticketId: cold.id })
    expect(house.refusal('ana', 'line.change', { orderId: burger, lineId: id, note: 'x' })).toBe('line-started')
  })

  test('what the kitchen began is not made less by a change; a note on it is still a delta', () => {
    const house = new House()
    const order = house.send('ana', 't1', line({ itemId: 'soup', quantity: 2 }))
    const { id } = house.line(order, 'soup')
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect(house.refusal('ana', 'line.change', { orderId: order, lineId: id, quantity: 1 })).toBe('line-started')
    expect(house.refusal('ana', 'line.change', { orderId: order, lineId: id, note: 'now' })).toBe('accepted')
    expect(house.refusal('ana', 'line.change', { orderId: order, lineId: id, quantity: 3 })).toBe('accepted')
  })

  test('saying what is already so changes nothing', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    expect(
      house.do('ana', 'line.change', { orderId: order, lineId: house.line(order, 'soup').id, quantity: 1 }),
    ).toEqual([])
  })
})

describe('[ORD-19] send back and remake', () => {
  test('a linked line at no charge, rushed to the same stations with its own timer; sold once, counted twice, waste booked', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'burger' as never, left: 5 })
    const order = house.send(
      'ana',
      't1',
      line({ itemId: 'burger', modifiers: [{ groupId: 'extras', modifierId: 'cheese' }] }),
    )
    const { id } = house.line(order, 'burger')
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [id] })
    house.wait(600)
    const back = eventOf(
      house.do('ana', 'line.send-back', { orderId: order, lineId: id, reason: 'cold' }),
      'line.sent-back',
    )
    expect(back).toMatchObject({ reason: 'cold', by: 'ana', cost: 500 })
    const [first, remake] = house.linesOf(order, 'burger')
    expect(first).toMatchObject({
      status: 'served',
      unitPrice: 1650,
      sentBack: { reason: 'cold', remakeId: remake?.id },
    })
    expect(remake).toMatchObject({ unitPrice: 0, remakeOf: id, status: 'fired', firedAt: house.now })
    for (const station of ['grill', 'cold'])
      expect(house.ticket(station)).toMatchObject({ remake: true, rush: true, firedAt: house.now, status: 'open' })
    expect(left(house, 'burger')).toBe(3)
    expect(house.refusal('ana', 'line.send-back', { orderId: order, lineId: id, reason: 'x' })).toBe(
      'line-not-in-state',
    )
  })

  test('only what was ready or served comes back, and part of it may', () => {
    const house = new House()
    const order = house.send('ana', 't1', line({ itemId: 'soup', quantity: 3 }))
    const { id } = house.line(order, 'soup')
    const args = { orderId: order, lineId: id, quantity: 1, reason: 'cold' }
    expect(house.refusal('ana', 'line.send-back', args)).toBe('line-not-in-state')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.do('ana', 'line.send-back', args)
    const lines = house.linesOf(order, 'soup')
    expect(lines.map((one) => [one.quantity, one.status, one.sentBack !== undefined, one.remakeOf])).toEqual([
      [2, 'ready', false, undefined],
      [1, 'served', true, undefined],
      [1, 'fired', false, id],
    ])
    expect(house.order(order).pickups).toMatchObject([{ lineIds: [id] }])
  })
})
