// Which lines of a sent draft were not taken because they ran out (ORD-10). The answer says so; where the answer came
// before this page was there, the confirmed order says it: a line's id is its round's command and its place in it.
import { isSoldOut } from '@comanda/shared/domain/counts'
import { entityId } from '@comanda/shared/domain/entity-id'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, LineId, RoundId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { whenConfirmed } from '../asking/when-confirmed.ts'
import type { CameBack, Draft } from './draft.ts'

export type Returned = { position: number; code: CameBack }

export const roundIdOf = (command: CommandId): RoundId => entityId<RoundId>(command, 'r')

/** The answer is the server's, but its shape is told here: what is not understood is no line. */
function toldIn(returned: unknown): Returned[] | undefined {
  if (!Array.isArray(returned)) return undefined
  return returned.flatMap((one: unknown) => {
    const { position, code } = Object(one) as { position?: unknown; code?: unknown }
    if (typeof position !== 'number') return []
    return [{ position, code: code === 'count-too-low' ? ('count-too-low' as const) : ('sold-out' as const) }]
  })
}

const ordersWith = (state: State, roundId: RoundId): Order | undefined => {
  for (const order of state.orders.values()) if (order.rounds.some((round) => round.id === roundId)) return order
  return undefined
}

/** Lines of the draft that its round does not have. None when the round is not there any more to look at. */
export function missingLines(state: State, draft: Draft): Returned[] {
  const order = ordersWith(state, roundIdOf(draft.id))
  if (order === undefined) return []
  return draft.entries.flatMap(({ line }, position) => {
    const id = entityId<LineId>(draft.id, position)
    if (order.lines.some((sent) => sent.id === id) || state.lineHomes.has(id)) return []
    return [
      { position, code: isSoldOut(state.counts.get(line.itemId)) ? ('sold-out' as const) : ('count-too-low' as const) },
    ]
  })
}

export async function returnedFrom(
  client: Pick<Client, 'confirmed' | 'onChange'>,
  draft: Draft,
  outcome: Extract<Outcome, { kind: 'done' }>,
): Promise<Returned[]> {
  return toldIn(outcome.returned) ?? missingLines(await whenConfirmed(client, outcome.seq), draft)
}
