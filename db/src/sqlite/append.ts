// One append: rows are worked out before the transaction begins, so the file is locked for the writing alone.

import type { RestaurantId } from '@comanda/shared/model/ids'
import { duplicatesWithin } from '../duplicates.ts'
import type { AppendOutcome, Entry } from '../log.ts'
import { type Preparing, prepareBatch, type Tail } from '../prepare.ts'
import type { Filing } from './filing.ts'
import type { LogStatements } from './statements.ts'
import { createBatchWriter } from './write-batch.ts'
import type { Writing } from './writing.ts'

export type Append = (restaurantId: RestaurantId, batch: readonly Entry[], expectedHead: number) => AppendOutcome

export type AppendParts = {
  readonly sql: LogStatements
  readonly writing: Writing
  readonly filing: Filing
  readonly preparing: Preparing
}

export const createAppend = ({ sql, writing, filing, preparing }: AppendParts): Append => {
  const write = createBatchWriter(sql, writing)
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
    // Nobody can come between: the transaction goes through only on the head up to which was looked.
    const duplicates = new Set([...duplicatesWithin(batch), ...filing.stored(restaurantId, batch, expectedHead)])
    if (duplicates.size > 0) {
      const { head } = readTail(restaurantId)
      return head === expectedHead ? { kind: 'duplicate', commandIds: [...duplicates] } : { kind: 'conflict', head }
    }
    const prepared = prepareBatch(restaurantId, batch, tail, preparing)
    tails.delete(restaurantId)
    const outcome = write(restaurantId, prepared, expectedHead)
    if (outcome.kind === 'committed') {
      tails.set(restaurantId, { head: prepared.head, chainHead: prepared.chainHead })
      filing.added(restaurantId, prepared.entries)
    }
    return outcome
  }
}
