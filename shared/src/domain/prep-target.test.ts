import { describe, expect, test } from 'vitest'
import type { CategoryKind } from '../model/menu.ts'
import type { DraftLine } from './commands/draft.ts'
import { paceOf, prepSecondsOf, ticketTarget } from './prep-target.ts'
import { draft, eventOf, House } from './testing/house.ts'

const line = (fields: Record<string, unknown>): Partial<DraftLine> => fields as Partial<DraftLine>

describe('[KDS-3] targets and pace', () => {
  test("the dish's own time, else that of its kind: bar 6, cold 10, hot starter 12, main 20, dessert 10 minutes", () => {
    const { catalog } = new House().state
    const item = catalog.items['salad' as never]
    const category = catalog.categories['starters' as never]
    if (item === undefined || category === undefined) throw new Error('no salad')
    const minutes = (kind: CategoryKind) =>
      prepSecondsOf(item, { ...category, kind }, [], catalog.settings.thresholds) / 60
    const kinds = ['drink', 'cold', 'hot-starter', 'main', 'dessert'] as const
    expect(kinds.map(minutes)).toEqual([6, 10, 12, 20, 10])
    expect(prepSecondsOf({ ...item, prepSeconds: 90 }, category, [], catalog.settings.thresholds)).toBe(90)
  })

  test('a ticket aims at its longest dish that is not done', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'steak', line({ itemId: 'burger' }))
    const target = () => ticketTarget(house.state, house.order(order), house.ticket('grill'))
    expect(target()).toBe(1200)
    const ticketId = house.ticket('grill').id
    house.do('carla', 'ticket.line-done', { ticketId, lineId: house.line(order, 'burger').id, done: true })
    expect(target()).toBe(1100)
  })

  test('it warns at 75 % and is late at 100 %, by the time of the server', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    const pace = (seconds: number) =>
      paceOf(house.state, house.order(order), house.ticket('grill'), house.now + seconds * 1000)
    expect([pace(0), pace(359), pace(360), pace(479), pace(480)]).toEqual([
      'on-time',
      'on-time',
      'warn',
      'warn',
      'late',
    ])
  })

  test('[ORD-15] a takeaway is late against its promise, whatever its dishes take', () => {
    const house = new House()
    const promisedAt = house.now + 600_000
    const { orderId } = eventOf(
      house.do('fay', 'round.send', {
        order: { open: { type: 'takeaway', name: 'Kim', promisedAt } },
        lines: [draft('steak')],
      }),
      'round.sent',
    )
    const pace = (seconds: number) =>
      paceOf(house.state, house.order(orderId), house.ticket('grill'), house.now + seconds * 1000)
    expect([pace(449), pace(450), pace(599), pace(600)]).toEqual(['on-time', 'warn', 'warn', 'late'])
  })
})
