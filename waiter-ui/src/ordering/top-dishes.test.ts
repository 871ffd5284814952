import { House } from '@comanda/shared/domain/testing/house'
import { openingDate, smallCatalog } from '@comanda/shared/domain/testing/small-restaurant'
import { expect, test } from 'vitest'
import { daypartOf, frozenFor, mostSold, remembered, soldIn, type TopMemory } from './top-dishes.ts'

const nothing: TopMemory = { sold: {} }
const evening = `${openingDate} evening`

test('[ORD-1] Top begins with the first dishes of every category, and then holds what sells', () => {
  const house = new House()
  expect(mostSold(smallCatalog, nothing, 'evening', 4)).toHaveLength(4)
  house.send('ana', 't1', 'cake', 'cake', 'soup')
  const memory = remembered(nothing, house.state)
  expect(new Set(mostSold(smallCatalog, memory, 'evening', 2))).toEqual(new Set(['cake', 'soup']))
})

test('[ORD-1] Top stands still during a shift, whatever is sold meanwhile', () => {
  const house = new House()
  const first = frozenFor(nothing, house.state, openingDate, house.now)
  house.send('ana', 't1', 'cake', 'cake', 'cake')
  const later = frozenFor(first, house.state, openingDate, house.now + 3_600_000)
  expect(later.frozen).toEqual(first.frozen)
  const tomorrow = frozenFor(later, house.state, '2026-05-09', house.now + 86_400_000)
  expect(tomorrow.frozen?.shift).not.toBe(first.frozen?.shift)
})

test('what was seen once stays counted when its order has closed, and nothing counts twice', () => {
  const house = new House()
  house.send('ana', 't1', 'soup', 'soup')
  const seen = remembered(remembered(nothing, house.state), house.state)
  expect(seen.sold[evening]).toEqual({ soup: 2 })
  expect(remembered(seen, new House().state).sold[evening]).toEqual({ soup: 2 })
})

test('what was taken back was not sold', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup', 'cola')
  house.do('ana', 'line.take-back', { orderId, lineId: house.line(orderId, 'soup').id })
  expect(soldIn(house.state)[evening]).toEqual({ cola: 1 })
})

test('the night belongs to the evening before', () => {
  const at = (hour: number) => daypartOf(Date.UTC(2026, 4, 8, hour), 'UTC')
  expect([at(2), at(8), at(13), at(20)]).toEqual(['evening', 'morning', 'midday', 'evening'])
})
