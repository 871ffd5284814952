import type { AllDayModifier } from '@comanda/shared/domain/all-day'
import { expect, test } from 'vitest'
import { dishTotals } from './panel.tsx'

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
