import { noFacts } from '@comanda/db/facts-port'
import { createMemoryDisk } from '@comanda/db/memory/disk'
import { openMemoryLog } from '@comanda/db/memory/log'
import { PersistentTable } from '@comanda/shared/domain/persistent-table'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { stateFromJson } from '@comanda/shared/domain/state-json'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId, RestaurantId } from '@comanda/shared/model/ids'
import { expect, it } from 'vitest'
import { countingRandom } from '../testing/counting-random.ts'
import { firstSettings } from './first-settings.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'

const restaurantId = RestaurantId.parse('r')
const project = noFacts.project

function busyRestaurant(aliases: number) {
  const disk = createMemoryDisk()
  const log = openMemoryLog({ disk, project, random: countingRandom(), upcast: currentUpcast })
  const names = Array.from({ length: aliases }, (_, index) => [`a${index}`, `b${index}`] as const)
  const full = { ...emptyState(firstSettings), aliases: PersistentTable.from(names) as State['aliases'] }
  const on = { seq: 0, turns: 0, clock: 0, timer: () => {}, failures: [] as unknown[] }
  const keeper = new SnapshotKeeper(
    {
      restaurantId,
      log,
      // each look at the clock finds another millisecond gone
      clock: { now: () => 0, monotonic: () => on.clock++ },
      timers: {
        after: (_delay, run) => {
          on.timer = run
          return () => {
            on.timer = () => {}
          }
        },
      },
      soon: (run) => {
        on.turns += 1
        on.seq += 1
        setImmediate(run)
      },
      state: () => ({ ...full, seq: on.seq }),
      failed: (cause) => on.failures.push(cause),
    },
    0,
  )
  const saved = () => disk.restaurants.get(restaurantId)?.snapshots ?? []
  return { on, log, keeper, saved }
}

it('a large state is written in many short turns and is the state of the moment it began', async () => {
  const { on, log, keeper, saved } = busyRestaurant(2_000)
  await log.create(restaurantId, LogId.parse('life'))
  on.seq = 1_000
  keeper.committed(1_000, [])
  on.timer()
  while (saved().length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(on.turns).toBeGreaterThan(20)
  const [snapshot] = saved()
  expect(snapshot?.seq).toBe(1_000)
  const read = stateFromJson(snapshot?.body ?? '')
  expect([read.seq, read.aliases.size]).toEqual([1_000, 2_000])
  expect(on.failures).toEqual([])
})

it('stopping in the middle leaves no snapshot and no failure behind', async () => {
  const { on, log, keeper, saved } = busyRestaurant(2_000)
  await log.create(restaurantId, LogId.parse('life'))
  on.seq = 1_000
  keeper.committed(1_000, [])
  on.timer()
  keeper.stop()
  const turns = on.turns
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect([on.turns, saved().length, on.failures]).toEqual([turns, 0, []])
})

it('while orders keep coming it waits, but not for ever', async () => {
  const { on, keeper } = busyRestaurant(0)
  on.seq = 1_000
  keeper.committed(1_000, [])
  on.seq = 1_500
  on.timer()
  on.seq = 31_000
  const planned = on.timer
  on.timer = () => {}
  planned()
  expect(on.timer.toString()).toBe('() => {}')
})
