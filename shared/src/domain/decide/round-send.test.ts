import { describe, expect, test } from 'vitest'
import type { DraftLine } from '../commands/draft.ts'
import { draft, eventOf, House } from '../testing/house.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>

describe('[ORD-3] a sent line is a snapshot', () => {
  test('it carries names, category, price, cost, tax, stations, course, target, area and waiter', () => {
    const house = new House()
    const order = house.send('ana', 't4', line({ itemId: 'soup', quantity: 2 }))
    expect(house.line(order, 'soup')).toMatchObject({
      name: { en: 'soup', ru: 'soup' },
      kitchenName: 'soup',
      categoryId: 'starters',
      categoryName: { en: 'starters' },
      unitPrice: 650,
      cost: 217,
      taxId: 'food',
      taxRate: 700,
      taxIncluded: true,
      stations: ['grill'],
      course: 1,
      prepSeconds: 480,
      areaId: 'patio',
      sellerId: 'ana',
    })
  })

  test('a later menu edit never changes it, and the next line is of the new menu', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const before = house.line(order, 'soup')
    const soup = house.state.catalog.items[before.itemId]
    if (soup === undefined) throw new Error('no soup')
    const put = { ...soup, name: { en: 'Broth', ru: 'Бульон' }, price: { kind: 'fixed' as const, amount: 900 } }
    house.do('mo', 'catalog.publish', { changes: [{ kind: 'item', put: { ...put, course: 2, prepSeconds: 60 } }] })
    expect(house.line(order, 'soup')).toEqual(before)
    house.sendTo('ana', order, 'soup')
    expect(house.linesOf(order, 'soup')[1]).toMatchObject({
      name: { en: 'Broth' },
      unitPrice: 900,
      course: 2,
      prepSeconds: 60,
    })
  })

  test('a change of modifiers keeps the price that the dish was sent with', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'burger')
    const { id, itemId } = house.line(order, 'burger')
    const burger = house.state.catalog.items[itemId]
    if (burger === undefined) throw new Error('no burger')
    house.do('mo', 'catalog.publish', {
      changes: [{ kind: 'item', put: { ...burger, price: { kind: 'fixed', amount: 9900 } } }],
    })
    const cheese = [{ groupId: 'extras', modifierId: 'cheese' }] as unknown as DraftLine['modifiers']
    house.do('ana', 'line.change', { orderId: order, lineId: id, modifiers: cheese })
    expect(house.line(order, 'burger').unitPrice).toBe(1650)
  })
})

describe('[ORD-4] modifier groups', () => {
  const house = new House()
  const table = { open: { type: 'dine-in', tableId: 't1' } } as never
  const refusal = (fields: Record<string, unknown>) =>
    house.refusal('ana', 'round.send', { order: table, lines: [draft(line(fields))] })
  const steak = (...modifiers: [string, string, string?][]) =>
    refusal({
      itemId: 'steak',
      modifiers: modifiers.map(([groupId, modifierId, prefix]) => ({
        groupId,
        modifierId,
        ...(prefix ? { prefix } : {}),
      })),
    })

  test('min and max of each group are asked for by name of the group', () => {
    expect(steak()).toBe('modifier-choice')
    expect(steak(['doneness', 'rare'])).toBe('accepted')
    expect(steak(['doneness', 'rare'], ['doneness', 'well'])).toBe('modifier-choice')
    const decision = house.ask('ana', 'round.send', {
      order: table,
      lines: [draft(line({ itemId: 'steak', modifiers: [] }))],
    })
    expect(decision).toMatchObject({ error: { details: { groupId: 'doneness', min: 1, max: 1, chosen: 0 } } })
  })

  test('a modifier may ask one group more, and no further', () => {
    expect(steak(['doneness', 'rare'], ['sides', 'fries'])).toBe('modifier-choice')
    expect(steak(['doneness', 'rare'], ['sides', 'fries'], ['sauce', 'ketchup'])).toBe('accepted')
    expect(steak(['doneness', 'rare'], ['sides', 'greens'], ['sauce', 'ketchup'])).toBe('modifier-not-found')
    expect(steak(['doneness', 'rare'], ['sauce', 'ketchup'])).toBe('modifier-not-found')
  })

  test('a modifier of no group of the dish is refused', () => {
    expect(steak(['doneness', 'rare'], ['extras', 'cheese'])).toBe('modifier-not-found')
    expect(steak(['doneness', 'blue'])).toBe('modifier-not-found')
  })

  test('prices and prep times add up; NO costs nothing, takes no time and is no choice', () => {
    const order = house.send(
      'ana',
      't1',
      line({
        itemId: 'steak',
        modifiers: [
          { groupId: 'doneness', modifierId: 'well' },
          { groupId: 'sides', modifierId: 'fries' },
          { groupId: 'sauce', modifierId: 'satay' },
        ],
      }),
      line({ itemId: 'burger', modifiers: [{ groupId: 'extras', modifierId: 'cheese', prefix: 'no' }] }),
    )
    expect(house.line(order, 'steak')).toMatchObject({ unitPrice: 2400 + 400 + 100, prepSeconds: 1100 + 240 + 60 })
    const burger = house.line(order, 'burger')
    expect(burger).toMatchObject({ unitPrice: 1500, prepSeconds: 1200 })
    expect(burger.modifiers[0]).toMatchObject({ prefix: 'no', price: 0, allergens: [] })
    expect(steak(['doneness', 'rare', 'no'])).toBe('modifier-choice')
  })
})

