// The log as a program under test gets it: the real memory log, with the time that a disk takes around every verb, and the
// death of the program possible on either side of a write.

import type { Log } from '@comanda/db/log'
import { type AppendFault, type MemoryLog, openMemoryLog } from '@comanda/db/memory/log'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import type { Process } from './process.ts'
import type { Stored } from './stored.ts'

export type DiskTrouble = {
  /** undefined: the write goes well. */
  next(node: number): AppendFault | undefined
}

const never = <Value>(): Promise<Value> => new Promise(() => {})

export type OpenedLog = { readonly log: Log; crash(): void }

export function openSlowLog(
  stored: Stored,
  process: Process,
  random: SeededRandom,
  node: number,
  trouble: DiskTrouble,
): OpenedLog {
  const memory: MemoryLog = openMemoryLog({
    disk: stored.disk,
    project: stored.facts.project,
    random: (length) => random.bytes(length),
    upcast: currentUpcast,
    faults: {
      pause: async () => {
        if (!process.step()) return never()
        await process.pause(random.integer(0, 8))
        if (!process.step()) return never()
      },
      onAppend: () => trouble.next(node),
    },
  })
  const slowly = async <Value>(read: () => Promise<Value>): Promise<Value> => {
    await process.pause(random.integer(0, 10))
    return read()
  }
  const log: Log = {
    ...memory,
    load: (id) => slowly(() => memory.load(id)),
    readAfter: (id, seq, limit) => slowly(() => memory.readAfter(id, seq, limit)),
    readOrder: (id, orderId) => slowly(() => memory.readOrder(id, orderId)),
    readClient: (id, clientId) => slowly(() => memory.readClient(id, clientId)),
    readAnswer: (id, by) => slowly(() => memory.readAnswer(id, by)),
    saveSnapshot: (id, snapshot) => slowly(() => memory.saveSnapshot(id, snapshot)),
  }
  return { log, crash: () => memory.crash() }
}
