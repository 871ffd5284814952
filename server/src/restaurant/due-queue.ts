// What is due when, and asked for once. Invariant: it mirrors the state; a due that a crash lost comes back from the state,
// and one that is asked for twice falls to the guard on command ids.

import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { allSubjects, type Due, duesOf, type Subject, subjectsOf } from '@comanda/shared/domain/timers'
import type { CommandId } from '@comanda/shared/model/ids'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import { DueHeap } from './due-heap.ts'

/** Somebody may set the clock while we sleep, so we never sleep long. */
const longestSleep: Millis = 60_000
const rememberedIds = 10_000
const staleAtMost = 2_000
/** A ticket is opened, confirmed and started within moments: what is due of it is worked out once for all of that. */
const gathering: Millis = 50

export type DuePorts = { readonly clock: Clock; readonly timers: Timers; readonly ask: (due: Due) => void }

const keyOf = ({ kind, id }: Subject): string => `${kind} ${id}`

type Planned = { readonly key: string; readonly due: Due }

export class DueQueue {
  readonly #ports: DuePorts
  readonly #heap = new DueHeap<Planned>()
  readonly #bySubject = new Map<string, readonly Planned[]>()
  readonly #asked = new Set<CommandId>()
  #live = 0
  #cancel: Cancel | undefined
  #wakesAt = Number.POSITIVE_INFINITY
  #changed = new Map<string, Subject>()
  #newest: State | undefined
  #gathers: Cancel | undefined
  #stopped = false

  constructor(ports: DuePorts) {
    this.#ports = ports
  }

  start(state: State): void {
    for (const subject of allSubjects(state)) this.#put(state, subject)
    this.#sleep()
  }

  committed(state: State, events: readonly DomainEvent[]): void {
    for (const event of events) {
      // waiting times may have changed, for what waits already too
      const subjects = event.type === 'catalog.published' ? allSubjects(state) : subjectsOf(event)
      for (const subject of subjects) this.#changed.set(keyOf(subject), subject)
    }
    this.#newest = state
    if (this.#changed.size > 0 && !this.#stopped)
      this.#gathers ??= this.#ports.timers.after(gathering, () => this.#look())
  }

  #look(): void {
    this.#gathers = undefined
    const changed = this.#changed
    const state = this.#newest
    this.#changed = new Map()
    if (state === undefined) return
    for (const subject of changed.values()) this.#put(state, subject)
    if (this.#heap.size > 2 * this.#live + staleAtMost) this.#heap.keep((planned) => this.#isLive(planned))
    if ((this.#heap.first()?.at ?? Number.POSITIVE_INFINITY) < this.#wakesAt) this.#sleep()
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
    this.#gathers?.()
  }

  #put(state: State, subject: Subject): void {
    const key = keyOf(subject)
    const before = this.#bySubject.get(key) ?? []
    const after = duesOf(state, subject)
      .filter(({ command }) => !this.#asked.has(command.id))
      .map(
        (due) =>
          before.find((kept) => kept.due.command.id === due.command.id && kept.due.at === due.at) ?? { key, due },
      )
    for (const planned of after) {
      if (!before.includes(planned)) this.#heap.push({ at: planned.due.at, value: planned })
    }
    this.#set(key, before, after)
  }

  #set(key: string, before: readonly Planned[], after: readonly Planned[]): void {
    this.#live += after.length - before.length
    if (after.length === 0) this.#bySubject.delete(key)
    else this.#bySubject.set(key, after)
  }

  #isLive(planned: Planned): boolean {
    return this.#bySubject.get(planned.key)?.includes(planned) === true
  }

  #sleep(): void {
    this.#cancel?.()
    this.#cancel = undefined
    const first = this.#heap.first()
    this.#wakesAt = first?.at ?? Number.POSITIVE_INFINITY
    if (this.#stopped || first === undefined) return
    const wait = Math.max(0, Math.min(longestSleep, first.at - this.#ports.clock.now()))
    this.#cancel = this.#ports.timers.after(wait, () => this.#ring())
  }

  #ring(): void {
    const now = this.#ports.clock.now()
    for (let first = this.#heap.first(); first !== undefined && first.at <= now; first = this.#heap.first()) {
      this.#heap.pop()
      const planned = first.value
      if (!this.#isLive(planned)) continue
      const before = this.#bySubject.get(planned.key) ?? []
      this.#set(
        planned.key,
        before,
        before.filter((one) => one !== planned),
      )
      this.#ask(planned.due)
    }
    this.#sleep()
  }

  #ask(due: Due): void {
    this.#asked.add(due.command.id)
    for (const oldest of this.#asked) {
      if (this.#asked.size <= rememberedIds) break
      this.#asked.delete(oldest)
    }
    this.#ports.ask(due)
  }
}
