// A batch as rows: everything an append writes is worked out here, before any lock is taken, once for every adapter.

import type { Buffer } from 'node:buffer'
import { orderIdsOf } from '@comanda/shared/domain/event-orders'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { OrderId, RestaurantId } from '@comanda/shared/model/ids'
import { chainEvent, type EventCells, type ResultCells, resultHash } from './chain.ts'
import type { Entry } from './log.ts'
import { type Salts, sealEvent, type TextRow } from './sealing.ts'

export type EventRow = EventCells & {
  hash: string
  /** The body's, as they are hashed. */
  bytes: Buffer
  sealed: DomainEvent
  texts: readonly TextRow[]
  orderIds: readonly OrderId[]
}

export type ResultRow = ResultCells & { hash: string }

export type PreparedEntry = { events: readonly EventRow[]; result: ResultRow }

export type Prepared = { entries: readonly PreparedEntry[]; head: number; chainHead: string }

export type Preparing = { versions: Pick<Upcast, 'versionOf'>; salts: Salts }

export type Tail = { head: number; chainHead: string }

const checkEntry = (entry: Entry, head: number): void => {
  if (entry.recorded.length === 0) throw new Error(`command ${entry.origin.commandId} has an answer but no event`)
  entry.recorded.forEach(({ seq }, index) => {
    if (seq !== head + index + 1) throw new Error(`event ${seq} where ${head + index + 1} must come`)
  })
  const last = head + entry.recorded.length
  const { answer, origin } = entry
  const first = origin.again === true ? 1 : head + 1
  if (answer.seq < first || answer.seq > last) {
    throw new Error(`command ${origin.commandId} answers with seq ${answer.seq}, which lies outside ${first}..${last}`)
  }
}

/** An event as it is chained. */
const prepareEvent = (
  { seq, at, businessDate, event }: Recorded,
  previous: string,
  answerHash: string,
  { versions, salts }: Preparing,
): EventRow => {
  const sealed = sealEvent(event, salts)
  const version = versions.versionOf(event.type)
  const cells = { seq, at, businessDate, type: event.type, version, body: JSON.stringify(sealed.event) }
  return {
    ...cells,
    ...chainEvent(previous, cells, answerHash),
    sealed: sealed.event,
    texts: sealed.texts,
    orderIds: orderIdsOf(event),
  }
}

const prepareEntry = (restaurantId: RestaurantId, entry: Entry, tail: Tail, preparing: Preparing): PreparedEntry => {
  checkEntry(entry, tail.head)
  const cells = {
    origin: entry.origin,
    firstSeq: tail.head + 1,
    lastSeq: tail.head + entry.recorded.length,
    answer: JSON.stringify(entry.answer),
  }
  const result = { ...cells, hash: resultHash(restaurantId, cells) }
  let previous = tail.chainHead
  const events = entry.recorded.map((recorded) => {
    const row = prepareEvent(recorded, previous, recorded.seq === cells.lastSeq ? result.hash : '', preparing)
    previous = row.hash
    return row
  })
  return { events, result }
}

export const prepareBatch = (
  restaurantId: RestaurantId,
  batch: readonly Entry[],
  tail: Tail,
  preparing: Preparing,
): Prepared => {
  let { head, chainHead } = tail
  const entries = batch.map((entry) => {
    const prepared = prepareEntry(restaurantId, entry, { head, chainHead }, preparing)
    head = prepared.result.lastSeq
    chainHead = prepared.events.at(-1)?.hash ?? chainHead
    return prepared
  })
  return { entries, head, chainHead }
}
