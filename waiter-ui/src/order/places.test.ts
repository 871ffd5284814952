import { House } from '@comanda/shared/domain/testing/house'
import { describe, expect, test } from 'vitest'
import { coursesOffered, placesFor, tablesFor } from './places.ts'

const names = (house: House, except?: string) =>
  placesFor(house.state, except as never).map(({ areaId, places }) => [areaId, ...places.map(({ name }) => name)])

describe('[ORD-12] where dishes and parties may go', () => {
  test('to every table as people count them and to every tab, but not to where they are', () => {
    const house = new House()
    const here = house.send('ana', 't1', 'soup')
    house.do('ana', 'order.open', { open: { type: 'bar-tab', name: 'Kim' } })
    expect(names(house)).toEqual([
      ['main', '1', '2', '3'],
      ['patio', '4'],
      [undefined, 'Kim'],
    ])
    expect(names(house, here)[0]).toEqual(['main', '2', '3'])
  })

  test('to one certain order where a table has several, its own table among them', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup', 'salad')
    house.do('ana', 'order.split', { orderId: first, lines: [{ lineId: house.line(first, 'salad').id }] })
    expect(names(house)[0]).toEqual(['main', '1 · #1', '1 · #2', '2', '3'])
    expect(names(house, first)[0]).toEqual(['main', '1 · #2', '2', '3'])
  })

  test('a party to every other table once, however many parties sit there, and never to a tab', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup', 'salad')
    house.do('ana', 'order.split', { orderId: first, lines: [{ lineId: house.line(first, 'salad').id }] })
    const moving = house.send('ana', 't2', 'bread')
    house.do('ana', 'order.open', { open: { type: 'bar-tab', name: 'Kim' } })
    const groups = tablesFor(house.state, moving)
    expect(groups.map(({ places }) => places.map(({ name }) => name))).toEqual([['1', '3'], ['4']])
    for (const { tableId, orderId } of groups.flatMap(({ places }) => places)) {
      expect(tableId).toBeDefined()
      const joining = orderId === undefined ? {} : { joining: 'join' as const }
      expect(house.refusal('ana', 'order.move', { orderId: moving, tableId: tableId as never, ...joining })).toBe(
        'accepted',
      )
    }
  })

  test('to the courses of a usual meal, and to one more than there are', () => {
    const lines = (course: number) => ({ lines: [{ course }] }) as never
    expect(coursesOffered(lines(0))).toEqual([1, 2, 3, 4])
    expect(coursesOffered(lines(4))).toEqual([1, 2, 3, 4, 5])
    expect(coursesOffered(lines(9))).toHaveLength(9)
  })
})
