// What stands between a person and the screen's own work: is this device paired, is somebody signed in, is it locked.
// What is kept opens the door at once; the server is asked beside that and has the last word.

import { type ReadonlySignal, signal } from '@preact/signals'
import type { News } from './adapters/page.ts'
import type { Answer, Api, Problem } from './api.ts'
import type { Entry } from './entry.ts'
import { meIn, readSeat, type Seat, type SeatKeeper } from './seat.ts'
import type { DeviceKind } from './session.ts'

export type Door =
  | { readonly at: 'opening' }
  /** Nothing is kept here and the server does not answer. */
  | { readonly at: 'unreachable'; readonly problem: Problem }
  | { readonly at: 'pairing'; readonly revoked: boolean }
  | { readonly at: 'wrong-kind'; readonly kind: DeviceKind }
  | { readonly at: 'signing-in' }
  | { readonly at: 'locked' }
  | { readonly at: 'open' }

export type DoorParts = {
  readonly api: Api
  readonly keeper: SeatKeeper
  /** Which devices this screen may run on. */
  readonly kinds: readonly DeviceKind[]
  readonly needsPerson: boolean
  readonly startsLocked: boolean
  /** Other tabs of this screen: whoever signs in or out in one does so in all. */
  readonly news: News
}

export class DoorKeeper {
  readonly #parts: DoorParts
  readonly #door = signal<Door>({ at: 'opening' })
  readonly #seat = signal<Seat | undefined>(undefined)
  #isLocked: boolean

  constructor(parts: DoorParts) {
    this.#parts = parts
    this.#isLocked = parts.startsLocked
  }

  get door(): ReadonlySignal<Door> {
    return this.#door
  }

  /** undefined: the server was never asked with success. */
  get seat(): ReadonlySignal<Seat | undefined> {
    return this.#seat
  }

  /** Opens on what is kept, then asks the server. */
  async begin(): Promise<void> {
    this.#parts.news.hear(() => void this.ask())
    const kept = await this.#parts.keeper.load()
    if (kept !== undefined) this.#sit(kept)
    await this.ask()
  }

  /** Asks the server who we are; without an answer, what is kept counts. */
  async ask(): Promise<void> {
    const answer = await this.#parts.api.get('/api/me')
    if (answer.ok) {
      const seat = readSeat(answer.body)
      if (seat !== undefined) this.#sit(seat)
      return
    }
    if (answer.problem.code === 'not-signed-in' || answer.problem.code === 'access-revoked') {
      this.#parts.keeper.save(undefined)
      this.#seat.value = undefined
      this.#door.value = { at: 'pairing', revoked: answer.problem.code === 'access-revoked' }
      return
    }
    if (this.#seat.peek() === undefined) this.#door.value = { at: 'unreachable', problem: answer.problem }
  }

  /** This browser has just become a device. */
  async paired(): Promise<void> {
    this.#parts.news.tell()
    await this.ask()
  }

  lock(): void {
    if (this.#seat.peek()?.me === undefined) return
    this.#isLocked = true
    this.#decide()
    // Whoever comes next may be new here.
    void this.ask()
  }

  /** The one who is signed in goes on without the server, which alone could look at a PIN. */
  unlock(): void {
    this.#isLocked = false
    this.#decide()
  }

  async signIn(by: Entry): Promise<Answer> {
    const answer = await this.#parts.api.post('/api/sign-in', by)
    const seat = this.#seat.peek()
    if (!answer.ok || seat === undefined) return answer
    const me = meIn(answer.body, seat.people)
    if (me === undefined) {
      await this.ask()
    } else {
      this.#isLocked = false
      this.#sit({ ...seat, me })
    }
    this.#parts.news.tell()
    return answer
  }

  async signOut(): Promise<'done' | 'unreachable'> {
    const answer = await this.#parts.api.post('/api/sign-out', {})
    if (!answer.ok && answer.problem.code === 'unreachable') return 'unreachable'
    const { me: _, ...rest } = this.#seat.peek() ?? {}
    const seat = readSeat(rest)
    if (seat !== undefined) this.#sit(seat)
    this.#parts.news.tell()
    return 'done'
  }

  #sit(seat: Seat): void {
    this.#parts.keeper.save(seat)
    this.#seat.value = seat
    this.#decide()
  }

  #decide(): void {
    const seat = this.#seat.peek()
    if (seat === undefined) return
    this.#door.value = doorFor(seat, this.#parts, this.#isLocked)
  }
}

function doorFor(seat: Seat, { kinds, needsPerson }: DoorParts, isLocked: boolean): Door {
  if (!kinds.includes(seat.device.kind)) return { at: 'wrong-kind', kind: seat.device.kind }
  if (!needsPerson) return { at: 'open' }
  if (seat.me === undefined) return { at: 'signing-in' }
  return isLocked ? { at: 'locked' } : { at: 'open' }
}
