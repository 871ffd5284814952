import { casaLola } from '@comanda/demo/restaurant'
import { canonical } from '@comanda/shared/domain/state-json'
import { expect, it } from 'vitest'
import { systemSoon } from '../adapters/system-time.ts'
import { countingRandom } from '../testing/counting-random.ts'
import { type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import { rehearse } from './rehearsal.ts'

const partsOf = (on: TestRestaurant, failures: unknown[]) => ({
  restaurant: on.restaurant,
  clock: on.time.clock,
  random: countingRandom(3),
  soon: systemSoon,
  failed: (cause: unknown) => failures.push(cause),
})

it('plays rounds of the real menu, and leaves the restaurant and its log as they were', async () => {
  const on = await testRestaurant(casaLola)
  const failures: unknown[] = []
  const before = canonical(on.restaurant.state())
  const told: unknown[] = []
  on.restaurant.actor.onCommitted((committed) => told.push(committed))
  const played = await rehearse(partsOf(on, failures), () => false)
  expect(played).toBe(600)
  expect(failures).toEqual([])
  expect(told).toEqual([])
  expect(canonical(on.restaurant.state())).toEqual(before)
  expect(await on.engine.log.readAfter(casaLola.restaurantId, on.restaurant.head(), 10)).toEqual([])
})

it('ends when the program does', async () => {
  const on = await testRestaurant(casaLola)
  let asked = 0
  const stopped = (): boolean => {
    asked += 1
    return asked > 5
  }
  expect(await rehearse(partsOf(on, []), stopped)).toBe(5)
})