describe('[ORD-9] routing at Send', () => {
  const table = { open: { type: 'dine-in', tableId: 't1' } } as never

  test('a dish that routes to no live station is refused and named; the others of the round are not sent either', () => {
    const house = new House()
    const decision = house.ask('ana', 'round.send', { order: table, lines: [draft('soup'), draft('waffle')] })
    expect(decision).toMatchObject({ ok: false, error: { code: 'no-live-station', details: { itemId: 'waffle' } } })
  })

  test('a switch to a live station makes it live', () => {
    const house = new House()
    house.do('carla', 'station.switch', { stationId: 'closed-station' as never, to: 'cold' as never })
    const order = house.send('ana', 't1', 'waffle')
    expect(house.ticket('cold')).toMatchObject({
      firedFor: 'closed-station',
      entries: [{ lineId: house.line(order, 'waffle').id }],
    })
  })

  test('a dish that needs no ticket makes none, and is with the guests at once', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'bread')
    expect(house.line(order, 'bread')).toMatchObject({ status: 'served', ticketIds: [], stations: [] })
    expect(house.state.tickets.size).toBe(0)
  })

  test('every other line is on a ticket, held, or came back: none is dropped in silence', () => {
    const house = new House()
    house.do('carla', 'item.sold-out', { itemId: 'trout' as never, soldOut: true })
    const events = house.do('ana', 'round.send', {
      order: table,
      lines: ['cola', 'salad', 'burger', 'trout', 'bread', 'cake'].map(draft),
    })
    const sent = eventOf(events, 'round.sent')
    const entries = [...house.state.tickets.values()].flatMap((ticket) => ticket.entries.map((entry) => entry.lineId))
    for (const { id, status, stations } of house.order(sent.orderId).lines) {
      if (stations.length === 0 || status === 'held') continue
      expect(entries.filter((lineId) => lineId === id)).toHaveLength(stations.length)
    }
    expect(sent.lines.length + (sent.returned?.length ?? 0)).toBe(6)
    expect(sent.returned).toEqual([{ position: 3, itemId: 'trout', quantity: 1, code: 'sold-out' }])
  })
})

