// Files an event. Total over the types of events; works on the whole state and on any room's part of it.
import type { EventOf, EventType, Recorded } from './events.ts'
import { allergyEvolvers } from './evolve/allergies.ts'
import { billEvolvers } from './evolve/bill.ts'
import { callEvolvers } from './evolve/calls.ts'
import { cookingEvolvers } from './evolve/cooking.ts'
import { coursingEvolvers } from './evolve/coursing.ts'
import { dayEvolvers } from './evolve/day.ts'
import type { Evolver } from './evolve/evolver.ts'
import { kitchenEvolvers } from './evolve/kitchen.ts'
import { lineChangeEvolvers } from './evolve/line-changes.ts'
import { mergingEvolvers } from './evolve/merging.ts'
import { moveEvolvers } from './evolve/moves.ts'
import { orderLifeEvolvers } from './evolve/order-life.ts'
import { placeEvolvers } from './evolve/place.ts'
import { roundEvolvers } from './evolve/rounds.ts'
import type { State } from './state.ts'

const evolvers: { readonly [Type in EventType]: Evolver<Type> } = {
  ...orderLifeEvolvers,
  ...mergingEvolvers,
  ...moveEvolvers,
  ...allergyEvolvers,
  ...roundEvolvers,
  ...coursingEvolvers,
  ...lineChangeEvolvers,
  ...cookingEvolvers,
  ...kitchenEvolvers,
  ...callEvolvers,
  ...billEvolvers,
  ...dayEvolvers,
  ...placeEvolvers,
}

const file = <Type extends EventType>(type: Type, state: State, event: EventOf<Type>, recorded: Recorded): State => {
  const evolver: Evolver<Type> = evolvers[type]
  return evolver(state, event, recorded)
}

export const evolve = (state: State, recorded: Recorded): State => ({
  ...file(recorded.event.type, state, recorded.event, recorded),
  seq: recorded.seq,
})

/** An event that this room never hears of still counts. */
export const evolveHidden = (state: State, seq: number): State => ({ ...state, seq })
