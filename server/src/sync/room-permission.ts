// Which device may look through which window. The restaurant's money shows where it must: a kitchen screen never has it,
// the office needs a manager or an owner signed in.

import type { DeviceKind } from '@comanda/db/access'
import { isReplicaRoom, type ReplicaRoom, type Room } from '@comanda/shared/domain/rooms'
import type { Role } from '@comanda/shared/model/staff'

const rooms: Readonly<Record<DeviceKind, readonly (ReplicaRoom | 'board' | 'guest')[]>> = {
  board: ['board'],
  kitchen: ['kitchen', 'board'],
  tablet: ['kitchen', 'floor'],
  front: ['kitchen', 'floor', 'front', 'board', 'guest'],
  office: ['kitchen', 'floor', 'front', 'office', 'board', 'guest'],
}

const officeRoles: readonly Role[] = ['manager', 'owner']
const guestRoom = /^guest:[A-Za-z0-9_-]{1,48}$/

const isRoom = (room: string): room is Room => isReplicaRoom(room) || room === 'board' || guestRoom.test(room)

/** undefined: not with this device, or not with these people. */
export function permittedRoom(room: string, kind: DeviceKind, roles: readonly Role[]): Room | undefined {
  if (!isRoom(room)) return undefined
  const asked = isReplicaRoom(room) || room === 'board' ? room : 'guest'
  if (!rooms[kind].includes(asked)) return undefined
  if (room === 'office' && !roles.some((role) => officeRoles.includes(role))) return undefined
  return room
}
