import { expect, test } from 'vitest'
import { PersistentTable } from './persistent-table.ts'
import type { State } from './state.ts'
import { canonical, stateFromJson, stateJsonParts, stateToJson } from './state-json.ts'
import { smallRestaurant } from './testing/small-restaurant.ts'

const withAliases = (count: number): State => {
  const names = Array.from(
    { length: count },
    (_, index) => [`order-${String(index).padStart(5)}`, `other-${String(index).padStart(5)}`] as const,
  )
  return { ...smallRestaurant(), aliases: PersistentTable.from(names) as State['aliases'] }
}

test.each([0, 1, 15, 16, 17, 32, 1_000])(
  'the text of a state with %i entries in a table is read back the same',
  (count) => {
    const state = withAliases(count)
    expect(canonical(stateFromJson(stateToJson(state)))).toEqual(canonical(state))
  },
)

test('no piece of the text grows with the number of entries', () => {
  const longest = (count: number) => Math.max(...[...stateJsonParts(withAliases(count))].map(({ length }) => length))
  expect(longest(5_000)).toBe(longest(500))
})
