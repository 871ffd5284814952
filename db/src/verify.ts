// Whether a stored log is what it was when it was written. The chain covers events and answers; everything beside it is
// compared with what the events say. Reads the rows of any adapter once, in seq order, and names a table's first bad row.
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { RestaurantId } from '@comanda/shared/model/ids'
import { eventHash, genesisHash, resultHash } from './chain.ts'
import type { Facts } from './facts-port.ts'
import { readSealed, readStoredAnswer } from './reading.ts'
import { createSeqCursor, type SeqCursor } from './seq-cursor.ts'
import {
  checkFacts,
  checkHead,
  checkOrders,
  checkSnapshots,
  checkTexts,
  type FactCursors,
  type Report,
} from './verify-beside.ts'
import { createFiledWalk } from './verify-filed.ts'
import type { ChainedEvent, ChainedResult, LogRows } from './verify-rows.ts'

export type Finding = { restaurantId: RestaurantId; table: string; row: string; says: string }

/** What a Z report printed: the chain's hash at a seq. */
export type Anchor = { seq: number; hash: string }

export type Verifying = { facts: Facts; upcast: Upcast; anchor?: Anchor }

const checkResult = (restaurantId: RestaurantId, stored: ChainedResult, firstSeq: number, report: Report): void => {
  const row = `seq ${stored.lastSeq}, command ${stored.origin.commandId}`
  if (resultHash(restaurantId, stored) !== stored.hash) {
    report('results', row, 'is not what was hashed')
    return
  }
  if (stored.firstSeq !== firstSeq) report('results', row, `begins at ${stored.firstSeq}, not at ${firstSeq}`)
  const { seq } = readStoredAnswer(stored.answer)
  const lowest = stored.origin.again === true ? 1 : stored.firstSeq
  if (seq < lowest || seq > stored.lastSeq) report('results', row, `answers with seq ${seq}, which is not its own`)
}

/** Follows the chain. Its state is the event before: a break is told once, where it is, and the walk goes on from there. */
const createChainWalk = (restaurantId: RestaurantId, anchor: Anchor | undefined, report: Report) => {
  let before = { seq: 0, hash: genesisHash(restaurantId) }
  return {
    before: () => before,
    step: (cells: ChainedEvent, result: ChainedResult | undefined): void => {
      const row = `seq ${cells.seq}`
      if (cells.seq !== before.seq + 1) report('events', `seq ${before.seq + 1}`, 'is missing')
      if (eventHash(before.hash, cells, result?.hash ?? '') !== cells.hash)
        report('events', row, result === undefined ? 'breaks the chain, or its answer is gone' : 'breaks the chain')
      if (anchor?.seq === cells.seq && anchor.hash !== cells.hash) {
        report('events', row, 'is another one than the anchor was taken from')
      }
      before = { seq: cells.seq, hash: cells.hash }
    },
  }
}

const createBesideWalk = (rows: LogRows, { facts, upcast }: Verifying, report: Report) => {
  const texts = createSeqCursor(rows.texts(), ({ seq }) => seq)
  const orders = createSeqCursor(rows.orderEvents(), ({ seq }) => seq)
  const stored = rows.facts
  const factRows: FactCursors = new Map(
    stored === undefined
      ? []
      : facts.tables.map((table) => [table, createSeqCursor(stored.of(table), ([seq]) => Number(seq))] as const),
  )
  return {
    step: (cells: ChainedEvent): void => {
      const sealed = readSealed(cells, upcast)
      checkTexts(sealed, texts.take(cells.seq), report)
      if (rows.filed === undefined || cells.seq <= rows.filed.upTo) checkOrders(sealed, orders.take(cells.seq), report)
      if (stored !== undefined && cells.seq <= stored.upTo) {
        checkFacts(cells.seq, facts.project(sealed), factRows, report)
      }
    },
    end: (): void => {
      const text = texts.stray()
      if (text !== undefined) report('texts', `seq ${text.seq}, digest ${text.digest}`, 'belongs to no event')
      const order = orders.stray()
      if (order !== undefined) report('order_events', `seq ${order.seq}`, 'belongs to no event')
      for (const [table, cursor] of factRows) {
        const fact = cursor.stray()
        if (fact !== undefined) report(table.name, `seq ${fact[0]}, position ${fact[1]}`, 'belongs to no event')
      }
    },
    close: (): void => {
      for (const cursor of [texts, orders, ...factRows.values()]) cursor.close()
    },
  }
}

type Reporting = { report: Report; findings: Map<string, Finding> }

const walkLog = (
  restaurantId: RestaurantId,
  rows: LogRows,
  verifying: Verifying,
  results: SeqCursor<ChainedResult>,
  { report, findings }: Reporting,
): void => {
  const { anchor } = verifying
  const chain = createChainWalk(restaurantId, anchor, report)
  const beside = createBesideWalk(rows, verifying, report)
  const filed = createFiledWalk(rows, report)
  try {
    // Who asked stands with a command's last event, so a command's events are held until it is reached.
    let held: ChainedEvent[] = []
    for (const cells of rows.events()) {
      const [result] = results.take(cells.seq)
      chain.step(cells, result)
      held.push(cells)
      if (result === undefined) continue
      checkResult(restaurantId, result, held[0]?.seq ?? cells.seq, report)
      if (!findings.has('results')) filed.step(result)
      // Once an event is broken, what was derived from it says nothing new.
      if (!findings.has('events')) for (const event of held) beside.step(event)
      held = []
    }
    const unanswered = held[0]
    if (unanswered !== undefined) report('results', `seq ${unanswered.seq}`, 'is missing: an event without an answer')
    if (!findings.has('events')) beside.end()
    if (!findings.has('events') && !findings.has('results')) filed.end()
  } finally {
    filed.close()
    beside.close()
  }
  checkHead(restaurantId, rows, chain.before(), report)
  if (anchor !== undefined && (anchor.seq < 1 || anchor.seq > chain.before().seq)) {
    report('events', `seq ${anchor.seq}`, 'is where the anchor was taken, and the log does not reach it')
  }
}

/** The first bad row of each table. Empty: the log is whole. */
export const verifyLog = (restaurantId: RestaurantId, rows: LogRows, verifying: Verifying): readonly Finding[] => {
  const findings = new Map<string, Finding>()
  const report: Report = (table, row, says) => {
    if (!findings.has(table)) findings.set(table, { restaurantId, table, row, says })
  }
  const results = createSeqCursor(rows.results(), ({ lastSeq }) => lastSeq)
  try {
    walkLog(restaurantId, rows, verifying, results, { report, findings })
    const stray = results.stray()
    if (stray !== undefined) report('results', `seq ${stray.lastSeq}`, 'belongs to no event')
  } finally {
    results.close()
  }
  checkSnapshots(rows, report)
  return [...findings.values()]
}
