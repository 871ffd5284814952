// What is due when, and asked for once. Invariant: it mirrors the state; a due that a crash lost comes back from the state,
// and one that is asked for twice falls to the guard on command ids.
// Of each subject only the next moment is kept: what is due then is read from the newest state when the moment comes.

import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { allSubjects, type Due, duesOf, type Subject, visitSubjects } from '@comanda/shared/domain/timers'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import { DueHeap, type Timed } from './due-heap.ts'

/** Somebody may set the clock while we sleep, so we never sleep long. */
const longestSleep: Millis = 60_000
const rememberedKeys = 10_000
const staleAtMost = 2_000
/** A ticket is opened, and confirmed a moment later: what is due of it is worked out once for both. */
const gathering: Millis = 300
/** Where a station prints, paper is waited for. */
const gatheringForPaper: Millis = 50
const never = Number.POSITIVE_INFINITY

export type DuePorts = { readonly clock: Clock; readonly timers: Timers; readonly ask: (due: Due) => void }

type BySubject<Value> = { readonly [Kind in Subject['kind']]: Map<string, Value> }

const bySubject = <Value>(): BySubject<Value> => ({
  order: new Map(),
  ticket: new Map(),
  call: new Map(),
  day: new Map(),
})

const gatheringIn = ({ catalog }: State): Millis =>
  Object.values(catalog.stations).some((station) => station?.printerId !== undefined) ? gatheringForPaper : gathering

export class DueQueue {
  readonly #ports: DuePorts
  /** A moment stands for its subject while it is the subject's next one; what else is in the heap is stale. */
  readonly #heap = new DueHeap<Subject>()
  readonly #next = bySubject<Millis>()
  /** By their keys. */
  readonly #asked = new Set<string>()
  #cancel: Cancel | undefined
  #wakesAt = never
  #changed = bySubject<Subject>()
  #newest: State | undefined
  #gathers: Cancel | undefined
  #stopped = false

  constructor(ports: DuePorts) {
    this.#ports = ports
  }

  start(state: State): void {
    this.#newest = state
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
    if (any && !this.#stopped) this.#gathers ??= this.#ports.timers.after(gatheringIn(state), () => this.#look())
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
    this.#gathers?.()
  }

  #look(): void {
    this.#gathers = undefined
    const changed = this.#changed
    const state = this.#newest
    this.#changed = bySubject()
    if (state === undefined) return
    for (const subjects of Object.values(changed)) for (const subject of subjects.values()) this.#put(state, subject)
    if (this.#heap.size > 2 * this.#live + staleAtMost) this.#heap.keep((timed) => this.#isLive(timed))
    if ((this.#heap.first()?.at ?? never) < this.#wakesAt) this.#sleep()
  }

  get #live(): number {
    const { order, ticket, call, day } = this.#next
    return order.size + ticket.size + call.size + day.size
  }

  #isLive({ at, value: { kind, id } }: Timed<Subject>): boolean {
    return this.#next[kind].get(id) === at
  }

  #put(state: State, subject: Subject): void {
    const { kind, id } = subject
    let next = never
    for (const due of duesOf(state, subject)) if (due.at < next && !this.#asked.has(due.key)) next = due.at
    const before = this.#next[kind].get(id) ?? never
    if (next === before) return
    if (next === never) this.#next[kind].delete(id)
    else {
      this.#next[kind].set(id, next)
      this.#heap.push({ at: next, value: subject })
    }
  }

  #sleep(): void {
    this.#cancel?.()
    this.#cancel = undefined
    const first = this.#heap.first()
    this.#wakesAt = first?.at ?? never
    if (this.#stopped || first === undefined) return
    const wait = Math.max(0, Math.min(longestSleep, first.at - this.#ports.clock.now()))
    this.#cancel = this.#ports.timers.after(wait, () => this.#ring())
  }

  #ring(): void {
    const now = this.#ports.clock.now()
    const state = this.#newest
    const rung: Subject[] = []
    for (let first = this.#heap.first(); first !== undefined && first.at <= now; first = this.#heap.first()) {
      this.#heap.pop()
      if (!this.#isLive(first)) continue
      this.#next[first.value.kind].delete(first.value.id)
      rung.push(first.value)
    }
    if (state !== undefined) {
      for (const subject of rung) this.#askAll(state, subject, now)
      for (const subject of rung) this.#put(state, subject)
    }
    this.#sleep()
  }

  #askAll(state: State, subject: Subject, now: Millis): void {
    for (const due of duesOf(state, subject)) {
      if (due.at > now || this.#asked.has(due.key)) continue
      this.#remember(due.key)
      this.#ports.ask(due)
    }
  }

  #remember(key: string): void {
    this.#asked.add(key)
    for (const oldest of this.#asked) {
      if (this.#asked.size <= rememberedKeys) break
      this.#asked.delete(oldest)
    }
  }
}
