// Running the place: what is published, who serves which tables, which devices are ours and who may no longer act.

import type { StaffId } from '../../model/ids.ts'
import { sameEntity } from '../catalog-change.ts'
import { type Context, type Decider, ok, type Result, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import { personIfAny, personOf } from '../find.ts'
import { authorise } from '../permissions.ts'
import type { State } from '../state.ts'
import { publishingDeciders } from './publishing.ts'

const assign: Decider<'section.assign'> = (state, command, context) => {
  const { tableIds, staffId } = command.args
  const unknown = tableIds.find((tableId) => state.catalog.tables[tableId] === undefined)
  if (unknown !== undefined) return refuse(error('table-not-found', { tableId: unknown }))
  if (staffId !== null && state.catalog.people[staffId]?.active !== true) {
    return refuse(error('person-not-found', { staffId }))
  }
  const changed = [...new Set(tableIds)].filter((tableId) => (state.sections[tableId] ?? null) !== staffId)
  if (changed.length === 0) return ok([])
  return ok([{ type: 'section.assigned', tableIds: changed, staffId, by: personOf(context) }])
}

const register: Decider<'device.register'> = (state, command, context) => {
  const { deviceId, name, kind, stationIds } = command.args
  if (state.revoked.devices.includes(deviceId)) return refuse(error('access-revoked', { deviceId }))
  const unknown = stationIds.find((stationId) => state.catalog.stations[stationId] === undefined)
  if (unknown !== undefined) return refuse(error('station-not-found', { stationId: unknown }))
  if (sameEntity(state.devices.get(deviceId), { id: deviceId, name, kind, stationIds })) return ok([])
  return ok([{ type: 'device.registered', deviceId, name, kind, stationIds, ...personIfAny(context) }])
}

/** Somebody must be left who can let people in again. */
const isLastOwner = (state: State, staffId: StaffId): boolean => {
  const owners = Object.values(state.catalog.people).filter(
    (person) => person?.active === true && person.roles.includes('owner') && !state.revoked.staff.includes(person.id),
  )
  return owners.length === 1 && owners[0]?.id === staffId
}

const authoriseIfOwner = (
  state: State,
  staffId: StaffId | undefined,
  context: Context,
): Result<unknown, DomainError> =>
  staffId !== undefined && state.catalog.people[staffId]?.roles.includes('owner') === true
    ? authorise(state, 'access.make-owner', context)
    : ok(undefined)

const revoke: Decider<'access.revoke'> = (state, command, context) => {
  const { deviceId, staffId, sid } = command.args
  if (deviceId === undefined && staffId === undefined && sid === undefined) return refuse(error('nothing-asked'))
  if (staffId !== undefined && state.catalog.people[staffId] === undefined) {
    return refuse(error('person-not-found', { staffId }))
  }
  if (staffId !== undefined && isLastOwner(state, staffId)) {
    return refuse(error('not-permitted', { action: 'access.revoke', staffId }))
  }
  const owners = authoriseIfOwner(state, staffId, context)
  if (!owners.ok) return owners
  const { devices, staff, sessions } = state.revoked
  const revoked = {
    ...(deviceId === undefined || devices.includes(deviceId) ? {} : { deviceId }),
    ...(staffId === undefined || staff.includes(staffId) ? {} : { staffId }),
    ...(sid === undefined || sessions.includes(sid) ? {} : { sid }),
  }
  if (Object.keys(revoked).length === 0) return ok([])
  return ok([{ type: 'access.revoked', ...revoked, ...personIfAny(context) }])
}

const restore: Decider<'access.restore'> = (state, command, context) => {
  const { staffId } = command.args
  if (!state.revoked.staff.includes(staffId)) return ok([])
  const owners = authoriseIfOwner(state, staffId, context)
  if (!owners.ok) return owners
  return ok([{ type: 'access.restored', staffId, by: personOf(context) }])
}

export const placeDeciders = {
  ...publishingDeciders,
  'section.assign': assign,
  'device.register': register,
  'access.revoke': revoke,
  'access.restore': restore,
} as const
