// Files an event. Total over the types of events; works on the whole state and on any room's part of it.
import type { DomainEvent, EventOf, EventType, Recorded } from './events.ts'
import { allergyEvolvers } from './evolve/allergies.ts'
import { billEvolvers } from './evolve/bill.ts'
import { callEvolvers } from './evolve/calls.ts'
import { cookingEvolvers } from './evolve/cooking.ts'
import { dayEvolvers } from './evolve/day.ts'
import type { Evolver } from './evolve/evolver.ts'
import { orderLifeEvolvers } from './evolve/order-life.ts'
import { placeEvolvers } from './evolve/place.ts'
import { roundEvolvers } from './evolve/rounds.ts'
import type { State } from './state.ts'

const evolvers: { readonly [Type in EventType]?: Evolver<Type> } = {
  ...orderLifeEvolvers,
  ...allergyEvolvers,
  ...roundEvolvers,
  ...cookingEvolvers,
  ...billEvolvers,
  ...callEvolvers,
  ...dayEvolvers,
  ...placeEvolvers,
}

const file = <Type extends EventType>(type: Type, state: State, event: EventOf<Type>, recorded: Recorded): State => {
  const evolver: Evolver<Type> | undefined = evolvers[type]
  return evolver === undefined ? state : evolver(state, event, recorded)
}

export const evolve = (state: State, recorded: Recorded): State => {
  const event: DomainEvent = recorded.event
  return { ...file(event.type, state, event, recorded), seq: recorded.seq }
}

/** An event that this room never hears of still counts. */
export const evolveHidden = (state: State, seq: number): State => ({ ...state, seq })
