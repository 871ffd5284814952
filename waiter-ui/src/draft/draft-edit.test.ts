import { draft as line } from '@comanda/shared/domain/testing/house'
import { describe, expect, test } from 'vitest'
import { atTable, written } from '../testing/written.ts'
import { dishCount } from './draft.ts'
import {
  addLine,
  allergyOf,
  changeLine,
  chooseSeat,
  declareAllergy,
  longestNote,
  setQuantity,
  withdrawAllergy,
  withNote,
} from './draft-edit.ts'

const now = 1_000

describe('[ORD-1] a tap adds one, the row takes one off', () => {
  test('the same dish for the same seat is one row with a count', () => {
    const draft = written(atTable('t1'), now, 'cola', 'cola', 'soup')
    expect(draft.entries.map((entry) => [entry.line.itemId, entry.line.quantity])).toEqual([
      ['cola', 2],
      ['soup', 1],
    ])
    expect(dishCount(draft)).toBe(3)
  })

  test('another seat, other choices or a note is a row of its own', () => {
    const draft = written(atTable('t1'), now, 'cola', { itemId: 'cola' as never, seat: 2 })
    const noted = addLine(draft, line({ itemId: 'cola' as never, note: 'no ice' }), now)
    expect(noted.entries).toHaveLength(3)
    expect(addLine(noted, line({ itemId: 'cola' as never, note: 'no ice' }), now).entries).toHaveLength(4)
  })

  test('what was weighed is each its own piece', () => {
    const piece = { itemId: 'ham' as never, grams: 300 }
    expect(written(atTable('t1'), now, piece, piece).entries).toHaveLength(2)
  })

  test('minus takes one, and the last one takes the row away', () => {
    const two = written(atTable('t1'), now, 'cola', 'cola')
    const one = setQuantity(two, 1, 1, now + 5)
    expect(one.entries[0]?.line.quantity).toBe(1)
    expect(one.changedAt).toBe(now + 5)
    expect(setQuantity(one, 1, 0, now).entries).toEqual([])
  })

  test('keys are never used twice, so that a row is never taken for another', () => {
    const gone = setQuantity(written(atTable('t1'), now, 'cola'), 1, 0, now)
    expect(addLine(gone, line('soup'), now).entries[0]?.key).toBe(2)
  })

  test('no row holds more than 99: what is more begins another', () => {
    const full = setQuantity(written(atTable('t1'), now, 'cola'), 1, 150, now)
    expect(full.entries[0]?.line.quantity).toBe(99)
    expect(addLine(full, line('cola'), now).entries).toHaveLength(2)
  })
})

describe('[ORD-10] what ran out lies here again, marked', () => {
  test('beside a fresh row of the same dish, and unmarked once somebody changed it', () => {
    const draft = addLine(written(atTable('t1'), now, 'soup'), line('soup'), now, 'sold-out')
    expect(draft.entries.map(({ cameBack }) => cameBack)).toEqual([undefined, 'sold-out'])
    const changed = changeLine(draft, 2, (one) => ({ ...one, quantity: 2 }), now)
    expect(changed.entries[1]?.cameBack).toBeUndefined()
  })
})

describe('[ORD-5] notes and allergies', () => {
  test('a note has 140 characters at most, and saying nothing is no note', () => {
    expect(withNote(line('soup'), 'x'.repeat(200)).note).toHaveLength(longestNote)
    expect(withNote(line({ itemId: 'soup' as never, note: 'hot' }), '  ')).not.toHaveProperty('note')
  })

  test('an allergy is for a seat or for all, from the list, in words, or both', () => {
    expect(allergyOf(3, ['nuts'], ' severe ')).toEqual({ seat: 3, allergens: ['nuts'], text: 'severe' })
    expect(allergyOf(undefined, [], 'kiwi')).toEqual({ allergens: [], text: 'kiwi' })
    expect(allergyOf(1, [], ' ')).toBeUndefined()
  })

  test('declared and withdrawn', () => {
    const nuts = { seat: 2, allergens: ['nuts'] as const }
    const declared = declareAllergy(written(atTable('t1'), now), nuts, now)
    expect(declared.allergies).toEqual([nuts])
    expect(withdrawAllergy(declared, nuts, now).allergies).toEqual([])
  })
})

test('[ORD-6] the seat chosen last stays, and may be none', () => {
  const seated = chooseSeat(written(atTable('t1'), now), 3)
  expect(seated.seat).toBe(3)
  expect(chooseSeat(seated, undefined)).not.toHaveProperty('seat')
})
