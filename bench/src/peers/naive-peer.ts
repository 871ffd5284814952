// The naive stack through its own client library, over a WebSocket from the start.
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import type { Link, Peer, PeerAddress } from './peer.ts'

const hasKey = z.object({ key: z.string() })

export function naivePeer({ port }: PeerAddress): Peer {
  const url = `http://127.0.0.1:${port}`
  return {
    connectSubmitter: async () => {
      const socket = await connect(url, 'submitter')
      return {
        ...linkOf(socket),
        submit: (order) =>
          new Promise((resolve, reject) => {
            if (!socket.connected) return reject(new Error('not connected'))
            const lost = (): void => reject(new Error('lost before the answer'))
            socket.once('disconnect', lost)
            socket.emit('order', order, () => {
              socket.off('disconnect', lost)
              resolve()
            })
          }),
      }
    },
    connectScreen: async (_index, seen) => {
      const socket = await connect(url, 'screen')
      socket.on('order', (order: unknown) => seen(hasKey.parse(order).key))
      return linkOf(socket)
    },
  }
}

function connect(url: string, role: string): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    query: { role },
    forceNew: true,
    multiplex: false,
    autoConnect: false,
    reconnection: false,
  })
  return live(socket)
}

function live(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      socket.off('listening', listening)
      reject(error)
    }
    const listening = (): void => {
      socket.off('connect_error', failed)
      resolve(socket)
    }
    socket.once('listening', listening)
    socket.once('connect_error', failed)
    socket.connect()
  })
}

const goneFrom = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('disconnect', () => resolve())
  })

function linkOf(socket: Socket): Link {
  let gone = goneFrom(socket)
  return {
    lost: () => gone,
    resume: async () => {
      await live(socket)
      gone = goneFrom(socket)
    },
    close: async () => {
      socket.disconnect()
      await gone
    },
  }
}
