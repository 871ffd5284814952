// The newest answers of each device's storage. Invariant: what stands here is durable, so a retry hears the same again.
import type { Answer, ClientTail, StoredAnswer } from '@comanda/db/log'
import type { ClientId, CommandId } from '@comanda/shared/model/ids'

/** A device has at most this many commands in flight, so a retry is seldom older. */
const remembered = 16
const mostClients = 20_000

type Kept = { cseq: number; id: CommandId; answer: Answer }
type Tail = { lastCseq: number; answers: Kept[] }

export type Place =
  /** Not loaded: read the tail first. */
  | { kind: 'unknown' }
  | { kind: 'next' }
  | { kind: 'answered'; answer: Answer }
  /** Answered longer ago than is kept here: the log knows. */
  | { kind: 'old' }
  | { kind: 'forked' }
  | { kind: 'gap'; lastCseq: number }

export class ClientTails {
  readonly #tails = new Map<ClientId, Tail>()

  learn({ clientId, lastCseq }: ClientTail): void {
    const known = this.#tails.get(clientId)
    if (known !== undefined && known.lastCseq >= lastCseq) return
    this.#tails.delete(clientId)
    this.#tails.set(clientId, { lastCseq, answers: [] })
    for (const oldest of this.#tails.keys()) {
      if (this.#tails.size <= mostClients) break
      this.#tails.delete(oldest)
    }
  }

  lastCseq(clientId: ClientId): number | undefined {
    return this.#tails.get(clientId)?.lastCseq
  }

  place(clientId: ClientId, cseq: number, id: CommandId): Place {
    const tail = this.#tails.get(clientId)
    if (tail === undefined) return { kind: 'unknown' }
    if (cseq === tail.lastCseq + 1) return { kind: 'next' }
    if (cseq > tail.lastCseq) return { kind: 'gap', lastCseq: tail.lastCseq }
    const kept = tail.answers.find((answer) => answer.cseq === cseq)
    if (kept === undefined) return { kind: 'old' }
    return kept.id === id ? { kind: 'answered', answer: kept.answer } : { kind: 'forked' }
  }

  committed(clientId: ClientId, cseq: number, id: CommandId, answer: Answer): void {
    const tail = this.#tails.get(clientId)
    if (tail === undefined || tail.lastCseq !== cseq - 1) return
    tail.lastCseq = cseq
    tail.answers.push({ cseq, id, answer })
    if (tail.answers.length > remembered) tail.answers.shift()
  }

  /** Another node may have answered meanwhile: everything is read again. */
  forgetAll(): void {
    this.#tails.clear()
  }

  forget(clientId: ClientId): void {
    this.#tails.delete(clientId)
  }
}

export const placeOfStored = (stored: StoredAnswer | 'none', id: CommandId): Place =>
  stored !== 'none' && stored.commandId === id ? { kind: 'answered', answer: stored.answer } : { kind: 'forked' }
