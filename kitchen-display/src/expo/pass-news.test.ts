import { House } from '@comanda/shared/domain/testing/house'
import { expect, test } from 'vitest'
import { gridOf } from '../layout/grid.ts'
import { heardOf, newsOf } from '../sound/news.ts'
import { rowsOf } from './pass.ts'
import { audibleRow, newsForMs, rowNews } from './pass-news.ts'
import { passRows } from './pass-rows.ts'

const audible = (house: House) => passRows(house.rooms.get('kitchen') ?? house.state).map(audibleRow)

test('[KDS-15] at the pass a new course, a changed one and a ready one are heard once; what was ready and is not is a change', () => {
  const house = new House()
  let heard = heardOf(audible(house))
  const next = () => {
    const news = newsOf(heard, audible(house))
    heard = heardOf(audible(house))
    return news.sounds
  }
  const orderId = house.send('ana', 't1', 'soup')
  expect(next()).toEqual(['new'])
  house.do('ana', 'line.change', { orderId, lineId: house.line(orderId, 'soup').id, note: 'hot' })
  expect(next()).toEqual(['changed'])
  const { id: ticketId } = house.ticket('grill')
  house.do('carla', 'ticket.start', { ticketId })
  expect(next()).toEqual([])
  house.do('carla', 'ticket.bump', { ticketId })
  expect(next()).toEqual(['ready'])
  house.do('carla', 'ticket.recall', { ticketId })
  expect(next()).toEqual(['changed'])
  expect(next()).toEqual([])
})

test('[KDS-15] what came or changed says so for a while', () => {
  const first = rowNews(new Map(), { came: ['a'], changed: [] }, 1_000)
  const second = rowNews(first, { came: [], changed: ['a', 'b'] }, 5_000)
  expect([...second]).toEqual([
    ['a', { kind: 'changed', at: 5_000 }],
    ['b', { kind: 'changed', at: 5_000 }],
  ])
  expect([...rowNews(second, { came: ['c'], changed: [] }, 5_000 + newsForMs)]).toEqual([
    ['c', { kind: 'new', at: 5_000 + newsForMs }],
  ])
})

test('[KDS-11] [KDS-16] as many rows as find room share the whole height, and none is lower than a thumb', () => {
  for (const viewing of [
    { diagonalInches: 22, distanceMm: 1000 },
    { diagonalInches: 32, distanceMm: 2000 },
  ]) {
    const glass = { widthPx: 1920, heightPx: 1080 }
    const grid = gridOf(glass, viewing)
    const { count, px } = rowsOf(glass, grid)
    const used = grid.bar + grid.margin + grid.measures.item * 1.4 + count * (px + 6) - 6
    expect(used).toBeLessThanOrEqual(glass.heightPx + 1)
    expect(used).toBeGreaterThan(glass.heightPx - count - 2)
    expect(px).toBeGreaterThanOrEqual(grid.measures.touch)
  }
})
