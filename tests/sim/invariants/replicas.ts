// Every device saw the same story as the log tells: in its order, without a hole, through its own window (P-4), and stands
// where the log stands.
import type { Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import { narrow } from '@comanda/shared/domain/narrow'
import { narrowState } from '@comanda/shared/domain/narrow-state'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { canonical, stateFromJson } from '@comanda/shared/domain/state-json'
import type { Applied, Snapshot } from '../world/applied.ts'
import { settings } from '../world/stored.ts'
import type { World } from '../world/world.ts'

const textOf = (value: unknown): string => JSON.stringify(canonical(value))

/** What a room may know of the log, written once. */
class Windows {
  readonly #events: readonly Recorded[]
  readonly #texts = new Map<string, string | undefined>()

  constructor(events: readonly Recorded[]) {
    this.#events = events
  }

  /** undefined: nothing. */
  text(room: ReplicaRoom, seq: number): string | undefined {
    const key = `${room} ${seq}`
    if (this.#texts.has(key)) return this.#texts.get(key)
    const recorded = this.#events[seq - 1]
    const narrowed = recorded === undefined ? null : narrow(recorded, room)
    const text = narrowed === null ? undefined : textOf(narrowed)
    this.#texts.set(key, text)
    return text
  }
}

function checkApplied(world: World, windows: Windows, { device, room, after, to, recorded }: Applied): void {
  const { witness } = world
  const lastHidden = recorded === undefined ? to : to - 1
  for (let seq = after + 1; seq <= lastHidden; seq += 1) {
    if (windows.text(room, seq) === undefined) continue
    witness.violated('P-4', `device ${device} in ${room} went from ${after} to ${to} without ${seq}`)
    return
  }
  if (recorded === undefined) return
  witness.same('P-4', `device ${device} in ${room} at ${to}`, textOf(recorded), windows.text(room, to) ?? 'nothing')
}

/** Snapshots and cursors, held against a replay from the first event; states are made only where somebody stands. */
function checkSnapshots(world: World, events: readonly Recorded[], snapshots: readonly Snapshot[]): void {
  const wanted = [...snapshots].sort((one, other) => one.seq - other.seq)
  const told = new Set<string>()
  let state: State = emptyState(settings)
  for (const { device, room, seq, text } of wanted) {
    while (state.seq < seq && state.seq < events.length) {
      const next = events[state.seq]
      if (next === undefined) break
      state = evolve(state, next)
    }
    const key = `${room} ${seq} ${text.length}`
    if (told.has(key)) continue
    told.add(key)
    const should = textOf(narrowState(state, room))
    world.witness.same('P-5', `snapshot of ${room} at ${seq} for device ${device}`, textOf(stateFromJson(text)), should)
  }
}

export function checkReplicas(world: World): void {
  const { events, replayed } = world.stored
  const windows = new Windows(events)
  for (const applied of world.applied.applied) checkApplied(world, windows, applied)
  checkSnapshots(world, events, world.applied.snapshots)
  const truth = new Map<ReplicaRoom, string>()
  for (const { client, parts } of world.devices) {
    const { room } = parts.plan
    if (world.isCutOff(parts.index)) continue
    const should = truth.get(room) ?? textOf(narrowState(replayed, room))
    truth.set(room, should)
    world.witness.same('P-4', `device ${parts.index} in ${room} at rest`, textOf(client?.confirmed()), should)
    world.witness.same('P-4', `what device ${parts.index} shows at rest`, textOf(client?.state()), should)
  }
  const whole = textOf(replayed)
  for (const [index, { restaurant }] of world.nodes.entries()) {
    if (restaurant === undefined || restaurant.head() !== replayed.seq) continue
    world.witness.same('P-12', `the state of node ${index} against a replay`, textOf(restaurant.state()), whole)
  }
}
