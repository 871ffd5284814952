// A socket without a network: the frames of a device go to a session of the running server and back, each in its own turn,
// so that a day of them passes in seconds. Identity is looked up as the real edge does.
import type { Program } from '@comanda/server/open-program'
import { Session } from '@comanda/server/sync/session'
import type { Wire } from '@comanda/server/sync/wire'
import type { SocketHandlers, Transport } from '@comanda/sync-client/transport'

export type Cookies = { readonly token: string | undefined; readonly sid: string | undefined }

export function directTransport(program: Program, cookies: Cookies): Transport {
  return {
    open: (_url, _subprotocol, handlers) => {
      const line = new Line(handlers)
      line.answer(program, cookies).catch(() => line.close(1011, ''))
      return {
        send: (text) => queueMicrotask(() => line.session?.receive(text)),
        close: () => line.leave(),
      }
    },
  }
}

class Line {
  session: Session | undefined
  readonly #handlers: SocketHandlers
  #gone = false

  constructor(handlers: SocketHandlers) {
    this.#handlers = handlers
  }

  async answer(program: Program, cookies: Cookies): Promise<void> {
    const found = await program.identify(cookies)
    if (!found.ok) return this.close(1008, found.error.code)
    const { restaurant, clock, timers, sessions } = program
    const wire: Wire = {
      send: (frame) => this.#later(() => this.#handlers.heard(frame.toString())),
      close: (code, reason) => this.close(code, reason),
      terminate: () => this.close(1006, ''),
      bufferedAmount: 0,
    }
    this.session = new Session({
      restaurant,
      wire,
      identity: found.value,
      clock,
      timers,
      asking: sessions.asking,
      watch: { refused: () => {}, failed: (cause) => program.logger.error({ err: cause }, 'session failed') },
    })
    this.#handlers.opened()
  }

  leave(): void {
    this.#gone = true
    this.session?.ended()
  }

  close(code: number, reason: string): void {
    this.#later(() => {
      this.#gone = true
      this.#handlers.closed(code, reason)
    })
  }

  #later(run: () => void): void {
    queueMicrotask(() => {
      if (!this.#gone) run()
    })
  }
}
