import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RestaurantDescription } from './init-restaurant.ts'
import { testRestaurant } from './testing/memory-restaurant.ts'

it('makes the restaurant that the documents give to begin from', async () => {
  const example = new URL('../../docs/restaurant.example.json', import.meta.url)
  const described = RestaurantDescription.parse(JSON.parse(readFileSync(example, 'utf8')))
  const { restaurant } = await testRestaurant(described)
  const { people, items } = restaurant.state().catalog
  expect(Object.keys(items)).toHaveLength(described.changes.filter(({ kind }) => kind === 'item').length)
  const owners = Object.values(people).filter((person) => person?.roles.includes('owner'))
  expect(owners.map((person) => person?.id).every((id) => id !== undefined && id in described.pins)).toBe(true)
  expect(owners).not.toHaveLength(0)
})
