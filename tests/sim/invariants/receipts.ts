// A version of a ticket that no screen has confirmed is known to people within 12 s of somebody being there to do the work
// (P-18, KDS-13).
import { evolve } from '@comanda/shared/domain/evolve'
import { emptyState, type State } from '@comanda/shared/domain/state'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Millis } from '@comanda/shared/ports/time'
import { settings } from '../world/stored.ts'
import type { World } from '../world/world.ts'

const knownWithin: Millis = 12_000
/** After a disk that took no write the first try comes a little later. */
const longestRetry: Millis = 2_500

type Open = { readonly version: number; readonly at: Millis }

const isSettled = (ticket: Ticket | undefined, version: number): boolean =>
  ticket === undefined || ticket.status !== 'open' || ticket.confirmed >= version || ticket.alarmed >= version

export function checkReceipts(world: World): void {
  // a clock that was set moves every due moment with it
  if (world.plan.steps.some((step) => step.do === 'server-clock')) return
  const { witness, stored, working, committedAt } = world
  const limit = knownWithin + (witness.counted('append unavailable') > 0 ? longestRetry : 0)
  const open = new Map<string, Open>()
  let state: State = emptyState(settings)
  const settle = (id: string, one: Open, now: Millis): void => {
    const waited = working.between(one.at, now)
    if (waited > limit) {
      witness.violated('P-18', `version ${one.version} of ${id} was unconfirmed and untold for ${waited} ms`)
    }
  }
  for (const recorded of stored.events) {
    const before = state
    state = evolve(state, recorded)
    const now = committedAt[recorded.seq - 1] ?? world.scheduler.now
    for (const [id, one] of open) {
      const ticket = state.tickets.get(id as Ticket['id'])
      if (!isSettled(ticket, one.version)) continue
      if ((ticket?.alarmed ?? 0) >= one.version) witness.count('ticket alarmed')
      else if ((ticket?.confirmed ?? 0) >= one.version) witness.count('ticket confirmed')
      settle(id, one, now)
      open.delete(id)
    }
    for (const ticket of state.tickets.values()) {
      if (before.tickets.get(ticket.id) === ticket || isSettled(ticket, ticket.version)) continue
      const known = open.get(ticket.id)
      if (known === undefined) open.set(ticket.id, { version: ticket.version, at: now })
      // what came on top starts its own wait, and carries the earlier one's duty
      else if (known.version < ticket.version) open.set(ticket.id, { version: ticket.version, at: now })
    }
  }
  for (const [id, one] of open) settle(id, one, world.scheduler.now)
}
