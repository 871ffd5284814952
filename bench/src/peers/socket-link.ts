// A ws connection that can be taken up again. The server's first frame says that it is live.
import { WebSocket } from 'ws'
import type { Link } from './peer.ts'

export interface SocketLink extends Link {
  send(frame: string): void
}

export async function openSocketLink(url: string, received: (frame: Buffer) => void): Promise<SocketLink> {
  let socket = await connect(url, received)
  let gone = goneFrom(socket)
  return {
    send: (frame) => socket.send(frame),
    lost: () => gone,
    resume: async () => {
      socket = await connect(url, received)
      gone = goneFrom(socket)
    },
    close: async () => {
      socket.terminate()
      await gone
    },
  }
}

function goneFrom(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) resolve()
    else socket.once('close', () => resolve())
  })
}

function connect(url: string, received: (frame: Buffer) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    socket.on('error', reject)
    socket.once('close', () => reject(new Error('closed before it was live')))
    socket.once('message', () => {
      socket.on('message', (frame: Buffer) => received(frame))
      resolve(socket)
    })
  })
}
