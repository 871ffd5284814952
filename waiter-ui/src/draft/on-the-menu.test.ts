import { draftedAgain, roundAgain } from '@comanda/shared/domain/again'
import { House } from '@comanda/shared/domain/testing/house'
import { expect, test } from 'vitest'
import { onTheMenu } from './on-the-menu.ts'

test('[ORD-7] a line or its round again, without what has left the menu, at the price of now', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'beer', 'soup')
  const order = house.order(orderId)
  const beer = house.line(orderId, 'beer')
  expect(onTheMenu(house.state, [draftedAgain(beer)], house.now)).toMatchObject([
    { itemId: 'beer', draftedAt: house.now },
  ])
  const { soup: _gone, ...items } = house.state.catalog.items as Record<string, never>
  const shorter = { ...house.state, catalog: { ...house.state.catalog, items } }
  expect(onTheMenu(shorter, roundAgain(order, beer.roundId), house.now).map(({ itemId }) => itemId)).toEqual(['beer'])
})
