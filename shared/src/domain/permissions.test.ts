import { expect, test } from 'vitest'
import type { CommandId, DeviceId, SessionId, StaffId } from '../model/ids.ts'
import { Role } from '../model/staff.ts'
import { systemCommandTypes } from './command-kinds.ts'
import { type CommandType, DeviceCommand, type Numbered, SystemCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { Asker, Context } from './decision.ts'
import { actions, authorise, defaultGrant, grantOf, mayApprove, permit } from './permissions.ts'
import type { State } from './state.ts'
import { House } from './testing/house.ts'
import { sampleOf } from './testing/sample.ts'
import { openingDate, openingTime, smallRestaurant } from './testing/small-restaurant.ts'

const commands = [...DeviceCommand.options, ...SystemCommand.options].map(
  (schema) => sampleOf(schema, { variant: 0 }) as Numbered,
)
const personOf: Record<Role, string> = {
  waiter: 'ana',
  cook: 'carla',
  expediter: 'erik',
  cashier: 'fay',
  manager: 'mo',
  owner: 'olga',
}
const askerOf = (role: Role): Asker => ({
  kind: 'staff',
  staffId: personOf[role] as StaffId,
  roles: [role],
  deviceId: 'dev' as DeviceId,
})
const contextOf = (asker: Asker, more: Partial<Context> = {}): Context => ({
  now: openingTime,
  writtenAt: openingTime,
  businessDate: openingDate,
  asker,
  ...more,
})

/** The code of a refusal; a decider that got as far as its own rules may refuse or accept as it likes. */
function outcome(state: State, command: Numbered, context: Context): string {
  const day = { figures: {} as never, asOf: state.seq, chainHead: '' }
  const decision = decide(state, { ...command, id: 'c1' as CommandId }, { day, ...context })
  return decision.ok ? 'accepted' : decision.error.code
}
const aboutAccess = ['not-permitted', 'needs-approval', 'approval-invalid', 'access-revoked']

test('[ADM-3] the table has a cell for every command and every role', () => {
  const types = commands.map((command) => command.type)
  expect(new Set(types).size).toBe(types.length)
  for (const type of types) expect(actions).toContain(type)
  for (const role of Role.options)
    for (const action of actions) expect(['allowed', 'approval', 'denied']).toContain(defaultGrant(role, action))
})

const cells = Role.options.flatMap((role) => commands.map((command) => [role, command.type, command] as const))

test.each(cells)('[ADM-3] %s: %s is decided by its cell of the table', (role, type, command) => {
  const state = smallRestaurant()
  const grant = defaultGrant(role, type)
  const result = outcome(state, command, contextOf(askerOf(role)))
  if (grant === 'denied') expect(result).toBe('not-permitted')
  if (grant === 'approval') expect(result).toBe('needs-approval')
  if (grant !== 'allowed') return
  // beyond the door only what is more than the command says can still ask
  if (
    !['line.void', 'order.close', 'catalog.publish', 'catalog.take-back', 'access.revoke', 'staff.check-out'].includes(
      type,
    )
  )
    expect(aboutAccess).not.toContain(result)
})

test.each(cells.filter(([role, type]) => defaultGrant(role, type) === 'approval'))(
  '[ADM-6] %s: %s is opened by the approval of one whose own role allows it, and by nobody else’s',
  (role, type, command) => {
    const state = smallRestaurant()
    const by = (approvedBy: string) =>
      outcome(state, command, contextOf(askerOf(role), { approvedBy: approvedBy as StaffId }))
    expect(mayApprove(state, 'mo' as StaffId, type)).toBe(true)
    expect(aboutAccess).not.toContain(by('mo'))
    expect(by('ana')).toBe('approval-invalid')
    expect(by('nobody')).toBe('approval-invalid')
    const revoked = { ...state, revoked: { ...state.revoked, staff: ['mo' as StaffId] } }
    const context = contextOf(askerOf(role), { approvedBy: 'mo' as StaffId })
    expect(outcome(revoked, command, context)).toBe('approval-invalid')
  },
)

test('[P-15] a revoked device, person or session acts on nothing, whatever the role; one who left neither', () => {
  const state = smallRestaurant()
  const asker = { ...askerOf('owner'), sid: 's1' as SessionId } as Asker
  const gone: State['revoked'][] = [
    { devices: ['dev' as DeviceId], staff: [], sessions: [] },
    { devices: [], staff: ['olga' as StaffId], sessions: [] },
    { devices: [], staff: [], sessions: ['s1' as SessionId] },
  ]
  for (const command of commands) {
    for (const revoked of gone) expect(outcome({ ...state, revoked }, command, contextOf(asker))).toBe('access-revoked')
  }
  const left = { ...state.catalog.people['olga' as StaffId], active: false } as never
  const people = { ...state.catalog.people, ['olga' as StaffId]: left }
  const without = { ...state, catalog: { ...state.catalog, people } }
  expect(authorise(without, 'round.send', contextOf(asker))).toMatchObject({ error: { code: 'access-revoked' } })
})

test('[P-15] access is revoked and restored by a manager; the last owner cannot be locked out', () => {
  const house = new House()
  house.do('mo', 'access.revoke', { staffId: 'ana' as StaffId, deviceId: 'dev-boris' as DeviceId })
  expect(house.refusal('ana', 'table.clear', { tableId: 't1' as never })).toBe('access-revoked')
  expect(house.refusal('boris', 'table.clear', { tableId: 't1' as never })).toBe('access-revoked')
  house.do('mo', 'access.restore', { staffId: 'ana' as StaffId })
  expect(house.refusal('ana', 'table.clear', { tableId: 't1' as never })).not.toBe('access-revoked')
  expect(house.refusal('mo', 'access.revoke', {})).toBe('nothing-asked')
  expect(house.refusal('mo', 'access.revoke', { staffId: 'olga' as StaffId })).toBe('not-permitted')
  expect(house.refusal('mo', 'access.revoke', { staffId: 'nobody' as StaffId })).toBe('person-not-found')
  expect(house.do('mo', 'access.revoke', { deviceId: 'dev-boris' as DeviceId })).toEqual([])
  expect(
    house.refusal('mo', 'device.register', {
      deviceId: 'dev-boris' as DeviceId,
      name: 'b',
      kind: 'tablet',
      stationIds: [],
    }),
  ).toBe('access-revoked')
})

test('[ADM-3] one owner is cut off by another, never by a manager', () => {
  const house = new House()
  const second = { id: 'otto' as StaffId, name: 'otto', roles: ['owner'], active: true, language: 'en' } as never
  house.do('olga', 'catalog.publish', { changes: [{ kind: 'person', put: second }] })
  expect(house.refusal('mo', 'access.revoke', { staffId: 'otto' as StaffId })).toBe('not-permitted')
  expect(house.refusal('olga', 'access.revoke', { staffId: 'otto' as StaffId })).toBe('accepted')
  house.do('olga', 'access.revoke', { staffId: 'otto' as StaffId })
  expect(house.refusal('mo', 'access.restore', { staffId: 'otto' as StaffId })).toBe('not-permitted')
  expect(house.refusal('olga', 'access.restore', { staffId: 'otto' as StaffId })).toBe('accepted')
})

test('[ADM-1] the server sets up a new restaurant with its first owner', () => {
  const house = new House({ ...smallRestaurant(), catalog: { ...smallRestaurant().catalog, people: {} } })
  const owner = smallRestaurant().catalog.people['olga' as StaffId] as never
  house.do('system', 'catalog.publish', { changes: [{ kind: 'person', put: owner }] })
  expect(house.refusal('olga', 'access.restore', { staffId: 'ana' as StaffId })).toBe('accepted')
})

test('[ADM-3] several roles have the widest grant of them; the owner’s changes count, but never on the owner or the server’s own', () => {
  const { settings } = smallRestaurant().catalog
  const both: Asker = { ...askerOf('waiter'), roles: ['waiter', 'cook'] } as Asker
  expect(permit(settings, askerOf('waiter'), 'ticket.bump')).toBe('denied')
  expect(permit(settings, both, 'ticket.bump')).toBe('allowed')
  expect(permit(settings, both, 'discount.apply')).toBe('approval')
  const denied = 'denied' as const
  const grants = {
    waiter: { 'round.send': denied, 'day.roll': 'allowed' as const },
    owner: { 'catalog.publish': denied },
  }
  const changed = { ...settings, grants }
  expect(grantOf(changed, 'waiter', 'round.send')).toBe('denied')
  expect(grantOf(changed, 'owner', 'catalog.publish')).toBe('allowed')
  expect(grantOf(changed, 'waiter', 'day.roll')).toBe('denied')
})

test('[ADM-3] what the server asks of itself is nobody else’s, and a guest may only call', () => {
  const { settings } = smallRestaurant().catalog
  const allowed = (asker: Asker): CommandType[] =>
    commands.map((command) => command.type).filter((type) => permit(settings, asker, type) === 'allowed')
  for (const role of Role.options)
    for (const type of systemCommandTypes) expect(permit(settings, askerOf(role), type)).toBe('denied')
  expect(allowed({ kind: 'guest' })).toEqual(['call.raise', 'call.cancel'])
  expect(allowed({ kind: 'system' }).sort()).toEqual(
    [...systemCommandTypes, 'catalog.publish', 'device.register', 'access.revoke'].sort(),
  )
})

test('[FRT-6] sections give tables to waiters, and end with the shift', () => {
  const house = new House()
  const tables = ['t1', 't2'] as never[]
  expect(house.refusal('ana', 'section.assign', { tableIds: tables, staffId: 'ana' as StaffId })).toBe('not-permitted')
  house.do('fay', 'section.assign', { tableIds: tables, staffId: 'boris' as StaffId })
  expect(house.order(house.send('fay', 't1', 'bread'))).toMatchObject({
    waiterId: 'boris',
    covers: 4,
    coversAssumed: true,
  })
  expect(house.do('fay', 'section.assign', { tableIds: tables, staffId: 'boris' as StaffId })).toEqual([])
  expect(house.refusal('fay', 'section.assign', { tableIds: ['x' as never], staffId: null })).toBe('table-not-found')
  expect(house.refusal('fay', 'section.assign', { tableIds: tables, staffId: 'zed' as StaffId })).toBe(
    'person-not-found',
  )
  house.do('fay', 'section.assign', { tableIds: ['t2'] as never[], staffId: null })
  expect(house.state.sections).toEqual({ t1: 'boris' })
  house.businessDate = '2026-05-09'
  house.do('system', 'day.roll', {})
  expect(house.state.sections).toEqual({})
})
