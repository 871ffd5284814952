// One room's frames of events, each written once and shared by every socket that needs it. A reader asks for what follows
// its own cursor, so a socket that is behind and one that is live take the same path, and a slow one costs no memory.

import type { Recorded } from '@comanda/shared/domain/events'
import { narrow } from '@comanda/shared/domain/narrow'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { RecentEvents } from './recent-events.ts'

const mostEvents = 250
/** Characters; with two bytes each and quotes escaped it stays below the largest frame. */
const mostText = 300_000
const mostKept = 8 * 1024 * 1024

export type Frame = { readonly from: number; readonly to: number; readonly body: Buffer }

export type FeedPorts = {
  readonly room: ReplicaRoom
  readonly recent: RecentEvents
  readonly readAfter: (seq: number, limit: number) => Promise<readonly Recorded[]>
}

/** The same event in the same shape is written as text once, whichever rooms it goes to. */
const texts = new WeakMap<Recorded, string>()

function textOf(recorded: Recorded): string {
  const known = texts.get(recorded)
  if (known !== undefined) return known
  const text = JSON.stringify(recorded)
  texts.set(recorded, text)
  return text
}

export class Feed {
  readonly #ports: FeedPorts
  readonly #frames = new Map<number, Frame>()
  readonly #loading = new Map<number, Promise<void>>()
  #kept = 0

  constructor(ports: FeedPorts) {
    this.#ports = ports
  }

  /** 'none': nothing there yet. 'load': only the log has it. */
  next(from: number): Frame | 'none' | 'load' {
    const known = this.#frames.get(from)
    if (known !== undefined) return known
    const { recent } = this.#ports
    if (from > recent.head) return 'none'
    const events = recent.from(from, mostEvents)
    return events === undefined ? 'load' : this.#make(from, events)
  }

  load(from: number): Promise<void> {
    const under = this.#loading.get(from)
    if (under !== undefined) return under
    const loading = this.#ports.readAfter(from - 1, mostEvents).then(
      (events) => {
        this.#loading.delete(from)
        if (events.length > 0) this.#make(from, events)
      },
      (cause: unknown) => {
        this.#loading.delete(from)
        throw cause
      },
    )
    this.#loading.set(from, loading)
    return loading
  }

  #make(from: number, events: readonly Recorded[]): Frame {
    const parts: string[] = []
    let length = 0
    let to = from - 1
    for (const recorded of events) {
      const narrowed = narrow(recorded, this.#ports.room)
      const text = narrowed === null ? '' : textOf(narrowed)
      if (length > 0 && length + text.length > mostText) break
      if (text !== '') parts.push(text)
      length += text.length
      to = recorded.seq
    }
    const body = Buffer.from(`{"t":"ev","from":${from},"to":${to},"events":[${parts.join(',')}]}`)
    const frame = { from, to, body }
    this.#keep(frame)
    return frame
  }

  #keep(frame: Frame): void {
    this.#frames.set(frame.from, frame)
    this.#kept += frame.body.length
    for (const [from, oldest] of this.#frames) {
      if (this.#kept <= mostKept || from === frame.from) break
      this.#frames.delete(from)
      this.#kept -= oldest.body.length
    }
  }
}
