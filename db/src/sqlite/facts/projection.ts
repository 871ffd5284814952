// Facts follow the log: events after the last one that they hold are projected in its order, and how far that is moves in
// the same transaction as the rows. Whoever else projects into the file goes on from there, so no event counts twice.
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import { genesisHash } from '../../chain.ts'
import { readSealed } from '../../reading.ts'
import type { StoredEventRow } from '../statements.ts'
import { prepareFactInserts } from './inserts.ts'
import { beginAnew, type FactsOptions } from './open.ts'

/** An event by its place and by its hash: the same hash is the same history up to there. */
export type Point = { seq: number; hash: string }

/** How far the facts reach, and the log. */
export type Reached = { seq: number; head: number }

export type Projection = {
  reached(restaurantId: RestaurantId): Reached
  /** Projects at most so many of the events that are missing. */
  catchUp(restaurantId: RestaurantId, atMost: number): Reached
}

export type ProjectionOptions = {
  /** From openFacts(). */
  database: Database
  /** A connection to the log that needs no more than to read. */
  log: Database
  options: FactsOptions
  upcast: Upcast
}

export const preparePoints = (database: Database, log: Database) => {
  const reached = database.prepare<[restaurantId: string], Point>(
    'SELECT seq, hash FROM reached WHERE restaurant_id = ?',
  )
  const head = log.prepare<[restaurantId: string], number>('SELECT head FROM heads WHERE restaurant_id = ?').pluck()
  const hashAt = log
    .prepare<[restaurantId: string, seq: number], string>('SELECT hash FROM events WHERE restaurant_id = ? AND seq = ?')
    .pluck()
  const isOfThisHistory = (restaurantId: RestaurantId, { seq, hash }: Point): boolean =>
    hash === (seq === 0 ? genesisHash(restaurantId) : hashAt.get(restaurantId, seq))
  return {
    head: (restaurantId: RestaurantId): number => head.get(restaurantId) ?? 0,
    /** undefined: what the facts hold happened in no past of this log. Somebody restored a backup. */
    reached: (restaurantId: RestaurantId): Point | undefined => {
      const point = reached.get(restaurantId) ?? { seq: 0, hash: genesisHash(restaurantId) }
      return isOfThisHistory(restaurantId, point) ? point : undefined
    },
  }
}

const prepareEventsAfter = (log: Database) =>
  log.prepare<[restaurantId: string, seq: number, limit: number], StoredEventRow>(
    `SELECT seq, at, business_date AS businessDate, type, version, body, hash
     FROM events WHERE restaurant_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  )

const prepareMove = (database: Database) =>
  database.prepare<[restaurantId: string, seq: number, hash: string]>(
    `INSERT INTO reached (restaurant_id, seq, hash) VALUES (?, ?, ?)
     ON CONFLICT (restaurant_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
  )

export const createProjection = ({ database, log, options, upcast }: ProjectionOptions): Projection => {
  const { facts } = options
  const points = preparePoints(database, log)
  const eventsAfter = prepareEventsAfter(log)
  const write = prepareFactInserts(database, facts.tables)
  const move = prepareMove(database)

  const reached = (restaurantId: RestaurantId): Reached => ({
    seq: points.reached(restaurantId)?.seq ?? 0,
    head: points.head(restaurantId),
  })

  const project = (restaurantId: RestaurantId, atMost: number): Reached => {
    let point = points.reached(restaurantId)
    if (point === undefined) {
      beginAnew(database, options)
      point = { seq: 0, hash: genesisHash(restaurantId) }
    }
    const rows = eventsAfter.all(restaurantId, point.seq, atMost)
    const last = rows.at(-1)
    if (last !== undefined) {
      write(
        restaurantId,
        rows.map((row) => ({ seq: row.seq, facts: facts.project(readSealed(row, upcast)) })),
      )
      move.run(restaurantId, last.seq, last.hash)
    }
    return { seq: last?.seq ?? point.seq, head: points.head(restaurantId) }
  }
  const inOneStep = database.transaction(project)

  return {
    reached,
    catchUp: (restaurantId, atMost) => {
      const before = reached(restaurantId)
      return before.seq === before.head && before.head > 0 ? before : inOneStep.immediate(restaurantId, atMost)
    },
  }
}
