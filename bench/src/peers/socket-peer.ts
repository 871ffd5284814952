// The floor and bare ws: the order's JSON goes up as it is and comes down as it is; answers come in the order of asking.
import { findKeys } from '../order/order.ts'
import type { Peer, PeerAddress, Submitter } from './peer.ts'
import { openSocketLink } from './socket-link.ts'

interface Asked {
  answered(): void
  failed(error: Error): void
}

export function socketPeer({ port }: PeerAddress): Peer {
  const url = `ws://127.0.0.1:${port}`
  return {
    connectSubmitter: () => connectSubmitter(`${url}/submit`),
    connectScreen: (_index, seen) => openSocketLink(`${url}/screen`, (frame) => findKeys(frame, seen)),
  }
}

async function connectSubmitter(url: string): Promise<Submitter> {
  let asked: Asked[] = []
  let live = true
  const link = await openSocketLink(url, () => asked.shift()?.answered())

  const failWhenLost = async (): Promise<void> => {
    await link.lost()
    live = false
    const unanswered = asked
    asked = []
    for (const { failed } of unanswered) failed(new Error('lost before the answer'))
  }
  void failWhenLost()

  return {
    ...link,
    resume: async () => {
      await link.resume()
      live = true
      void failWhenLost()
    },
    submit: (order) =>
      new Promise((resolve, reject) => {
        if (!live) return reject(new Error('not connected'))
        asked.push({ answered: resolve, failed: reject })
        link.send(JSON.stringify(order))
      }),
  }
}
