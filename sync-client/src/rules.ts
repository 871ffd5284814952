// The restaurant's rules as a device needs them, given from outside: small views (board, guest) do without them,
// and then none of the domain is in their bundle.
import type { CommandType, Numbered } from '@comanda/shared/domain/commands'
import type { Context, Decision } from '@comanda/shared/domain/decision'
import type { Recorded } from '@comanda/shared/domain/events'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'

export type Rules = {
  /** Which rules these are: predicting with others than the server's would lie. */
  readonly hash: string
  decide(state: State, command: Numbered, context: Context): Decision
  evolve(state: State, recorded: Recorded): State
  evolveHidden(state: State, seq: number): State
  predicts(room: ReplicaRoom, type: CommandType): boolean
  stateToJson(state: State): string
  stateFromJson(text: string): State
}
