// What is due when, and whose it is. A due's command id is made of its kind, what it is about and its version, so that one that
// is asked for twice falls to the guard on command ids. Most dues never ring, so the id is made when it is asked for.
import type { CallId, CommandId, OrderId, TicketId } from '../../model/ids.ts'
import type { Millis } from '../../ports/time.ts'
import type { Numbered, SystemCommand } from '../commands.ts'

export class Due {
  readonly at: Millis
  readonly #about: string
  readonly #version: string | number
  readonly #asked: SystemCommand

  constructor(at: Millis, about: string, version: string | number, asked: SystemCommand) {
    this.at = at
    this.#about = about
    this.#version = version
    this.#asked = asked
  }

  /** Equal for what is the same to be asked. */
  get key(): string {
    return `${this.#asked.type}|${this.#about}|${this.#version}`
  }

  get command(): Numbered<SystemCommand['type']> {
    const id = `${this.#asked.type.replace('.', '-')}-${fingerprint(this.key)}` as CommandId
    return { ...this.#asked, id }
  }
}

/** What may be waited for: everything that is due belongs to one of these. */
export type Subject =
  | { readonly kind: 'order'; readonly id: OrderId }
  | { readonly kind: 'ticket'; readonly id: TicketId }
  | { readonly kind: 'call'; readonly id: CallId }
  | { readonly kind: 'day'; readonly id: 'day' }

/** 128 bits of four interleaved multiplicative hashes: entity ids may be longer than a command's id. */
const fingerprint = (text: string): string => {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let d = 0xdeadbeef
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x85ebca6b) ^ (d >>> 13)
    b = Math.imul(b ^ code, 0xc2b2ae35) ^ (a >>> 11)
    c = Math.imul(c ^ code, 0x27d4eb2f) ^ (b >>> 15)
    d = Math.imul(d ^ code, 0x165667b1) ^ (c >>> 12)
  }
  return [a, b, c, d].map((part) => (part >>> 0).toString(36).padStart(7, '0')).join('')
}

export const dueAt = (at: Millis, about: string, version: string | number, command: SystemCommand): Due =>
  new Due(at, about, version, command)
