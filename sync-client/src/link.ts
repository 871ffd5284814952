// Carries out what the connection machine says: one socket at a time, its timers, and the watch over silence.
// A socket that was let go is never listened to again.
import { assertNever } from '@comanda/shared/domain/decision'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { DownFrame } from '@comanda/shared/protocol/down'
import type { UpFrame } from '@comanda/shared/protocol/up'
import { subprotocol } from '@comanda/shared/protocol/version'
import { readCloseReason } from './close-rules.ts'
import { type ConnectionEvent, type ConnectionState, type Effect, stepConnection } from './connection.ts'
import { readFrame, writeFrame } from './frames.ts'
import { randomFraction } from './random-id.ts'
import type { Socket, Transport } from './transport.ts'

/** A socket on which nothing is heard for so long is taken for dead. */
export const silenceLimit: Millis = 10_000

export type LinkParts = {
  url: string
  transport: Transport
  clock: Clock
  timers: Timers
  random: RandomBytes
  /** The socket is open: say hello on it. */
  onOpen(): void
  onFrame(frame: DownFrame): void
  onState(state: ConnectionState, before: ConnectionState): void
}

export class Link {
  readonly #parts: LinkParts
  #state: ConnectionState = { at: 'idle' }
  #socket: Socket | undefined
  /** Counts sockets, so that the handlers of an old one fall silent. */
  #turn = 0
  #heardAt: Millis = 0
  #forgetRetry: Cancel | undefined
  #forgetSilence: Cancel | undefined

  constructor(parts: LinkParts) {
    this.#parts = parts
  }

  get state(): ConnectionState {
    return this.#state
  }

  send(frame: UpFrame): void {
    this.#socket?.send(writeFrame(frame))
  }

  tell(event: ConnectionEvent): void {
    const before = this.#state
    const context = { now: this.#parts.clock.monotonic(), fraction: randomFraction(this.#parts.random) }
    const { state, effects } = stepConnection(before, event, context)
    this.#state = state
    for (const effect of effects) this.#carryOut(effect)
    if (state !== before) this.#parts.onState(state, before)
  }

  #carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'open':
        this.#open()
        break
      case 'hello':
        this.#parts.onOpen()
        break
      case 'close':
        this.#letGo(effect.code)
        break
      case 'retry-in':
        this.#forgetRetry = this.#parts.timers.after(effect.delay, () => this.tell({ kind: 'retry-due' }))
        break
      case 'forget-retry':
        this.#forgetRetry?.()
        break
      default:
        assertNever(effect)
    }
  }

  #open(): void {
    this.#turn += 1
    const turn = this.#turn
    const mine = (act: () => void) => {
      if (turn === this.#turn) act()
    }
    this.#heardAt = this.#parts.clock.monotonic()
    this.#watchSilence(silenceLimit)
    const lost = (code: number, reason: string) => mine(() => this.#lost(code, reason))
    try {
      this.#socket = this.#parts.transport.open(this.#parts.url, subprotocol, {
        opened: () => mine(() => this.tell({ kind: 'opened' })),
        heard: (text) => mine(() => this.#hear(text)),
        closed: lost,
      })
    } catch {
      // refused on the spot (an address that is none, a page that may not): as good as unreachable
      this.#parts.timers.after(0, () => lost(1006, ''))
    }
  }

  #hear(text: string): void {
    this.#heardAt = this.#parts.clock.monotonic()
    const frame = readFrame(text)
    if (frame === undefined) this.tell({ kind: 'out-of-step', slowly: true })
    else if (frame !== 'unknown') this.#parts.onFrame(frame)
  }

  #lost(code: number, reason: string): void {
    this.#forget()
    this.tell({ kind: 'closed', code, reason: readCloseReason(reason) })
  }

  #letGo(code: number): void {
    const socket = this.#socket
    this.#forget()
    socket?.close(code)
  }

  #forget(): void {
    this.#turn += 1
    this.#socket = undefined
    this.#forgetSilence?.()
  }

  /** One timer, moved on when it falls due, instead of one for every frame. */
  #watchSilence(delay: Millis): void {
    this.#forgetSilence?.()
    this.#forgetSilence = this.#parts.timers.after(delay, () => {
      const left = this.#heardAt + silenceLimit - this.#parts.clock.monotonic()
      if (left > 0) this.#watchSilence(left)
      else this.tell({ kind: 'silent' })
    })
  }
}
