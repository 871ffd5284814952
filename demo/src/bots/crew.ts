// Everybody who works at Casa Lola on an evening: their devices, and what each of them does.

import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import { StaffId, StationId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import { memoryOutbox } from '@comanda/sync-client/adapters/outbox-memory'
import { createClient } from '@comanda/sync-client/client'
import type { Client } from '@comanda/sync-client/client-types'
import { domainRules } from '@comanda/sync-client/domain-rules'
import type { Transport } from '@comanda/sync-client/transport'
import { Bot, type BotParts } from './bot.ts'
import { chanceFrom } from './chance.ts'
import type { Desk, DeviceKind, Place } from './desk.ts'
import type { Evening } from './guests.ts'
import { cook, expediter, hostAndCashier, manager, waiter } from './roles.ts'
import type { Habit } from './scene.ts'

type Job = { readonly kind: DeviceKind; readonly room: ReplicaRoom; readonly habits: readonly Habit[] }

export type Post = Place & Job

const jobs = {
  waiter: { kind: 'tablet', room: 'floor', habits: waiter },
  cook: { kind: 'kitchen', room: 'kitchen', habits: cook },
  expediter: { kind: 'kitchen', room: 'kitchen', habits: expediter },
  front: { kind: 'front', room: 'front', habits: hostAndCashier },
  office: { kind: 'office', room: 'office', habits: manager },
} as const satisfies Readonly<Record<string, Job>>

const post = (job: Job, name: string, person: string, ...stations: readonly string[]): Post => ({
  ...job,
  name,
  staffId: StaffId.parse(person),
  stations: stations.map((station) => StationId.parse(station)),
})

export const posts: readonly Post[] = [
  post(jobs.waiter, "Ana's tablet", 'ana'),
  post(jobs.waiter, "Leo's tablet", 'leo'),
  post(jobs.waiter, "Marco's tablet", 'marco'),
  post(jobs.waiter, "Daria's tablet", 'daria'),
  post(jobs.cook, 'Grill screen', 'bruno', 'grill'),
  post(jobs.cook, 'Stove screen', 'bruno', 'stove'),
  post(jobs.cook, 'Fry screen', 'irina', 'fry'),
  post(jobs.cook, 'Cold screen', 'irina', 'cold'),
  post(jobs.cook, 'Pastry screen', 'irina', 'pastry'),
  post(jobs.cook, 'Bar screen', 'irina', 'bar'),
  post(jobs.expediter, 'The pass', 'omar'),
  post(jobs.front, 'Front terminal', 'clara'),
  post(jobs.office, "Pablo's laptop", 'pablo'),
]

/** The machine that a device is made of. */
export type Machine = {
  readonly clock: Clock
  readonly timers: Timers
  readonly random: RandomBytes
}

export type Shift = Machine & {
  readonly url: string
  readonly evening: Evening
  readonly speed: number
  readonly transportOf: (desk: Desk) => Transport
  readonly onDeed: BotParts['onDeed']
  readonly onFault: BotParts['onFault']
}

export type Worker = {
  readonly post: Post
  readonly client: Client
  readonly start: () => void
  readonly stop: () => Promise<void>
}

/** At the device and connected; works from start() on. */
export async function worker(shift: Shift, at: Post, desk: Desk): Promise<Worker> {
  const { url, clock, timers, random, evening, speed, onDeed, onFault } = shift
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/ws`,
    build: 'demo',
    room: at.room,
    stations: at.stations,
    rules: domainRules,
    author: () => desk.author,
    clock,
    timers,
    random,
    transport: shift.transportOf(desk),
    outbox: memoryOutbox(),
    onFault,
  })
  await client.start()
  let bot: Bot | undefined
  return {
    post: at,
    client,
    start: () => {
      bot = new Bot({
        client,
        timers,
        chance: chanceFrom(`${evening.seed} ${at.name}`),
        evening,
        speed,
        me: at.staffId,
        stations: at.stations,
        habits: at.habits,
        approve: desk.approve,
        onDeed,
        onFault,
      })
    },
    stop: async () => {
      bot?.stop()
      await client.stop()
    },
  }
}
