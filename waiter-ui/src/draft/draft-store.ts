// The drafts of this device as signals, on the shelf before anything else, and each on its way through Send: to the outbox
// under its own id, gone when it was taken, back with a reason when it was not. Nothing written is ever lost in between.
import { entityId } from '@comanda/shared/domain/entity-id'
import type { CommandId, OrderId, StaffId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { type ReadonlySignal, signal } from '@preact/signals'
import { composeRound, type RoundArgs } from './compose-round.ts'
import { type Draft, type DraftTarget, emptyDraft, isBlank, targetKey } from './draft.ts'
import { addLine } from './draft-edit.ts'
import type { DraftShelf } from './draft-shelf.ts'
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
}

export function createDraftStore({ client, shelf, me, onFault }: DraftStoreParts): DraftStore {
  const all = signal<ReadonlyMap<CommandId, Draft>>(new Map())
  const fault = signal<string | undefined>(undefined)
  /** Blank ones that somebody looks at: not worth keeping, but one and the same while looked at. */
  const blanks = new Map<string, Draft>()

  const kept = (work: Promise<void>): Promise<void> =>
    work.then(
      () => {
        fault.value = undefined
      },
      (error: unknown) => {
        fault.value = error instanceof Error ? error.message : String(error)
        onFault?.(error)
      },
    )

  const show = (draft: Draft) => {
    all.value = new Map(all.peek()).set(draft.id, draft)
  }

  const hide = (id: CommandId) => {
    const rest = new Map(all.peek())
    if (rest.delete(id)) all.value = rest
  }

  const keep = (draft: Draft): void => {
    blanks.delete(targetKey(draft.target, draft.id))
    show(draft)
    void kept(shelf.put({ draft, sent: false }))
  }

  const find = (target: DraftTarget): Draft | undefined => {
    const key = targetKey(target, undefined)
    for (const draft of all.value.values()) if (targetKey(draft.target, undefined) === key) return draft
    return undefined
  }

  const blank = (target: DraftTarget): Draft => emptyDraft(client.newCommandId(), target, client.serverNow(), me())

  const at = (target: DraftTarget): Draft => {
    const found = find(target)
    if (found !== undefined) return found
    const key = targetKey(target, undefined)
    const waiting = blanks.get(key) ?? blank(target)
    blanks.set(key, waiting)
    return waiting
  }

  const change: DraftStore['change'] = (draft, change) => {
    const current = all.peek().get(draft.id) ?? draft
    const changed = change(current, client.serverNow())
    if (changed === current) return current
    if (isBlank(changed)) {
      blanks.set(targetKey(changed.target, changed.id), changed)
      show(changed)
      void kept(shelf.remove(changed.id))
    } else keep(changed)
    return changed
  }

  /** Lines that nobody took lie in the party's draft again, each with its reason. */
  const giveBack = (draft: Draft, target: DraftTarget, returned: readonly Returned[]): void => {
    if (returned.length === 0) return
    const now = client.serverNow()
    const lines = returned.flatMap(({ position, code }) => {
      const entry = draft.entries[position]
      return entry === undefined ? [] : [{ line: entry.line, code }]
    })
    keep(lines.reduce((sum, { line, code }) => addLine(sum, line, now, code), at(target)))
  }

  /** After it was sent, an order that was opened by it has a name. */
  const afterwards = (draft: Draft): DraftTarget =>
    draft.target.kind === 'new' ? { kind: 'order', orderId: entityId<OrderId>(draft.id, 'o') } : draft.target

  const refused = async (draft: Draft, code: string, details: unknown): Promise<void> => {
    const id = client.newCommandId()
    const back: Draft = { ...draft, id, cameFrom: draft.id, problem: { code, details } }
    const now = find(draft.target)
    const merged =
      now === undefined ? back : now.entries.reduce((sum, { line }) => addLine(sum, line, now.changedAt), back)
    if (now !== undefined) discard(now)
    show(merged)
    await kept(shelf.put({ draft: merged, sent: false }))
    client.dismiss(draft.id)
    await kept(shelf.remove(draft.id))
  }

  const settle = async (draft: Draft, outcome: Outcome): Promise<RoundOutcome> => {
    switch (outcome.kind) {
      case 'done': {
        const returned = await returnedFrom(client, draft, outcome)
        giveBack(draft, afterwards(draft), returned)
        await kept(shelf.remove(draft.id))
        return { kind: 'taken', returned }
      }
      case 'refused':
        await refused(draft, outcome.code, outcome.details)
        return { kind: 'refused', code: outcome.code, details: outcome.details }
      case 'unsaved':
        keep({ ...draft, problem: { code: 'unsaved' } })
        return { kind: 'unsaved' }
    }
  }

  const send: DraftStore['send'] = (draft) => {
    const state = client.state()
    if (state === undefined || draft.entries.length === 0) return undefined
    const args = composeRound(state, draft)
    void kept(shelf.put({ draft, sent: true }))
    hide(draft.id)
    blanks.delete(targetKey(draft.target, draft.id))
    const answered = draft.cameFrom
    if (answered !== undefined && state.refusedRounds.has(roundIdOf(answered)))
      client.send('round.dismiss', { roundId: roundIdOf(answered) })
    const sent = client.send('round.send', args, { id: draft.id })
    return { id: draft.id, args, settled: sent.settled.then((outcome) => settle(draft, outcome)) }
  }

  /** The answer to what was sent before the page went away: asking again under the same id is the same command. */
  const follow = (draft: Draft): void => {
    const view = client.command(draft.id)
    if (view === undefined) return
    const again = client.send('round.send', view.args as RoundArgs, { id: draft.id })
    void again.settled.then((outcome) => settle(draft, outcome))
  }

  const load = async (): Promise<void> => {
    let records: Awaited<ReturnType<DraftShelf['load']>> = []
    await kept(
      shelf.load().then((loaded) => {
        records = loaded
      }),
    )
    const answered = new Set(records.map(({ draft }) => draft.cameFrom))
    for (const { draft } of records) {
      if (answered.has(draft.id)) void kept(shelf.remove(draft.id))
      else if (client.command(draft.id) !== undefined) follow(draft)
      else show(draft)
    }
  }

  const discard = (draft: Draft): void => {
    hide(draft.id)
    blanks.delete(targetKey(draft.target, draft.id))
    void kept(shelf.remove(draft.id))
    const refusedRound = draft.cameFrom === undefined ? undefined : roundIdOf(draft.cameFrom)
    if (refusedRound !== undefined && client.state()?.refusedRounds.has(refusedRound) === true)
      client.send('round.dismiss', { roundId: refusedRound })
  }

  const begin: DraftStore['begin'] = (target) => {
    const draft = blank(target)
    show(draft)
    return draft
  }

  return { all, fault, load, find, at, begin, change, send, discard }
}
