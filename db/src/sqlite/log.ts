// The log's port on one SQLite file, which may hold several restaurants. better-sqlite3 works synchronously: every verb is
// one short step on the event loop.

import { orderIdsOf } from '@comanda/shared/domain/event-orders'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { ClientId, CommandId, OrderId, RestaurantId } from '@comanda/shared/model/ids'
import { LogId, RestaurantId as RestaurantIdSchema } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Database } from 'better-sqlite3'
import { genesisHash, lifeDigest, snapshotDigest } from '../chain.ts'
import type { ClientTail, Log, Opened, Snapshot, StoredAnswer, TextsToErase } from '../log.ts'
import { orderClosure } from '../order-closure.ts'
import { readOpened, readStoredAnswer } from '../reading.ts'
import { createSalts, type TextRow } from '../sealing.ts'
import { createAppend } from './append.ts'
import { createFiling, type Filing } from './filing.ts'
import { type AnswerRow, type LogStatements, prepareLogStatements, type StoredEventRow } from './statements.ts'
import type { Writing } from './writing.ts'

export type SqliteLogOptions = {
  /** From openDatabase(). The log closes it. */
  database: Database
  writing: Writing
  random: RandomBytes
  upcast: Upcast
  /** So many commands become findable by trees in one transaction. */
  filedTogether?: number
  /** Who listens; outlives this connection. */
  hints?: Hints
}

export type Hints = Set<(restaurantId: RestaurantId, head: number) => void>

/** Enough that a disk with room for it has room for a batch too. */
const probeBytes = 64 * 1024

const readOpenedLog = (sql: LogStatements, restaurantId: RestaurantId): Opened | undefined => {
  const row = sql.head.get(restaurantId)
  if (row === undefined) return undefined
  // One that was damaged is passed over for the one before it, or for the events themselves.
  const snapshot = sql.snapshots
    .all(restaurantId, row.head)
    .find(({ domain, body, digest }) => snapshotDigest(domain, body) === digest)
  return {
    logId: LogId.parse(row.logId),
    head: row.head,
    chainHead: row.chainHead,
    ...(snapshot === undefined
      ? {}
      : { snapshot: { seq: snapshot.seq, domain: snapshot.domain, body: snapshot.body } }),
  }
}

const createReads = (sql: LogStatements, filing: Filing, upcast: Upcast) => {
  const recorded = (restaurantId: RestaurantId, rows: readonly StoredEventRow[]): readonly Recorded[] => {
    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) return []
    const texts = new Map<number, TextRow[]>()
    for (const row of sql.textsBetween.all(restaurantId, first.seq, last.seq)) {
      const ofEvent = texts.get(row.seq)
      if (ofEvent === undefined) texts.set(row.seq, [row])
      else ofEvent.push(row)
    }
    return rows.map((row) => readOpened(row, texts.get(row.seq) ?? [], upcast))
  }

  const eventsOf = (restaurantId: RestaurantId, orderId: OrderId): readonly StoredEventRow[] =>
    filing.seqsOfOrder(restaurantId, orderId).flatMap((seq) => sql.eventAt.get(restaurantId, seq) ?? [])

  const orderRows = (restaurantId: RestaurantId, orderId: OrderId): readonly StoredEventRow[] => {
    const rows = new Map<number, StoredEventRow>()
    orderClosure(orderId, (id) =>
      eventsOf(restaurantId, id).flatMap((row) => {
        rows.set(row.seq, row)
        return orderIdsOf(JSON.parse(row.body) as DomainEvent)
      }),
    )
    return [...rows.values()].sort((one, other) => one.seq - other.seq)
  }

  const answer = (row: AnswerRow | undefined): StoredAnswer | undefined =>
    row === undefined
      ? undefined
      : {
          commandId: row.commandId as CommandId,
          answer: readStoredAnswer(row.answer),
          ...(row.cseq === null ? {} : { cseq: row.cseq }),
        }

  return {
    orderRows,
    after: (restaurantId: RestaurantId, seq: number, limit: number) =>
      recorded(restaurantId, sql.eventsAfter.all(restaurantId, seq, limit)),
    order: (restaurantId: RestaurantId, orderId: OrderId) =>
      orderRows(restaurantId, orderId).flatMap((row) => recorded(restaurantId, [row])),
    clientTail: (restaurantId: RestaurantId, clientId: ClientId): ClientTail => {
      const lastCseq = filing.lastNumber(restaurantId, clientId)
      const seq = filing.seqOfNumber(restaurantId, clientId, lastCseq)
      const row = seq === undefined ? undefined : sql.answerAt.get(restaurantId, seq)
      return { clientId, lastCseq, ...(row === undefined ? {} : { lastCommandId: row.commandId as CommandId }) }
    },
    answer: (restaurantId: RestaurantId, by: { clientId: ClientId; cseq: number } | { commandId: CommandId }) => {
      const seq =
        'commandId' in by
          ? filing.seqOfCommand(restaurantId, by.commandId)
          : filing.seqOfNumber(restaurantId, by.clientId, by.cseq)
      return seq === undefined ? undefined : answer(sql.answerAt.get(restaurantId, seq))
    },
  }
}

