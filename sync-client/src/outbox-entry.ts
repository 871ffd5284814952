// One command of this device while the program runs: what is stored of it, and where it is just now.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Fate, StoredCommand, Written } from './outbox-store.ts'

export type Outcome =
  | { kind: 'done'; seq: number; returned?: unknown }
  | { kind: 'refused'; code: string; details?: unknown; seq?: number }
  /** The device could not keep it, so it was never taken: nothing of it was sent. */
  | { kind: 'unsaved'; error: unknown }

export type Entry = {
  written: Written
  /** 0 until the write that gives it. */
  cseq: number
  fate: Fate
  saved: boolean
  /** On the socket that is open now. */
  sent: boolean
  /** The server has decided it, somewhere up to this seq, and its answer is on the way. */
  decidedBy?: number
  /** What it goes back to when sending it again cannot be stored. */
  before?: { written: Written; cseq: number; fate: Fate }
}

/** Where a command is, in words that people see (ORD-17). */
export type CommandState = 'saving' | 'queued' | 'sent' | 'done' | 'refused' | 'missing'

export function stateOf(entry: Entry): CommandState {
  if (entry.fate.kind !== 'waiting') return entry.fate.kind
  if (!entry.saved) return 'saving'
  return entry.sent ? 'sent' : 'queued'
}

export const newEntry = (written: Written): Entry => ({
  written,
  cseq: 0,
  fate: { kind: 'waiting' },
  saved: false,
  sent: false,
})

export const loadedEntry = ({ written, cseq, fate }: StoredCommand): Entry => ({
  written,
  cseq,
  fate,
  saved: true,
  sent: false,
})

export const toStored = ({ written, cseq, fate }: Entry): StoredCommand => ({ written, cseq, fate })

export type Settle = (outcome: Outcome) => void

/** The promises of commands that still wait for their outcome. */
export class Outcomes {
  readonly #waiting = new Map<CommandId, { promise: Promise<Outcome>; settle: Settle }>()

  of(id: CommandId): Promise<Outcome> {
    const known = this.#waiting.get(id)
    if (known !== undefined) return known.promise
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    this.#waiting.set(id, { promise, settle: resolve })
    return promise
  }

  awaited(): CommandId[] {
    return [...this.#waiting.keys()]
  }

  settle(id: CommandId, outcome: Outcome): void {
    this.#waiting.get(id)?.settle(outcome)
    this.#waiting.delete(id)
  }
}
