// A tab that does not lead: it keeps its own copy of the state, fed by the leader, decides its own picture of pending
// commands, and gives its commands to the leader. What the leader has not answered is given again to the next one.
import type { CommandOf } from '@comanda/shared/domain/commands'
import { assertNever } from '@comanda/shared/domain/decision'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, TableId } from '@comanda/shared/model/ids'
import type { Cancel, Millis } from '@comanda/shared/ports/time'
import type { Approvals, Presence } from '@comanda/shared/protocol/down'
import type { Client, ClientOptions, CommandView, SendOptions, Sent, Status } from './client-types.ts'
import { viewOf } from './command-view.ts'
import { composeCommand, tooLarge } from './compose-command.ts'
import { FollowedState } from './followed-state.ts'
import { FollowerCommands } from './follower-commands.ts'
import { largestUpFrame } from './frames.ts'
import type { Listeners } from './listeners.ts'
import { loadedEntry, type Outcome } from './outbox-entry.ts'
import type { DeviceCommandType, StoredCommand, Written } from './outbox-store.ts'
import { newCommandId } from './random-id.ts'
import { ServerTime } from './server-time.ts'
import { staleAfter } from './status.ts'
import type { FromLeader, TabChannel } from './tabs.ts'

const noNews: Status = { link: 'reconnecting', stale: false, unsent: 0, needsEyes: 0 }

export class Follower implements Client {
  readonly #options: ClientOptions
  readonly #channel: TabChannel
  readonly #listeners: Listeners
  readonly #time: ServerTime
  readonly #commands: FollowerCommands
  readonly #followed: FollowedState
  readonly #joined = Promise.withResolvers<void>()
  #kept: readonly StoredCommand[] = []
  #status: Status = noNews
  #presence: Presence['people'] = []
  #approvals: Approvals['open'] = []
  #newsAt: Millis
  #staleDue: Cancel | undefined
  #retired = false

