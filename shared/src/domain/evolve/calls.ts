import type { CallId } from '../../model/ids.ts'
import type { Call } from '../../model/service.ts'
import type { State } from '../state.ts'
import type { EvolverTable } from './evolver.ts'

const updateCall = (state: State, callId: CallId, change: (call: Call) => Call): State => {
  const call = state.calls.get(callId)
  return call === undefined ? state : { ...state, calls: state.calls.set(callId, change(call)) }
}

export const callEvolvers: EvolverTable<'call.raised' | 'call.taken' | 'call.resolved' | 'call.escalated'> = {
  'call.raised': (state, { call }) => ({ ...state, calls: state.calls.set(call.id, call) }),
  'call.taken': (state, { callId, by, at }) =>
    updateCall(state, callId, (call) => ({ ...call, takenBy: by, takenAt: at })),
  'call.resolved': (state, { callId, at, cancelled }) =>
    updateCall(state, callId, (call) => ({ ...call, resolvedAt: at, ...(cancelled ? { cancelled } : {}) })),
  'call.escalated': (state, { callId, reach }) => updateCall(state, callId, (call) => ({ ...call, reach })),
}
