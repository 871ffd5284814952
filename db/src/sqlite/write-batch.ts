// A prepared batch goes into the file: the head moves from what was expected, then events, texts and answers go in, all in
// one transaction.
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { AppendOutcome } from '../log.ts'
import type { EventRow, Prepared, ResultRow } from '../prepare.ts'
import type { LogStatements } from './statements.ts'
import type { Writing } from './writing.ts'

export type WriteBatch = (restaurantId: RestaurantId, prepared: Prepared, expectedHead: number) => AppendOutcome

/** Of answers, texts and keys, by the entry. */
const bytesBesideBodies = 4096

const writeEvent = (sql: LogStatements, restaurantId: RestaurantId, row: EventRow): void => {
  sql.insertEvent.run(restaurantId, row.seq, row.at, row.businessDate, row.type, row.version, row.bytes, row.hash)
  for (const { digest, salt, text } of row.texts) sql.insertText.run(restaurantId, row.seq, digest, salt, text)
}

const writeResult = (sql: LogStatements, restaurantId: RestaurantId, row: ResultRow): void => {
  const { origin } = row
  sql.insertResult.run(
    restaurantId,
    row.lastSeq,
    row.firstSeq,
    origin.commandId,
    origin.commandType,
    origin.client?.clientId ?? null,
    origin.client?.cseq ?? null,
    origin.again === true ? 1 : 0,
    origin.deviceId ?? null,
    origin.staffId ?? null,
    origin.sid ?? null,
    origin.writtenAt ?? null,
    row.answer,
    row.hash,
  )
}

export const createBatchWriter = (sql: LogStatements, { transact }: Writing): WriteBatch => {
  const insert = (restaurantId: RestaurantId, prepared: Prepared, expectedHead: number): boolean => {
    const moved = sql.advanceHead.run(prepared.head, prepared.chainHead, restaurantId, expectedHead)
    if (moved.changes === 0) return false
    for (const { events, result } of prepared.entries) {
      for (const row of events) writeEvent(sql, restaurantId, row)
      writeResult(sql, restaurantId, result)
    }
    return true
  }

  return (restaurantId, prepared, expectedHead) => {
    const bytes = prepared.bytes + bytesBesideBodies * (prepared.entries.length + 1)
    const written = transact(() => insert(restaurantId, prepared, expectedHead), bytes)
    if (written) return { kind: 'committed', head: prepared.head }
    return { kind: 'conflict', head: sql.head.get(restaurantId)?.head ?? 0 }
  }
}
