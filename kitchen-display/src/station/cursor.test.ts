import { expect, test } from 'vitest'
import type { SlipView } from '../slip/slip-view.ts'
import { blockerOf, moved } from './cursor.ts'

type Some = { id?: string; version?: number; told?: boolean; bumpedAt?: number; voids?: number; allergySeen?: boolean }

const view = ({ id = 't1', version = 1, told = false, voids = 0, allergySeen = true, ...more }: Some): SlipView =>
  ({
    ticket: { id, version, ...more },
    allergies: [{ id: 'a' }],
    allergySeen,
    openVoids: voids,
    groups: [
      {
        told,
        lines: [
          { lineId: 'l1', done: true },
          { lineId: 'l2', done: false, ...(voids > 0 ? { voided: 'wish' } : {}) },
          { lineId: 'l3', done: false },
        ],
      },
    ],
  }) as unknown as SlipView

test('[KDS-7] [KDS-19] the keys walk from the unseen allergy over the lines, and begin at what is not done', () => {
  expect(moved(view({}), undefined, 1)).toBe('l2')
  expect(moved(view({}), 'l2', 1)).toBe('l3')
  expect(moved(view({}), 'l3', 1)).toBe('l3')
  expect(moved(view({}), 'l2', -1)).toBe('l1')
  expect(moved(view({ allergySeen: false }), undefined, 1)).toBe('allergies')
})

test('[KDS-10] [KDS-19] an unseen allergy stands in the way of a bump, then a void without verdict, then nothing', () => {
  expect(blockerOf(view({ allergySeen: false, voids: 1 }))).toEqual({ kind: 'allergies' })
  expect(blockerOf(view({ voids: 1 }))).toMatchObject({ kind: 'line', lineId: 'l2' })
  expect(blockerOf(view({}))).toBeUndefined()
})
