// Where guests sit and where dishes are made.
import { z } from 'zod'
import { AreaId, PrinterId, StationId, TableId } from './ids.ts'
import { LocalText } from './text.ts'

export const Area = z.object({ id: AreaId, name: LocalText, position: z.int().min(0).max(999) })
export type Area = z.infer<typeof Area>

export const Table = z.object({
  id: TableId,
  areaId: AreaId,
  /** What people call it: '12', 'P3', 'Bar 2'. */
  name: z.string().trim().min(1).max(8),
  seats: z.int().min(1).max(60),
  shape: z.enum(['round', 'square', 'bar']),
  x: z.int().min(0).max(4000),
  y: z.int().min(0).max(4000),
  width: z.int().min(8).max(1000),
  height: z.int().min(8).max(1000),
})
export type Table = z.infer<typeof Table>

export const Station = z.object({
  id: StationId,
  name: LocalText,
  /** The bar has its own prep target and starts its lines sooner. */
  kind: z.enum(['bar', 'cold', 'hot', 'dessert']),
  /** Live means enabled here, connected or not: a dish whose every station is disabled is refused at Send. */
  enabled: z.boolean(),
  output: z.enum(['screen', 'printer', 'both']),
  printerId: PrinterId.optional(),
  backupPrinterId: PrinterId.optional(),
  position: z.int().min(0).max(999),
})
export type Station = z.infer<typeof Station>

export const Printer = z.object({
  id: PrinterId,
  name: z.string().trim().min(1).max(40),
  host: z.string().trim().min(1).max(120),
  port: z.int().min(1).max(65_535),
  /** It never says what became of a slip: what it took counts as printed. */
  silent: z.boolean().optional(),
})
export type Printer = z.infer<typeof Printer>

export const PrinterProblem = z.enum(['unreachable', 'paper-out', 'cover-open', 'offline'])
export type PrinterProblem = z.infer<typeof PrinterProblem>

/** A place at a table, by its number. */
export const Seat = z.int().min(1).max(60)
export type Seat = z.infer<typeof Seat>
