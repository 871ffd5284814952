// Who asked, from the columns of an answer's row. This program alone writes them, from ids that were parsed at its edge.
import type { Origin } from '../log.ts'
import type { StoredResultRow } from './verify-statements.ts'

export const originOf = (row: StoredResultRow): Origin => ({
  commandId: row.commandId as Origin['commandId'],
  commandType: row.commandType,
  ...(row.clientId === null || row.cseq === null
    ? {}
    : { client: { clientId: row.clientId as NonNullable<Origin['client']>['clientId'], cseq: row.cseq } }),
  ...(row.again === 1 ? { again: true } : {}),
  ...(row.deviceId === null ? {} : { deviceId: row.deviceId as NonNullable<Origin['deviceId']> }),
  ...(row.staffId === null ? {} : { staffId: row.staffId as NonNullable<Origin['staffId']> }),
  ...(row.sid === null ? {} : { sid: row.sid as NonNullable<Origin['sid']> }),
  ...(row.writtenAt === null ? {} : { writtenAt: row.writtenAt }),
})
