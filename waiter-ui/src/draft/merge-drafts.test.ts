import { describe, expect, test } from 'vitest'
import { atTable, written } from '../testing/written.ts'
import type { Draft } from './draft.ts'
import { declareAllergy, setCovers, setOrderNote } from './draft-edit.ts'
import { mergeDrafts } from './merge-drafts.ts'

const now = 1_000
const draft = (...lines: string[]): Draft => written(atTable('t1'), now, ...lines)

describe('[ORD-2] two drafts of one party become one', () => {
  test('with dishes, note, guests and allergies of both', () => {
    const nuts = { seat: 2, allergens: ['nuts'] as const }
    const into = declareAllergy(setOrderNote(draft('soup'), 'birthday', now), nuts, now)
    const from = declareAllergy(setCovers(setOrderNote(draft('cola'), 'in a hurry', now), 3, now), nuts, now)
    expect(mergeDrafts(into, from)).toMatchObject({
      entries: [{ line: { itemId: 'soup' } }, { line: { itemId: 'cola' } }],
      note: 'birthday; in a hurry',
      covers: 3,
      allergies: [nuts],
    })
  })

  test('a draft that holds an allergy and no dish yet gives it along', () => {
    const from = declareAllergy(draft(), { allergens: ['milk'] }, now)
    expect(mergeDrafts(draft('soup'), from)?.allergies).toEqual([{ allergens: ['milk'] }])
  })

  test('what came back stays marked, and why a round was refused stays said', () => {
    const into = { ...draft('soup'), problem: { code: 'no-live-station' } }
    const [entry] = draft('salad').entries
    if (entry === undefined) throw new Error('nothing is written')
    const from: Draft = { ...draft('salad'), entries: [{ ...entry, cameBack: 'sold-out' }] }
    const merged = mergeDrafts(into, from)
    expect(merged?.problem).toEqual({ code: 'no-live-station' })
    expect(merged?.entries.map(({ cameBack }) => cameBack)).toEqual([undefined, 'sold-out'])
  })
})

describe('[ORD-18] what was eaten already is never cooked', () => {
  test('it stays a record where there is nothing else', () => {
    expect(mergeDrafts(draft(), { ...draft('soup'), recordOnly: true })?.recordOnly).toBe(true)
    const both = mergeDrafts({ ...draft('cola'), recordOnly: true }, { ...draft('soup'), recordOnly: true })
    expect(both?.recordOnly).toBe(true)
  })

  test('it is never mixed with dishes that are to be cooked, whichever was there first', () => {
    expect(mergeDrafts(draft('cola'), { ...draft('soup'), recordOnly: true })).toBeUndefined()
    expect(mergeDrafts({ ...draft('cola'), recordOnly: true }, draft('soup'))).toBeUndefined()
  })

  test('a mark on a draft without dishes does not keep what is to be cooked from the kitchen', () => {
    expect(mergeDrafts({ ...draft(), recordOnly: true }, draft('soup'))).not.toHaveProperty('recordOnly')
  })
})