describe('[ORD-20] open prices, weights and hours', () => {
  const table = { open: { type: 'dine-in', tableId: 't1' } } as never
  const price = (house: House, fields: Record<string, unknown>) => {
    const events = house.do('ana', 'round.send', { order: table, lines: [draft(line(fields))] })
    return eventOf(events, 'round.sent').lines[0]?.unitPrice
  }

  test('an open price is entered, and only there', () => {
    const house = new House()
    expect(price(house, { itemId: 'special', price: 1234 })).toBe(1234)
    const asked = (fields: Record<string, unknown>) =>
      house.refusal('ana', 'round.send', { order: table, lines: [draft(line(fields))] })
    expect(asked({ itemId: 'special' })).toBe('price-missing')
    expect(asked({ itemId: 'soup', price: 1 })).toBe('price-not-open')
  })

  test('by weight: grams times the price of a kilogram, rounded to the cent', () => {
    const house = new House()
    expect(price(house, { itemId: 'ham', grams: 137 })).toBe(547)
    expect(house.refusal('ana', 'round.send', { order: table, lines: [draft('ham')] })).toBe('weight-missing')
  })

  test('a scheduled price is that of the moment of drafting, in the zone of the restaurant', () => {
    const house = new House()
    const wall = (hour: number, minute: number) => Date.UTC(2026, 4, 8, hour - 2, minute)
    house.now = wall(18, 5)
    expect(price(house, { itemId: 'beer', draftedAt: wall(17, 59) })).toBe(400)
    expect(price(house, { itemId: 'beer', draftedAt: wall(18, 0) })).toBe(500)
    expect(price(house, { itemId: 'beer', draftedAt: wall(16, 59) })).toBe(500)
    expect(price(house, { itemId: 'beer' })).toBe(500)
    // a tablet whose clock runs ahead does not choose its price
    house.now = wall(16, 0)
    expect(price(house, { itemId: 'beer', draftedAt: wall(17, 30) })).toBe(500)
  })
})

describe('[ORD-8] two people at one table', () => {
  test('the second to open joins: both sets of lines are kept, under both names', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup')
    const events = house.do('boris', 'round.send', {
      order: { open: { type: 'dine-in', tableId: 't1' } } as never,
      lines: [draft('burger')],
    })
    const alias = eventOf(events, 'order.joined').alias
    expect(eventOf(events, 'round.sent').orderId).toBe(first)
    expect(house.order(first).lines.map((one) => [one.itemId, one.sellerId])).toEqual([
      ['soup', 'ana'],
      ['burger', 'boris'],
    ])
    house.do('boris', 'round.send', { order: { orderId: alias }, lines: [draft('cola')] })
    expect(house.order(first).lines).toHaveLength(3)
    expect(house.state.orders.size).toBe(1)
  })

  test('several orders at one table on purpose', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup')
    const events = house.do('ana', 'round.send', {
      order: { open: { type: 'bar-tab', tableId: 't1', name: 'Kim', apart: true } } as never,
      lines: [draft('cola')],
    })
    const second = eventOf(events, 'order.opened').order
    expect(house.state.tables.get('t1' as never)?.orderIds).toEqual([first, second.id])
    expect([house.order(first).number, second.number]).toEqual([1, 2])
  })
})

describe('card numbers', () => {
  test('a note, a name, a reason that holds one is refused; other digits are not', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const note = (text: string) => house.refusal('ana', 'order.note', { orderId: order, note: text })
    expect(note('card 4111 1111 1111 1111 please')).toBe('card-number')
    expect(note('4111-1111-1111-1111')).toBe('card-number')
    expect(note('table 4 at 20:15, phone +49 30 901820')).toBe('accepted')
    expect(note('4111 1111 1111 1112')).toBe('accepted')
    const lineId = house.line(order, 'soup').id
    expect(house.refusal('ana', 'line.void', { orderId: order, lineId, reason: '5555555555554444' })).toBe(
      'card-number',
    )
    expect(
      house.refusal('ana', 'round.send', {
        order: { orderId: order },
        lines: [draft(line({ itemId: 'cola', note: '378282246310005' }))],
      }),
    ).toBe('card-number')
  })
})

test('a round of 200 lines is one round: every line is there, on one ticket a station and course', () => {
  const house = new House()
  const dishes = ['soup', 'salad', 'burger', 'cola']
  const lines = Array.from({ length: 200 }, (_, i) => draft(dishes[i % dishes.length] ?? 'soup'))
  const order = { open: { type: 'dine-in', tableId: 't1' } } as never
  const sent = eventOf(house.do('ana', 'round.send', { order, lines }), 'round.sent')
  expect(house.order(sent.orderId).lines).toHaveLength(200)
  expect(new Set(house.order(sent.orderId).lines.map((one) => one.id)).size).toBe(200)
  house.do('ana', 'course.fire', { orderId: sent.orderId, course: 2 })
  expect(house.tickets('grill').map((ticket) => [ticket.course, ticket.entries.length])).toEqual([
    [1, 50],
    [2, 50],
  ])
})
