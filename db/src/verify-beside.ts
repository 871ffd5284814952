// What lies beside the chain, compared with what the events say.
import { orderIdsOf } from '@comanda/shared/domain/event-orders'
import type { Recorded } from '@comanda/shared/domain/events'
import type { RestaurantId } from '@comanda/shared/model/ids'
import { lifeDigest, snapshotDigest, textDigest } from './chain.ts'
import type { FactRow, FactTable, FactValue } from './facts-port.ts'
import { sealedDigests, type TextRow } from './sealing.ts'
import type { SeqCursor } from './seq-cursor.ts'
import type { LogRows } from './verify-rows.ts'

export type Report = (table: string, row: string, says: string) => void

export type FactCursors = ReadonlyMap<FactTable, SeqCursor<readonly FactValue[]>>

export const checkTexts = (sealed: Recorded, rows: readonly TextRow[], report: Report): void => {
  const wanted = new Set(sealedDigests(sealed.event))
  for (const { digest, salt, text } of rows) {
    const row = `seq ${sealed.seq}, digest ${digest}`
    if (!wanted.delete(digest)) report('texts', row, 'belongs to no place in its event')
    if ((salt === null) !== (text === null)) report('texts', row, 'is erased by half')
    if (salt !== null && text !== null && textDigest(salt, text) !== digest) {
      report('texts', row, 'is not what was sealed')
    }
  }
  for (const digest of wanted) report('texts', `seq ${sealed.seq}, digest ${digest}`, 'is missing')
}

export const checkOrders = (sealed: Recorded, rows: readonly { orderId: string }[], report: Report): void => {
  const wanted = [...orderIdsOf(sealed.event)].sort().join(' ')
  const found = rows
    .map(({ orderId }) => orderId)
    .sort()
    .join(' ')
  if (wanted !== found) {
    report('order_events', `seq ${sealed.seq}`, `names (${found}) where the event names (${wanted})`)
  }
}

const sameCells = (one: readonly FactValue[], two: readonly FactValue[]): boolean =>
  one.length === two.length && one.every((cell, index) => cell === two[index])

/** Rows as they are stored: position counts those that one event gives one table. */
const cellsOf = (seq: number, rows: readonly FactRow[], table: FactTable): readonly (readonly FactValue[])[] =>
  rows.filter((row) => row.table === table).map(({ values }, position) => [seq, position, ...values])

export const checkFacts = (seq: number, projected: readonly FactRow[], cursors: FactCursors, report: Report): void => {
  for (const [table, cursor] of cursors) {
    const wanted = cellsOf(seq, projected, table)
    const found = cursor.take(seq)
    const places = Array.from({ length: Math.max(wanted.length, found.length) }, (_, position) => position)
    const bad = places.find((position) => !sameCells(wanted[position] ?? [], found[position] ?? []))
    if (bad !== undefined) report(table.name, `seq ${seq}, position ${bad}`, 'differs from a rebuild')
  }
}

export const checkSnapshots = (rows: LogRows, report: Report): void => {
  for (const { seq, domain, body, digest } of rows.snapshots()) {
    if (snapshotDigest(domain, body) !== digest) report('snapshots', `seq ${seq}`, 'is not what was saved')
    if (seq > rows.head.head) report('snapshots', `seq ${seq}`, 'is ahead of the log')
  }
}

export const checkHead = (
  restaurantId: RestaurantId,
  { head }: LogRows,
  chained: { seq: number; hash: string },
  report: Report,
): void => {
  if (head.head !== chained.seq) report('heads', 'head', `says ${head.head}, the last event is ${chained.seq}`)
  if (head.chainHead !== chained.hash) report('heads', 'chain_head', "is not the last event's hash")
  if (lifeDigest(restaurantId, head.logId) !== head.lifeDigest) report('heads', 'log_id', 'is not what was written')
  if (head.backedUpSeq < 0 || head.backedUpSeq > head.head) report('heads', 'backed_up_seq', 'is beyond the log')
}
