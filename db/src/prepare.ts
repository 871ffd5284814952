// A batch as rows: everything an append writes is worked out here, before any lock is taken, once for every adapter.

import type { Buffer } from 'node:buffer'
import { orderIdsOf } from '@comanda/shared/domain/event-orders'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { OrderId, RestaurantId } from '@comanda/shared/model/ids'
import { chainEvent, type EventCells, type ResultCells, type Room, resultHash, roomFor } from './chain.ts'
import type { Entry } from './log.ts'
import { type Salts, sealEvent, type TextRow } from './sealing.ts'

export type EventRow = EventCells & {
  hash: string
  /** The body's, as they are hashed. They share the batch's memory. */
  bytes: Buffer
  sealed: DomainEvent
  texts: readonly TextRow[]
  orderIds: readonly OrderId[]
}

export type ResultRow = ResultCells & { hash: string }

export type PreparedEntry = { events: readonly EventRow[]; result: ResultRow }

export type Prepared = {
  entries: readonly PreparedEntry[]
  head: number
  chainHead: string
  /** Of all events' bodies. */
  bytes: number
}

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

type SealedRow = Omit<EventRow, 'hash' | 'bytes'>

const sealRow = ({ seq, at, businessDate, event }: Recorded, { versions, salts }: Preparing): SealedRow => {
  const { event: sealed, texts } = sealEvent(event, salts)
  const version = versions.versionOf(event.type)
  const body = JSON.stringify(sealed)
  return { seq, at, businessDate, type: event.type, version, body, sealed, texts, orderIds: orderIdsOf(event) }
}

const prepareEntry = (
  restaurantId: RestaurantId,
  { origin, answer }: Entry,
  sealed: readonly SealedRow[],
  tail: Tail,
  room: Room,
): PreparedEntry => {
  const cells = {
    origin,
    firstSeq: tail.head + 1,
    lastSeq: tail.head + sealed.length,
    answer: JSON.stringify(answer),
  }
  const result = { ...cells, hash: resultHash(restaurantId, cells) }
  let previous = tail.chainHead
  const events = sealed.map((row) => {
    const { hash, bytes } = chainEvent(previous, row, row.seq === cells.lastSeq ? result.hash : '', room)
    previous = hash
    return { ...row, hash, bytes }
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
  for (const entry of batch) {
    checkEntry(entry, head)
    head += entry.recorded.length
  }
  const sealed = batch.map(({ recorded }) => recorded.map((one) => sealRow(one, preparing)))
  const room = roomFor(sealed.flat())
  head = tail.head
  const entries = batch.map((entry, index) => {
    const prepared = prepareEntry(restaurantId, entry, sealed[index] ?? [], { head, chainHead }, room)
    head = prepared.result.lastSeq
    chainHead = prepared.events.at(-1)?.hash ?? chainHead
    return prepared
  })
  return { entries, head, chainHead, bytes: room.used }
}
