// For tests and for programs whose commands may die with them. What it holds can be handed to the next life.
import type { CommandId } from '@comanda/shared/model/ids'
import { byCseq, type OutboxHead, type OutboxStore, refuseForeignWrite, type StoredCommand } from '../outbox-store.ts'

export function memoryOutbox(): OutboxStore {
  let head: OutboxHead | undefined
  const commands = new Map<CommandId, StoredCommand>()
  return {
    async load() {
      return head === undefined ? undefined : { head, commands: [...commands.values()].sort(byCseq) }
    },
    async write(change) {
      refuseForeignWrite(head?.revision ?? 0, change.head.revision)
      head = change.head
      for (const id of change.remove) commands.delete(id)
      for (const command of change.put) commands.set(command.written.id, command)
    },
    async close() {},
  }
}
