// Whoever comes back from wherever, gets there (P-5): devices that know nothing, that stand at any seq, at one that is not
// written yet, or in another log altogether, all end where the log is, by resume or by a snapshot.

import { evolve } from '@comanda/shared/domain/evolve'
import { narrowState } from '@comanda/shared/domain/narrow-state'
import { type ReplicaRoom, replicaRooms } from '@comanda/shared/domain/rooms'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { canonical, stateToJson } from '@comanda/shared/domain/state-json'
import type { LogId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import { memoryOutbox } from '@comanda/sync-client/adapters/outbox-memory'
import { createClient } from '@comanda/sync-client/client'
import type { Client } from '@comanda/sync-client/client-types'
import { domainRules } from '@comanda/sync-client/domain-rules'
import type { StoredReplica } from '@comanda/sync-client/replica-store'
import { type SeededRandom, seededRandom } from '../../harness/seeded-random.ts'
import { Process } from '../world/process.ts'
import { settings } from '../world/stored.ts'
import type { World } from '../world/world.ts'

const arrivesWithin = 60_000
const silentTaps = { heardUp: () => {}, sentDown: () => {}, heardDown: () => {} }

type From = 'nothing' | 'somewhere' | 'the head' | 'the future' | 'another log'
const froms: readonly From[] = ['nothing', 'somewhere', 'the head', 'the future', 'another log']

const stateAt = (world: World, seq: number): State => {
  let state: State = emptyState(settings)
  for (const recorded of world.stored.events.slice(0, seq)) state = evolve(state, recorded)
  return state
}

function keptReplica(world: World, room: ReplicaRoom, from: From, random: SeededRandom): StoredReplica | undefined {
  if (from === 'nothing') return undefined
  const { head, rows } = world.stored
  const stands = from === 'somewhere' || from === 'another log' ? random.integer(0, head) : head
  const seq = from === 'the future' ? head + random.integer(1, 5_000) : stands
  const state = { ...narrowState(stateAt(world, stands), room), seq }
  return {
    logId: from === 'another log' ? ('log-of-before' as LogId) : rows.logId,
    room,
    domain: domainRules.hash,
    seq,
    businessDate: '2026-05-08' as BusinessDate,
    body: stateToJson(state),
  }
}

/** The kind of device that may look through a room's window. */
const deviceFor: Readonly<Record<ReplicaRoom, string>> = {
  kitchen: 'kitchen',
  floor: 'tablet',
  front: 'front',
  office: 'office',
}

async function arrive(world: World, room: ReplicaRoom, from: From): Promise<void> {
  const { plan, scheduler, network, witness, stored } = world
  const device = plan.devices.findIndex(({ kind }) => kind === deviceFor[room])
  if (device === -1) return
  const random = seededRandom(plan.seed).branch(`back in ${room} from ${from}`)
  const process = new Process(scheduler, { offset: 0 }, 0, () => {})
  const kept = keptReplica(world, room, from, random)
  const client: Client = createClient({
    url: 'ws://restaurant.test/ws',
    build: 'sim',
    clock: process.clock,
    timers: process.timers,
    random: (length) => random.bytes(length),
    transport: network.transportOf(device, process, () => silentTaps),
    outbox: memoryOutbox(),
    room,
    rules: domainRules,
    author: () => undefined,
    store: { load: async () => kept, save: async () => {}, forget: async () => {} },
    onFault: (error) => witness.violated('P-5', `in ${room} from ${from}: ${String(error)}`),
  })
  await client.start()
  const isThere = (): boolean => client.status().link === 'live' && client.confirmed()?.seq === stored.head
  const arrived = await scheduler.runUntilTrue(isThere, arrivesWithin, 50)
  await stored.catchUp()
  const should = JSON.stringify(canonical(narrowState(stored.replayed, room)))
  const found = JSON.stringify(canonical(client.confirmed()))
  if (!arrived) witness.violated('P-5', `in ${room} from ${from}: ${JSON.stringify(client.status())}`)
  else witness.same('P-5', `in ${room} from ${from}`, found, should)
  witness.count(`came back from ${from}`)
  process.kill()
}

export async function checkCursors(world: World): Promise<void> {
  for (const room of replicaRooms) for (const from of froms) await arrive(world, room, from)
}
