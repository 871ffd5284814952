import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands.ts'
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
