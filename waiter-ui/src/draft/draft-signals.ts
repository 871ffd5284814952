// The drafts of this device as one signal and, in the same breath, on the shelf: nothing is shown that is not on its way
// there, and a draft goes from the shelf only after what takes its place lies on it.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import { signal } from '@preact/signals'
import { type Draft, targetKey } from './draft.ts'
import type { DraftRecord, DraftShelf } from './draft-shelf.ts'
import { placed } from './placed.ts'

export type DraftSignalsParts = {
  client: Pick<Client, 'state'>
  shelf: DraftShelf
  onFault?: (error: unknown) => void
}

/** Far more than anybody looks at in turn, far fewer than the parties of a week on a tablet that is never reloaded. */
const blanksAtMost = 50

export class DraftSignals {
  readonly all = signal<ReadonlyMap<CommandId, Draft>>(new Map())
  /** Why the shelf took nothing last; undefined while it is well. */
  readonly fault = signal<string | undefined>(undefined)
  readonly #parts: DraftSignalsParts
  /** Blank ones that somebody looks at: not worth keeping, but one and the same while looked at. */
  readonly #blanks = new Map<string, Draft>()

  constructor(parts: DraftSignalsParts) {
    this.#parts = parts
  }

  async load(): Promise<readonly DraftRecord[]> {
    let records: readonly DraftRecord[] = []
    await this.#kept(
      this.#parts.shelf.load().then((loaded) => {
        records = loaded
      }),
    )
    return records
  }

  /** The blank one of this party. */
  blankOr(key: string, make: () => Draft): Draft {
    const waiting = this.#blanks.get(key) ?? make()
    this.#lookAt(key, waiting)
    return waiting
  }

  show(draft: Draft): void {
    this.all.value = new Map(this.all.peek()).set(draft.id, draft)
  }

  /** Shown, and kept where its party sits now. */
  keep(written: Draft): void {
    this.#blanks.delete(targetKey(written.target, written.id))
    const draft = { ...written, target: placed(this.#parts.client.state(), written.target) }
    this.show(draft)
    void this.store(draft)
  }

  /** Shown as long as somebody looks, and not kept. */
  blank(draft: Draft): void {
    this.#lookAt(targetKey(draft.target, draft.id), draft)
    this.show(draft)
    void this.remove(draft.id)
  }

  store(draft: Draft): Promise<void> {
    return this.#kept(this.#parts.shelf.put({ draft }))
  }

  remove(id: CommandId): Promise<void> {
    return this.#kept(this.#parts.shelf.remove(id))
  }

  forget(draft: Draft): void {
    this.#blanks.delete(targetKey(draft.target, draft.id))
    const rest = new Map(this.all.peek())
    if (rest.delete(draft.id)) this.all.value = rest
  }

  /** Both lie on the shelf until the one that holds everything does. */
  takeIn(merged: Draft, from: Draft): Promise<void> {
    const { shelf } = this.#parts
    this.forget(from)
    this.#blanks.delete(targetKey(merged.target, merged.id))
    this.show(merged)
    return this.#kept(shelf.put({ draft: merged }).then(() => shelf.remove(from.id)))
  }

  /** The one that was not looked at for longest goes. */
  #lookAt(key: string, draft: Draft): void {
    this.#blanks.delete(key)
    this.#blanks.set(key, draft)
    const [oldest] = this.#blanks.keys()
    if (oldest !== undefined && this.#blanks.size > blanksAtMost) this.#blanks.delete(oldest)
  }

  #kept(work: Promise<void>): Promise<void> {
    return work.then(
      () => {
        this.fault.value = undefined
      },
      (error: unknown) => {
        this.fault.value = error instanceof Error ? error.message : String(error)
        this.#parts.onFault?.(error)
      },
    )
  }
}
