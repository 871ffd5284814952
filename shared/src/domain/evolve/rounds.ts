// Files rounds: sent, refused, answered.
import { sentFiring, sentLineIds, sentLines } from '../sent-round.ts'
import { withCounts } from './counts.ts'
import type { EvolverTable } from './evolver.ts'
import { withFiring } from './firing.ts'
import { inStatus, updateLines, withAdjusted } from './update.ts'

export const roundEvolvers: EvolverTable<'round.sent' | 'round.refused' | 'round.dismissed' | 'round.answered'> = {
  'round.sent': (state, event, recorded) => {
    const order = state.orders.get(event.orderId)
    if (order === undefined) return state
    const ids = sentLineIds(event)
    const lines = [...order.lines, ...sentLines(event, ids)]
    const sent = { ...order, rounds: [...order.rounds, event.round], lines }
    const fired = withFiring(state, sent, sentFiring(event, ids), recorded)
    return event.counts === undefined ? fired : withCounts(fired, event.counts)
  },
  'round.refused': (state, { refused }) => ({
    ...state,
    refusedRounds: state.refusedRounds.set(refused.id, refused),
  }),
  'round.dismissed': (state, event) => ({ ...state, refusedRounds: state.refusedRounds.remove(event.roundId) }),
  'round.answered': (state, event, recorded) => {
    const order = state.orders.get(event.orderId)
    if (order === undefined) return state
    const dropped = updateLines(order, event.dropped, (line) => inStatus(line, 'taken-back', recorded.at))
    const standing = withAdjusted(dropped, event.adjusted)
    return withCounts(withFiring(state, standing, event.firing, recorded), event.counts)
  },
}
