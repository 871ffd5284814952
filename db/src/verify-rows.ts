// One restaurant's stored rows, as a proof of them reads them.
import type { LogId } from '@comanda/shared/model/ids'
import type { EventCells, ResultCells } from './chain.ts'
import type { FactTable, FactValue } from './facts-port.ts'
import type { Snapshot } from './log.ts'
import type { TextRow } from './sealing.ts'

export type StoredHead = { logId: LogId; lifeDigest: string; head: number; chainHead: string; backedUpSeq: number }

export type ChainedEvent = EventCells & { hash: string }
export type ChainedResult = ResultCells & { hash: string }

/** Those of the events up to a seq. A row is its seq, its position, then the declared columns. */
export type StoredFacts = { upTo: number; of(table: FactTable): Iterable<readonly FactValue[]> }

/** Of the commands up to a seq, each list in the order of the answers' last seqs. */
export type StoredFiling = {
  upTo: number
  commands(): Iterable<{ commandId: string; seq: number }>
  numbers(): Iterable<{ clientId: string; cseq: number; seq: number }>
}

/** One restaurant's rows, each list in seq order; results by their last seq. */
export type LogRows = {
  head: StoredHead
  events(): Iterable<ChainedEvent>
  results(): Iterable<ChainedResult>
  texts(): Iterable<TextRow & { seq: number }>
  orderEvents(): Iterable<{ orderId: string; seq: number }>
  /** What finds rows again, where it may be behind the log. Absent: order events are complete, and nothing else is filed. */
  filed?: StoredFiling
  /** Absent where none of this history and program were made yet. */
  facts?: StoredFacts
  snapshots(): Iterable<Snapshot & { digest: string }>
}
