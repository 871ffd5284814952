import { expect, test } from 'vitest'
import { atTable, written } from '../testing/written.ts'
import { leftAfter, leftDrafts } from './left-drafts.ts'
import { hereOf } from './tell-others.ts'

const at = 1_000_000

test('[ORD-2] a draft that nobody touched for two minutes asks for attention, an empty one never', () => {
  const drafts = [written(atTable('t1'), at, 'soup'), written(atTable('t2'), at)]
  expect(leftDrafts(drafts, at + leftAfter - 1)).toEqual([])
  expect(leftDrafts(drafts, at + leftAfter)).toEqual([drafts[0]])
})

test('[ORD-2] others hear at which table somebody is and how many lines wait, and nothing of what is in them', () => {
  const drafts = [written(atTable('t1'), at, 'soup', 'soup'), written(atTable('t2'), at + 5, 'cola')]
  const nowhere = () => undefined
  expect(hereOf({ at: 'table', tableId: 't1' as never }, drafts, nowhere, undefined)).toEqual({
    tableId: 't1',
    draftLines: 2,
  })
  expect(hereOf({ at: 'home' }, drafts, nowhere, undefined)).toEqual({ tableId: 't2', draftLines: 1 })
  expect(hereOf({ at: 'home' }, [], nowhere, undefined)).toEqual({})
  expect(hereOf({ at: 'order', orderId: 'o' as never }, drafts, () => 't3' as never, undefined)).toEqual({
    tableId: 't3',
    draftLines: 0,
  })
})

test('[ORD-2] nobody is told to be at a table because of what another wrote on the same tablet', () => {
  const drafts = [{ ...written(atTable('t1'), at, 'soup'), by: 'ana' as never }]
  expect(hereOf({ at: 'home' }, drafts, () => undefined, 'leo' as never)).toEqual({})
  expect(hereOf({ at: 'home' }, drafts, () => undefined, 'ana' as never)).toEqual({ tableId: 't1', draftLines: 1 })
})
