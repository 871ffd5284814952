// Running the place: what is published, who works where, and what came of commands that did nothing.
import { z } from 'zod'
import { CatalogChange } from '../../model/catalog.ts'
import { CommandId, DeviceId, PublicationId, SessionId, StaffId, StationId, TableId } from '../../model/ids.ts'
import { event } from './event.ts'

export const placeEvents = [
  event('catalog.staged', { publicationId: PublicationId, change: CatalogChange }),
  event('catalog.published', {
    publicationId: PublicationId,
    by: StaffId.optional(),
    note: z.string().max(140).optional(),
    undoes: PublicationId.optional(),
  }),
  event('section.assigned', { tableIds: z.array(TableId), staffId: StaffId.nullable(), by: StaffId }),
  event('device.registered', {
    deviceId: DeviceId,
    name: z.string().max(60),
    kind: z.enum(['tablet', 'kitchen', 'front', 'office', 'board']),
    stationIds: z.array(StationId),
    by: StaffId.optional(),
  }),
  event('access.revoked', {
    deviceId: DeviceId.optional(),
    staffId: StaffId.optional(),
    sid: SessionId.optional(),
    by: StaffId.optional(),
  }),
  event('access.restored', { staffId: StaffId, by: StaffId }),
  event('command.refused', { commandId: CommandId, commandType: z.string(), code: z.string(), by: StaffId.optional() }),
  /** A command that was right and changed nothing: said twice, or already so. */
  event('nothing.changed', { commandId: CommandId, commandType: z.string() }),
] as const
