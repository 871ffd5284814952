// A WebSocket client on a bare TCP socket, for what a proper client library would never send: slow, half or broken
// openings and frames. It answers nothing by itself, not even a ping.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { realTime, waitUntil, withinTime } from './real-time.ts'
import { closeFrame, decodeFrame, encodeFrame, opcodes, type ReceivedFrame } from './websocket-frame.ts'

export type RawAddress = { host: string; port: number }

export type OpeningRequest = RawAddress & {
  path?: string
  protocol?: string
  /** Replace or add headers; null leaves one out. */
  headers?: Readonly<Record<string, string | null>>
}

export type ConnectionEnd = {
  /** The other side ended or reset it; or an error by name, such as ECONNRESET. */
  reason: string
  /** From the close frame, where one came. */
  closeCode: number | null
  closeReason: string
}

export function openingRequest(request: OpeningRequest): string {
  const headers: Record<string, string | null> = {
    Host: `${request.host}:${request.port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Protocol': request.protocol ?? null,
    ...request.headers,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return `${[`GET ${request.path ?? '/ws'} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`
}

export class RawConnection {
  readonly socket: Socket
  readonly ended: Promise<ConnectionEnd>
  readonly frames: ReceivedFrame[] = []
  #unread: Buffer = Buffer.alloc(0)
  #readsFrames = false
  #taken = 0

  constructor(socket: Socket) {
    this.socket = socket
    let reason = 'closed'
    socket.on('data', (bytes) => {
      this.#unread = Buffer.concat([this.#unread, bytes])
      this.#readFrames()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      reason = error.code ?? error.message
    })
    this.ended = new Promise((resolve) => {
      socket.on('close', () => resolve({ reason, ...this.#closeWords() }))
    })
  }

  send(bytes: Uint8Array | string): void {
    this.socket.write(bytes)
  }

  sendText(text: string): void {
    this.send(encodeFrame({ opcode: opcodes.text, payload: text }))
  }

  sendClose(code: number, reason = ''): void {
    this.send(closeFrame(code, reason))
  }

  /** Sends so many bytes at a time with a pause between, until all is sent or the other side has had enough. */
  async drip(bytes: Uint8Array | string, bytesAtOnce: number, pauseMs: number): Promise<{ sentBytes: number }> {
    const all = Buffer.from(bytes)
    let sentBytes = 0
    while (sentBytes < all.length && !this.socket.destroyed && this.socket.writable) {
      const part = all.subarray(sentBytes, sentBytes + bytesAtOnce)
      this.send(part)
      sentBytes += part.length
      await new Promise<void>((resolve) => void realTime.after(pauseMs, resolve))
    }
    return { sentBytes }
  }

  /** What came and was no frame: the HTTP answer, or all of it where the opening was refused. */
  get unread(): string {
    return this.#unread.toString('latin1')
  }

  /** The status line and headers of the answer. From a 101 on, what follows is read as frames. */
  async answer(timeoutMs?: number): Promise<{ status: number; head: string }> {
    const end = await waitUntil(
      'an HTTP answer',
      () => this.#headEnd() ?? (this.socket.destroyed ? -1 : null),
      timeoutMs,
    )
    if (end === -1) throw new Error(`the connection ended without an HTTP answer: ${this.unread}`)
    const head = this.#unread.subarray(0, end).toString('latin1')
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
    if (status === 101) {
      this.#unread = this.#unread.subarray(end + 4)
      this.#readsFrames = true
      this.#readFrames()
    }
    return { status, head }
  }

  /** The next frame that nobody took yet. */
  async nextFrame(timeoutMs?: number): Promise<ReceivedFrame> {
    const frame = await waitUntil('a frame', () => this.frames[this.#taken], timeoutMs)
    this.#taken += 1
    return frame
  }

  async nextText(timeoutMs?: number): Promise<string> {
    return (await this.nextFrame(timeoutMs)).payload.toString()
  }

  end(timeoutMs?: number): Promise<ConnectionEnd> {
    return withinTime('the server to end the connection', this.ended, timeoutMs)
  }

  /** From now on nothing is taken out of the socket: a stalled reader. */
  stopReading(): void {
    this.socket.pause()
  }

  /** Gone without a word. */
  vanish(): void {
    this.socket.resetAndDestroy()
  }

  #headEnd(): number | null {
    const end = this.#unread.indexOf('\r\n\r\n')
    return end === -1 ? null : end
  }

  #readFrames(): void {
    if (!this.#readsFrames) return
    for (let next = decodeFrame(this.#unread); next; next = decodeFrame(this.#unread)) {
      this.frames.push(next.frame)
      this.#unread = next.rest
    }
  }

  #closeWords(): { closeCode: number | null; closeReason: string } {
    const payload = this.frames.findLast((frame) => frame.opcode === opcodes.close)?.payload
    if (!payload || payload.length < 2) return { closeCode: null, closeReason: '' }
    return { closeCode: payload.readUInt16BE(0), closeReason: payload.subarray(2).toString() }
  }
}

/** A bare connection: nothing is sent yet. */
export async function connectRaw({ host, port }: RawAddress): Promise<RawConnection> {
  const socket = connect({ host, port, noDelay: true })
  const connection = new RawConnection(socket)
  await Promise.race([once(socket, 'connect'), connection.ended])
  return connection
}

/** A proper opening, after which anything may follow. Fails with the whole answer when the server refuses it. */
export async function openRawWebSocket(request: OpeningRequest): Promise<RawConnection> {
  const connection = await connectRaw(request)
  connection.send(openingRequest(request))
  const { status, head } = await connection.answer()
  if (status !== 101) throw new Error(`the server refused the opening: ${head}`)
  return connection
}
