import { describe, expect, test } from 'vitest'
import { findDishes } from './dish-search.ts'
import { House } from './testing/house.ts'
import { ticketCard } from './ticket-card.ts'

describe('[KDS-1] what a ticket shows', () => {
  test('whose it is, what to make with allergies marked, where else, and the courses that are held', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'burger', 'soup', 'cake')
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    house.do('ana', 'order.note', { orderId: order, note: 'birthday' })
    house.do('ana', 'allergy.declare', { orderId: order, allergens: ['eggs'] })
    house.wait(60)
    const card = ticketCard(house.rooms.get('kitchen') ?? house.state, house.ticket('cold'), house.now)
    expect(card).toMatchObject({
      number: 1,
      type: 'dine-in',
      table: '1',
      waiter: 'ana',
      covers: 4,
      note: 'birthday',
      allergies: [{ allergens: ['eggs'] }],
      alsoAt: ['grill'],
      heldCourses: [3],
      targetSeconds: 1200,
      pace: 'on-time',
    })
    expect(card?.lines.map(({ line, mark }) => [line.kitchenName, mark.kind])).toEqual([['burger', 'contains']])
  })

  test('a takeaway shows its name, a round what was told or waited', () => {
    const house = new House()
    house.do('fay', 'round.send', {
      order: { open: { type: 'takeaway', name: 'Kim' } },
      lines: [{ itemId: 'soup' as never, quantity: 1, modifiers: [] }],
      queuedSince: house.now - 130_000,
    })
    const card = ticketCard(house.state, house.ticket('grill'), house.now)
    expect(card).toMatchObject({ name: 'Kim', type: 'takeaway', covers: 0 })
    expect(card?.table).toBeUndefined()
    expect(card?.lines[0]?.round?.queuedSince).toBe(house.now - 130_000)
  })

  test('a change of the header reaches the ticket of another station in place', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('ana', 'order.hand-over', { orderIds: [order], to: 'boris' as never })
    house.do('ana', 'order.move', { orderId: order, tableId: 't4' as never })
    expect(ticketCard(house.state, house.ticket('grill'), house.now)).toMatchObject({ table: '4', waiter: 'boris' })
  })
})

describe('[ORD-16] finding a dish', () => {
  const names = (house: House, typed: string) => findDishes(house.state.catalog, typed).map((item) => item.id)

  test('by a part of its name, in either language, whatever accents and capitals; or by its number', () => {
    const house = new House()
    const soup = house.state.catalog.items['soup' as never]
    if (soup === undefined) throw new Error('no soup')
    const put = { ...soup, name: { en: 'Crème brûlée of leek', ru: 'Суп из порея' } }
    house.do('mo', 'catalog.publish', { changes: [{ kind: 'item', put }] })
    expect(names(house, 'CREME')).toEqual(['soup'])
    expect(names(house, 'brulee')).toEqual(['soup'])
    expect(names(house, 'порей')).toEqual([])
    expect(names(house, 'пор')).toEqual(['soup'])
    expect(names(house, String(soup.number))[0]).toBe('soup')
    expect(names(house, '  ')).toEqual([])
  })

  test('what begins with it comes first', () => {
    const house = new House()
    expect(names(house, 'b')).toEqual(['beer', 'burger', 'bread'])
    expect(names(house, 'ea')).toEqual(['steak', 'bread'])
  })
})
