// What a bump decides, whoever causes it: a cook's key, the last line done, expo, the waiter who took the dishes.
import type { StaffId } from '../model/ids.ts'
import type { Order } from '../model/order.ts'
import type { Ticket } from '../model/ticket.ts'
import type { EventOf } from './events.ts'
import { lineOf } from './find.ts'
import { isLive } from './line-steps.ts'
import { ticketTarget } from './prep-target.ts'
import { readinessAfter, type Step, stepWhenDone } from './readiness.ts'
import type { State } from './state.ts'

type Bumped = EventOf<'ticket.bumped'>

/** How the bump came about. `silent`: the dishes were taken from the pass without one; it says nothing about the station's speed. */
export type BumpCause = { by?: StaffId; forced?: boolean; silent?: boolean }

const wasTold = (order: Order, ticket: Ticket): boolean => {
  const first = ticket.entries[0]
  const roundId = first && lineOf(order, first.lineId)?.roundId
  return order.rounds.some((round) => round.id === roundId && round.alreadyTold === true)
}

const speedOf = (state: State, order: Order, ticket: Ticket, cause: BumpCause): Pick<Bumped, 'speed'> => {
  const again = ticket.bumpedAt !== undefined
  if (again || cause.silent === true || cause.forced === true || wasTold(order, ticket)) return {}
  const lines = ticket.entries.filter((entry) => isLive(lineOf(order, entry.lineId)?.status ?? 'voided')).length
  const undone = { ...ticket, entries: ticket.entries.map((entry) => ({ ...entry, done: false })) }
  return {
    speed: {
      stationId: ticket.stationId,
      firedAt: ticket.firedAt,
      targetSeconds: ticketTarget(state, order, undone),
      lines,
    },
  }
}

/** `order` may stand ahead of the state: with steps that the same command has already decided. */
export const bumpOf = (state: State, order: Order, ticket: Ticket, now: number, cause: BumpCause): Bumped => {
  const steps: Step[] = []
  for (const entry of ticket.entries) {
    const line = lineOf(order, entry.lineId)
    const step = line && stepWhenDone(state, line, ticket)
    if (step !== undefined && step.status !== line?.status) steps.push(step)
  }
  return {
    type: 'ticket.bumped',
    orderId: order.id,
    ticketId: ticket.id,
    at: now,
    ...(cause.by === undefined ? {} : { by: cause.by }),
    steps,
    ...readinessAfter(state, order, ticket.course, steps, now),
    ...speedOf(state, order, ticket, cause),
    ...(cause.forced === true ? { forced: true } : {}),
  }
}
