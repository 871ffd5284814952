// What the server's thread and the reports' thread say to each other.
import type { LogUnavailable } from '../log.ts'
import type { EntryFilter, ReportRange, ReportTerms } from '../reports.ts'

export type ReportAsk =
  | { kind: 'daily'; restaurantId: string; terms: ReportTerms }
  | { kind: 'entries'; restaurantId: string; terms: ReportTerms; filter: EntryFilter }
  | { kind: 'payments' | 'closings'; restaurantId: string; range: ReportRange }
  | { kind: 'figures'; restaurantId: string; date: string }
  /** Nothing but the facts brought up, a few events at a time. */
  | { kind: 'project'; restaurantId: string }

/**
 * `reach` is the head that the report must hold, once it is known. `asItIs`: nobody can wait any longer, the report says
 * itself as of when it is.
 */
export type ReportRequest = { id: number; ask: ReportAsk; reach?: number; asItIs?: true } | 'stop'

export type ReportReply =
  | { id: number; kind: 'made'; value: unknown }
  /** The facts come closer, but are not there yet: ask again. */
  | { id: number; kind: 'behind'; reach: number }
  /** `reason`: the disk's, and it may pass. */
  | { id: number; kind: 'failed'; message: string; reason?: LogUnavailable['reason'] }
