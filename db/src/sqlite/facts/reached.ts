// How far the facts are, for whoever wants to know it without a thread or a lock.
import { RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import { openReader } from '../open.ts'
import { type FactsOptions, isDamaged, openFactsReader } from './open.ts'
import { preparePoints, type Reached } from './projection.ts'

const openIfAny = (options: FactsOptions): Database | undefined => {
  try {
    return openFactsReader(options)
  } catch (error) {
    if (isDamaged(error)) return undefined
    throw error
  }
}

/** Of every restaurant in the log. */
export const readReached = (options: FactsOptions): ReadonlyMap<RestaurantId, Reached> => {
  const log = openReader({ file: options.file })
  const database = openIfAny(options)
  try {
    const points = database === undefined ? undefined : preparePoints(database, log)
    const heads = log
      .prepare<[], { id: string; head: number }>('SELECT restaurant_id AS id, head FROM heads ORDER BY restaurant_id')
      .all()
      .map(({ id, head }) => ({ id: RestaurantId.parse(id), head }))
    return new Map(heads.map(({ id, head }) => [id, { seq: points?.reached(id)?.seq ?? 0, head }]))
  } finally {
    database?.close()
    log.close()
  }
}
