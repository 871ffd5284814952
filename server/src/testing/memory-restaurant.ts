// A whole restaurant in memory on a clock that the test holds: everything is real but the disk and the network.

import type { Access } from '@comanda/db/access'
import { facts } from '@comanda/db/facts'
import { createMemoryAccess } from '@comanda/db/memory/access'
import { createMemoryDisk, type MemoryDisk } from '@comanda/db/memory/disk'
import { type MemoryFaults, openMemoryLog } from '@comanda/db/memory/log'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { Engine } from '../engine.ts'
import { initRestaurant, type RestaurantDescription } from '../init-restaurant.ts'
import { firstSettings } from '../restaurant/first-settings.ts'
import { type OpenRestaurant, openRestaurant } from '../restaurant/open-restaurant.ts'
import { countingRandom } from './counting-random.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'

/** A Friday evening. */
const evening: Millis = Date.UTC(2026, 4, 8, 18, 0)

export type TestRestaurant = {
  readonly time: VirtualTime
  readonly disk: MemoryDisk
  readonly engine: Engine
  readonly access: Access
  readonly restaurant: OpenRestaurant
  readonly bugs: unknown[]
  readonly failStops: unknown[]
  readonly unavailable: unknown[]
}

export type Description = Pick<RestaurantDescription, 'restaurantId' | 'pins'> & {
  readonly changes: readonly RestaurantDescription['changes'][number][]
}

export function memoryEngine(disk: MemoryDisk, access: Access, faults: MemoryFaults = {}): Engine {
  const log = openMemoryLog({ disk, project: facts.project, random: countingRandom(7), upcast: currentUpcast, faults })
  return { log, access, close: () => log.close() }
}

export async function initOnDisk(
  described: Description,
  time: VirtualTime,
): Promise<{ disk: MemoryDisk; access: Access }> {
  const disk = createMemoryDisk()
  const access = createMemoryAccess()
  const ports = { clock: time.clock, timers: time.timers, random: countingRandom(), soon: time.soon }
  await initRestaurant(memoryEngine(disk, access), { ...described, changes: [...described.changes] }, ports)
  return { disk, access }
}

export async function openOnDisk(
  on: { disk: MemoryDisk; access: Access; time: VirtualTime; id: RestaurantId },
  faults: MemoryFaults = {},
): Promise<TestRestaurant> {
  const { disk, access, time, id } = on
  const engine = memoryEngine(disk, access, faults)
  const opened = await engine.log.load(id)
  if (opened === undefined) throw new Error(`no ${id} on this disk`)
  const bugs: unknown[] = []
  const failStops: unknown[] = []
  const unavailable: unknown[] = []
  const restaurant = await openRestaurant(id, opened, {
    log: engine.log,
    clock: time.clock,
    timers: time.timers,
    random: countingRandom(100),
    soon: time.soon,
    settings: firstSettings,
    shared: false,
    useApproval: (approvalId, command) => access.useApproval(id, approvalId, command, time.clock.now()),
    dayOf: async () => undefined,
    failStop: (cause) => failStops.push(cause),
    watch: {
      committed: () => {},
      unavailable: (cause) => unavailable.push(cause),
      bug: (_, cause) => bugs.push(cause),
      failed: (_, cause) => bugs.push(cause),
    },
  })
  return { time, disk, engine, access, restaurant, bugs, failStops, unavailable }
}

export async function testRestaurant(described: Description, faults: MemoryFaults = {}): Promise<TestRestaurant> {
  const time = virtualTime(evening)
  const made = await initOnDisk({ ...described, pins: {} }, time)
  return openOnDisk({ ...made, time, id: described.restaurantId }, faults)
}
