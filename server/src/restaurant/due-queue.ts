// What is due when, and asked for once. Invariant: it mirrors the state; a due that a crash lost comes back from the state,
// and one that is asked for twice falls to the guard on command ids.

import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { allSubjects, type Due, duesOf, type Subject, visitSubjects } from '@comanda/shared/domain/timers'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import { DueHeap } from './due-heap.ts'

/** Somebody may set the clock while we sleep, so we never sleep long. */
const longestSleep: Millis = 60_000
const rememberedIds = 10_000
const staleAtMost = 2_000
/** A ticket is opened, confirmed and started within moments: what is due of it is worked out once for all of that. */
const gathering: Millis = 50

export type DuePorts = { readonly clock: Clock; readonly timers: Timers; readonly ask: (due: Due) => void }

type Planned = { readonly subject: Subject; readonly due: Due }
type BySubject<Value> = { readonly [Kind in Subject['kind']]: Map<string, Value> }

const bySubject = <Value>(): BySubject<Value> => ({
  order: new Map(),
  ticket: new Map(),
  call: new Map(),
  day: new Map(),
})

const none: readonly Planned[] = []

export class DueQueue {
  readonly #ports: DuePorts
  readonly #heap = new DueHeap<Planned>()
  readonly #planned = bySubject<readonly Planned[]>()
  /** By their keys. */
  readonly #asked = new Set<string>()
  #live = 0
  #cancel: Cancel | undefined
  #wakesAt = Number.POSITIVE_INFINITY
  #changed = bySubject<Subject>()
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
    let any = false
    const changed = (subject: Subject): void => {
      any = true
      this.#changed[subject.kind].set(subject.id, subject)
    }
    for (const event of events) {
      // waiting times may have changed, for what waits already too
      if (event.type === 'catalog.published') for (const subject of allSubjects(state)) changed(subject)
      else visitSubjects(event, changed)
    }
    this.#newest = state
    if (any && !this.#stopped) this.#gathers ??= this.#ports.timers.after(gathering, () => this.#look())
  }

  #look(): void {
    this.#gathers = undefined
    const changed = this.#changed
    const state = this.#newest
    this.#changed = bySubject()
    if (state === undefined) return
    for (const subjects of Object.values(changed)) for (const subject of subjects.values()) this.#put(state, subject)
    if (this.#heap.size > 2 * this.#live + staleAtMost) this.#heap.keep((planned) => this.#isLive(planned))
    if ((this.#heap.first()?.at ?? Number.POSITIVE_INFINITY) < this.#wakesAt) this.#sleep()
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
    this.#gathers?.()
  }

  #put(state: State, subject: Subject): void {
    const before = this.#planned[subject.kind].get(subject.id) ?? none
    const after: Planned[] = []
    for (const due of duesOf(state, subject)) {
      const kept = before.find((planned) => planned.due.at === due.at && planned.due.key === due.key)
      if (kept !== undefined) after.push(kept)
      else if (!this.#asked.has(due.key)) {
        const planned = { subject, due }
        after.push(planned)
        this.#heap.push({ at: due.at, value: planned })
      }
    }
    this.#set(subject, before, after)
  }

  #set({ kind, id }: Subject, before: readonly Planned[], after: readonly Planned[]): void {
    this.#live += after.length - before.length
    if (after.length > 0) this.#planned[kind].set(id, after)
    else if (before.length > 0) this.#planned[kind].delete(id)
  }

  #isLive(planned: Planned): boolean {
    const { kind, id } = planned.subject
    return this.#planned[kind].get(id)?.includes(planned) === true
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
      const { subject } = planned
      const before = this.#planned[subject.kind].get(subject.id) ?? none
      this.#set(
        subject,
        before,
        before.filter((one) => one !== planned),
      )
      this.#ask(planned.due)
    }
    this.#sleep()
  }

  #ask(due: Due): void {
    this.#asked.add(due.key)
    for (const oldest of this.#asked) {
      if (this.#asked.size <= rememberedIds) break
      this.#asked.delete(oldest)
    }
    this.#ports.ask(due)
  }
}