  constructor(options: ClientOptions, channel: TabChannel, listeners: Listeners) {
    this.#options = options
    this.#channel = channel
    this.#listeners = listeners
    this.#time = new ServerTime(options.clock)
    this.#commands = new FollowerCommands((written) => channel.post({ to: 'leader', kind: 'give', written }))
    this.#newsAt = options.clock.monotonic()
    this.#followed = new FollowedState(options)
    channel.listen((message) => {
      if (message.to === 'followers' && !this.#retired) this.#hear(message)
    })
  }

  /** Resolves when a leader has answered: there may be none yet. */
  start(): Promise<void> {
    this.#watchLeader(staleAfter)
    this.#channel.post({ to: 'leader', kind: 'join' })
    return this.#joined.promise
  }

  /** This tab leads from now on, or is closed: whoever follows in its place gets what was not answered. */
  retire(): FollowerCommands {
    this.#retired = true
    this.#staleDue?.()
    this.#joined.resolve()
    return this.#commands
  }

  async stop(): Promise<void> {
    this.retire()
  }

  nudge(): void {
    this.#channel.post({ to: 'leader', kind: 'nudge' })
  }

  reconnect(): void {
    this.#channel.post({ to: 'leader', kind: 'reconnect' })
  }

  newCommandId(): CommandId {
    return newCommandId(this.#options.random, this.serverNow())
  }

  send<Type extends DeviceCommandType>(type: Type, args: CommandOf<Type>['args'], options: SendOptions = {}): Sent {
    const id = options.id ?? this.newCommandId()
    const author = this.#options.author()
    const seenSeq = this.confirmed()?.seq ?? 0
    const base = { id, type, args, author, seenSeq, now: this.serverNow(), frameLimit: largestUpFrame }
    const written = composeCommand({ ...options, ...base })
    if (written === 'too-large') return { id, settled: Promise.resolve(tooLarge) }
    const settled = this.#commands.give(written)
    this.#listeners.tell()
    return { id, settled }
  }

  state(): State | undefined {
    return this.#followed.show(this.#commands.pending())
  }

  confirmed(): State | undefined {
    return this.#followed.confirmed
  }

  status(): Status {
    const silent = this.#options.clock.monotonic() - this.#newsAt >= staleAfter
    const unsent = this.#status.unsent + this.#commands.notTaken()
    return { ...this.#status, unsent, stale: this.#status.stale || silent }
  }

  presence(): Presence['people'] {
    return this.#presence
  }

  approvals(): Approvals['open'] {
    return this.#approvals
  }

  commands(): readonly CommandView[] {
    this.state()
    const guesses = this.#followed.guesses()
    return this.#commands.open().map((entry) => viewOf(entry, guesses?.get(entry.written.id)))
  }

  kept(): readonly CommandView[] {
    return this.#kept.map((stored) => viewOf(loadedEntry(stored)))
  }

  command(id: CommandId): CommandView | undefined {
    const entry = this.#commands.get(id)
    return entry === undefined ? undefined : viewOf(entry)
  }

  dismiss(id: CommandId): boolean {
    const entry = this.#commands.get(id)
    if (entry === undefined || entry.fate.kind === 'waiting') return false
    this.#channel.post({ to: 'leader', kind: 'dismiss', id })
    return true
  }

  amend(id: CommandId, args: Written['args']): boolean {
    const entry = this.#commands.get(id)
    if (entry === undefined || !entry.saved || entry.sent || entry.fate.kind !== 'waiting') return false
    this.#channel.post({ to: 'leader', kind: 'amend', id, args })
    return true
  }

  again(id: CommandId, args?: Written['args']): Promise<Outcome> | undefined {
    if (this.#commands.get(id)?.fate.kind !== 'missing') return undefined
    this.#channel.post({ to: 'leader', kind: 'again', id, ...(args === undefined ? {} : { args }) })
    return this.#commands.outcomeOf(id)
  }

  painted(seq: number): void {
    this.#channel.post({ to: 'leader', kind: 'painted', seq })
  }

  here(here: { tableId?: TableId; draftLines?: number }): void {
    this.#channel.post({ to: 'leader', kind: 'here', here })
  }

  serverNow(): Millis {
    return this.#time.now()
  }

  timeIsKnown(): boolean {
    return this.#time.known
  }

  onChange(listener: () => void): Cancel {
    return this.#listeners.add(listener)
  }

  #hear(message: FromLeader): void {
    switch (message.kind) {
      case 'leading':
        this.#channel.post({ to: 'leader', kind: 'join' })
        this.#commands.giveAgain()
        break
      case 'whole':
        if (message.base !== undefined) this.#followed.takeWhole(message.base)
        this.#kept = message.kept
        this.#joined.resolve()
        break
      case 'events':
        if (this.#followed.takeEvents(message.events) === false) this.#channel.post({ to: 'leader', kind: 'join' })
        break
      case 'news':
        this.#takeNews(message)
        break
      case 'outcome':
        this.#commands.answered(message.id, message.outcome)
        break
      default:
        assertNever(message)
    }
    this.#listeners.tell()
  }

  #takeNews({ status, now, entries, presence, approvals }: Extract<FromLeader, { kind: 'news' }>): void {
    this.#newsAt = this.#options.clock.monotonic()
    this.#status = status
    if (now !== undefined) this.#time.heard(now)
    this.#commands.learn(entries)
    this.#presence = presence
    this.#approvals = approvals
  }

  /** A leader that says nothing may be asleep: what is shown here is then as old as its last word (P-11). */
  #watchLeader(delay: Millis): void {
    this.#staleDue = this.#options.timers.after(delay, () => {
      const left = this.#newsAt + staleAfter - this.#options.clock.monotonic()
      if (left <= 0) this.#listeners.tell()
      this.#watchLeader(left > 0 ? left : staleAfter)
    })
  }
}
