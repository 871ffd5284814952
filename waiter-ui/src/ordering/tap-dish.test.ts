import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import type { ItemId } from '@comanda/shared/model/ids'
import type { Item } from '@comanda/shared/model/menu'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../draft/draft.ts'
import { atTable, written } from '../testing/written.ts'
import { amountAgain, finishDish } from './finish-dish.ts'
import type { OpenSheet } from './party.ts'
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

test('[ORD-20] a dish that is weighed after its choices keeps all that was said of it: note, seat, how many, course', () => {
  const { party, draft, sheet } = ranOut()
  const wanted = { choices: [], note: ' thin slices ', seat: 2, course: 2, quantity: 3, ownBar: false }
  finishDish({ party, item: dish('ham'), place: { seat: undefined }, onClose: () => {} }, wanted)
  expect(rows(draft)).toHaveLength(2)
  const asked = sheet.value as Extract<OpenSheet, { kind: 'amount' }>
  expect(asked).toMatchObject({ kind: 'amount', what: 'weight' })
  addDish(party, asked.item, asked.choices, { ...asked.details, grams: 150 }, asked.place)
  const said = { itemId: 'ham', grams: 150, quantity: 3, note: 'thin slices', seat: 2, course: 2, modifiers: [] }
  expect(draft.value.entries.at(-1)?.line).toEqual(said)
})

test('[ORD-20] a drafted row is weighed again, and what else was changed of it is kept', () => {
  const { party, draft, sheet } = ranOut()
  addDish(party, dish('ham'), [], { grams: 150 }, { seat: 1 })
  const entry = draft.value.entries.at(-1)
  if (entry === undefined) throw new Error('nothing is drafted')
  const wanted = { choices: [], note: 'thin', seat: 1, course: undefined, quantity: 1, ownBar: false }
  amountAgain({ party, item: dish('ham'), entry, onClose: () => {} }, wanted)?.()
  expect(sheet.value).toMatchObject({ kind: 'amount', what: 'weight', row: entry.key })
  expect(draft.value.entries.at(-1)?.line).toMatchObject({ grams: 150, note: 'thin' })
  expect(amountAgain({ party, item: dish('soup'), entry, onClose: () => {} }, wanted)).toBeUndefined()
})

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
