// A scenario is data: what it measures, in which columns, and what must hold. The runner does the rest.

import type { Kind } from '../launch/kinds.ts'
import type { Listening, OrdersResult, Pace, StormResult } from '../load/job.ts'

/** One round's figures by column key. */
export type Figures = Readonly<Record<string, number>>

export interface Column {
  readonly key: string
  readonly label: string
  readonly digits: number
  /** Also shown as a multiple of the reference system's figure in the same round. */
  readonly ratio?: true
}

export interface Goal {
  readonly column: string
  readonly text: string
  /** `ratio` compares with the reference system's figure in the same round, `value` with a fixed number. */
  readonly of: 'ratio' | 'value'
  readonly atLeast?: number
  readonly atMost?: number
}

export interface OrdersRun {
  readonly submitters: number
  readonly screens: number
  readonly openOrders: number
  readonly listening: Listening
  readonly pace: Pace
  readonly warmupMs: number
  readonly measureMs: number
}

export interface StormRun {
  readonly submitters: number
  readonly screens: number
  readonly openOrders: number
  readonly listening: Listening
  readonly ordersPerSecond: number
}

export interface ServerWithHistory {
  readonly port: number
  readonly access: Readonly<Record<string, string>>
  orders(run: OrdersRun): Promise<OrdersResult>
}

/** What a scenario may do. Everything it starts has ended, and its data is gone, when `measure` returns. */
export interface Lab {
  readonly quick: boolean
  /** A fresh server on fresh data, measured by a load process of its own. */
  orders(kind: Kind, run: OrdersRun): Promise<OrdersResult>
  storm(kind: Kind, run: StormRun): Promise<StormResult>
  /** From starting the process until it is ready for its first order, with so many order lines in its past. */
  startMs(kind: Kind, historyLines: number): Promise<number>
  /** A server with so many order lines in its past, stopped when `use` returns. */
  onHistory<T>(kind: Kind, historyLines: number, use: (server: ServerWithHistory) => Promise<T>): Promise<T>
  /** The system's own greatest rate: measured once per bench, by `throughput` or on demand. */
  greatestRate(kind: Kind): Promise<number>
  noteRate(kind: Kind, ordersPerSecond: number): void
}

export interface Scenario {
  readonly name: string
  readonly title: string
  readonly kinds: readonly Kind[]
  /** The system that ratios refer to. */
  readonly reference: Kind
  readonly columns: readonly Column[]
  readonly goals: readonly Goal[]
  measure(lab: Lab, kind: Kind): Promise<Figures>
}

export const seenColumns: readonly Column[] = [
  { key: 'seenP50', label: 'seen p50 ms', digits: 2, ratio: true },
  { key: 'seenP99', label: 'seen p99 ms', digits: 2, ratio: true },
]

export const seenFigures = ({ seen }: OrdersResult): Figures => ({ seenP50: seen.p50, seenP99: seen.p99 })
