// A connection that can be taken up again. The server's first frame says that it is live.
import { type LeanSocket, openLeanSocket } from './lean-socket.ts'
import type { Link } from './peer.ts'

export interface SocketLink extends Link {
  send(text: string): void
}

/** A protocol over the socket: greets, knows when it is live, and takes every frame after that. */
export interface Talk {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Said as soon as the socket is open, by protocols in which the client speaks first. */
  first?(): string
  /** Takes a frame from before the link is live. True once it is; `send` answers the server. */
  greet(frame: Buffer, send: (text: string) => void): boolean
  received(frame: Buffer, send: (text: string) => void): void
  /** The socket is gone. */
  lost?(): void
}

export async function openSocketLink(port: number, talk: Talk): Promise<SocketLink> {
  let socket = await connectLive(port, talk)
  return {
    send: (text) => socket.send(text),
    lost: async () => {
      await socket.lost
    },
    resume: async () => {
      socket = await connectLive(port, talk)
    },
    close: async () => {
      socket.close()
      await socket.lost
    },
  }
}

async function connectLive(port: number, talk: Talk): Promise<LeanSocket> {
  const live = Promise.withResolvers<void>()
  let isLive = false
  let unsent: string[] = []
  let send = (text: string): void => {
    unsent.push(text)
  }
  const socket = await openLeanSocket({
    port,
    path: talk.path,
    ...(talk.headers === undefined ? {} : { headers: talk.headers }),
    received: (frame) => {
      if (isLive) return talk.received(frame, send)
      isLive = talk.greet(frame, send)
      if (isLive) live.resolve()
    },
  })
  send = socket.send
  const first = talk.first?.()
  if (first !== undefined) send(first)
  for (const text of unsent) send(text)
  unsent = []
  void socket.lost.then(() => {
    talk.lost?.()
    live.reject(new Error('lost before it was live'))
  })
  await live.promise
  return socket
}
