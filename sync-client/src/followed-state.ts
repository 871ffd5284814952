// A follower's copy of the confirmed state, and its picture of what is pending on top.
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, LogId } from '@comanda/shared/model/ids'
import type { Ev } from '@comanda/shared/protocol/down'
import type { ClientOptions } from './client-types.ts'
import type { Written } from './outbox-store.ts'
import { type Guess, PendingView } from './pending-view.ts'
import { Replica } from './replica.ts'
import type { SharedBase } from './tabs.ts'

/** Which log it is, is the leader's concern. */
const theLeadersLog = 'the-leaders' as LogId

export class FollowedState {
  readonly #replica: Replica
  readonly #view: PendingView
  readonly #hash: string
  readonly #room: ClientOptions['room']

  constructor({ rules, room, onFault }: ClientOptions) {
    this.#replica = new Replica(rules, room)
    this.#view = new PendingView(rules, room, onFault ?? (() => {}))
    this.#hash = rules.hash
    this.#room = room
  }

  get confirmed(): State | undefined {
    return this.#replica.confirmed
  }

  takeWhole(base: SharedBase): void {
    this.#replica.restore({ ...base, logId: theLeadersLog, room: this.#room, domain: this.#hash })
  }

  /** false: they do not follow on what is here. Before the first whole there is nothing to follow on. */
  takeEvents(events: Ev): boolean {
    if (this.#replica.confirmed === undefined) return true
    const fate = this.#replica.takeEvents(events)
    return fate === 'applied' || fate === 'old'
  }

  show(pending: readonly Written[]): State | undefined {
    const { confirmed, businessDate } = this.#replica
    if (confirmed === undefined || businessDate === undefined) return confirmed
    return this.#view.show(confirmed, pending, businessDate)
  }

  guesses(): ReadonlyMap<CommandId, Guess> {
    return this.#view.guesses()
  }
}
