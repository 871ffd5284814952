// The people of a run: submitters and screens connected to one server, and the orders that they place.
import { within } from '../clock.ts'
import { makeOrder, type Order, orderKey } from '../order/order.ts'
import { openPeer } from '../peers/open-peer.ts'
import type { Screen, Submitter } from '../peers/peer.ts'
import type { Target } from './job.ts'
import type { Recorder } from './recorder.ts'

const connectingAtOnce = 50
const connectWithinMs = 30_000
const settleWithinMs = 20_000

export interface Crowd {
  readonly submitters: readonly Submitter[]
  readonly screens: readonly Screen[]
  nextOrder(): Order
  settle(): Promise<void>
  leave(): Promise<void>
}

export async function gatherCrowd(target: Target, recorder: Recorder): Promise<Crowd> {
  const peer = openPeer(target.kind, target)
  let placed = 0
  const screens = await inGroups(target.screens, (index) =>
    peer.connectScreen(index, (key) => recorder.seen(index, key)),
  )
  const submitters = await inGroups(target.submitters, (index) =>
    peer.connectSubmitter(index, target.listening === 'everybody'),
  )
  const nextOrder = (): Order => {
    placed += 1
    return makeOrder(orderKey(placed), (placed - 1) % target.openOrders)
  }
  const settle = (): Promise<void> => within(settleWithinMs, `${recorder.underway()} orders`, recorder.settled())

  await openTheOrders(target, submitters, nextOrder, recorder)
  await settle()
  return {
    submitters,
    screens,
    nextOrder,
    settle,
    leave: async () => {
      await Promise.all([...submitters, ...screens].map((link) => link.close()))
    },
  }
}

async function openTheOrders(
  target: Target,
  submitters: readonly Submitter[],
  nextOrder: () => Order,
  recorder: Recorder,
): Promise<void> {
  let left = target.openOrders
  const placeWhileAnyAreLeft = async (submitter: Submitter): Promise<void> => {
    while (left > 0) {
      left -= 1
      const order = nextOrder()
      recorder.tap(order.key)
      await submitter.submit(order)
    }
  }
  await Promise.all(submitters.map(placeWhileAnyAreLeft))
}

async function inGroups<T>(count: number, connect: (index: number) => Promise<T>): Promise<T[]> {
  const connected: T[] = []
  while (connected.length < count) {
    const from = connected.length
    const group = Array.from({ length: Math.min(connectingAtOnce, count - from) }, (_, index) => connect(from + index))
    connected.push(...(await within(connectWithinMs, 'connecting', Promise.all(group))))
  }
  return connected
}
