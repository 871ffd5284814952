// What hangs on the board: which numbers, on which page, and which have only just been called. Pure, so that a test can
// hold it to its rule: a number that is prepared or ready is on a page, always (FRT-4).

import { type BoardNumber, type BoardView, boardKeeps } from '@comanda/shared/domain/views'
import type { Millis } from '@comanda/shared/ports/time'

export type { BoardNumber, BoardView }

export const nothing: BoardView = { preparing: [], ready: [] }

/** How long a number stands large after it was called. */
export const calledFor: Millis = 10_000
export const pageTurns: Millis = 8_000

/** What a view that came from the server says; anything else counts as an empty board. */
export function readView(body: unknown): BoardView {
  const listOf = (value: unknown): BoardNumber[] =>
    Array.isArray(value) ? value.filter((one): one is BoardNumber => isNumber(one)) : []
  const { preparing, ready } = Object(body) as { preparing?: unknown; ready?: unknown }
  return { preparing: listOf(preparing), ready: listOf(ready) }
}

const isNumber = (value: unknown): boolean => {
  const { number, since } = Object(value) as { number?: unknown; since?: unknown }
  return typeof number === 'number' && typeof since === 'number'
}

/** Newest first: whoever was just called looks at the top. Who was called ten minutes ago has it, or asks. */
export function readyNow(view: BoardView, now: Millis): readonly BoardNumber[] {
  return view.ready.filter(({ since }) => now - since < boardKeeps).sort((a, b) => b.since - a.since)
}

/** Ready now and not before: these are called out. Nothing is called when the board itself has only just come on. */
export function called(before: BoardView | undefined, after: BoardView): readonly number[] {
  if (before === undefined) return []
  const known = new Set(before.ready.map(({ number }) => number))
  return after.ready.filter(({ number }) => !known.has(number)).map(({ number }) => number)
}

export type Pages<Item> = { readonly shown: readonly Item[]; readonly page: number; readonly of: number }

export function pageOf<Item>(items: readonly Item[], size: number, turn: number): Pages<Item> {
  const of = Math.max(1, Math.ceil(items.length / size))
  const page = turn % of
  return { shown: items.slice(page * size, (page + 1) * size), page, of }
}
