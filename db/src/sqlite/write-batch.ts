// A prepared batch goes into the file: the head moves from what was expected, then events, texts and answers go in, all in
// one transaction. What is prepared holds everything that is written, so it may come from another thread.
import type { CommandId, RestaurantId } from '@comanda/shared/model/ids'
import { duplicatesWithin } from '../duplicates.ts'
import type { AppendOutcome, Entry } from '../log.ts'
import type { EventRow, Prepared, ResultRow } from '../prepare.ts'
import { classifyFailure } from './failures.ts'
import type { LogStatements } from './statements.ts'
import type { Writing } from './writing.ts'

/** As much of an entry as tells whether it was stored before. */
type Named = Pick<Entry, 'origin'>

export type BatchWriter = {
  /** Names every entry that is stored already, or that says what an earlier one of the batch says. */
  nameDuplicates(restaurantId: RestaurantId, batch: readonly Named[]): readonly CommandId[]
  write(restaurantId: RestaurantId, prepared: Prepared, expectedHead: number): AppendOutcome
}

/** Pages of indexes and answers, by the entry. */
const bytesBesideBodies = 8 * 4096

const writeEvent = (sql: LogStatements, restaurantId: RestaurantId, row: EventRow): void => {
  sql.insertEvent.run(restaurantId, row.seq, row.at, row.businessDate, row.type, row.version, row.bytes, row.hash)
  for (const orderId of row.orderIds) sql.insertOrderEvent.run(restaurantId, orderId, row.seq)
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

export const createBatchWriter = (sql: LogStatements, { transact }: Writing): BatchWriter => {
  const isStored = (restaurantId: RestaurantId, { again, client, commandId }: Named['origin']): boolean =>
    (again !== true && sql.answerOfCommand.get(restaurantId, commandId) !== undefined) ||
    (client !== undefined && sql.answerOfClient.get(restaurantId, client.clientId, client.cseq) !== undefined)

  const nameDuplicates: BatchWriter['nameDuplicates'] = (restaurantId, batch) => {
    const stored = batch.flatMap(({ origin }) => (isStored(restaurantId, origin) ? [origin.commandId] : []))
    return [...new Set([...duplicatesWithin(batch), ...stored])]
  }

  const insert = (restaurantId: RestaurantId, prepared: Prepared, expectedHead: number): boolean => {
    const moved = sql.advanceHead.run(prepared.head, prepared.chainHead, restaurantId, expectedHead)
    if (moved.changes === 0) return false
    for (const { events, result } of prepared.entries) {
      for (const row of events) writeEvent(sql, restaurantId, row)
      writeResult(sql, restaurantId, result)
    }
    return true
  }

  return {
    nameDuplicates,
    write: (restaurantId, prepared, expectedHead) => {
      const bytes = prepared.bytes + bytesBesideBodies * (prepared.entries.length + 1)
      try {
        const written = transact(() => insert(restaurantId, prepared, expectedHead), bytes)
        if (written) return { kind: 'committed', head: prepared.head }
        return { kind: 'conflict', head: sql.head.get(restaurantId)?.head ?? 0 }
      } catch (error) {
        if (classifyFailure(error) !== 'constraint') throw error
        const batch = prepared.entries.map(({ result }) => result)
        const commandIds = nameDuplicates(restaurantId, batch)
        if (commandIds.length === 0) throw error
        return { kind: 'duplicate', commandIds }
      }
    },
  }
}
