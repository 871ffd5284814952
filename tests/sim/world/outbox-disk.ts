// A device's storage: what was written stays through a kill, the rest is gone. A write is on the disk at one moment, and
// heard of at a later one; the program may die before, between and after.
import type { CommandId } from '@comanda/shared/model/ids'
import {
  byCseq,
  type OutboxChange,
  type OutboxContents,
  type OutboxStore,
  refuseForeignWrite,
} from '@comanda/sync-client/outbox-store'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import type { Process } from './process.ts'

const slowestWrite = 30
const remembered = 6

const never = <Value>(): Promise<Value> => new Promise(() => {})

const applied = (before: OutboxContents | undefined, change: OutboxChange): OutboxContents => {
  const commands = new Map((before?.commands ?? []).map((command) => [command.written.id, command]))
  for (const id of change.remove) commands.delete(id)
  for (const command of change.put) commands.set(command.written.id, structuredClone(command))
  return { head: { ...change.head }, commands: [...commands.values()].sort(byCseq) }
}

export class OutboxDisk {
  contents: OutboxContents | undefined
  /** The next write is refused by the storage. */
  full = false
  readonly #onDurable: (ids: readonly CommandId[]) => void
  #older: OutboxContents[] = []

  constructor(onDurable: (ids: readonly CommandId[]) => void) {
    this.#onDurable = onDurable
  }

  open(process: Process, random: SeededRandom): OutboxStore {
    const write = async (change: OutboxChange): Promise<void> => {
      if (!process.step()) return never()
      await process.pause(random.integer(0, slowestWrite))
      if (this.full) {
        this.full = false
        throw new Error('the storage is full')
      }
      refuseForeignWrite(this.contents?.head.revision ?? 0, change.head.revision)
      this.#remember()
      this.contents = applied(this.contents, change)
      this.#onDurable(change.put.map(({ written }) => written.id))
      if (!process.step()) return never()
      await process.pause(random.integer(0, 3))
    }
    return {
      load: async () => {
        await process.pause(random.integer(1, 5))
        return structuredClone(this.contents)
      },
      write,
      close: async () => {},
    }
  }

  /** Gone, as when somebody clears the browser's data. Says which commands went with it. */
  lose(): readonly CommandId[] {
    const gone = this.#ids()
    this.contents = undefined
    this.#older = []
    return gone
  }

  /** As it was some writes ago, as when a device is set back. Says which commands went with it. */
  setBack(writes: number): readonly CommandId[] {
    const older = this.#older.at(-writes) ?? this.#older[0]
    if (older === undefined) return []
    const before = this.#ids()
    this.contents = older
    this.#older = []
    const left = new Set(this.#ids())
    return before.filter((id) => !left.has(id))
  }

  #ids(): CommandId[] {
    return (this.contents?.commands ?? []).map(({ written }) => written.id)
  }

  #remember(): void {
    if (this.contents === undefined) return
    this.#older.push(this.contents)
    if (this.#older.length > remembered) this.#older.shift()
  }
}
