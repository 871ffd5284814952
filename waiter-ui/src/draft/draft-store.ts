// The drafts of this device, each known by the party that it is for: found, begun, changed, sent, and taken along when its
// party sits down elsewhere or joins another. Nothing written is ever lost in between.
import type { CommandId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { ReadonlySignal } from '@preact/signals'
import { type Draft, type DraftTarget, emptyDraft, isBlank, targetKey } from './draft.ts'
import type { DraftShelf } from './draft-shelf.ts'
import { DraftSignals } from './draft-signals.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { isFor, placed } from './placed.ts'
import { type SendingClient, SentDrafts, type SentRound } from './sent-drafts.ts'

export type DraftStore = {
  /** Every draft on this device that is not sent. */
  all: ReadonlySignal<ReadonlyMap<CommandId, Draft>>
  /** Why the shelf took nothing last; undefined while it is well. */
  fault: ReadonlySignal<string | undefined>
  /** What lies on the shelf, and the answers to what was sent before the page went away. */
  load(): Promise<void>
  find(target: DraftTarget): Draft | undefined
  /** The draft of this party; a blank one when there is none. */
  at(target: DraftTarget): Draft
  /** A blank one for an order to be opened. */
  begin(target: Extract<DraftTarget, { kind: 'new' }>): Draft
  change(draft: Draft, change: (draft: Draft, now: number) => Draft): Draft
  /** To the outbox. What becomes of it comes back here. */
  send(draft: Draft): SentRound | undefined
  discard(draft: Draft): void
  /** All of it into the other; undefined, and nothing moved, where the two must not be mixed. */
  join(draft: Draft, into: Draft): Draft | undefined
}

export type DraftStoreParts = {
  client: SendingClient
  shelf: DraftShelf
  me: () => StaffId | undefined
  onFault?: (error: unknown) => void
  /** Its party sits elsewhere now, and it went along. */
  onMoved?: (draft: Draft) => void
}

const tableOf = (target: DraftTarget): TableId | undefined => (target.kind === 'new' ? undefined : target.tableId)

const sameTarget = (one: DraftTarget, other: DraftTarget): boolean =>
  targetKey(one, undefined) === targetKey(other, undefined) && tableOf(one) === tableOf(other)

class DeviceDrafts implements DraftStore {
  readonly #parts: DraftStoreParts
  readonly #drafts: DraftSignals
  readonly #sent: SentDrafts

  constructor(parts: DraftStoreParts) {
    this.#parts = parts
    this.#drafts = new DraftSignals(parts)
    this.#sent = new SentDrafts(parts.client, this.#drafts, this)
    parts.client.onChange(() => this.#goAlong())
  }

  get all(): DraftStore['all'] {
    return this.#drafts.all
  }

  get fault(): DraftStore['fault'] {
    return this.#drafts.fault
  }

  async load(): Promise<void> {
    const records = await this.#drafts.load()
    const answered = new Set(records.map(({ draft }) => draft.cameFrom))
    for (const { draft } of records) {
      if (answered.has(draft.id)) void this.#drafts.remove(draft.id)
      else if (this.#parts.client.command(draft.id) !== undefined) this.#sent.follow(draft)
      else this.#drafts.show(draft)
    }
    this.#goAlong()
  }

  find(target: DraftTarget): Draft | undefined {
    const state = this.#parts.client.state()
    for (const draft of this.all.value.values()) if (isFor(state, draft, target)) return draft
    return undefined
  }

  at(target: DraftTarget): Draft {
    const found = this.find(target)
    if (found !== undefined) return found
    const now = placed(this.#parts.client.state(), target)
    return this.#drafts.blankOr(targetKey(now, undefined), () => this.#blank(now))
  }

  begin(target: Extract<DraftTarget, { kind: 'new' }>): Draft {
    const draft = this.#blank(target)
    this.#drafts.show(draft)
    return draft
  }

  change(draft: Draft, change: (draft: Draft, now: number) => Draft): Draft {
    const current = this.all.peek().get(draft.id) ?? draft
    const written = change(current, this.#parts.client.serverNow())
    if (written === current) return current
    const changed = isBlank(current) ? this.#signed(written) : written
    if (isBlank(changed)) this.#drafts.blank(changed)
    else this.#drafts.keep(changed)
    return changed
  }

  send(draft: Draft): SentRound | undefined {
    return this.#sent.send(draft)
  }

  discard(draft: Draft): void {
    this.#drafts.forget(draft)
    void this.#drafts.remove(draft.id)
    this.#sent.dismissRefused(draft)
  }

  join(draft: Draft, into: Draft): Draft | undefined {
    const merged = mergeDrafts(into, draft)
    if (merged !== undefined) this.#takeIn(merged, draft)
    return merged
  }

  #takeIn(merged: Draft, from: Draft): void {
    if (from.cameFrom !== merged.cameFrom) this.#sent.dismissRefused(from)
    void this.#drafts.takeIn(merged, from)
  }

  /** Parties sit down elsewhere and join others while something lies written for them: it goes along. */
  #goAlong(): void {
    const state = this.#parts.client.state()
    for (const id of this.all.peek().keys()) {
      const draft = this.all.peek().get(id)
      if (draft === undefined) continue
      const target = placed(state, draft.target)
      if (!sameTarget(target, draft.target)) this.#move(draft, target)
    }
  }

  #move(draft: Draft, target: DraftTarget): void {
    const state = this.#parts.client.state()
    const moved = { ...draft, target }
    const others = [...this.all.peek().values()].filter(({ id }) => id !== draft.id)
    const there = others.find((other) => other.target.kind !== 'new' && isFor(state, other, target))
    const merged = there === undefined ? undefined : mergeDrafts(there, moved)
    if (merged !== undefined) this.#takeIn(merged, draft)
    else if (isBlank(moved)) this.#drafts.show(moved)
    else this.#drafts.keep(moved)
    if (draft.entries.length > 0 && tableOf(target) !== tableOf(draft.target)) this.#parts.onMoved?.(merged ?? moved)
  }

  /** Whose it is says the first who writes in it, not who looked at it before. */
  #signed(draft: Draft): Draft {
    const { by: _who, ...rest } = draft
    const by = this.#parts.me()
    return by === undefined ? rest : { ...rest, by }
  }

  #blank(target: DraftTarget): Draft {
    const { client, me } = this.#parts
    return emptyDraft(client.newCommandId(), target, client.serverNow(), me())
  }
}

export const createDraftStore = (parts: DraftStoreParts): DraftStore => new DeviceDrafts(parts)
