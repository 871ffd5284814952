// What the server's thread and the reports' thread say to each other.
import type { EntryFilter, ReportRange, ReportTerms } from '../reports.ts'

export type ReportAsk =
  | { kind: 'daily'; restaurantId: string; terms: ReportTerms }
  | { kind: 'entries'; restaurantId: string; terms: ReportTerms; filter: EntryFilter }
  | { kind: 'payments' | 'closings'; restaurantId: string; range: ReportRange }
  | { kind: 'figures'; restaurantId: string; date: string }
  /** Lets go of the file until something is asked again. */
  | { kind: 'release' }

export type ReportRequest = { id: number; ask: ReportAsk } | 'stop'

export type ReportReply = { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string }
