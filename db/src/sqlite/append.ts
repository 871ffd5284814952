// One append: rows are worked out before the transaction begins, so the file is locked for the writing alone.

import type { RestaurantId } from '@comanda/shared/model/ids'
import { duplicatesWithin } from '../duplicates.ts'
import type { AppendOutcome, Entry } from '../log.ts'
import { type Preparing, prepareBatch, type Tail } from '../prepare.ts'
import type { LogStatements } from './statements.ts'
import { createBatchWriter } from './write-batch.ts'
import type { Writing } from './writing.ts'

export type Append = (restaurantId: RestaurantId, batch: readonly Entry[], expectedHead: number) => AppendOutcome

export const createAppend = (sql: LogStatements, writing: Writing, preparing: Preparing): Append => {
  const { nameDuplicates, write } = createBatchWriter(sql, writing)
  /** The ends of the logs that this process wrote last. A hint: the transaction itself checks the head. */
  const tails = new Map<RestaurantId, Tail>()

  const readTail = (restaurantId: RestaurantId): Tail => {
    const row = sql.head.get(restaurantId)
    if (row === undefined) throw new Error(`no log of restaurant ${restaurantId} here`)
    return { head: row.head, chainHead: row.chainHead }
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
    tails.delete(restaurantId)
    const outcome = write(restaurantId, prepared, expectedHead)
    if (outcome.kind === 'committed') {
      tails.set(restaurantId, { head: prepared.head, chainHead: prepared.chainHead })
    }
    return outcome
  }
}
