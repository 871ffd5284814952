// What a person may want to do, from what their own device shows. undefined: nothing of that kind makes sense now.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { State } from '@comanda/shared/domain/state'
import type { StaffId } from '@comanda/shared/model/ids'
import type { Line, Order } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Millis } from '@comanda/shared/ports/time'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import type { SeededRandom } from '../../harness/seeded-random.ts'

export type Scene = {
  readonly view: State
  readonly random: SeededRandom
  readonly me: StaffId
  readonly stations: readonly string[]
  /** What the device takes for the server's time. */
  readonly now: Millis
}

export type Offer<Type extends DeviceCommandType> = (scene: Scene) => CommandOf<Type>['args'] | undefined
export type Offers<Type extends DeviceCommandType> = { readonly [One in Type]: Offer<One> }

export const pickOf = <Value>({ random }: Scene, values: readonly Value[]): Value | undefined =>
  values.length === 0 ? undefined : random.pick(values)

export const ordersOf = ({ view }: Scene): Order[] => [...view.orders.values()]

export const openOrders = (scene: Scene): Order[] => ordersOf(scene).filter(({ status }) => status === 'open')

export const pickOpen = (scene: Scene): Order | undefined => pickOf(scene, openOrders(scene))

/** Now and then somebody presses a button on a screen that is behind: any order will do then. */
export const pickAnyOrder = (scene: Scene): Order | undefined =>
  scene.random.chance(0.1) ? pickOf(scene, ordersOf(scene)) : pickOpen(scene)

export type OrderLine = { readonly order: Order; readonly line: Line }

export const linesWhere = (scene: Scene, holds: (line: Line, order: Order) => boolean): OrderLine[] =>
  openOrders(scene).flatMap((order) =>
    order.lines.filter((line) => holds(line, order)).map((line) => ({ order, line })),
  )

/** Mostly what the rules allow, once in a while anything: refusals are part of an evening. */
export const pickLine = (scene: Scene, holds: (line: Line, order: Order) => boolean): OrderLine | undefined =>
  pickOf(scene, linesWhere(scene, scene.random.chance(0.08) ? () => true : holds))

export const pickTicket = (scene: Scene, holds: (ticket: Ticket) => boolean): Ticket | undefined => {
  const anything = scene.random.chance(0.08)
  const tickets = [...scene.view.tickets.values()]
  const mine = tickets.filter(({ stationId }) => scene.stations.length === 0 || scene.stations.includes(stationId))
  return pickOf(
    scene,
    mine.filter((ticket) => anything || holds(ticket)),
  )
}

export const some = <Value>({ random }: Scene, values: readonly Value[], most: number): Value[] =>
  random.shuffled(values).slice(0, random.integer(1, Math.max(1, most)))
