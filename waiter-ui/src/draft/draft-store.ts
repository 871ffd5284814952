// The drafts of this device as signals, on the shelf before anything else, and each on its way through Send: to the outbox
// under its own id, gone when it was taken, back with a reason when it was not. Nothing written is ever lost in between.
import { entityId } from '@comanda/shared/domain/entity-id'
import type { CommandId, OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { type ReadonlySignal, signal } from '@preact/signals'
import { composeRound, type RoundArgs } from './compose-round.ts'
import { type Draft, type DraftProblem, type DraftTarget, emptyDraft, isBlank, targetKey } from './draft.ts'
import { addLine } from './draft-edit.ts'
import type { DraftRecord, DraftShelf } from './draft-shelf.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { isFor, placed } from './placed.ts'
import { type Returned, returnedFrom, roundIdOf } from './returned-lines.ts'

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

export type SentRound = { id: CommandId; args: RoundArgs; settled: Promise<RoundOutcome> }

export type RoundOutcome =
  | { kind: 'taken'; returned: readonly Returned[] }
  | { kind: 'refused'; code: string; details?: unknown }
  | { kind: 'unsaved' }

type StoreClient = Pick<
  Client,
  'send' | 'command' | 'dismiss' | 'newCommandId' | 'serverNow' | 'state' | 'confirmed' | 'onChange'
>

export type DraftStoreParts = {
  client: StoreClient
  shelf: DraftShelf
  me: () => StaffId | undefined
  onFault?: (error: unknown) => void
  /** Its party sits elsewhere now, and it went along. */
  onMoved?: (draft: Draft) => void
}

/** After it was sent, an order that was opened by it has a name. */
const afterwards = (draft: Draft): DraftTarget =>
  draft.target.kind === 'new' ? { kind: 'order', orderId: entityId<OrderId>(draft.id, 'o') } : draft.target

const tableOf = (target: DraftTarget): TableId | undefined => (target.kind === 'new' ? undefined : target.tableId)

const sameTarget = (one: DraftTarget, other: DraftTarget): boolean =>
  targetKey(one, undefined) === targetKey(other, undefined) && tableOf(one) === tableOf(other)

class DeviceDrafts implements DraftStore {
  readonly all = signal<ReadonlyMap<CommandId, Draft>>(new Map())
  readonly fault = signal<string | undefined>(undefined)
  readonly #parts: DraftStoreParts
  /** Blank ones that somebody looks at: not worth keeping, but one and the same while looked at. */
  readonly #blanks = new Map<string, Draft>()

  constructor(parts: DraftStoreParts) {
    this.#parts = parts
    parts.client.onChange(() => this.#goAlong())
  }

  async load(): Promise<void> {
    const { client, shelf } = this.#parts
    let records: readonly DraftRecord[] = []
    await this.#kept(
      shelf.load().then((loaded) => {
        records = loaded
      }),
    )
    const answered = new Set(records.map(({ draft }) => draft.cameFrom))
    for (const { draft } of records) {
      if (answered.has(draft.id)) void this.#kept(shelf.remove(draft.id))
      else if (client.command(draft.id) !== undefined) this.#follow(draft)
      else this.#show(draft)
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
    const key = targetKey(now, undefined)
    const waiting = this.#blanks.get(key) ?? this.#blank(now)
    this.#blanks.set(key, waiting)
    return waiting
  }

  begin(target: Extract<DraftTarget, { kind: 'new' }>): Draft {
    const draft = this.#blank(target)
    this.#show(draft)
    return draft
  }

  change(draft: Draft, change: (draft: Draft, now: number) => Draft): Draft {
    const { client, shelf } = this.#parts
    const current = this.all.peek().get(draft.id) ?? draft
    const changed = change(current, client.serverNow())
    if (changed === current) return current
    if (!isBlank(changed)) {
      this.#keep(changed)
      return changed
    }
    this.#blanks.set(targetKey(changed.target, changed.id), changed)
    this.#show(changed)
    void this.#kept(shelf.remove(changed.id))
    return changed
  }

  send(draft: Draft): SentRound | undefined {
    const { client, shelf } = this.#parts
    const state = client.state()
    if (state === undefined || draft.entries.length === 0) return undefined
    const args = composeRound(state, draft)
    void this.#kept(shelf.put({ draft }))
    this.#forget(draft)
    this.#dismissRefused(draft)
    const sent = client.send('round.send', args, { id: draft.id })
    return { id: draft.id, args, settled: sent.settled.then((outcome) => this.#settle(draft, outcome)) }
  }

  discard(draft: Draft): void {
    this.#forget(draft)
    void this.#kept(this.#parts.shelf.remove(draft.id))
    this.#dismissRefused(draft)
  }

  join(draft: Draft, into: Draft): Draft | undefined {
    const merged = mergeDrafts(into, draft)
    if (merged !== undefined) void this.#takeIn(merged, draft)
    return merged
  }

  /** The answer to what was sent before the page went away: asking again under the same id is the same command. */
  #follow(draft: Draft): void {
    const { client } = this.#parts
    const view = client.command(draft.id)
    if (view === undefined) return
    const again = client.send('round.send', view.args as RoundArgs, { id: draft.id })
    void again.settled.then((outcome) => this.#settle(draft, outcome))
  }

  async #settle(draft: Draft, outcome: Outcome): Promise<RoundOutcome> {
    const { client, shelf } = this.#parts
    switch (outcome.kind) {
      case 'done': {
        const returned = await returnedFrom(client, draft, outcome)
        this.#giveBack(draft, returned)
        await this.#kept(shelf.remove(draft.id))
        return { kind: 'taken', returned }
      }
      case 'refused':
        await this.#refused(draft, { code: outcome.code, details: outcome.details })
        return { kind: 'refused', code: outcome.code, details: outcome.details }
      case 'unsaved':
        await this.#back({ ...draft, problem: { code: 'unsaved' } }, draft)
        return { kind: 'unsaved' }
    }
  }

  /** Lines that nobody took lie in the party's draft again, each with its reason. */
  #giveBack(draft: Draft, returned: readonly Returned[]): void {
    if (returned.length === 0) return
    const now = this.#parts.client.serverNow()
    const lines = returned.flatMap(({ position, code }) => {
      const entry = draft.entries[position]
      return entry === undefined ? [] : [{ line: entry.line, code }]
    })
    const before = this.at(afterwards(draft))
    this.#keep(lines.reduce((sum, { line, code }) => addLine(sum, line, now, code), before))
  }

  /** The new draft is on the shelf before the old command and its record go: a crash in between loses neither. */
  async #refused(draft: Draft, problem: DraftProblem): Promise<void> {
    const { client, shelf } = this.#parts
    await this.#back({ ...draft, id: client.newCommandId(), cameFrom: draft.id, problem }, draft)
    client.dismiss(draft.id)
    await this.#kept(shelf.remove(draft.id))
  }

  /** What was sent lies here again, together with what was written for the same party since. */
  async #back(back: Draft, sent: Draft): Promise<void> {
    const since = this.find(afterwards(sent))
    const merged = since === undefined ? undefined : mergeDrafts(back, since)
    if (since === undefined || merged === undefined) {
      this.#show(back)
      await this.#kept(this.#parts.shelf.put({ draft: back }))
    } else await this.#takeIn(merged, since)
  }

  /** Both lie on the shelf until the one that holds everything does. */
  #takeIn(merged: Draft, from: Draft): Promise<void> {
    const { shelf } = this.#parts
    this.#forget(from)
    this.#blanks.delete(targetKey(merged.target, merged.id))
    this.#show(merged)
    if (from.cameFrom !== merged.cameFrom) this.#dismissRefused(from)
    return this.#kept(shelf.put({ draft: merged }).then(() => shelf.remove(from.id)))
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
    if (merged !== undefined) void this.#takeIn(merged, draft)
    else if (isBlank(moved)) this.#show(moved)
    else this.#keep(moved)
    if (draft.entries.length > 0 && tableOf(target) !== tableOf(draft.target)) this.#parts.onMoved?.(merged ?? moved)
  }

  /** Whoever sends or throws away what came back has read why. */
  #dismissRefused({ cameFrom }: Draft): void {
    const { client } = this.#parts
    if (cameFrom === undefined) return
    const roundId = roundIdOf(cameFrom)
    if (client.state()?.refusedRounds.has(roundId) === true) client.send('round.dismiss', { roundId })
  }

  #blank(target: DraftTarget): Draft {
    const { client, me } = this.#parts
    return emptyDraft(client.newCommandId(), target, client.serverNow(), me())
  }

  #keep(written: Draft): void {
    this.#blanks.delete(targetKey(written.target, written.id))
    const draft = { ...written, target: placed(this.#parts.client.state(), written.target) }
    this.#show(draft)
    void this.#kept(this.#parts.shelf.put({ draft }))
  }

  #show(draft: Draft): void {
    this.all.value = new Map(this.all.peek()).set(draft.id, draft)
  }

  #forget(draft: Draft): void {
    this.#blanks.delete(targetKey(draft.target, draft.id))
    const rest = new Map(this.all.peek())
    if (rest.delete(draft.id)) this.all.value = rest
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

export const createDraftStore = (parts: DraftStoreParts): DraftStore => new DeviceDrafts(parts)
