// One room's frames of events, each written once and shared by every socket that needs it. A reader asks for what follows
// its own cursor, so a socket that is behind and one that is live take the same path, and a slow one costs no memory.

import type { Recorded } from '@comanda/shared/domain/events'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { EventTexts } from './event-texts.ts'
import type { RecentEvents } from './recent-events.ts'
import { framedText } from './shared-frame.ts'

const mostEvents = 250
/** A character is at most three bytes, so a frame stays below the largest: what does not fit any more begins the next one. */
const mostCharacters = 320 * 1024
const mostKept = 2 * 1024 * 1024

export type Frame = { readonly from: number; readonly to: number; readonly body: Buffer }

export type FeedPorts = {
  readonly room: ReplicaRoom
  readonly recent: RecentEvents
  readonly texts: EventTexts
  readonly readAfter: (seq: number, limit: number) => Promise<readonly Recorded[]>
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
    const pieces: string[] = []
    let characters = 0
    let to = from - 1
    for (const recorded of events) {
      const text = this.#ports.texts.of(recorded, this.#ports.room)
      if (characters > 0 && characters + text.length > mostCharacters) break
      if (text !== '') pieces.push(characters === 0 ? '' : ',', text)
      characters += text.length
      to = recorded.seq
    }
    const body = framedText(`{"t":"ev","from":${from},"to":${to},"events":[`, ...pieces, ']}')
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
