// Finding commands and orders again: in trees of the file up to a seq, in memory after it. An append waits for no tree; they
// grow by many commands at a time, once the answers are out. Invariant: the log alone decides what is true. Trees that are
// behind, as after a crash, are completed from it, and a duplicate is found whether it is filed or not.
import { orderIdsOf } from '@comanda/shared/domain/event-orders'
import type { StoredEvent, Upcast } from '@comanda/shared/domain/upcast'
import type { CommandId, RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import { type Entry, LogOutcomeUnknown, LogUnavailable } from '../log.ts'
import type { PreparedEntry } from '../prepare.ts'
import { type FilingStatements, prepareFilingStatements } from './filing-statements.ts'
import { type Unfiled, UnfiledTail } from './unfiled.ts'
import type { Writing } from './writing.ts'

/** As much of an entry as tells whether it was stored before. */
export type Named = Pick<Entry, 'origin'>

export type Filing = {
  /** Which of these the log holds already, up to `upTo` at least: where the caller believes it to end. */
  stored(restaurantId: RestaurantId, batch: readonly Named[], upTo: number): readonly CommandId[]
  seqOfCommand(restaurantId: RestaurantId, commandId: string): number | undefined
  seqOfNumber(restaurantId: RestaurantId, clientId: string, cseq: number): number | undefined
  /** The highest that this client has had answered; 0 where there is none. */
  lastNumber(restaurantId: RestaurantId, clientId: string): number
  seqsOfOrder(restaurantId: RestaurantId, orderId: string): readonly number[]
  /** These became durable. */
  added(restaurantId: RestaurantId, entries: readonly PreparedEntry[]): void
}

/** So many commands share one transaction. */
const usuallyTogether = 512
/** Where appends leave the event loop no turn, filing waits for so many times as many and no longer. */
const patience = 4

/** What could not be filed is tried again when it has grown by an eighth: a disk with no room for trees is not asked for each order. */
const grown = 9 / 8

const bytesOfOne = 1_000

const unfiledOf = ({ events, result }: PreparedEntry): Unfiled => ({
  seq: result.lastSeq,
  commandId: result.origin.commandId,
  again: result.origin.again === true,
  client: result.origin.client,
  orders: events.flatMap(({ seq, orderIds }) => orderIds.map((orderId) => ({ orderId, seq }))),
})

export type FilingParts = {
  readonly database: Database
  readonly writing: Writing
  readonly upcast: Upcast
  readonly filedTogether?: number
}

/** The log from `tail.upTo` on, as it stands in the file. */
const createReading =
  (sql: FilingStatements, { upcast }: Upcast) =>
  (restaurantId: RestaurantId, tail: UnfiledTail) => {
    const head = sql.head.get(restaurantId) ?? 0
    if (tail.upTo >= head) return
    const events = sql.eventsAfter.all(restaurantId, tail.upTo, head)
    let at = 0
    for (const row of sql.resultsAfter.all(restaurantId, tail.upTo, head)) {
      const orders: { orderId: string; seq: number }[] = []
      for (let cells = events[at]; cells !== undefined && cells.seq <= row.seq; cells = events[at]) {
        const event = upcast(cells.type, cells.version, JSON.parse(cells.body) as StoredEvent)
        for (const orderId of orderIdsOf(event)) orders.push({ orderId, seq: cells.seq })
        at += 1
      }
      const client = row.clientId === null || row.cseq === null ? undefined : { clientId: row.clientId, cseq: row.cseq }
      tail.add({ seq: row.seq, commandId: row.commandId, again: row.again === 1, client, orders })
    }
  }

/** What is looked up, in memory and in the trees. */
const createLookups = (sql: FilingStatements) => {
  const seqOfCommand = (tail: UnfiledTail, restaurantId: RestaurantId, commandId: string): number | undefined =>
    tail.seqOfCommand(commandId) ?? sql.seqOfCommand.get(restaurantId, commandId)

  const seqOfNumber = (tail: UnfiledTail, restaurantId: RestaurantId, clientId: string, cseq: number) =>
    tail.seqOfNumber(clientId, cseq) ?? sql.seqOfNumber.get(restaurantId, clientId, cseq)

  const lastNumber = (tail: UnfiledTail, restaurantId: RestaurantId, clientId: string): number =>
    Math.max(tail.lastNumber(clientId) ?? 0, sql.lastNumber.get(restaurantId, clientId) ?? 0)

  const seqsOfOrder = (tail: UnfiledTail, restaurantId: RestaurantId, orderId: string): readonly number[] => {
    const filed = sql.seqsOfOrder.all(restaurantId, orderId)
    return [...new Set([...filed, ...tail.seqsOfOrder(orderId)])].sort((one, other) => one - other)
  }

  const isStored = (tail: UnfiledTail, restaurantId: RestaurantId, { again, client, commandId }: Entry['origin']) => {
    if (again !== true && seqOfCommand(tail, restaurantId, commandId) !== undefined) return true
    if (client === undefined) return false
    const { clientId, cseq } = client
    if (tail.isBeyond(clientId, cseq, () => lastNumber(tail, restaurantId, clientId))) return false
    return seqOfNumber(tail, restaurantId, clientId, cseq) !== undefined
  }

  return { seqOfCommand, seqOfNumber, lastNumber, seqsOfOrder, isStored }
}

/** Puts into the trees what is held in memory. */
const createFiler = (sql: FilingStatements, { database, writing }: Pick<FilingParts, 'database' | 'writing'>) => {
  const write = (restaurantId: RestaurantId, tail: UnfiledTail): void => {
    const before = sql.filed.get(restaurantId) ?? 0
    for (const { seq, commandId, again, client, orders } of tail.commands) {
      if (seq <= before) continue
      if (!again) sql.fileCommand.run(restaurantId, commandId, seq)
      if (client !== undefined) sql.fileNumber.run(restaurantId, client.clientId, client.cseq, seq)
      for (const one of orders) sql.fileOrder.run(restaurantId, one.orderId, one.seq)
    }
    if (tail.upTo > before) sql.move.run(restaurantId, tail.upTo)
  }

  return (restaurantId: RestaurantId, tail: UnfiledTail): void => {
    if (!database.open) return
    try {
      writing.transact(() => write(restaurantId, tail), tail.commands.length * bytesOfOne)
      tail.filed()
    } catch (error) {
      // Nothing is lost: a disk that takes no more is tried again after a later commit, and what is not known stops the log.
      tail.notFiled()
      if (!(error instanceof LogUnavailable || error instanceof LogOutcomeUnknown)) throw error
    }
  }
}

export const createFiling = (parts: FilingParts): Filing => {
  const { database, upcast, filedTogether = usuallyTogether } = parts
  const sql = prepareFilingStatements(database)
  const readOn = createReading(sql, upcast)
  const look = createLookups(sql)
  const fileAll = createFiler(sql, parts)
  const tails = new Map<RestaurantId, UnfiledTail>()
  const due = new Set<RestaurantId>()

  /** As far as the log is now, whoever wrote it. */
  const current = (restaurantId: RestaurantId): UnfiledTail => {
    let tail = tails.get(restaurantId)
    if (tail === undefined) {
      tail = new UnfiledTail(sql.filed.get(restaurantId) ?? 0)
      tails.set(restaurantId, tail)
    }
    readOn(restaurantId, tail)
    return tail
  }

  const file = (restaurantId: RestaurantId, tail: UnfiledTail): void => {
    due.delete(restaurantId)
    fileAll(restaurantId, tail)
  }

  return {
    stored: (restaurantId, batch, upTo) => {
      const known = tails.get(restaurantId)
      const tail = known?.upTo === upTo ? known : current(restaurantId)
      return batch.flatMap(({ origin }) => (look.isStored(tail, restaurantId, origin) ? [origin.commandId] : []))
    },
    seqOfCommand: (restaurantId, commandId) => look.seqOfCommand(current(restaurantId), restaurantId, commandId),
    seqOfNumber: (restaurantId, clientId, cseq) =>
      look.seqOfNumber(current(restaurantId), restaurantId, clientId, cseq),
    lastNumber: (restaurantId, clientId) => look.lastNumber(current(restaurantId), restaurantId, clientId),
    seqsOfOrder: (restaurantId, orderId) => look.seqsOfOrder(current(restaurantId), restaurantId, orderId),
    added: (restaurantId, entries) => {
      const tail = tails.get(restaurantId)
      const first = entries[0]
      if (tail === undefined || first === undefined || tail.upTo !== first.result.firstSeq - 1) return
      for (const entry of entries) tail.add(unfiledOf(entry))
      const wanted = Math.max(filedTogether, Math.ceil(tail.tried * grown))
      if (tail.commands.length >= patience * wanted) file(restaurantId, tail)
      else if (tail.commands.length >= wanted && !due.has(restaurantId)) {
        due.add(restaurantId)
        setImmediate(() => file(restaurantId, tail))
      }
    },
  }
}
