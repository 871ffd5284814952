// One append is one transaction: the head moves from what was expected, then events, texts and answers go in.
// Rows are worked out before the transaction begins, so the file is locked for the writing alone.

import type { CommandId, RestaurantId } from '@comanda/shared/model/ids'
import { duplicatesWithin } from '../duplicates.ts'
import type { AppendOutcome, Entry } from '../log.ts'
import { type EventRow, type Prepared, type Preparing, prepareBatch, type ResultRow, type Tail } from '../prepare.ts'
import { classifyFailure } from './failures.ts'
import type { LogStatements } from './statements.ts'
import type { Writing } from './writing.ts'

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

/** Pages of indexes and answers, by the entry. */
const bytesBesideBodies = 8 * 4096

export type Append = (restaurantId: RestaurantId, batch: readonly Entry[], expectedHead: number) => AppendOutcome

export const createAppend = (sql: LogStatements, { transact }: Writing, preparing: Preparing): Append => {
  /** The ends of the logs that this process wrote last. A hint: the transaction itself checks the head. */
  const tails = new Map<RestaurantId, Tail>()

  const readTail = (restaurantId: RestaurantId): Tail => {
    const row = sql.head.get(restaurantId)
    if (row === undefined) throw new Error(`no log of restaurant ${restaurantId} here`)
    const tail = { head: row.head, chainHead: row.chainHead }
    tails.set(restaurantId, tail)
    return tail
  }

  const storedDuplicates = (restaurantId: RestaurantId, batch: readonly Entry[]): readonly CommandId[] =>
    batch
      .map(({ origin }) => origin)
      .filter(
        ({ again, client, commandId }) =>
          (again !== true && sql.answerOfCommand.get(restaurantId, commandId) !== undefined) ||
          (client !== undefined && sql.answerOfClient.get(restaurantId, client.clientId, client.cseq) !== undefined),
      )
      .map(({ commandId }) => commandId)

  const nameDuplicates = (restaurantId: RestaurantId, batch: readonly Entry[]): readonly CommandId[] => [
    ...new Set([...duplicatesWithin(batch), ...storedDuplicates(restaurantId, batch)]),
  ]

  const write = (restaurantId: RestaurantId, prepared: Prepared, expectedHead: number): boolean => {
    const moved = sql.advanceHead.run(prepared.head, prepared.chainHead, restaurantId, expectedHead)
    if (moved.changes === 0) return false
    for (const { events, result } of prepared.entries) {
      for (const row of events) writeEvent(sql, restaurantId, row)
      writeResult(sql, restaurantId, result)
    }
    return true
  }

  return (restaurantId, batch, expectedHead) => {
    const known = tails.get(restaurantId)
    const tail = known?.head === expectedHead ? known : readTail(restaurantId)
    if (tail.head !== expectedHead) return { kind: 'conflict', head: tail.head }
    if (batch.length === 0) return { kind: 'committed', head: tail.head }
    if (duplicatesWithin(batch).length > 0) {
      return { kind: 'duplicate', commandIds: nameDuplicates(restaurantId, batch) }
    }
    const prepared = prepareBatch(restaurantId, batch, tail, preparing)
    try {
      const written = transact(
        () => write(restaurantId, prepared, expectedHead),
        prepared.bytes + bytesBesideBodies * (batch.length + 1),
      )
      if (!written) return { kind: 'conflict', head: readTail(restaurantId).head }
      tails.set(restaurantId, { head: prepared.head, chainHead: prepared.chainHead })
      return { kind: 'committed', head: prepared.head }
    } catch (error) {
      tails.delete(restaurantId)
      const commandIds = classifyFailure(error) === 'constraint' ? nameDuplicates(restaurantId, batch) : []
      if (commandIds.length === 0) throw error
      return { kind: 'duplicate', commandIds }
    }
  }
}
