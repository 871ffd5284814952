import { House } from '@comanda/shared/domain/testing/house'
import type { ItemId, StationId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { countRows } from './count-rows.ts'

test('[ORD-10] [KDS-9] what ran out stands before what is counted down; whose it is and what is kept is known', () => {
  const house = new House()
  const rows = () => countRows(house.rooms.get('kitchen') ?? house.state, ['grill' as StationId])
  expect(countRows(undefined, [])).toEqual([])
  house.do('carla', 'item.count', { itemId: 'soup' as ItemId, left: 4, pinned: true })
  house.do('carla', 'item.sold-out', { itemId: 'cake' as ItemId, soldOut: true })
  expect(rows()).toMatchObject([
    { itemId: 'cake', left: 0, pinned: false, isOwn: false },
    { itemId: 'soup', left: 4, pinned: true, isOwn: true },
  ])
  house.do('carla', 'item.sold-out', { itemId: 'cake' as ItemId, soldOut: false })
  expect(rows().map(({ itemId }) => itemId)).toEqual(['soup'])
})
