// What outlives a crash of the memory log: rows exactly as a file would hold them, in plain data that can be copied.
import type { ClientId, CommandId, LogId, OrderId, RestaurantId } from '@comanda/shared/model/ids'
import { type EventCells, genesisHash } from '../chain.ts'
import type { FactProjector, FactRow, FactValue } from '../facts-port.ts'
import type { Snapshot } from '../log.ts'
import type { Prepared, ResultRow } from '../prepare.ts'
import type { TextRow } from '../sealing.ts'

export type StoredRestaurant = {
  logId: LogId
  head: number
  chainHead: string
  events: (EventCells & { hash: string })[]
  texts: Map<number, TextRow[]>
  orders: Map<OrderId, number[]>
  results: ResultRow[]
  byCommand: Map<CommandId, ResultRow>
  byClient: Map<ClientId, Map<number, ResultRow>>
  facts: Map<string, (readonly FactValue[])[]>
  snapshots: Snapshot[]
  backedUpSeq: number
}

export type MemoryDisk = {
  restaurants: Map<RestaurantId, StoredRestaurant>
  /** Every log open on this disk is told of every append, like nodes on one database. */
  listeners: Set<(restaurantId: RestaurantId, head: number) => void>
}

export const createMemoryDisk = (): MemoryDisk => ({ restaurants: new Map(), listeners: new Set() })

export const createStoredRestaurant = (restaurantId: RestaurantId, logId: LogId): StoredRestaurant => ({
  logId,
  head: 0,
  chainHead: genesisHash(restaurantId),
  events: [],
  texts: new Map(),
  orders: new Map(),
  results: [],
  byCommand: new Map(),
  byClient: new Map(),
  facts: new Map(),
  snapshots: [],
  backedUpSeq: 0,
})

/** A backup: what is on the disk now, sharing nothing with it. Notes in the live one how far it reaches. */
export const backUpDisk = (disk: MemoryDisk): MemoryDisk => {
  const restaurants = structuredClone(disk.restaurants)
  for (const stored of disk.restaurants.values()) stored.backedUpSeq = stored.head
  return { restaurants, listeners: new Set() }
}

/** A restored backup is a new life of each log: devices see it by the logId. */
export const restoreDisk = (backup: MemoryDisk, nextLogId: () => LogId): MemoryDisk => {
  const restaurants = structuredClone(backup.restaurants)
  for (const stored of restaurants.values()) {
    stored.logId = nextLogId()
    stored.backedUpSeq = stored.head
  }
  return { restaurants, listeners: new Set() }
}

const storeResult = (stored: StoredRestaurant, result: ResultRow): void => {
  stored.results.push(result)
  const { commandId, client, again } = result.origin
  if (again !== true) stored.byCommand.set(commandId, result)
  if (client === undefined) return
  const ofClient = stored.byClient.get(client.clientId) ?? new Map<number, ResultRow>()
  ofClient.set(client.cseq, result)
  stored.byClient.set(client.clientId, ofClient)
}

const storeFacts = (stored: StoredRestaurant, seq: number, facts: readonly FactRow[]): void => {
  const positions = new Map<string, number>()
  for (const { table, values } of facts) {
    const position = positions.get(table.name) ?? 0
    positions.set(table.name, position + 1)
    const rows = stored.facts.get(table.name) ?? []
    rows.push([seq, position, ...values])
    stored.facts.set(table.name, rows)
  }
}

/** All of a prepared batch, in one step that nothing can interrupt. */
export const storeBatch = (stored: StoredRestaurant, prepared: Prepared, project: FactProjector): void => {
  for (const { events, result } of prepared.entries) {
    for (const { texts, orderIds, sealed, bytes: _, ...cells } of events) {
      stored.events.push(cells)
      if (texts.length > 0) stored.texts.set(cells.seq, [...texts])
      for (const orderId of orderIds) {
        const seqs = stored.orders.get(orderId) ?? []
        seqs.push(cells.seq)
        stored.orders.set(orderId, seqs)
      }
      const { seq, at, businessDate } = cells
      storeFacts(stored, seq, project({ seq, at, businessDate, event: sealed }))
    }
    storeResult(stored, result)
  }
  stored.head = prepared.head
  stored.chainHead = prepared.chainHead
}
