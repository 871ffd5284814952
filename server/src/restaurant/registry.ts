// The restaurants that are open here. Each is opened once, however many ask at the same moment.

import type { Log } from '@comanda/db/log'
import type { RestaurantId } from '@comanda/shared/model/ids'
import { type OpenPorts, type OpenRestaurant, openRestaurant } from './open-restaurant.ts'

export class Registry {
  readonly #log: Log
  readonly #portsOf: (id: RestaurantId) => OpenPorts
  readonly #open = new Map<RestaurantId, Promise<OpenRestaurant | undefined>>()

  constructor(log: Log, portsOf: (id: RestaurantId) => OpenPorts) {
    this.#log = log
    this.#portsOf = portsOf
  }

  /** undefined: there is no such restaurant here. */
  open(id: RestaurantId): Promise<OpenRestaurant | undefined> {
    const known = this.#open.get(id)
    if (known !== undefined) return known
    const opening = this.#log.load(id).then((opened) => {
      if (opened !== undefined) return openRestaurant(id, opened, this.#portsOf(id))
      this.#open.delete(id)
      return undefined
    })
    opening.catch(() => this.#open.delete(id))
    this.#open.set(id, opening)
    return opening
  }

  async all(): Promise<readonly OpenRestaurant[]> {
    const opened = await Promise.all(this.#open.values())
    return opened.filter((one) => one !== undefined)
  }

  async stop(): Promise<void> {
    for (const restaurant of await this.all()) await restaurant.stop()
  }
}
