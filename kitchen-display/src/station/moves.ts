// Where a ticket was before its order moved or merged: the cook has the old table in mind until the ticket is touched. A
// ticket that moved on and on was where it was last seen; one that came back was nowhere else.
import type { TicketId } from '@comanda/shared/model/ids'
import type { Cancel } from '@comanda/shared/ports/time'
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { SlipView } from '../slip/slip-view.ts'
import type { Whereabouts } from '../slip/where-text.ts'

type Placed = Whereabouts & { readonly ticket: Pick<SlipView['ticket'], 'id'> }

const placeOf = ({ table, name, number }: Whereabouts): string => table ?? name ?? String(number)

export const movedSince = (
  before: ReadonlyMap<TicketId, Whereabouts>,
  known: ReadonlyMap<TicketId, Whereabouts>,
  now: readonly Placed[],
): ReadonlyMap<TicketId, Whereabouts> => {
  const moved = new Map(known)
  for (const view of now) {
    const { id } = view.ticket
    const old = known.get(id) ?? before.get(id)
    if (old === undefined) continue
    if (placeOf(old) === placeOf(view)) moved.delete(id)
    else moved.set(id, old)
  }
  return moved
}

export function watchMoves(queue: ReadonlySignal<readonly SlipView[]>): {
  readonly moved: Signal<ReadonlyMap<TicketId, Whereabouts>>
  readonly stop: Cancel
} {
  const moved = signal<ReadonlyMap<TicketId, Whereabouts>>(new Map())
  let before: ReadonlyMap<TicketId, SlipView> = new Map()
  const stop = effect(() => {
    const now = queue.value
    moved.value = movedSince(before, moved.peek(), now)
    before = new Map(now.map((view) => [view.ticket.id, view]))
  })
  return { moved, stop }
}
