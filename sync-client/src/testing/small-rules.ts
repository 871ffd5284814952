// Rules small enough to see through, on the real types: a table is given to one person, once. The floor may foresee that,
// the kitchen may not. They are enough for everything about a client that does not depend on what the rules are.
import type { DeviceCommand, Numbered } from '@comanda/shared/domain/commands'
import { type Context, type Decision, ok, refuse } from '@comanda/shared/domain/decision'
import { error } from '@comanda/shared/domain/errors'
import type { Recorded } from '@comanda/shared/domain/events'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { stateFromJson, stateToJson } from '@comanda/shared/domain/state-json'
import type { CommandId, DeviceId, SessionId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Settings } from '@comanda/shared/model/settings'
import type { Author } from '../outbox-store.ts'
import type { Rules } from '../rules.ts'

export const ana = 'ana' as StaffId
export const leo = 'leo' as StaffId
/** Whom the server refuses. */
export const nobody = 'nobody' as StaffId

export const author: Author = {
  deviceId: 'tablet' as DeviceId,
  staffId: ana,
  roles: ['waiter'],
  sid: 's1' as SessionId,
}

export const table = (name: string | number) => `table-${name}` as TableId
export const commandId = (name: string | number) => `command-${name}` as CommandId

/** These rules look at no setting. */
export const startState: State = emptyState({} as Settings)

type Assign = Extract<DeviceCommand, { type: 'section.assign' }>
const isAssign = (command: Numbered): command is Assign & { id: CommandId } => command.type === 'section.assign'

function decide(state: State, command: Numbered, { asker }: Context): Decision {
  if (!isAssign(command) || asker.kind !== 'staff') return refuse(error('not-permitted'))
  const { tableIds, staffId } = command.args
  if (staffId === nobody) return refuse(error('person-not-found', { staffId }))
  const taken = tableIds.find((tableId) => state.sections[tableId] !== undefined)
  if (taken !== undefined && staffId !== null) return refuse(error('already-taken', { tableId: taken }))
  return ok([{ type: 'section.assigned', tableIds, staffId, by: asker.staffId }])
}

function evolve(state: State, { seq, event }: Recorded): State {
  if (event.type !== 'section.assigned') return { ...state, seq }
  const given = event.tableIds.map((tableId) => [tableId, event.staffId ?? undefined])
  return { ...state, seq, sections: { ...state.sections, ...Object.fromEntries(given) } }
}

export const smallRules: Rules = {
  hash: 'small',
  decide,
  evolve,
  evolveHidden: (state, seq) => ({ ...state, seq }),
  predicts: (room, type) => room !== 'kitchen' && type === 'section.assign',
  stateToJson,
  stateFromJson,
}
