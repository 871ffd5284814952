// The memory log's rows, held to the same proof as a file's. Facts too: they must equal a rebuild.
import type { RestaurantId } from '@comanda/shared/model/ids'
import { lifeDigest, snapshotDigest } from '../chain.ts'
import { type Finding, type Verifying, verifyLog } from '../verify.ts'
import type { LogRows } from '../verify-rows.ts'
import type { MemoryDisk, StoredRestaurant } from './disk.ts'

const rowsOf = (restaurantId: RestaurantId, stored: StoredRestaurant): LogRows => ({
  head: { ...stored, lifeDigest: lifeDigest(restaurantId, stored.logId) },
  events: () => stored.events,
  results: () => stored.results,
  texts: () => [...stored.texts].flatMap(([seq, rows]) => rows.map((row) => ({ ...row, seq }))),
  orderEvents: () =>
    [...stored.orders]
      .flatMap(([orderId, seqs]) => seqs.map((seq) => ({ orderId, seq })))
      .sort((one, other) => one.seq - other.seq),
  facts: { upTo: stored.head, of: (table) => stored.facts.get(table.name) ?? [] },
  snapshots: () =>
    stored.snapshots.map((snapshot) => ({ ...snapshot, digest: snapshotDigest(snapshot.domain, snapshot.body) })),
})

/** Empty: every restaurant on the disk is whole. */
export const verifyMemoryDisk = (disk: MemoryDisk, verifying: Verifying): readonly Finding[] =>
  [...disk.restaurants].flatMap(([restaurantId, stored]) =>
    verifyLog(restaurantId, rowsOf(restaurantId, stored), verifying),
  )
