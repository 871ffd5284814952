// One person at one device: looks, does one thing, waits until it is answered, and looks again. All waiting is on the
// timers that are given, so an evening takes as long as they say.

import type { CommandId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import type { Chance } from './chance.ts'
import type { Desk } from './desk.ts'
import type { Evening } from './guests.ts'
import { choose, type Habit, type Intention, seconds } from './scene.ts'

export type Deed = {
  readonly id: CommandId
  readonly by: StaffId
  readonly at: Millis
  readonly intention: Intention
  readonly outcome: Outcome
}

export type BotParts = {
  readonly client: Client
  readonly timers: Timers
  readonly chance: Chance
  readonly evening: Evening
  readonly speed: number
  readonly me: StaffId
  readonly stations: readonly StationId[]
  readonly habits: readonly Habit[]
  /** Asks somebody beside the device to say yes to this very command; undefined: nobody did. */
  readonly approve: Desk['approve']
  readonly onDeed: (deed: Deed) => void
  /** Something that should not happen to a person. */
  readonly onFault: (cause: unknown) => void
}

/** How long a glance takes, a tap, and forgetting that something was refused. */
const glance = seconds(5)
const tap = seconds(2)
const forget = seconds(180)
/** The next frame of a screen; real, however fast the evening goes. */
const frame: Millis = 40

export class Bot {
  readonly #parts: BotParts
  readonly #refused = new Map<string, Millis>()
  #cancel: Cancel | undefined
  #paints = false
  #leaves: Cancel
  #stopped = false

  constructor(parts: BotParts) {
    this.#parts = parts
    this.#leaves = parts.client.onChange(() => this.#paintSoon())
    this.#later(parts.chance.integer(0, glance))
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
    this.#leaves()
  }

  #later(delay: Millis): void {
    if (this.#stopped) return
    this.#cancel = this.#parts.timers.after(delay / this.#parts.speed, () => {
      this.#look().catch((cause: unknown) => {
        this.#parts.onFault(cause)
        this.#later(glance)
      })
    })
  }

  async #look(): Promise<void> {
    const { client, chance } = this.#parts
    const state = client.state()
    const intention = state === undefined ? undefined : this.#intend(state)
    if (intention !== undefined) await this.#act(intention)
    this.#later(intention === undefined ? chance.integer(glance / 2, glance) : chance.integer(tap / 2, tap))
  }

  #intend(state: NonNullable<ReturnType<Client['state']>>): Intention | undefined {
    const { client, me, stations, speed, evening, chance, habits } = this.#parts
    const now = client.serverNow()
    const isHopeless = (intention: Intention): boolean => {
      const at = this.#refused.get(keyOf(intention))
      // an id that was answered is answered the same for ever
      return at !== undefined && (intention.id !== undefined || (now - at) * speed < forget)
    }
    return choose(habits, { state, me, stations, now, speed, evening, chance }, isHopeless)
  }

  async #act(intention: Intention): Promise<void> {
    const { client, me, approve, onDeed } = this.#parts
    const id = intention.id ?? client.newCommandId()
    const approvalId =
      intention.approvedBy === undefined ? undefined : await approve(id, intention, intention.approvedBy)
    if (this.#stopped) return
    const at = client.serverNow()
    this.#sayWhere(intention)
    const sent = client.send(intention.type, intention.args, {
      id,
      ...(approvalId === undefined ? {} : { approvalId }),
    })
    const outcome = await sent.settled
    if (intention.type === 'round.send') client.here({})
    if (outcome.kind !== 'done') {
      this.#refused.set(keyOf(intention), client.serverNow())
      client.dismiss(id)
    }
    onDeed({ id, by: me, at, intention, outcome })
  }

  /** "Ana is at table 12", as long as she writes. */
  #sayWhere({ type, args }: Intention): void {
    if (type !== 'round.send') return
    const { order, lines } = args
    const tableId =
      'open' in order ? order.open.tableId : this.#parts.client.state()?.orders.get(order.orderId)?.tableId
    this.#parts.client.here({ draftLines: lines.length, ...(tableId === undefined ? {} : { tableId }) })
  }

  /** Everything that is here stands on the glass by the next frame. */
  #paintSoon(): void {
    const { client, timers, stations } = this.#parts
    if (this.#paints || stations.length === 0) return
    this.#paints = true
    timers.after(frame, () => {
      this.#paints = false
      const seq = client.confirmed()?.seq
      if (!this.#stopped && seq !== undefined) client.painted(seq)
    })
  }
}

/** The same wish, whatever was thought up around it: a refused round has other dishes when it is tried again. */
function keyOf({ type, args, id }: Intention): string {
  if (id !== undefined) return `${type} ${id}`
  if (type === 'round.send') return `${type} ${JSON.stringify(args.order)}`
  return `${type} ${JSON.stringify(args)}`
}
