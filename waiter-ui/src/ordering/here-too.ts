// Who else has this table open (ORD-8): told by their devices, each only by name.
import type { DeviceId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Presence } from '@comanda/shared/protocol/down'

export function hereToo(
  people: Presence['people'],
  tableId: TableId,
  own: { deviceId: DeviceId; staffId: StaffId | undefined },
): StaffId[] {
  const others = people.flatMap(({ deviceId, staffId, tableId: at }) => {
    const isOther = deviceId !== own.deviceId && staffId !== own.staffId
    return at === tableId && isOther && staffId !== undefined ? [staffId] : []
  })
  return [...new Set(others)]
}
