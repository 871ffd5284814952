// One party's running check: what was ordered, where each line is, what it costs and what was paid.
// Money fields are optional because rooms without money never receive them.
import { z } from 'zod'
import { Adjustment, BillPart, Closing, Payment, ServiceState } from './bill.ts'
import { PrinterProblem, Seat } from './floor.ts'
import {
  AllergyId,
  AreaId,
  CategoryId,
  ItemId,
  LineId,
  ModifierGroupId,
  ModifierId,
  OrderId,
  PaymentId,
  PrinterId,
  RoundId,
  StaffId,
  StationId,
  TableId,
  TaxId,
  TicketId,
} from './ids.ts'
import { BusinessDate, Instant } from './instant.ts'
import { Allergen, CategoryKind, Course } from './menu.ts'
import { Amount, BasisPoints, Money } from './money.ts'
import { LocalText, Note, PersonName, Reason } from './text.ts'

export const OrderType = z.enum(['dine-in', 'takeaway', 'bar-tab'])
export type OrderType = z.infer<typeof OrderType>

export const Quantity = z.int().min(1).max(99)
export type Quantity = z.infer<typeof Quantity>

export const ModifierPrefix = z.enum(['no', 'extra', 'on-side'])
export type ModifierPrefix = z.infer<typeof ModifierPrefix>

/** A modifier as it was when the line was sent. */
export const LineModifier = z.object({
  groupId: ModifierGroupId,
  modifierId: ModifierId,
  name: LocalText,
  kitchenName: z.string(),
  prefix: ModifierPrefix.optional(),
  price: Money.optional(),
  prepSeconds: z.int(),
  allergens: z.array(Allergen),
})
export type LineModifier = z.infer<typeof LineModifier>

/** Where a sent line is. `asking`: it waited too long on a tablet and its waiter must say whether it still fires. */
export const LineStatus = z.enum(['asking', 'held', 'fired', 'started', 'ready', 'served', 'voided', 'taken-back'])
export type LineStatus = z.infer<typeof LineStatus>

export const Verdict = z.enum(['not-started', 'made'])
export type Verdict = z.infer<typeof Verdict>

export const LineVoid = z.object({
  at: Instant,
  by: StaffId,
  reason: Reason,
  approvedBy: StaffId.optional(),
  /** Where the line was when it was voided: decides whether the kitchen is asked. */
  from: LineStatus,
  verdict: Verdict.optional(),
  judgedAt: Instant.optional(),
  /** No cook answered in time: counted as made, and flagged. */
  assumed: z.boolean().optional(),
})
export type LineVoid = z.infer<typeof LineVoid>

export const LineOrigin = z.object({ orderId: OrderId, tableId: TableId.optional(), seat: Seat.optional() })
export type LineOrigin = z.infer<typeof LineOrigin>

export const Line = z.object({
  id: LineId,
  roundId: RoundId,
  // the dish as it was when it was sent (ORD-3)
  itemId: ItemId,
  name: LocalText,
  kitchenName: z.string(),
  categoryId: CategoryId,
  categoryName: LocalText,
  categoryKind: CategoryKind,
  /** Of one, modifiers included. */
  unitPrice: Money.optional(),
  cost: Amount.optional(),
  taxId: TaxId.optional(),
  taxRate: BasisPoints.optional(),
  taxIncluded: z.boolean().optional(),
  /** Where it is made; a switch in force when it fires sends its ticket elsewhere. Empty: needs no ticket. */
  stations: z.array(StationId),
  course: Course,
  prepSeconds: z.int(),
  allergens: z.array(Allergen).nullable(),
  areaId: AreaId.optional(),
  sellerId: StaffId,
  // what was asked
  quantity: Quantity,
  grams: z.int().min(1).max(100_000).optional(),
  seat: Seat.optional(),
  /** Seats that share its price. */
  sharedBy: z.array(Seat).optional(),
  modifiers: z.array(LineModifier),
  note: Note.optional(),
  // where it is
  status: LineStatus,
  sentAt: Instant,
  firedAt: Instant.optional(),
  startedAt: Instant.optional(),
  readyAt: Instant.optional(),
  servedAt: Instant.optional(),
  ticketIds: z.array(TicketId),
  voided: LineVoid.optional(),
  remakeOf: LineId.optional(),
  sentBack: z.object({ at: Instant, reason: Reason, remakeId: LineId }).optional(),
  origins: z.array(LineOrigin).optional(),
})
export type Line = z.infer<typeof Line>

