// Running the place: what is published, who works where, and who is cut off.
import { z } from 'zod'
import { CatalogChange } from '../../model/catalog.ts'
import { DeviceId, PublicationId, SessionId, StaffId, StationId, TableId } from '../../model/ids.ts'
import { PersonName } from '../../model/text.ts'
import { command } from './command.ts'

export const placeCommands = [
  /** By HTTP only: it may be larger than a socket's frame. */
  command('catalog.publish', {
    changes: z.array(CatalogChange).min(1).max(5000),
    note: z.string().trim().max(140).optional(),
  }),
  command('catalog.take-back', { publicationId: PublicationId }),
  command('section.assign', { tableIds: z.array(TableId).min(1).max(500), staffId: StaffId.nullable() }),
  command('device.register', {
    deviceId: DeviceId,
    name: PersonName,
    kind: z.enum(['tablet', 'kitchen', 'front', 'office', 'board']),
    stationIds: z.array(StationId).max(12),
  }),
  command('access.revoke', { deviceId: DeviceId.optional(), staffId: StaffId.optional(), sid: SessionId.optional() }),
  command('access.restore', { staffId: StaffId }),
] as const
