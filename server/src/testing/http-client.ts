// A client for tests over real sockets: it keeps its cookies and says where it comes from, as a browser would.

import type { DownFrame } from '@comanda/shared/protocol/down'
import { subprotocol } from '@comanda/shared/protocol/version'
import WebSocket from 'ws'

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  readonly text: string
}

export type Listening = {
  readonly socket: WebSocket
  readonly frames: DownFrame[]
  readonly closed: Promise<{ code: number; reason: string }>
  /** The first frame, now or later, that fits. */
  until: <Found extends DownFrame>(fits: (frame: DownFrame) => frame is Found) => Promise<Found>
  say: (frame: unknown) => void
}

export class HttpClient {
  readonly #url: string
  readonly #cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        origin: this.#url,
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text }
  }

  post(path: string, body: unknown): Promise<Answered> {
    return this.ask('POST', path, body)
  }

  listen(headers: Record<string, string> = {}, protocols: string[] = [subprotocol]): Listening {
    const socket = new WebSocket(`${this.#url.replace('http', 'ws')}/ws`, protocols, {
      headers: { origin: this.#url, cookie: this.cookie, ...headers },
    })
    const frames: DownFrame[] = []
    const waiting = new Set<() => void>()
    socket.on('message', (data) => {
      frames.push(JSON.parse(data.toString()) as DownFrame)
      for (const look of [...waiting]) look()
    })
    const closed = new Promise<{ code: number; reason: string }>((resolve, reject) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
      socket.on('error', reject)
    })
    closed.catch(() => {})
    return {
      socket,
      frames,
      closed,
      until: (fits) =>
        new Promise((resolve, reject) => {
          const look = (): void => {
            const found = frames.find(fits)
            if (found === undefined) return
            waiting.delete(look)
            resolve(found)
          }
          waiting.add(look)
          closed.then(({ code, reason }) => reject(new Error(`closed ${code} ${reason}`)), reject)
          look()
        }),
      say: (frame) => {
        const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
        if (socket.readyState === socket.OPEN) socket.send(text)
        else socket.once('open', () => socket.send(text))
      },
    }
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const value = pair.slice(at + 1)
    if (value === '') this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), value)
  }
}
