// A new restaurant: its log is made, its first menu, floor and staff are published, its people get their PINs.
// Safe to repeat: what a crash left half done is finished.

import type { Log, Opened } from '@comanda/db/log'
import { CatalogChange } from '@comanda/shared/model/catalog'
import { type CommandId, type LogId, RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import { z } from 'zod'
import { PinHasher } from './access/pin-hash.ts'
import { newId } from './access/secrets.ts'
import type { Engine } from './engine.ts'
import { firstSettings } from './restaurant/first-settings.ts'
import { type OpenRestaurant, openRestaurant } from './restaurant/open-restaurant.ts'
import type { Outcome } from './restaurant/waiting.ts'

export const RestaurantDescription = z.strictObject({
  restaurantId: RestaurantId,
  changes: z.array(CatalogChange).min(1).max(5_000),
  pins: z.record(StaffId, z.string().regex(/^\d{4,12}$/, 'four to twelve digits')),
})
export type RestaurantDescription = z.infer<typeof RestaurantDescription>

export class InitRefused extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'InitRefused'
  }
}

export type InitPorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly random: RandomBytes
  readonly soon: (run: () => void) => void
}

export async function initRestaurant(
  { log, access }: Engine,
  { restaurantId, changes, pins }: RestaurantDescription,
  ports: InitPorts,
): Promise<void> {
  const others = (await log.restaurants()).filter((id) => id !== restaurantId)
  if (others.length > 0) throw new InitRefused(`there is a restaurant here already: ${others.join(', ')}`)
  const opened = (await log.load(restaurantId)) ?? (await log.create(restaurantId, newId<LogId>(ports.random)))
  await publishOnce(log, opened, changes, restaurantId, ports)
  const hasher = new PinHasher(ports.random)
  for (const [staffId, pin] of Object.entries(pins)) {
    await access.setPinHash(restaurantId, StaffId.parse(staffId), await hasher.hash(pin))
  }
}

async function publishOnce(
  log: Log,
  opened: Opened,
  changes: CatalogChange[],
  restaurantId: RestaurantId,
  ports: InitPorts,
) {
  const fail = (cause: unknown): never => {
    throw cause
  }
  const restaurant = await openRestaurant(restaurantId, opened, {
    ...ports,
    log,
    settings: firstSettings,
    shared: false,
    useApproval: async () => undefined,
    dayOf: async () => undefined,
    failStop: fail,
    watch: {
      committed: () => {},
      unavailable: fail,
      bug: (_, cause) => fail(cause),
      failed: (_, cause) => fail(cause),
    },
  })
  const isNew = Object.keys(restaurant.state().catalog.people).length === 0
  const outcome = isNew ? await publish(restaurant, changes, ports) : undefined
  await restaurant.stop()
  const refused = outcome !== undefined && !(outcome.kind === 'answered' && outcome.answer.ok)
  if (refused) throw new InitRefused(`the description was refused: ${JSON.stringify(outcome)}`)
}

function publish(restaurant: OpenRestaurant, changes: CatalogChange[], { clock, random }: InitPorts): Promise<Outcome> {
  const id = newId<CommandId>(random)
  return new Promise((resolve) => {
    restaurant.actor.submit({
      id,
      asked: { kind: 'read', command: { id, type: 'catalog.publish', args: { changes } } },
      asking: { kind: 'system' },
      writtenAt: clock.now(),
      reply: resolve,
      prepared: {},
    })
  })
}
