// What screens read off the state: where a line is, what a station has to make, what the board shows, the same once more.
import { describe, expect, test } from 'vitest'
import { lastDrinksAgain, roundAgain } from './again.ts'
import { allDay } from './all-day.ts'
import type { DraftLine } from './commands/draft.ts'
import { frontList } from './front-list.ts'
import { linePlace } from './line-place.ts'
import { draft, eventOf, House } from './testing/house.ts'
import { boardView } from './views.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>

describe('[ORD-17] each line shows where it is', () => {
  test('from the server over the screen to the guests', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak', 'cake')
    const place = (item: string) => linePlace(house.state, house.line(order, item))
    expect([place('soup'), place('steak')]).toEqual(['on-server', 'held'])
    const ticket = house.ticket('grill')
    const tickets = [{ ticketId: ticket.id, version: ticket.version }]
    house.do('system', 'tickets.confirm', { deviceId: 'screen' as never, tickets })
    expect(place('soup')).toBe('on-screen')
    house.do('ana', 'order.note', { orderId: order, note: 'quick' })
    expect(place('soup')).toBe('on-server')
    house.do('carla', 'ticket.start', { ticketId: ticket.id })
    expect(place('soup')).toBe('started')
    house.do('carla', 'ticket.bump', { ticketId: ticket.id })
    expect(place('soup')).toBe('ready')
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    expect(place('soup')).toBe('served')
    house.do('ana', 'line.void', { orderId: order, lineId: house.line(order, 'steak').id, reason: 'x' })
    expect(place('steak')).toBe('voided')
    house.do('ana', 'line.take-back', { orderId: order, lineId: house.line(order, 'cake').id })
    expect(place('cake')).toBe('taken-back')
  })

  test('printed, where paper is all there is; on every station, not on one of two', () => {
    const house = new House()
    const cake = house.send('ana', 't1', 'cake')
    const { id: ticketId, version } = house.ticket('dessert')
    house.do('system', 'ticket.mark-printed', { ticketId, printerId: 'p1' as never, version, backup: false })
    expect(linePlace(house.state, house.line(cake, 'cake'))).toBe('printed')
    const burger = house.send('ana', 't2', 'burger')
    const grill = house.ticket('grill')
    const tickets = [{ ticketId: grill.id, version: grill.version }]
    house.do('system', 'tickets.confirm', { deviceId: 'screen' as never, tickets })
    expect(linePlace(house.state, house.line(burger, 'burger'))).toBe('on-server')
  })
})

describe('[KDS-6] all day', () => {
  test('same modifiers together, allergic ones apart, held ones beside, done ones gone', () => {
    const house = new House()
    const cheese = [{ groupId: 'extras', modifierId: 'cheese' }]
    const burgers = (quantity: number) => line({ itemId: 'burger', quantity })
    const a = house.send('ana', 't1', burgers(2), burgers(3), line({ itemId: 'burger', modifiers: cheese }))
    house.send('ana', 't2', 'soup', burgers(4))
    const allergic = house.send('ana', 't3', burgers(1))
    house.do('ana', 'allergy.declare', { orderId: allergic, allergens: ['eggs'] })
    const rows = () =>
      allDay(house.state, ['cold' as never]).map(({ kitchenName, modifiers, allergic: marked, fired, held }) => ({
        dish: [kitchenName, ...modifiers.map((one) => one.kitchenName), ...(marked ? ['!'] : [])].join(' '),
        fired,
        held,
      }))
    expect(rows()).toEqual([
      { dish: 'burger', fired: 5, held: 4 },
      { dish: 'burger cheese', fired: 1, held: 0 },
      { dish: 'burger !', fired: 1, held: 0 },
    ])
    const first = house.tickets('cold').find((ticket) => ticket.orderId === a)
    const done = { ticketId: first?.id as never, lineId: house.line(a, 'burger').id, done: true }
    house.do('carla', 'ticket.line-done', done)
    expect(rows()[0]).toEqual({ dish: 'burger', fired: 3, held: 4 })
    house.do('carla', 'ticket.bump', { ticketId: first?.id as never })
    expect(rows().find((row) => row.dish === 'burger')).toEqual({ dish: 'burger', fired: 0, held: 4 })
    expect(allDay(house.state, ['grill' as never]).find((row) => row.kitchenName === 'burger')?.fired).toBe(5)
  })
})

describe('[ORD-7] the same once more', () => {
  test('the drinks of the last round that had any; any whole round; struck and remade dishes are not asked for again', () => {
    const house = new House()
    const order = house.send('ana', 't1', line({ itemId: 'cola', quantity: 2, note: 'no ice' }), 'soup')
    house.sendTo('ana', order, line({ itemId: 'beer', quantity: 3, seat: 2 }), 'salad')
    house.sendTo('ana', order, 'steak')
    expect(lastDrinksAgain(house.order(order))).toEqual([{ itemId: 'beer', quantity: 3, modifiers: [], seat: 2 }])
    const [first] = house.order(order).rounds
    expect(roundAgain(house.order(order), first?.id as never)).toMatchObject([
      { itemId: 'cola', quantity: 2, note: 'no ice' },
      { itemId: 'soup' },
    ])
    house.do('ana', 'line.take-back', { orderId: order, lineId: house.line(order, 'beer').id })
    const again = lastDrinksAgain(house.order(order))
    expect(again).toMatchObject([{ itemId: 'cola' }])
    house.sendTo('ana', order, ...again)
    expect(house.linesOf(order, 'cola')[1]).toMatchObject({ quantity: 2, note: 'no ice', status: 'fired' })
  })
})

