// The restaurants that are open here. Each is opened once, however many ask at the same moment.

import type { Log } from '@comanda/db/log'
import type { ErrorCode } from '@comanda/shared/domain/errors'
import type { RestaurantId } from '@comanda/shared/model/ids'
import { type OpenPorts, type OpenRestaurant, openRestaurant } from './open-restaurant.ts'

export class Registry {
  readonly #log: Log
  readonly #portsOf: (id: RestaurantId) => OpenPorts
  readonly #ready: OpenRestaurant[] = []
  readonly #open = new Map<RestaurantId, Promise<OpenRestaurant | undefined>>()

  constructor(log: Log, portsOf: (id: RestaurantId) => OpenPorts) {
    this.#log = log
    this.#portsOf = portsOf
  }

  /** undefined: there is no such restaurant here. */
  open(id: RestaurantId): Promise<OpenRestaurant | undefined> {
    const known = this.#open.get(id)
    if (known !== undefined) return known
    const opening = this.#openNow(id)
    opening.catch(() => this.#open.delete(id))
    this.#open.set(id, opening)
    return opening
  }

  async #openNow(id: RestaurantId): Promise<OpenRestaurant | undefined> {
    const opened = await this.#log.load(id)
    if (opened === undefined) {
      this.#open.delete(id)
      return undefined
    }
    const restaurant = await openRestaurant(id, opened, this.#portsOf(id))
    this.#ready.push(restaurant)
    return restaurant
  }

  async all(): Promise<readonly OpenRestaurant[]> {
    const opened = await Promise.all(this.#open.values())
    return opened.filter((one) => one !== undefined)
  }

  /** Now, without waiting: the program is about to end. */
  closeSockets(code: ErrorCode): void {
    for (const restaurant of this.#ready) restaurant.hub.closeAll(code)
  }

  async stop(): Promise<void> {
    for (const restaurant of await this.all()) await restaurant.stop()
  }
}