/** What one Send sent. */
export const Round = z.object({
  id: RoundId,
  at: Instant,
  writtenAt: Instant,
  by: StaffId,
  /** Waited on a tablet: shown as QUEUED 19:05. */
  queuedSince: Instant.optional(),
  /** The kitchen was told by voice meanwhile (ORD-18). */
  alreadyTold: z.boolean().optional(),
  /** Entered from paper after the fact: cooked and eaten, recorded only. */
  recordOnly: z.boolean().optional(),
})
export type Round = z.infer<typeof Round>

export const CourseState = z.object({
  course: Course,
  status: z.enum(['held', 'fired']),
  firedAt: Instant.optional(),
  readyAt: Instant.optional(),
  servedAt: Instant.optional(),
  remindedAt: Instant.optional(),
})
export type CourseState = z.infer<typeof CourseState>

export const Allergy = z.object({
  id: AllergyId,
  /** Absent: the whole order. */
  seat: Seat.optional(),
  allergens: z.array(Allergen).max(14),
  text: Note.optional(),
  declaredAt: Instant,
})
export type Allergy = z.infer<typeof Allergy>

/** A call to fetch dishes: one per course when all its stations are done; drinks and single tickets at once. */
export const Pickup = z.object({
  course: Course,
  lineIds: z.array(LineId),
  readyAt: Instant,
  takenBy: StaffId.optional(),
  takenAt: Instant.optional(),
  /** 0 its waiter, 1 the area's waiters, 2 the front terminal with sound. */
  reach: z.int().min(0).max(2),
})
export type Pickup = z.infer<typeof Pickup>

/** What a merge joined, so that it can be taken apart for a while. */
export const MergeMark = z.object({
  fromOrderId: OrderId,
  at: Instant,
  lineIds: z.array(LineId),
  allergyIds: z.array(AllergyId),
  seatShift: z.int().min(0),
  covers: z.int().min(0),
  /** The payments that came along. Absent where the room has none. */
  paymentIds: z.array(PaymentId).optional(),
})
export type MergeMark = z.infer<typeof MergeMark>

/**
 * How the newest print of the bill fares. `asked` and `trouble`: its printer has it still to do. `unconfirmed`: the
 * printer took it and said nothing. `waited`: so long that a person must ask again (BILL-4).
 */
export const BillPrint = z.object({
  number: z.int().min(1),
  printerId: PrinterId,
  part: BillPart.optional(),
  at: Instant,
  by: StaffId,
  fate: z.enum(['asked', 'printed', 'unconfirmed', 'trouble', 'waited']),
  problem: PrinterProblem.optional(),
})
export type BillPrint = z.infer<typeof BillPrint>

export const Order = z.object({
  id: OrderId,
  /** The daily number people say. */
  number: z.int().min(1),
  type: OrderType,
  tableId: TableId.optional(),
  areaId: AreaId.optional(),
  /** A takeaway's or a tab's name. Personal. */
  name: PersonName.optional(),
  waiterId: StaffId,
  covers: z.int().min(0).max(200),
  /** Nobody touched the covers: they are the table's seats. */
  coversAssumed: z.boolean(),
  openedAt: Instant,
  businessDate: BusinessDate,
  status: z.enum(['open', 'closed', 'merged']),
  lines: z.array(Line),
  rounds: z.array(Round),
  courses: z.array(CourseState),
  allergies: z.array(Allergy),
  note: Note.optional(),
  promisedAt: Instant.optional(),
  pickups: z.array(Pickup),
  merges: z.array(MergeMark),
  mergedInto: OrderId.optional(),
  /** PAID or UNPAID at hand-out; told by the event, so rooms without money know it too. */
  paid: z.boolean(),
  /** Asked for by a guest or a waiter, or printed. */
  billAsked: z.boolean(),
  billAskedAt: Instant.optional(),
  /** Who goes with it (FRT-2). */
  billTakenBy: StaffId.optional(),
  // money: absent where the room has none
  adjustments: z.array(Adjustment).optional(),
  payments: z.array(Payment).optional(),
  service: ServiceState.optional(),
  billPrints: z.int().min(0).optional(),
  billPrint: BillPrint.optional(),
  closedAt: Instant.optional(),
  closing: Closing.optional(),
  walkOut: z.boolean().optional(),
})
export type Order = z.infer<typeof Order>
