import { describe, expect, test } from 'vitest'
import type { DomainEvent, EventOf } from './events.ts'
import { sentLines } from './sent-round.ts'
import { draft, eventOf, House } from './testing/house.ts'

type Sent = EventOf<'round.sent'>

const sent = (events: readonly DomainEvent[]): Sent => eventOf(events, 'round.sent')

const dishes = (...ids: string[]) => ids.map(draft)

const takeaway = { open: { type: 'takeaway' as const } }

describe('what a round tells', () => {
  test('[ORD-3] categories and taxes stand once, and every line has its own whole', () => {
    const house = new House()
    const event = sent(house.do('ana', 'round.send', { order: takeaway, lines: dishes('soup', 'soup', 'cola') }))
    expect(event.categories.map(({ id }) => id)).toEqual(['starters', 'drinks'])
    expect(event.taxes?.map(({ id }) => id)).toEqual(['food', 'drink'])
    expect(sentLines(event)).toEqual(house.order(event.orderId).lines)
    expect(house.order(event.orderId).lines).toMatchObject([
      { categoryName: { en: 'starters' }, taxRate: 700, quantity: 1, modifiers: [], status: 'fired' },
      { categoryName: { en: 'starters' }, taxRate: 700, quantity: 1, modifiers: [], status: 'fired' },
      { categoryName: { en: 'drinks' }, taxRate: 1900, quantity: 1, modifiers: [], status: 'fired' },
    ])
  })

  test('what goes without saying is left out', () => {
    const house = new House()
    const event = sent(house.do('ana', 'round.send', { order: takeaway, lines: dishes('soup') }))
    const absent = ['position', 'stations', 'course', 'quantity', 'modifiers', 'status', 'note', 'seat', 'grams']
    for (const field of absent) expect(event.lines[0]).not.toHaveProperty(field)
    for (const field of ['counts', 'returned', 'areaId']) expect(event).not.toHaveProperty(field)
    expect(event.courses).toEqual([{ course: 1 }])
  })

  test('a line keeps its id though one before it ran out', () => {
    const house = new House()
    house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: true })
    const events = house.do('ana', 'round.send', { order: takeaway, lines: dishes('cola', 'soup', 'salad') })
    const event = sent(events)
    expect(event.lines.map(({ position }) => position)).toEqual([undefined, 2])
    const command = event.round.id.replace(/\.r$/, '')
    expect(sentLines(event).map(({ id }) => id)).toEqual([`${command}.0`, `${command}.2`])
  })

  test('a line that a running ticket took says nothing of station and course, and stands on that ticket', () => {
    const house = new House()
    const first = sent(house.do('ana', 'round.send', { order: takeaway, lines: dishes('soup') }))
    const again = sent(
      house.do('ana', 'round.send', { order: { orderId: first.orderId }, lines: dishes('cola', 'soup') }),
    )
    expect(again.tickets.filter(({ added }) => added === true)).toMatchObject([
      { ticketId: first.tickets[0]?.ticketId, lines: [1] },
    ])
    expect(sentLines(again)[1]).toMatchObject({ stations: ['grill'], ticketIds: [first.tickets[0]?.ticketId] })
  })
})
