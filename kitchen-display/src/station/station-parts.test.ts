import type { AllDayModifier } from '@comanda/shared/domain/all-day'
import { expect, test } from 'vitest'
import { readSetup, stationsFor } from '../setup/setup.ts'
import { burnt, paceAt } from '../slip/pace.ts'
import type { SlipView } from '../slip/slip-view.ts'
import { readable } from '../slip/slip-view.ts'
import { heardOf, newsOf } from '../sound/news.ts'
import { isDouble } from './contact-guard.ts'
import { blockerOf, moved } from './cursor.ts'
import { oldnessOf } from './oldness.ts'
import { dishTotals } from './panel.tsx'

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

test('[KDS-3] it warns at 75 % of the target and is late at 100 %', () => {
  expect(paceAt(0, 1000, 749)).toBe('on-time')
  expect(paceAt(0, 1000, 750)).toBe('warn')
  expect(paceAt(0, 1000, 999)).toBe('warn')
  expect(paceAt(0, 1000, 1000)).toBe('late')
  expect([burnt(0, 1000, -5), burnt(0, 1000, 505), burnt(0, 1000, 9000)]).toEqual([0, 50, 100])
})

test('[KDS-4] a second contact at the same spot within 250 ms is the first one; elsewhere or later it is another', () => {
  const first = { at: 1000, x: 100, y: 100 }
  expect(isDouble(undefined, first)).toBe(false)
  expect(isDouble(first, { at: 1249, x: 105, y: 96 })).toBe(true)
  expect(isDouble(first, { at: 1250, x: 100, y: 100 })).toBe(false)
  expect(isDouble(first, { at: 1100, x: 100, y: 148 })).toBe(false)
})

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

test('[KDS-15] new and changed are heard once; what was told by mouth, brought back, or there from the start is not', () => {
  const old = view({ id: 'old' })
  expect(newsOf(undefined, [old])).toEqual({ sounds: [], changed: [] })
  const heard = heardOf([old])
  expect(newsOf(heard, [old, view({ id: 'new' }), view({ id: 'other' })]).sounds).toEqual(['new'])
  expect(newsOf(heard, [old, view({ id: 'told', told: true }), view({ id: 'back', bumpedAt: 5 })]).sounds).toEqual([])
  expect(newsOf(heard, [view({ id: 'old', version: 2 })])).toEqual({ sounds: ['changed'], changed: ['old'] })
})

test('[KDS-14] data is stale when the connection says so, and not live after two minutes', () => {
  expect(oldnessOf({ stale: false, link: 'live' }, 9e9)).toBe('fresh')
  expect(oldnessOf({ stale: true, link: 'offline', freshAt: 1000 }, 121_000)).toBe('stale')
  expect(oldnessOf({ stale: true, link: 'offline', freshAt: 1000 }, 121_001)).toBe('not-live')
})

test('[KDS-6] all day is one row a dish, its ways beneath, allergic ones apart', () => {
  const row = (kitchenName: string, fired: number, modifiers: AllDayModifier[], allergic = false, held = 0) => ({
    key: kitchenName,
    kitchenName,
    modifiers,
    allergic,
    fired,
    held,
  })
  const totals = dishTotals(
    [
      row('RIBEYE', 2, [{ kitchenName: 'RARE' }]),
      row('LEEKS', 1, []),
      row('RIBEYE', 1, [{ kitchenName: 'WELL' }], false, 2),
      row('RIBEYE', 1, [{ kitchenName: 'RARE' }], true),
      row('SALAD', 1, [
        { prefix: 'no', kitchenName: 'onion' },
        { prefix: 'on-side', kitchenName: 'OIL' },
      ]),
    ],
    { no: 'БЕЗ', extra: 'ЭКСТРА', onSide: 'отдельно' },
  )
  expect(totals.map(({ name, fired, held, allergic, ways }) => [name, fired, held, allergic, ways])).toEqual([
    ['Ribeye', 3, 2, false, ['2 rare', '1 well']],
    ['Leeks', 1, 0, false, []],
    ['Ribeye', 1, 0, true, ['1 rare']],
    ['Salad', 1, 0, false, ['1 БЕЗ ONION, oil отдельно']],
  ])
})

test('names in capitals are set as words; short ones and mixed ones stay', () => {
  expect(['SEA BASS', 'BBQ', 'T-BONE', 'Paella'].map(readable)).toEqual(['Sea bass', 'BBQ', 'T-bone', 'Paella'])
})

test('[KDS-16] what was set up is read again; what is odd in it counts as absent', () => {
  const viewing = { diagonalInches: 24, distanceMm: 2000 }
  expect(readSetup({ stationIds: ['grill'], viewing })).toMatchObject({ role: 'station', viewing, keysOn: true })
  expect(readSetup({ stationIds: [], viewing })).toBeUndefined()
  expect(readSetup({ stationIds: ['grill'], viewing: { diagonalInches: 'x' } })?.viewing.diagonalInches).toBe(22)
  expect(readSetup('nonsense')).toBeUndefined()
})

test('[KDS-13] the pass confirms for no station: only the glass that a cook looks at does', () => {
  const viewing = { diagonalInches: 24, distanceMm: 2000 }
  expect(stationsFor(readSetup({ role: 'expo', stationIds: ['grill'], viewing }))).toEqual([])
  expect(stationsFor(readSetup({ stationIds: ['grill'], viewing }))).toEqual(['grill'])
})
