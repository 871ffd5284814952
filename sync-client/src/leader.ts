// The leading tab's side: passes on what the server says, and takes in what other tabs give. A command given twice, because
// a leader died before it answered, is one command: its id says so.

import { assertNever } from '@comanda/shared/domain/decision'
import type { CommandId } from '@comanda/shared/model/ids'
import type { Cancel } from '@comanda/shared/ports/time'
import type { DownFrame } from '@comanda/shared/protocol/down'
import type { DeviceClient } from './client.ts'
import type { Outcome } from './outbox-entry.ts'
import type { FromFollower, TabChannel } from './tabs.ts'

export class Leader {
  readonly #client: DeviceClient
  readonly #channel: TabChannel
  readonly #stop: Cancel
  #newsDue = false
  #stopped = false

  constructor(client: DeviceClient, channel: TabChannel) {
    this.#client = client
    this.#channel = channel
    channel.listen((message) => {
      if (message.to === 'leader') this.#hear(message)
    })
    this.#stop = client.onChange(() => this.#newsSoon())
    channel.post({ to: 'followers', kind: 'leading' })
  }

  stop(): void {
    this.#stopped = true
    this.#stop()
  }

  /** A frame has come and was taken in. */
  passOn(frame: DownFrame): void {
    if (frame.t === 'ev') this.#channel.post({ to: 'followers', kind: 'events', events: frame })
    else if (frame.t === 'snap' && frame.part === frame.of) this.#channel.post({ to: 'followers', kind: 'leading' })
    else if (frame.t === 'hb') this.#tellNews()
  }

  #hear(message: FromFollower): void {
    if (this.#stopped) return
    switch (message.kind) {
      case 'join':
        this.#tellWhole()
        break
      case 'give':
        this.#tellOutcome(message.written.id, this.#client.give(message.written))
        break
      case 'again':
        this.#tellOutcome(message.id, this.#client.again(message.id, message.args))
        break
      case 'amend':
        this.#client.amend(message.id, message.args)
        break
      case 'dismiss':
        this.#client.dismiss(message.id)
        break
      case 'painted':
        this.#client.painted(message.seq)
        break
      case 'here':
        this.#client.here(message.here)
        break
      case 'nudge':
        this.#client.nudge()
        break
      case 'reconnect':
        this.#client.reconnect()
        break
      default:
        assertNever(message)
    }
  }

  #tellOutcome(id: CommandId, settled: Promise<Outcome> | undefined): void {
    settled?.then((outcome) => {
      if (this.#stopped) return
      // an outcome is never ahead of what is told of its command
      if (this.#newsDue) this.#tellNews()
      const told = outcome.kind === 'unsaved' ? { ...outcome, error: String(outcome.error) } : outcome
      this.#channel.post({ to: 'followers', kind: 'outcome', id, outcome: told })
    })
  }

  #tellWhole(): void {
    const base = this.#client.base()
    const kept = this.#client.sharedKept()
    this.#channel.post({ to: 'followers', kind: 'whole', kept, ...(base === undefined ? {} : { base }) })
    this.#tellNews()
  }

  /** However much changes in one go is told once. */
  #newsSoon(): void {
    if (this.#newsDue) return
    this.#newsDue = true
    queueMicrotask(() => {
      if (this.#newsDue) this.#tellNews()
    })
  }

  #tellNews(): void {
    this.#newsDue = false
    if (this.#stopped) return
    const client = this.#client
    this.#channel.post({
      to: 'followers',
      kind: 'news',
      status: client.status(),
      ...(client.timeIsKnown() ? { now: client.serverNow() } : {}),
      entries: client.sharedEntries(),
      presence: client.presence(),
      approvals: client.approvals(),
    })
  }
}
