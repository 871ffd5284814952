// The schedules are worth something only if everything happened in them: every command that a device may give, taken and
// refused, every kind of fault, and every way that a device can come back.
import { expect, test } from 'vitest'
import { offeredTypes } from './people/choose.ts'
import { playSchedules, type Totals } from './schedules.ts'
import { stepKinds } from './world/plan.ts'

/** Little or nothing stands against these: what is over already changes nothing. */
const hardlyRefused = new Set<string>([
  'cash.open',
  'clock.confirm',
  'round.dismiss',
  'call.cancel',
  'call.resolve',
  'table.clear',
])

const missing = (totals: Totals, wanted: readonly string[]): string[] => wanted.filter((what) => !totals.has(what))

test('[P-2] every command and every fault has its part in the schedules', async () => {
  const totals = await playSchedules({
    weather: 'everything',
    count: 80,
    taps: 140,
    nodes: (index) => 1 + (index % 2),
    mustHappen: [],
  })
  expect(
    missing(
      totals,
      stepKinds.map((kind) => `step ${kind}`),
    ),
  ).toEqual([])
  expect(
    missing(
      totals,
      offeredTypes.map((type) => `offered ${type}`),
    ),
  ).toEqual([])
  const done = offeredTypes.map((type) => `done ${type}`)
  expect(missing(totals, done)).toEqual([])
  const refused = offeredTypes.filter((type) => !hardlyRefused.has(type)).map((type) => `refused ${type}`)
  expect(missing(totals, refused)).toEqual([])
  const events = ['day.rolled', 'day.closed', 'access.revoked', 'order.unmerged', 'order.reopened', 'catalog.published']
  expect(
    missing(
      totals,
      events.map((type) => `event ${type}`),
    ),
  ).toEqual([])
  const ways = [
    'welcome resume',
    'welcome snapshot',
    'answered forked',
    'command came again',
    'start from a snapshot',
    'device cut off',
  ]
  expect(missing(totals, ways)).toEqual([])
})
