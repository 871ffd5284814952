// What waits to be decided, in the order in which it came.

import { isSame, typeOf, type Waiting } from './waiting.ts'

export class ActorQueue {
  #waiting: Waiting[] = []

  get length(): number {
    return this.#waiting.length
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting)
  }

  /** In the place of the same command when that waits already: a device that comes again does not wait twice. */
  addOnce(waiting: Waiting): void {
    const same = this.#waiting.findIndex((one) => isSame(one, waiting))
    const before = this.#waiting[same]
    if (before === undefined) this.add(waiting)
    // An approval is used up by the first reading, so what was read stays with the command.
    else this.#waiting[same] = { ...waiting, prepared: before.prepared }
  }

  /** The first ones, up to the first that must be left. A day is closed by figures of the moment before it, so nothing may
   * stand beside it. */
  take(most: number, mustBeLeft: (one: Waiting) => boolean): readonly Waiting[] {
    const first = this.#waiting.slice(0, most)
    const closing = first.findIndex((one) => typeOf(one) === 'day.close')
    const left = first.findIndex(mustBeLeft)
    const upTo = closing === -1 ? first.length : Math.max(1, closing)
    return this.#waiting.splice(0, left === -1 ? upTo : Math.min(left, upTo))
  }

  putBack(...waiting: readonly Waiting[]): void {
    this.#waiting.unshift(...waiting)
  }

  remove(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((one) => one !== waiting)
  }

  clear(): void {
    this.#waiting = []
  }
}
