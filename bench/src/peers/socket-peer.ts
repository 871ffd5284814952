// The floor and bare ws: the order's JSON goes up as it is and comes down as it is.
import { findKeys, orderText } from '../order/order.ts'
import { createAnswers } from './answers.ts'
import type { Peer, PeerAddress } from './peer.ts'
import { openSocketLink } from './socket-link.ts'

const stored = 'stored'
const firstFrameIsLive = (): boolean => true

export function socketPeer({ port }: PeerAddress): Peer {
  return {
    connectSubmitter: async (_index, listens) => {
      const answers = createAnswers()
      const link = await openSocketLink(port, {
        path: listens ? '/submit-and-listen' : '/submit',
        greet: firstFrameIsLive,
        // Who only submits hears answers alone; bare ws answers with the frame itself.
        received: (frame) => {
          if (!listens || frame.length === stored.length) answers.answerOldest()
        },
      })
      return answers.submitterOver(link, (order) => link.send(orderText(order)))
    },
    connectScreen: (_index, seen) =>
      openSocketLink(port, { path: '/screen', greet: firstFrameIsLive, received: (frame) => findKeys(frame, seen) }),
  }
}
