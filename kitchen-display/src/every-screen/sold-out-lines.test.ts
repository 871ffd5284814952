import { House } from '@comanda/shared/domain/testing/house'
import type { ItemId, StationId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { linesWaiting, soldOutDishes } from './sold-out-lines.ts'

const grill = 'grill' as StationId
const soup = 'soup' as ItemId

const stateOf = (house: House) => house.rooms.get('kitchen') ?? house.state

test('[ORD-10] who waits for a dish that ran out is listed by table until begun, and counted until asked', () => {
  const house = new House()
  const first = house.send('ana', 't1', 'soup')
  house.wait(30)
  house.send('boris', 't2', 'soup', 'soup')
  expect(soldOutDishes(stateOf(house), [grill])).toEqual([])
  house.do('carla', 'item.sold-out', { itemId: soup, soldOut: true })
  expect(linesWaiting(stateOf(house), soup).map(({ table, waiter, isHeld }) => [table, waiter, isHeld])).toEqual([
    ['1', 'ana', false],
    ['2', 'boris', false],
    ['2', 'boris', false],
  ])
  expect(soldOutDishes(stateOf(house), [grill]).map(({ itemId }) => itemId)).toEqual([soup])
  expect(soldOutDishes(stateOf(house), ['cold' as StationId])).toEqual([])
  for (const { orderId, lineId } of linesWaiting(stateOf(house), soup))
    house.do('carla', 'ask.raise', { orderId, lineId, message: 'sold-out', substitutes: [] })
  expect(linesWaiting(stateOf(house), soup).map(({ ask }) => ask)).toEqual(['open', 'open', 'open'])
  expect(soldOutDishes(stateOf(house), [grill])).toEqual([])
  const begun = [...house.state.tickets.values()].find(({ orderId }) => orderId === first)
  if (begun === undefined) throw new Error('no ticket')
  house.do('carla', 'ticket.start', { ticketId: begun.id })
  expect(linesWaiting(stateOf(house), soup).filter(({ orderId }) => orderId === first)).toEqual([])
})
