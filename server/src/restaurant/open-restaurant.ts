// One restaurant, open: its writer and all that lives beside it. This is everything a session needs; Fastify is not.

import type { Log, Opened } from '@comanda/db/log'
import type { Numbered } from '@comanda/shared/domain/commands'
import { businessDateAt } from '@comanda/shared/domain/day-due'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, LogId, RestaurantId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Settings } from '@comanda/shared/model/settings'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import { Hub } from '../sync/hub.ts'
import { Actor } from './actor.ts'
import type { ActorWatch } from './actor-parts.ts'
import { ClockWatch } from './clock-watch.ts'
import { DueQueue } from './due-queue.ts'
import { loadState } from './load-state.ts'
import type { DayOf, UseApproval } from './prepare.ts'
import { PresenceBook } from './presence.ts'
import { ReceiptsWatchdog } from './receipts-watchdog.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'

const lookForBackupsEvery: Millis = 30_000
const lookForOthersEvery: Millis = 1_000

export type OpenPorts = {
  readonly log: Log
  readonly clock: Clock
  readonly timers: Timers
  readonly random: RandomBytes
  readonly soon: (run: () => void) => void
  readonly useApproval: UseApproval
  readonly dayOf: DayOf
  readonly failStop: (cause: unknown) => void
  /** What the restaurant starts from before anything is published. */
  readonly settings: Settings
  /** Other programs may write the same log: then it is looked at once a second. */
  readonly shared: boolean
  readonly watch: ActorWatch & { readonly failed: (what: string, cause: unknown) => void }
}

export type OpenRestaurant = {
  readonly id: RestaurantId
  readonly logId: LogId
  readonly actor: Actor
  readonly hub: Hub
  readonly receipts: ReceiptsWatchdog
  readonly presence: PresenceBook
  state(): State
  head(): number
  businessDate(now: Millis): BusinessDate
  /** What the server asks of itself. Nobody waits for the answer: it is in the log, or it comes due again. */
  ask(command: Numbered): void
  stop(): Promise<void>
}

export async function openRestaurant(id: RestaurantId, opened: Opened, ports: OpenPorts): Promise<OpenRestaurant> {
  const { log, clock, timers } = ports
  const loaded = await loadState(log, id, opened, ports.settings)
  const actor = new Actor({ ...ports, restaurantId: id, businessDate: businessDateAt }, loaded.state)
  const ask = systemAsker(actor, clock)
  const nextId = idsFrom(ports.random)
  let backedUpSeq = await log.backedUpSeq(id)
  const state = (): State => actor.state
  const hub = new Hub({
    clock,
    timers,
    state,
    readAfter: (seq, limit) => log.readAfter(id, seq, limit),
    backedUpSeq: () => backedUpSeq,
  })
  const receipts = new ReceiptsWatchdog(
    {
      timers,
      confirm: (deviceId, tickets) =>
        ask({
          type: 'tickets.confirm',
          args: { deviceId, tickets: [...tickets] },
          id: nextId('confirm'),
        }),
    },
    loaded.state,
  )
  const dues = new DueQueue({ clock, timers, ask: ({ command }) => ask(command) })
  const presence = new PresenceBook({ clock, timers, tell: (people) => hub.presence(people) })
  const keeper = new SnapshotKeeper(
    {
      restaurantId: id,
      log,
      clock,
      timers,
      soon: ports.soon,
      state,
      failed: (cause) => ports.watch.failed('snapshot', cause),
    },
    loaded.snapshotSeq,
  )
  const clockWatch = new ClockWatch(
    {
      clock,
      timers,
      doubt: (before, now) => ask({ type: 'clock.doubt', args: { before, now }, id: nextId('clock') }),
    },
    loaded.newestAt,
  )
  actor.onCommitted(({ recorded, state: after }) => {
    hub.committed(recorded)
    const events = recorded.map(({ event }) => event)
    receipts.committed(after, events)
    dues.committed(after, events)
    keeper.committed(after.seq, events)
  })
  dues.start(loaded.state)
  const stopLooking = [
    every(
      timers,
      lookForBackupsEvery,
      async () => {
        backedUpSeq = await log.backedUpSeq(id)
      },
      ports.watch.failed,
    ),
    log.onAdvance((advanced, head) => {
      if (advanced === id) actor.hint(head)
    }),
    ...(ports.shared
      ? [every(timers, lookForOthersEvery, async () => actor.hint(Number.POSITIVE_INFINITY), ports.watch.failed)]
      : []),
  ]
  return {
    id,
    logId: opened.logId,
    actor,
    hub,
    receipts,
    presence,
    state,
    head: () => actor.head,
    businessDate: (now) => businessDateAt(actor.state, now),
    ask,
    stop: async () => {
      for (const stop of stopLooking) stop()
      dues.stop()
      clockWatch.stop()
      presence.stop()
      keeper.stop()
      hub.stop()
      await actor.stop()
    },
  }
}

function systemAsker(actor: Actor, clock: Clock): (command: Numbered) => void {
  return (command) =>
    actor.submit({
      id: command.id,
      asked: { kind: 'read', command },
      asking: { kind: 'system' },
      writtenAt: clock.now(),
      reply: () => {},
      prepared: {},
    })
}

/** Ids of the server's own commands: chance once a start, then counted. */
function idsFrom(random: RandomBytes): (prefix: string) => CommandId {
  const start = Buffer.from(random(12)).toString('base64url')
  let count = 0
  return (prefix) => {
    count += 1
    return `${prefix}-${start}-${count.toString(36)}` as CommandId
  }
}

function every(
  timers: Timers,
  delay: Millis,
  run: () => Promise<unknown>,
  failed: OpenPorts['watch']['failed'],
): () => void {
  let stopped = false
  let cancel = (): void => {}
  const again = (): void => {
    cancel = timers.after(delay, () => {
      run()
        .catch((cause: unknown) => failed('look', cause))
        .finally(() => {
          if (!stopped) again()
        })
    })
  }
  again()
  return () => {
    stopped = true
    cancel()
  }
}
