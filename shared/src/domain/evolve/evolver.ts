// How an event is filed: by its type, from what it carries. `recorded` gives its place and time.
import type { EventOf, EventType, Recorded } from '../events.ts'
import type { State } from '../state.ts'

export type Evolver<Type extends EventType> = (state: State, event: EventOf<Type>, recorded: Recorded) => State

export type EvolverTable<Types extends EventType> = { readonly [Type in Types]: Evolver<Type> }
