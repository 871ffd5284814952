// A small room that gets its whole view each time it changed: the board, a guest's table. Only the newest matters.

import type { State } from '@comanda/shared/domain/state'
import { boardView, guestView } from '@comanda/shared/domain/views'
import type { TableId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import { framedText } from './shared-frame.ts'

export type ViewFrame = { readonly version: number; readonly body: Buffer }

export type ViewOf = (state: State, now: Millis) => unknown

export const viewOfBoard: ViewOf = (state, now) => boardView(state, now)
export const viewOfGuest =
  (tableId: TableId): ViewOf =>
  (state) =>
    guestView(state, tableId)

export class ViewRoom {
  readonly #viewOf: ViewOf
  #text = ''
  #version = 0
  #frame: ViewFrame | undefined

  constructor(viewOf: ViewOf) {
    this.#viewOf = viewOf
  }

  /** Whether it says something else than before. */
  look(state: State, now: Millis): boolean {
    const text = JSON.stringify(this.#viewOf(state, now))
    if (text === this.#text && this.#frame !== undefined) return false
    this.#text = text
    this.#version += 1
    this.#frame = { version: this.#version, body: framedText(`{"t":"view","seq":${state.seq},"body":${text}}`) }
    return true
  }

  /** undefined: this reader has the newest. */
  next(version: number): ViewFrame | undefined {
    return this.#frame !== undefined && this.#frame.version > version ? this.#frame : undefined
  }
}
