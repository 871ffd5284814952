import { describe, expect, test } from 'vitest'
import { allergenMark } from '../allergen-marks.ts'
import type { DraftLine } from '../commands/draft.ts'
import { draft, eventOf, House } from '../testing/house.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>

describe('[ORD-5] allergies', () => {
  test('declared with the round they are on its tickets from the first', () => {
    const house = new House()
    const order = eventOf(
      house.do('ana', 'round.send', {
        order: { open: { type: 'dine-in', tableId: 't1' } } as never,
        lines: [draft('soup')],
        allergies: [{ seat: 2, allergens: ['milk'], text: 'severe' }],
      }),
      'round.sent',
    ).orderId
    expect(house.order(order).allergies).toMatchObject([{ seat: 2, allergens: ['milk'], text: 'severe' }])
    expect(house.ticket('grill').allergyVersion).toBe(house.ticket('grill').version)
  })

  test('matching dishes are marked: the dish, its modifiers, a dish without recorded allergens; only for its seat', () => {
    const house = new House()
    const satay = [
      { groupId: 'doneness', modifierId: 'rare' },
      { groupId: 'sides', modifierId: 'fries' },
      { groupId: 'sauce', modifierId: 'satay' },
    ]
    const cheese = (prefix?: string) => [{ groupId: 'extras', modifierId: 'cheese', ...(prefix ? { prefix } : {}) }]
    const order = house.send(
      'ana',
      't1',
      line({ itemId: 'cake', seat: 1 }),
      line({ itemId: 'cake', seat: 2 }),
      line({ itemId: 'cake' }),
      line({ itemId: 'steak', seat: 1, modifiers: satay }),
      line({ itemId: 'trout', seat: 1 }),
      line({ itemId: 'burger', seat: 1, modifiers: cheese() }),
      line({ itemId: 'burger', seat: 1, modifiers: cheese('no') }),
      line({ itemId: 'cola', seat: 1 }),
    )
    house.do('ana', 'allergy.declare', { orderId: order, seat: 1, allergens: ['milk', 'peanuts'] })
    const marks = house.order(order).lines.map((one) => allergenMark(house.order(order), one))
    expect(marks).toEqual([
      { kind: 'contains', allergens: ['milk'] },
      { kind: 'clear' },
      { kind: 'contains', allergens: ['milk'] },
      { kind: 'contains', allergens: ['peanuts'] },
      { kind: 'not-recorded' },
      { kind: 'contains', allergens: ['milk'] },
      { kind: 'clear' },
      { kind: 'clear' },
    ])
  })

  test('they follow their seat through merge and unmerge', () => {
    const house = new House()
    const a = house.send('ana', 't1', line({ itemId: 'soup', seat: 1 }))
    const b = house.send('ana', 't2', line({ itemId: 'soup', seat: 1 }))
    house.do('ana', 'allergy.declare', { orderId: b, seat: 1, allergens: ['milk'] })
    house.do('ana', 'order.merge', { orderId: b, into: a })
    expect(house.order(a).allergies.map((one) => one.seat)).toEqual([5])
    expect(house.tickets('grill').every((ticket) => ticket.allergyVersion > 0)).toBe(true)
    house.do('ana', 'order.unmerge', { orderId: a, from: b })
    expect(house.order(a).allergies).toEqual([])
    expect(house.order(b).allergies.map((one) => one.seat)).toEqual([1])
  })

  test('through moved lines and a split, with the seat that they get; those of the whole order go with whoever leaves', () => {
    const house = new House()
    const a = house.send('ana', 't1', line({ itemId: 'soup', seat: 2 }), line({ itemId: 'salad', seat: 1 }))
    const b = house.send('ana', 't2', line({ itemId: 'soup', seat: 1 }))
    house.do('ana', 'allergy.declare', { orderId: a, seat: 2, allergens: ['milk'] })
    house.do('ana', 'allergy.declare', { orderId: a, seat: 1, allergens: ['eggs'] })
    house.do('ana', 'allergy.declare', { orderId: a, allergens: ['nuts'] })
    const lines = [{ lineId: house.line(a, 'soup').id }]
    house.do('ana', 'lines.move', { orderId: a, lines, to: { orderId: b } })
    const moved = house.linesOf(b, 'soup')[1]
    expect(house.order(b).allergies.map((one) => [one.seat, one.allergens])).toEqual([
      [moved?.seat, ['milk']],
      [undefined, ['nuts']],
    ])
    const events = house.do('ana', 'order.split', { orderId: b, lines: [{ lineId: moved?.id as never }] })
    const half = eventOf(events, 'order.opened').order.id
    expect(house.order(half).allergies.map((one) => one.allergens)).toEqual([['milk'], ['nuts']])
    expect(house.line(half, 'soup').seat).toBe(moved?.seat)
  })

  test('to another table the header keeps them; withdrawn, they are gone from every room', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('ana', 'allergy.declare', { orderId: order, allergens: ['milk'] })
    house.do('ana', 'order.move', { orderId: order, tableId: 't3' as never })
    const [allergy] = house.order(order).allergies
    expect(allergy?.allergens).toEqual(['milk'])
    house.do('ana', 'allergy.withdraw', { orderId: order, allergyId: allergy?.id as never })
    expect(house.rooms.get('kitchen')?.orders.get(order)?.allergies).toEqual([])
  })

  test('said twice it is one; said empty it is refused; a note has 140 characters on line and order', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('ana', 'allergy.declare', { orderId: order, allergens: ['milk'] })
    expect(house.do('ana', 'allergy.declare', { orderId: order, allergens: ['milk'] })).toEqual([])
    expect(house.refusal('ana', 'allergy.declare', { orderId: order, allergens: [] })).toBe('nothing-asked')
    house.do('ana', 'order.note', { orderId: order, note: 'birthday' })
    expect(house.order(order).note).toBe('birthday')
    house.do('ana', 'order.note', { orderId: order, note: null })
    expect(house.order(order).note).toBeUndefined()
  })
})
