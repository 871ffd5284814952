// A manager publishes a new price by HTTP: the request is made again under the same id until it is answered.
import type { CommandId, ItemId, StaffId } from '@comanda/shared/model/ids'
import { seededRandom } from '../../harness/seeded-random.ts'
import { deviceIdOf } from './device.ts'
import type { World } from './world.ts'

const again = 2_500
const mostTries = 20

export function publish(world: World, node: number, salt: number): void {
  const random = seededRandom(`${world.plan.seed}/publish ${salt}`)
  const id = `publish-${salt}` as CommandId
  const itemId = random.pick(['cola', 'soup', 'cake', 'burger']) as ItemId
  const amount = random.integer(100, 3_000)
  let answered = false
  const ask = (tries: number): void => {
    if (answered || tries > mostTries) return
    world.scheduler.after(again, () => ask(tries + 1))
    const { restaurant, process } = world.nodes[node] ?? {}
    const item = restaurant?.state().catalog.items[itemId]
    if (restaurant === undefined || process?.alive !== true || item === undefined) return
    restaurant.actor.submit({
      id,
      asked: {
        kind: 'read',
        command: {
          id,
          type: 'catalog.publish',
          args: { changes: [{ kind: 'item', put: { ...item, price: { kind: 'fixed', amount } } }] },
        },
      },
      asking: { kind: 'staff', staffId: 'mo' as StaffId, deviceId: deviceIdOf(0) },
      writtenAt: process.clock.now(),
      reply: (outcome) => {
        answered = true
        world.witness.count(`publish ${outcome.kind}`)
      },
      prepared: {},
    })
  }
  ask(0)
}
