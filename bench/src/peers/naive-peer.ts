// The naive stack: socket.io's own protocol over a WebSocket from the start, spoken by the same cheap client as the
// others, so that no system pays for its client library in the load.
import { findKeys, orderText } from '../order/order.ts'
import { createAnswers } from './answers.ts'
import type { Peer, PeerAddress } from './peer.ts'
import { openSocketLink, type SocketLink, type Talk } from './socket-link.ts'

const openPacket = '0'
const ping = '2'
const pong = '3'
const connectPacket = '40'
const event = '42'
const answerTo = '43'
const listening = '42["listening"]'

export function naivePeer({ port }: PeerAddress): Peer {
  return {
    connectSubmitter: async (_index, listens) => {
      const answers = createAnswers()
      const link = await open(port, listens, (frame) => {
        if (startsWith(frame, answerTo)) answers.answerOldest()
      })
      let asked = 0
      return answers.submitterOver(link, (order) => {
        asked += 1
        link.send(`${event}${asked}["order",${orderText(order)}]`)
      })
    },
    connectScreen: (_index, seen) =>
      open(port, true, (frame) => {
        if (startsWith(frame, event)) findKeys(frame, seen)
      }),
  }
}

function open(port: number, listens: boolean, received: (frame: Buffer) => void): Promise<SocketLink> {
  const talk: Talk = {
    path: `/socket.io/?EIO=4&transport=websocket&listens=${listens ? 'yes' : 'no'}`,
    greet: (frame, send) => {
      if (startsWith(frame, openPacket)) send(connectPacket)
      return frame.toString() === listening
    },
    received: (frame, send) => {
      if (frame.length === ping.length && startsWith(frame, ping)) send(pong)
      else received(frame)
    },
  }
  return openSocketLink(port, talk)
}

const startsWith = (frame: Buffer, prefix: string): boolean => frame.toString('latin1', 0, prefix.length) === prefix
