import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import type { ItemId } from '@comanda/shared/model/ids'
import type { Item } from '@comanda/shared/model/menu'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../draft/draft.ts'
import { atTable, written } from '../testing/written.ts'
import { addDish, takeInstead } from './tap-dish.ts'

const state = smallRestaurant()

const dish = (name: string): Item => {
  const item = state.catalog.items[name as ItemId]
  if (item === undefined) throw new Error(`there is no ${name}`)
  return item
}

/** Two soups for seat 3 that ran out, and the soup's row. */
function ranOut() {
  const draft = signal<Draft>(written(atTable('t1'), 5, { itemId: 'soup' as ItemId, quantity: 2, seat: 3 }, 'cola'))
  const sheet = signal<{ kind: string; place?: object } | undefined>(undefined)
  const change = (make: (draft: Draft, now: number) => Draft) => {
    draft.value = make(draft.peek(), 6)
  }
  const party = { state: signal(state), catalog: signal(state.catalog), draft, view: { sheet }, change }
  return { party: party as never, draft, sheet }
}

const rows = ({ value }: { value: Draft }) =>
  value.entries.map(({ line }) => [line.itemId, line.quantity, line.seat] as const)

describe('[ORD-10] what is taken instead of a row that ran out', () => {
  test('takes its place at once where nothing is asked', () => {
    const { party, draft } = ranOut()
    takeInstead(party, dish('salad'), 1)
    expect(rows(draft)).toEqual([
      ['cola', 1, undefined],
      ['salad', 2, 3],
    ])
  })

  test('what it asks is answered first: until then the row stays, and afterwards it is gone', () => {
    const { party, draft, sheet } = ranOut()
    takeInstead(party, dish('ham'), 1)
    expect(sheet.value).toMatchObject({ kind: 'amount', place: { seat: 3, insteadOf: 1 } })
    expect(rows(draft)).toEqual([
      ['soup', 2, 3],
      ['cola', 1, undefined],
    ])
    addDish(party, dish('ham'), [], { grams: 300 }, sheet.value?.place as never)
    expect(rows(draft)).toEqual([
      ['cola', 1, undefined],
      ['ham', 1, 3],
    ])
  })
})
