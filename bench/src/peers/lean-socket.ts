// A WebSocket client as cheap as one can be, so that what a run measures is the server and not its load: one read buffer
// for all sockets, frames handed over in place, no masking secrets. It speaks only to the servers under test.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { createFrameReader } from './frame-reader.ts'
import { clientFrame, opcodes } from './frame-writer.ts'

export interface LeanSocket {
  send(text: string): void
  /** Resolves when the connection is gone, for whatever reason, with the server's close code if it gave one. */
  readonly lost: Promise<number | undefined>
  close(): void
}

export interface LeanSocketOptions {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** The frame's bytes are only valid during the call. */
  received(frame: Buffer): void
}

const readBuffer = Buffer.allocUnsafe(262_144)
const endOfHead = Buffer.from('\r\n\r\n')
const normalClosure = 1_000

/** Resolves once the server has accepted the upgrade. */
export function openLeanSocket(options: LeanSocketOptions): Promise<LeanSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<LeanSocket>()
  const lost = Promise.withResolvers<number | undefined>()
  let head = Buffer.alloc(0)
  let upgraded = false
  let closeCode: number | undefined

  const frames = createFrameReader((opcode, payload) => {
    if (opcode === opcodes.text || opcode === opcodes.binary) options.received(payload)
    else if (opcode === opcodes.ping) socket.write(clientFrame(opcodes.pong, payload))
    else if (opcode === opcodes.close) {
      closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : normalClosure
      socket.end(clientFrame(opcodes.close, payload.subarray(0, 2)))
    }
  })

  const readHead = (bytes: Buffer): void => {
    head = Buffer.concat([head, bytes])
    const end = head.indexOf(endOfHead)
    if (end === -1) return
    const statusLine = head.toString('latin1', 0, head.indexOf('\r\n'))
    if (!statusLine.startsWith('HTTP/1.1 101 ')) {
      reject(new Error(`no upgrade: ${statusLine}`))
      socket.destroy()
      return
    }
    upgraded = true
    resolve({
      send: (text) => socket.write(clientFrame(opcodes.text, Buffer.from(text))),
      lost: lost.promise,
      close: () => socket.destroy(),
    })
    frames.read(head.subarray(end + endOfHead.length))
  }

  const socket: Socket = connect({
    host: '127.0.0.1',
    port: options.port,
    noDelay: true,
    onread: {
      buffer: readBuffer,
      callback: (length) => {
        const bytes = readBuffer.subarray(0, length)
        if (upgraded) frames.read(bytes)
        else readHead(bytes)
        return true
      },
    },
  })
  socket.on('connect', () => socket.write(upgradeRequest(options)))
  socket.on('error', reject)
  socket.on('close', () => {
    reject(new Error('closed before the upgrade'))
    lost.resolve(closeCode)
  })
  return promise
}

function upgradeRequest({ port, path, headers = {} }: LeanSocketOptions): string {
  const all = {
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Version': '13',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}