describe('[FRT-4] the board for guests', () => {
  test('takeaway numbers, preparing then ready, until they are handed out; nothing of anybody else', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    const sent = eventOf(
      house.do('fay', 'round.send', {
        order: { open: { type: 'takeaway', name: 'Kim' } } as never,
        lines: [draft('salad'), draft('cola')],
      }),
      'round.sent',
    )
    const numbers = () => {
      const board = boardView(house.state, house.now)
      return [board.preparing.map((one) => one.number), board.ready.map((one) => one.number)]
    }
    expect(numbers()).toEqual([[2], []])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('bar').id })
    expect(numbers()).toEqual([[2], []])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    expect(numbers()).toEqual([[], [2]])
    expect(JSON.stringify(boardView(house.state, house.now))).not.toContain('Kim')
    // leaving the board never closes an order
    house.wait(3600)
    expect(numbers()).toEqual([[], []])
    expect(house.order(sent.orderId).status).toBe('open')
  })
})

describe('[FRT-2] what waits at the front', () => {
  test('ready dishes, calls and bills, oldest first, with who took them', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.send('ana', 't2', 'cola')
    house.do('guest', 'call.raise', { tableId: 't2' as never, kind: 'water' })
    house.wait(10)
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    const readyAt = house.now
    house.wait(10)
    house.do('ana', 'bill.ask', { orderId: order })
    const list = () => frontList(house.rooms.get('front') ?? house.state)
    expect(list().map(({ kind, tableId }) => [kind, tableId])).toEqual([
      ['call', 't2'],
      ['ready', 't1'],
      ['bill', 't1'],
    ])
    house.do('boris', 'pickup.take', { orderId: order, course: 1, readyAt })
    expect(list()[1]).toMatchObject({ kind: 'ready', takenBy: 'boris', dishes: 1, since: readyAt })
    house.do('boris', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    expect(list().map(({ kind }) => kind)).toEqual(['call', 'bill'])
  })

  test('a bill belongs to the first who goes with it, on every screen; going unasked is asking', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('guest', 'call.raise', { tableId: 't1' as never, kind: 'bill' })
    const waits = (room: 'floor' | 'front') =>
      frontList(house.rooms.get(room) ?? house.state).find(({ kind }) => kind === 'bill')
    expect(waits('floor')).not.toHaveProperty('takenBy')
    house.do('ana', 'bill.take', { orderId: order })
    expect([waits('floor')?.takenBy, waits('front')?.takenBy]).toEqual(['ana', 'ana'])
    expect(house.do('ana', 'bill.take', { orderId: order })).toEqual([])
    const refused = house.ask('fay', 'bill.take', { orderId: order })
    expect(refused).toMatchObject({ ok: false, error: { code: 'already-taken', details: { by: 'ana' } } })
    expect(house.refusal('carla', 'bill.take', { orderId: order })).toBe('not-permitted')
    const other = house.send('ana', 't2', 'soup')
    house.do('fay', 'bill.take', { orderId: other })
    expect(house.order(other)).toMatchObject({ billAsked: true, billTakenBy: 'fay' })
  })

  test('who goes with the bill still does when the table joins another', () => {
    const house = new House()
    const [here, there] = [house.send('ana', 't1', 'soup'), house.send('ana', 't2', 'soup')]
    house.do('ana', 'bill.take', { orderId: here })
    house.do('ana', 'order.merge', { orderId: here, into: there })
    expect(house.order(there)).toMatchObject({ billAsked: true, billTakenBy: 'ana' })
  })
})

describe('[FRT-6] covers', () => {
  test('default to the seats of the table, assumed until somebody touches them', () => {
    const house = new House()
    const order = house.send('ana', 't3', 'soup')
    expect(house.order(order)).toMatchObject({ covers: 6, coversAssumed: true })
    house.do('ana', 'order.set-covers', { orderId: order, covers: 6 })
    expect(house.order(order)).toMatchObject({ covers: 6, coversAssumed: false, service: { covers: 6 } })
    expect(house.do('ana', 'order.set-covers', { orderId: order, covers: 6 })).toEqual([])
  })

  test('a table belongs to the waiter of its section when somebody else seats it', () => {
    const house = new House()
    house.do('mo', 'section.assign', { tableIds: ['t1' as never], staffId: 'boris' as never })
    const seated = eventOf(
      house.do('fay', 'order.open', { open: { type: 'dine-in', tableId: 't1' as never } }),
      'order.opened',
    )
    expect(seated.order.waiterId).toBe('boris')
    const own = eventOf(
      house.do('ana', 'order.open', { open: { type: 'dine-in', tableId: 't2' as never, covers: 2 } }),
      'order.opened',
    )
    expect(house.order(own.order.id)).toMatchObject({ waiterId: 'ana', covers: 2, coversAssumed: false })
  })
})
