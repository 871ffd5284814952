// Drafts on their way through Send: to the outbox under their own id, gone when they were taken, back with a reason when
// they were not. A crash in between loses neither what was sent nor what came back.
import { entityId } from '@comanda/shared/domain/entity-id'
import type { CommandId, OrderId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { argsOf } from '../asking/own-commands.ts'
import { composeRound, type RoundArgs } from './compose-round.ts'
import type { Draft, DraftProblem, DraftTarget } from './draft.ts'
import { addLine } from './draft-edit.ts'
import type { DraftSignals } from './draft-signals.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { type Returned, returnedFrom, roundIdOf } from './returned-lines.ts'

export type SentRound = { id: CommandId; args: RoundArgs; settled: Promise<RoundOutcome> }

export type RoundOutcome =
  | { kind: 'taken'; returned: readonly Returned[] }
  | { kind: 'refused'; code: string; details?: unknown }
  | { kind: 'unsaved' }

export type SendingClient = Pick<
  Client,
  'send' | 'command' | 'dismiss' | 'newCommandId' | 'serverNow' | 'state' | 'confirmed' | 'onChange'
>

/** How the drafts of a party are found. */
export type Finding = { find(target: DraftTarget): Draft | undefined; at(target: DraftTarget): Draft }

/** After it was sent, an order that was opened by it has a name. */
const afterwards = (draft: Draft): DraftTarget =>
  draft.target.kind === 'new' ? { kind: 'order', orderId: entityId<OrderId>(draft.id, 'o') } : draft.target

export class SentDrafts {
  readonly #client: SendingClient
  readonly #drafts: DraftSignals
  readonly #finding: Finding

  constructor(client: SendingClient, drafts: DraftSignals, finding: Finding) {
    this.#client = client
    this.#drafts = drafts
    this.#finding = finding
  }

  send(draft: Draft): SentRound | undefined {
    const state = this.#client.state()
    if (state === undefined || draft.entries.length === 0) return undefined
    const args = composeRound(state, draft)
    void this.#drafts.store(draft)
    this.#drafts.forget(draft)
    this.dismissRefused(draft)
    const sent = this.#client.send('round.send', args, { id: draft.id })
    return { id: draft.id, args, settled: sent.settled.then((outcome) => this.#settle(draft, outcome)) }
  }

  /** The answer to what was sent before the page went away: asking again under the same id is the same command. */
  follow(draft: Draft): void {
    const view = this.#client.command(draft.id)
    const args = view === undefined ? undefined : argsOf(view, 'round.send')
    if (args === undefined) return
    const again = this.#client.send('round.send', args, { id: draft.id })
    void again.settled.then((outcome) => this.#settle(draft, outcome))
  }

  /** Whoever sends or throws away what came back has read why. */
  dismissRefused({ cameFrom }: Draft): void {
    if (cameFrom === undefined) return
    const roundId = roundIdOf(cameFrom)
    if (this.#client.state()?.refusedRounds.has(roundId) === true) this.#client.send('round.dismiss', { roundId })
  }

  async #settle(draft: Draft, outcome: Outcome): Promise<RoundOutcome> {
    switch (outcome.kind) {
      case 'done': {
        const returned = await returnedFrom(this.#client, draft, outcome)
        this.#giveBack(draft, returned)
        await this.#drafts.remove(draft.id)
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
    const now = this.#client.serverNow()
    const lines = returned.flatMap(({ position, code }) => {
      const entry = draft.entries[position]
      return entry === undefined ? [] : [{ line: entry.line, code }]
    })
    const before = this.#finding.at(afterwards(draft))
    this.#drafts.keep(lines.reduce((sum, { line, code }) => addLine(sum, line, now, code), before))
  }

  /** The new draft is on the shelf before the old command and its record go: a crash in between loses neither. */
  async #refused(draft: Draft, problem: DraftProblem): Promise<void> {
    await this.#back({ ...draft, id: this.#client.newCommandId(), cameFrom: draft.id, problem }, draft)
    this.#client.dismiss(draft.id)
    await this.#drafts.remove(draft.id)
  }

  /** What was sent lies here again, together with what was written for the same party since. */
  async #back(back: Draft, sent: Draft): Promise<void> {
    const since = this.#finding.find(afterwards(sent))
    const merged = since === undefined ? undefined : mergeDrafts(back, since)
    if (since === undefined || merged === undefined) {
      this.#drafts.show(back)
      await this.#drafts.store(back)
      return
    }
    if (since.cameFrom !== merged.cameFrom) this.dismissRefused(since)
    await this.#drafts.takeIn(merged, since)
  }
}