export const createSqliteLog = (options: SqliteLogOptions): Log => {
  const { database, writing, random, upcast, hints = new Set() } = options
  const sql = prepareLogStatements(database)
  const filing = createFiling(options)
  const append = createAppend({ sql, writing, filing, preparing: { versions: upcast, salts: createSalts(random) } })
  const reads = createReads(sql, filing, upcast)

  const run = async <Value>(verb: () => Value): Promise<Value> => {
    writing.assertUsable()
    return verb()
  }

  const erase = (restaurantId: RestaurantId, which: TextsToErase): number => {
    const seqs =
      'orderId' in which
        ? reads.orderRows(restaurantId, which.orderId).map(({ seq }) => seq)
        : sql.liveTextsBefore.all(restaurantId, which.before)
    const live = seqs.filter((seq) => (sql.liveTextsOf.get(restaurantId, seq) ?? 0) > 0)
    const first = live[0]
    if (first === undefined) return 0
    sql.dropSnapshotsFrom.run(restaurantId, first)
    return live.reduce((erased, seq) => erased + sql.eraseTexts.run(restaurantId, seq).changes, 0)
  }

  /** Forgotten means gone from the file: freed bytes are overwritten, and the old pages leave the write-ahead log. */
  const forget = (restaurantId: RestaurantId, which: TextsToErase): number => {
    database.pragma('secure_delete = ON')
    try {
      return writing.transact(() => erase(restaurantId, which))
    } finally {
      database.pragma('secure_delete = OFF')
      database.pragma('wal_checkpoint(TRUNCATE)')
    }
  }

  const putSnapshot = (restaurantId: RestaurantId, { seq, domain, body }: Snapshot): void => {
    sql.putSnapshot.run(restaurantId, seq, domain, body, snapshotDigest(domain, body))
    sql.keepNewestSnapshots.run(restaurantId, restaurantId)
  }

  return {
    restaurants: () => run(() => sql.restaurants.all().map((id) => RestaurantIdSchema.parse(id))),
    load: (restaurantId) => run(() => readOpenedLog(sql, restaurantId)),
    create: (restaurantId, logId) =>
      run(() => {
        const chainHead = genesisHash(restaurantId)
        writing.transact(() => sql.insertHead.run(restaurantId, logId, lifeDigest(restaurantId, logId), chainHead))
        return { logId, head: 0, chainHead }
      }),
    append: async (restaurantId, batch, expectedHead) => {
      const outcome = await run(() => append(restaurantId, batch, expectedHead))
      if (outcome.kind === 'committed') for (const hint of hints) hint(restaurantId, outcome.head)
      return outcome
    },
    readAfter: (restaurantId, seq, limit) => run(() => reads.after(restaurantId, seq, limit)),
    readOrder: (restaurantId, orderId) => run(() => reads.order(restaurantId, orderId)),
    readClient: (restaurantId, clientId) => run(() => reads.clientTail(restaurantId, clientId)),
    readAnswer: (restaurantId, by) => run(() => reads.answer(restaurantId, by)),
    saveSnapshot: (restaurantId, snapshot) => run(() => writing.transact(() => putSnapshot(restaurantId, snapshot))),
    backedUpSeq: (restaurantId) => run(() => sql.head.get(restaurantId)?.backedUpSeq ?? 0),
    eraseTexts: (restaurantId, which) => run(() => forget(restaurantId, which)),
    onAdvance: (hint) => {
      hints.add(hint)
      return () => hints.delete(hint)
    },
    probe: () =>
      run(() => {
        writing.transact(() => sql.insertProbe.run(probeBytes))
        writing.transact(() => sql.deleteProbes.run())
      }),
    close: async () => {
      hints.clear()
      database.close()
    },
  }
}
