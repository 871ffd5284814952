// Keeps the confirmed state on the device now and then. Losing it costs a snapshot from the server, nothing else.
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'
import type { Replica } from './replica.ts'
import type { ReplicaStore } from './replica-store.ts'

const keepEvery: Millis = 20_000
/** A device that has nothing yet could not open without the server: its first picture is kept at once. */
const keepFirst: Millis = 500

export class ReplicaKeeper {
  readonly #store: ReplicaStore
  readonly #replica: Replica
  readonly #timers: Timers
  readonly #onFault: (error: unknown) => void
  /** Whether the answers to this device's own commands are kept as well: a state that shows a command may not outlive its answer. */
  readonly #answersKept: () => Promise<boolean>
  #due: Cancel | undefined
  #keptSeq = -1

  constructor(
    store: ReplicaStore,
    replica: Replica,
    timers: Timers,
    onFault: (error: unknown) => void,
    answersKept: () => Promise<boolean>,
  ) {
    this.#store = store
    this.#replica = replica
    this.#timers = timers
    this.#onFault = onFault
    this.#answersKept = answersKept
  }

  async restore(): Promise<void> {
    try {
      const stored = await this.#store.load()
      if (stored !== undefined && this.#replica.restore(stored)) this.#keptSeq = stored.seq
    } catch (error) {
      this.#onFault(error)
    }
  }

  /** The state may have moved on. */
  changed(): void {
    if (this.#replica.confirmed?.seq === this.#keptSeq) return
    this.#due ??= this.#timers.after(this.#keptSeq < 0 ? keepFirst : keepEvery, () => {
      this.#due = undefined
      void this.keep()
    })
  }

  async keep(): Promise<void> {
    this.#due?.()
    this.#due = undefined
    const kept = this.#replica.toStore()
    if (kept === undefined || kept.seq === this.#keptSeq) return
    try {
      if (!(await this.#answersKept())) return
      await this.#store.save(kept)
      this.#keptSeq = kept.seq
    } catch (error) {
      this.#onFault(error)
    }
  }
}
