// Who this device is and who is signed in on it, kept so that the screen opens with the server down. What is kept was
// written by an older or newer program, perhaps: it is read as any foreign text is, and whatever is odd counts as absent.

import type { DeviceId, RestaurantId, SessionId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import type { DeviceShelf } from './adapters/device-shelf.ts'
import { isFields } from './api.ts'
import { type Device, deviceKinds, type Me, type StaffMember } from './session.ts'

export type Seat = {
  readonly restaurant: {
    readonly id: RestaurantId
    readonly name: string
    /** Of its wall clock. Absent: the device's own. */
    readonly zone?: string
  }
  readonly device: Device
  readonly people: readonly StaffMember[]
  readonly me?: Me
}

const isText = (value: unknown): value is string => typeof value === 'string'
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : [])

function personIn(value: unknown): StaffMember[] {
  if (!isFields(value) || !isText(value.id) || !isText(value.name)) return []
  return [
    {
      id: value.id as StaffId,
      name: value.name,
      roles: texts(value.roles) as readonly Role[],
      language: value.language === 'ru' ? 'ru' : 'en',
      mayEnter: value.mayEnter === true,
    },
  ]
}

/** The answer of `/api/me`, or what was kept of one. undefined: it is no such thing. */
export function readSeat(value: unknown): Seat | undefined {
  if (!isFields(value) || !isFields(value.restaurant) || !isFields(value.device)) return undefined
  const { restaurant, device } = value
  const kind = deviceKinds.find((one) => one === device.kind)
  if (!isText(restaurant.id) || !isText(restaurant.name) || !isText(device.id) || kind === undefined) return undefined
  const people = Array.isArray(value.people) ? value.people.flatMap(personIn) : []
  const me = meIn(value.staff ?? value.me, people)
  return {
    restaurant: {
      id: restaurant.id as RestaurantId,
      name: restaurant.name,
      ...(isText(restaurant.zone) ? { zone: restaurant.zone } : {}),
    },
    device: {
      id: device.id as DeviceId,
      name: isText(device.name) ? device.name : '',
      kind,
      stationIds: texts(device.stationIds) as readonly StationId[],
    },
    people,
    ...(me === undefined ? {} : { me }),
  }
}

export function meIn(value: unknown, people: readonly StaffMember[]): Me | undefined {
  if (!isFields(value) || !isText(value.sid) || !isText(value.staffId)) return undefined
  const person = people.find(({ id }) => id === value.staffId)
  if (person === undefined) return undefined
  return { sid: value.sid as SessionId, staffId: person.id, name: person.name, roles: person.roles }
}

export type SeatKeeper = { load(): Promise<Seat | undefined>; save(seat: Seat | undefined): void }

export function seatKeeper(shelf: DeviceShelf, screen: string): SeatKeeper {
  const name = `seat ${screen}`
  // Without storage the screen works; only a start without the server does not.
  const forgo = (): undefined => undefined
  // One after the other: the last one saved is the one that is kept.
  let saved: Promise<unknown> = Promise.resolve()
  return {
    load: () => saved.then(() => shelf.load(name)).then(readSeat, forgo),
    save(seat) {
      saved = saved.then(() => shelf.save(name, seat)).catch(forgo)
    },
  }
}
