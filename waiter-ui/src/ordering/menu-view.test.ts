import { House } from '@comanda/shared/domain/testing/house'
import { smallCatalog } from '@comanda/shared/domain/testing/small-restaurant'
import type { Item } from '@comanda/shared/model/menu'
import type { Allergy } from '@comanda/shared/model/order'
import { describe, expect, test } from 'vitest'
import { categoriesOf, dishMark, hasNoStation, questionOf, substitutesFor, supplyOf } from './menu-view.ts'

const dish = (id: string): Item => {
  const item = smallCatalog.items[id as Item['id']]
  if (item === undefined) throw new Error(`no ${id}`)
  return item
}

const allergy = (more: Partial<Allergy>): Allergy =>
  ({ id: 'a', allergens: [], declaredAt: 0, ...more }) as unknown as Allergy

describe('[ORD-10] what a button says of what is left', () => {
  const count = (more: Record<string, unknown>) =>
    supplyOf({ itemId: 'soup', soldOut: false, pinned: false, at: 0, ...more } as never)

  test('more than five is grey, five to one amber, none is 86', () => {
    expect([count({ left: 6 }), count({ left: 5 }), count({ left: 1 }), count({ left: 0 })]).toEqual([
      'counted',
      'few',
      'few',
      'out',
    ])
    expect([count({}), count({ soldOut: true }), supplyOf(undefined)]).toEqual(['plenty', 'out', 'plenty'])
  })

  test('a dish that is out offers what the menu names, if that can be had', () => {
    const house = new House()
    expect(substitutesFor(house.state, dish('salad')).map(({ id }) => id)).toEqual(['soup'])
    house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: true })
    expect(substitutesFor(house.state, dish('salad')).map(({ id }) => id)).toEqual(['bread'])
  })
})

test('[ORD-9] a dish whose stations are all off says so on its button', () => {
  const house = new House()
  expect(hasNoStation(house.state, dish('waffle'))).toBe(true)
  expect(hasNoStation(house.state, dish('soup'))).toBe(false)
  expect(hasNoStation(house.state, dish('bread'))).toBe(false)
})

describe('[ORD-5] dishes that an allergy concerns are marked in the menu', () => {
  test('for the seat that is chosen, and for everybody while none is', () => {
    const nuts = allergy({ seat: 2, allergens: ['nuts'] })
    const mark = (seat: number | undefined) => dishMark(smallCatalog, dish('salad'), [nuts], seat).kind
    expect([mark(2), mark(1), mark(undefined)]).toEqual(['contains', 'clear', 'contains'])
  })

  test('a dish that nobody recorded says so; nothing is said while nothing is declared', () => {
    expect(dishMark(smallCatalog, dish('trout'), [allergy({ allergens: ['fish'] })], undefined).kind).toBe(
      'not-recorded',
    )
    expect(dishMark(smallCatalog, dish('trout'), [], undefined).kind).toBe('clear')
  })
})

test('[ORD-20] an open price and a weight are asked before the dish is drafted', () => {
  const asked = ['special', 'ham', 'cola'].map((id) => questionOf(smallCatalog, dish(id)))
  expect(asked).toEqual(['price', 'weight', undefined])
})

test('categories come in the order of the menu', () => {
  const places = categoriesOf(smallCatalog).map(({ position }) => position)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
