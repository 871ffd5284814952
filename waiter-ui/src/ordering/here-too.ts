// Who else has this table open (ORD-8): told by their devices, each only by name.
import type { DeviceId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Presence } from '@comanda/shared/protocol/down'

export const hereToo = (people: Presence['people'], tableId: TableId, own: DeviceId): StaffId[] => [
  ...new Set(
    people.flatMap(({ deviceId, staffId, tableId: at }) =>
      at === tableId && deviceId !== own && staffId !== undefined ? [staffId] : [],
    ),
  ),
]
