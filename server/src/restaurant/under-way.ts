// What is decided and not yet durable. Invariant: whatever is decided after it counts with its numbers, ids and old orders,
// and does so no longer once they are durable, or were given up.

import type { ClientId, CommandId, OrderId } from '@comanda/shared/model/ids'
import type { Waiting } from './waiting.ts'

export class UnderWay {
  readonly #ids = new Set<CommandId>()
  readonly #numbers = new Map<ClientId, number>()
  readonly #archived = new Set<OrderId>()

  /** The same command again, or an order of a past day that the other one may change: it is decided when that is durable. */
  dependsOn({ id, prepared }: Waiting): boolean {
    return this.#ids.has(id) || (prepared.archived !== undefined && this.#archived.has(prepared.archived.id))
  }

  lastCseq(clientId: ClientId): number | undefined {
    return this.#numbers.get(clientId)
  }

  add({ id, client, prepared }: Waiting): void {
    this.#ids.add(id)
    if (client !== undefined) this.#numbers.set(client.clientId, client.cseq)
    if (prepared.archived !== undefined) this.#archived.add(prepared.archived.id)
  }

  durable({ id, client, prepared }: Waiting): void {
    this.#ids.delete(id)
    if (client !== undefined && this.#numbers.get(client.clientId) === client.cseq)
      this.#numbers.delete(client.clientId)
    if (prepared.archived !== undefined) this.#archived.delete(prepared.archived.id)
  }

  clear(): void {
    this.#ids.clear()
    this.#numbers.clear()
    this.#archived.clear()
  }
}
