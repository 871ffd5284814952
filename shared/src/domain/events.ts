// Everything that can have happened. An event carries what was decided, never what must be worked out again:
// evolve() only files it, so a room that lacks some fields still arrives at the same state without them.
// A version raises when a shape changes; see upcast.ts. Optional money is money that a room may not see.
import { z } from 'zod'
import { CatalogChange } from '../model/catalog.ts'
import {
  AdjustmentId,
  AllergyId,
  AreaId,
  AskId,
  CallId,
  CashShiftId,
  CommandId,
  DeviceId,
  ItemId,
  LineId,
  OrderId,
  PaymentId,
  PrinterId,
  PublicationId,
  RoundId,
  SessionId,
  StaffId,
  StationId,
  TableId,
  TicketId,
} from '../model/ids.ts'
import { BusinessDate, Instant } from '../model/instant.ts'
import { Course } from '../model/menu.ts'
import { Amount, Money } from '../model/money.ts'
import {
  Adjustment,
  Allergy,
  Closing,
  CourseState,
  Line,
  LineModifier,
  LineStatus,
  LineVoid,
  Order,
  Payment,
  PaymentMethod,
  Pickup,
  Quantity,
  Round,
  Seat,
  ServiceState,
  Share,
  Verdict,
} from '../model/order.ts'
import { Ask, Call, CashCount, CashMovement, ItemCount, RefusedRound, ZReport } from '../model/service.ts'
import { Note, Reason } from '../model/text.ts'
import { LineBefore } from '../model/ticket.ts'

/** A new ticket. Its entries are the lines named. */
export const TicketOpening = z.object({
  ticketId: TicketId,
  course: Course,
  stationId: StationId,
  firedFor: StationId.optional(),
  firedAt: Instant,
  rush: z.boolean(),
  remake: z.boolean(),
  lineIds: z.array(LineId),
  /** Cut from this ticket by a move: keeps its done marks, makes no new-ticket sound. */
  cutFrom: TicketId.optional(),
  /** Already cooked when it came: told by voice, or recorded only. */
  quiet: z.boolean().optional(),
})
export type TicketOpening = z.infer<typeof TicketOpening>

/** What a firing does to the kitchen: new tickets, additions to open ones, and each line's tickets. */
export const Firing = z.object({
  at: Instant,
  lines: z.array(z.object({ lineId: LineId, status: LineStatus, ticketIds: z.array(TicketId) })),
  opened: z.array(TicketOpening),
  addedTo: z.array(z.object({ ticketId: TicketId, lineIds: z.array(LineId) })),
  courses: z.array(CourseState),
})
export type Firing = z.infer<typeof Firing>

const LineStep = z.object({ lineId: LineId, status: LineStatus })

/** What a change of a line's worth does to the discounts and comps on it: how much of each goes, and how all of them stand after it. */
export const Adjusted = z.object({ discounts: Money, comps: Money, adjustments: z.array(Adjustment) })
export type Adjusted = z.infer<typeof Adjusted>

/** What a piece comes to, taken from the line that it was cut from. */
const PieceWorth = z.object({ gross: Money, discounts: Money, comps: Money })
export type PieceWorth = z.infer<typeof PieceWorth>

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape })

// --- an order's life ---
const orderEvents = [
  event('order.opened', { order: Order }),
  /** Somebody opened an order where one already was: it becomes another name of that one. */
  event('order.joined', { orderId: OrderId, alias: OrderId, by: StaffId }),
  event('order.covers-set', { orderId: OrderId, covers: z.int(), serviceCovers: z.int() }),
  event('order.noted', { orderId: OrderId, note: Note.nullable(), ticketIds: z.array(TicketId) }),
  event('order.promised', { orderId: OrderId, promisedAt: Instant.nullable() }),
  event('order.moved', {
    orderId: OrderId,
    tableId: TableId.nullable(),
    areaId: AreaId.nullable(),
    ticketIds: z.array(TicketId),
  }),
  event('order.merged', {
    orderId: OrderId,
    into: OrderId,
    at: Instant,
    lineIds: z.array(LineId),
    allergyIds: z.array(AllergyId),
    seatShift: z.int(),
    covers: z.int(),
    ticketIds: z.array(TicketId),
    /** Running tickets that were there before and now stand under an allergy that came. */
    warned: z.array(TicketId),
  }),
  /** The merged order stands again. Its lines come back by the lines.moved that follows. */
  event('order.unmerged', { orderId: OrderId, from: OrderId, by: StaffId }),
  event('lines.moved', {
    orderId: OrderId,
    to: OrderId,
    /** `pieceId`: only part of the line's quantity moves, as a new line. */
    moves: z.array(
      z.object({
        lineId: LineId,
        pieceId: LineId.optional(),
        quantity: Quantity,
        seat: Seat.nullable(),
        worth: PieceWorth.optional(),
      }),
    ),
    /** Allergies that follow their seats. */
    allergies: z.array(Allergy),
    opened: z.array(TicketOpening),
    /** Tickets whose every line goes: they go along as they are. */
    rehomed: z.array(TicketId),
    /** Tickets that lose some of their lines. */
    ticketIds: z.array(TicketId),
    /** Running tickets of the other order that now stand under an allergy that came. */
    warned: z.array(TicketId),
    origin: z.object({ tableId: TableId.optional() }),
    courses: z.array(CourseState),
    /** How the adjustments of both orders stand after it: shares follow their lines. */
    adjustments: z.object({ from: z.array(Adjustment), to: z.array(Adjustment) }).optional(),
  }),
  event('order.handed-over', { orderId: OrderId, to: StaffId, from: StaffId }),
  event('order.closed', {
    orderId: OrderId,
    at: Instant,
    served: z.array(LineId),
    by: StaffId,
    covers: z.int(),
    closing: Closing.optional(),
  }),
  event('order.reopened', {
    orderId: OrderId,
    by: StaffId,
    approvedBy: StaffId.optional(),
    reason: Reason,
    covers: z.int(),
    /** Tickets that were taken off the screens when its guests walked out: they are to be cooked again. */
    ticketIds: z.array(TicketId),
    walkedOut: z.boolean(),
    /** What its closing had fixed and is now open again. */
    closing: Closing.optional(),
  }),
  event('order.walked-out', {
    orderId: OrderId,
    at: Instant,
    by: StaffId,
    approvedBy: StaffId.optional(),
    covers: z.int(),
    closing: Closing.optional(),
  }),
  event('table.cleared', { tableId: TableId, by: StaffId }),
  event('allergy.declared', { orderId: OrderId, allergy: Allergy, ticketIds: z.array(TicketId) }),
  event('allergy.withdrawn', { orderId: OrderId, allergyId: AllergyId, ticketIds: z.array(TicketId) }),
] as const

// --- rounds and lines ---
const lineEvents = [
  event('round.sent', {
    orderId: OrderId,
    round: Round,
    /** As they stand after the firing: with their status and tickets. The firing's own `lines` is empty here. */
    lines: z.array(Line),
    firing: Firing,
    counts: z.array(ItemCount),
    /** Lines that ran out on the way: they go back to the draft, and count as refused demand. */
    returned: z.array(z.object({ position: z.int(), itemId: ItemId, quantity: Quantity, code: z.string() })),
  }),
  event('round.refused', { refused: RefusedRound, itemIds: z.array(ItemId) }),
  event('round.dismissed', { roundId: RoundId, by: StaffId }),
  /** A round that waited too long on a tablet: its waiter said fire, or drop. */
  event('round.answered', {
    orderId: OrderId,
    roundId: RoundId,
    fire: z.boolean(),
    firing: Firing,
    dropped: z.array(LineId),
    /** What the dropped lines had come to. */
    amounts: z.array(z.object({ lineId: LineId, quantity: Quantity, ...PieceWorth.shape })).optional(),
    adjusted: Adjusted.optional(),
    counts: z.array(ItemCount),
  }),
  event('lines.fired', { orderId: OrderId, cause: z.enum(['course', 'promise', 'addition']), firing: Firing }),
  event('lines.held', {
    orderId: OrderId,
    lineIds: z.array(LineId),
    courses: z.array(CourseState),
    ticketIds: z.array(TicketId),
  }),
  event('lines.recoursed', {
    orderId: OrderId,
    lineIds: z.array(LineId),
    course: Course,
    /** Tickets that lose them. */
    ticketIds: z.array(TicketId),
    held: z.array(LineId),
    firing: Firing,
    courses: z.array(CourseState),
  }),
  event('line.taken-back', {
    orderId: OrderId,
    lineId: LineId,
    by: StaffId,
    quantity: Quantity,
    ticketIds: z.array(TicketId),
    counts: z.array(ItemCount),
    amount: Money.optional(),
    adjusted: Adjusted.optional(),
  }),
  event('line.changed', {
    orderId: OrderId,
    lineId: LineId,
    by: StaffId,
    before: LineBefore,
    quantity: Quantity,
    modifiers: z.array(LineModifier),
    note: Note.nullable(),
    seat: Seat.nullable(),
    unitPrice: Money.optional(),
    prepSeconds: z.int(),
    ticketIds: z.array(TicketId),
    counts: z.array(ItemCount),
    /** What it comes to now, less what it came to before. */
    amount: Money.optional(),
    adjusted: Adjusted.optional(),
    /** The dish that took its place when an ask was answered (KDS-17). */
    substitute: Line.optional(),
  }),
  event('line.voided', {
    orderId: OrderId,
    lineId: LineId,
    /** Part of the quantity: the voided part becomes this line, the rest stays. */
    piece: z.object({ lineId: LineId, quantity: Quantity }).optional(),
    void: LineVoid,
    /** How many of it: of the piece, or of the whole line. */
    quantity: Quantity,
    ticketIds: z.array(TicketId),
    counts: z.array(ItemCount),
    afterBill: z.boolean(),
    amount: Money.optional(),
    cost: Money.optional(),
    adjusted: Adjusted.optional(),
  }),
  event('void.judged', {
    orderId: OrderId,
    lineId: LineId,
    at: Instant,
    verdict: Verdict,
    assumed: z.boolean(),
    by: StaffId.optional(),
    counts: z.array(ItemCount),
    cost: Money.optional(),
  }),
  event('line.sent-back', {
    orderId: OrderId,
    lineId: LineId,
    piece: z.object({ lineId: LineId, quantity: Quantity, worth: PieceWorth.optional() }).optional(),
    /** How they stand after the piece took its shares along. */
    adjustments: z.array(Adjustment).optional(),
    at: Instant,
    by: StaffId,
    reason: Reason,
    remake: Line,
    firing: Firing,
    counts: z.array(ItemCount),
    cost: Money.optional(),
  }),
  event('lines.served', {
    orderId: OrderId,
    lineIds: z.array(LineId),
    at: Instant,
    by: StaffId.optional(),
    courses: z.array(CourseState),
  }),
  event('line.shared', { orderId: OrderId, lineId: LineId, seats: z.array(Seat) }),
  event('course.reminded', { orderId: OrderId, course: Course, at: Instant }),
] as const

// --- the kitchen ---
const kitchenEvents = [
  event('ticket.started', { orderId: OrderId, ticketId: TicketId, lineIds: z.array(LineId), at: Instant }),
  event('ticket.line-done', {
    orderId: OrderId,
    ticketId: TicketId,
    lineId: LineId,
    done: z.boolean(),
    at: Instant,
    /** What became of lines by it: ready when every station of a line is done; started again when one takes it back. */
    steps: z.array(LineStep),
  }),
  event('ticket.bumped', {
    orderId: OrderId,
    ticketId: TicketId,
    at: Instant,
    by: StaffId.optional(),
    steps: z.array(LineStep),
    courses: z.array(CourseState),
    pickup: Pickup.optional(),
    /** For the station's speed: when it fired, its target, how many lines. Absent for tickets that were told or recorded only. */
    speed: z.object({ stationId: StationId, firedAt: Instant, targetSeconds: z.int(), lines: z.int() }).optional(),
    /** Cleared by expo before every station was done. */
    forced: z.boolean().optional(),
  }),
  event('ticket.recalled', {
    orderId: OrderId,
    ticketId: TicketId,
    at: Instant,
    steps: z.array(LineStep),
    courses: z.array(CourseState),
    lineIds: z.array(LineId),
  }),
  /** Expo calls the waiter: a whole course is ready (KDS-20). */
  event('course.called', { orderId: OrderId, course: Course, at: Instant, by: StaffId.optional(), pickup: Pickup }),
  event('tickets.rushed', { orderId: OrderId, ticketIds: z.array(TicketId), on: z.boolean(), by: StaffId }),
  event('ticket.allergy-acknowledged', {
    orderId: OrderId,
    ticketId: TicketId,
    version: z.int(),
    by: StaffId.optional(),
    /** Each station for its ticket, and expo for itself. */
    role: z.enum(['station', 'expo']),
  }),
  event('tickets.confirmed', {
    deviceId: DeviceId,
    at: Instant,
    tickets: z.array(z.object({ ticketId: TicketId, version: z.int() })),
  }),
  event('ticket.seen', { orderId: OrderId, ticketId: TicketId, at: Instant }),
  /** Nobody has had this version on a glass: people are told, naming the station. */
  event('ticket.unconfirmed', { orderId: OrderId, ticketId: TicketId, stationId: StationId, version: z.int() }),
  event('ticket.print-asked', {
    orderId: OrderId,
    ticketId: TicketId,
    stationId: StationId,
    printerId: PrinterId,
    version: z.int(),
    backup: z.boolean(),
  }),
  event('ticket.printed', {
    orderId: OrderId,
    ticketId: TicketId,
    printerId: PrinterId,
    version: z.int(),
    backup: z.boolean(),
    at: Instant,
  }),
  event('ticket.claimed', { orderId: OrderId, ticketId: TicketId, from: StationId, to: StationId }),
  event('station.switched', {
    stationId: StationId,
    to: StationId.nullable(),
    ticketIds: z.array(TicketId),
    by: StaffId,
  }),
  event('peak.set', { on: z.boolean(), by: StaffId }),
  event('pickup.taken', { orderId: OrderId, course: Course, readyAt: Instant, by: StaffId, at: Instant }),
  event('pickup.escalated', { orderId: OrderId, course: Course, readyAt: Instant, reach: z.int() }),
  event('item.counted', {
    count: ItemCount,
    by: StaffId,
    unstarted: z.array(z.object({ orderId: OrderId, lineId: LineId })),
  }),
  event('ask.raised', { ask: Ask }),
  event('ask.answered', {
    askId: AskId,
    at: Instant,
    by: StaffId,
    accepted: z.boolean(),
    substitute: ItemId.optional(),
  }),
] as const

// --- guests ---
const callEvents = [
  event('call.raised', { call: Call }),
  event('call.taken', { callId: CallId, by: StaffId, at: Instant }),
  event('call.resolved', {
    callId: CallId,
    by: StaffId.optional(),
    at: Instant,
    cancelled: z.boolean(),
    raisedAt: Instant,
  }),
  event('call.escalated', { callId: CallId, reach: z.int() }),
] as const

// --- the bill, cash and the day ---
const billEvents = [
  event('adjustment.applied', { orderId: OrderId, adjustment: Adjustment, afterBill: z.boolean() }),
  event('adjustment.removed', {
    orderId: OrderId,
    adjustmentId: AdjustmentId,
    kind: z.enum(['discount', 'comp']),
    by: StaffId,
    approvedBy: StaffId.optional(),
    amount: Money,
    shares: z.array(Share),
    afterBill: z.boolean(),
  }),
  event('service.set', {
    orderId: OrderId,
    override: ServiceState.shape.override.unwrap().nullable(),
    by: StaffId,
    approvedBy: StaffId.optional(),
    afterBill: z.boolean(),
  }),
  event('bill.asked', { orderId: OrderId, by: StaffId.optional() }),
  event('bill.printed', { orderId: OrderId, number: z.int(), by: StaffId, at: Instant, total: Amount.optional() }),
  event('payment.recorded', {
    orderId: OrderId,
    paid: z.boolean(),
    payment: Payment.optional(),
    cashShiftId: CashShiftId.optional(),
    cash: Money.optional(),
  }),
  event('payment.corrected', {
    orderId: OrderId,
    paymentId: PaymentId,
    by: StaffId,
    approvedBy: StaffId.optional(),
    before: z.object({ method: PaymentMethod, tip: Amount }),
    after: z.object({ method: PaymentMethod, tip: Amount }),
    amount: Amount,
    cashShiftId: CashShiftId.optional(),
    cash: Money.optional(),
  }),
  event('payment.refunded', {
    orderId: OrderId,
    paymentId: PaymentId,
    refundId: PaymentId,
    method: PaymentMethod,
    amount: Amount,
    tip: Amount,
    reason: Reason,
    at: Instant,
    by: StaffId,
    approvedBy: StaffId.optional(),
    cashShiftId: CashShiftId.optional(),
    cash: Money.optional(),
  }),
  /** What changes whether an order counts as paid without being a payment: a refund, a discount. */
  event('order.paid-set', { orderId: OrderId, paid: z.boolean() }),
  event('cash.opened', { shiftId: CashShiftId, float: Amount, at: Instant, by: StaffId }),
  event('cash.moved', { shiftId: CashShiftId, movement: CashMovement }),
  event('cash.closed', {
    shiftId: CashShiftId,
    at: Instant,
    by: StaffId,
    counted: CashCount,
    countedTotal: Amount,
    expected: Money,
    difference: Money,
  }),
  event('staff.checked-out', {
    staffId: StaffId,
    at: Instant,
    by: StaffId,
    sales: Money,
    cashHeld: Money,
    tips: Money,
    owed: Money,
  }),
  event('day.closed', { z: ZReport, carriedOver: z.array(OrderId) }),
  /** The business day rolled: closed orders leave the state, counts reset unless pinned. */
  event('day.rolled', {
    from: BusinessDate.nullable(),
    to: BusinessDate,
    /** The dates that still want their Z, where the room knows of Z reports. */
    unclosed: z.array(BusinessDate).optional(),
  }),
  event('clock.doubted', { before: Instant, now: Instant }),
  event('clock.confirmed', { by: StaffId }),
] as const

// --- running the place ---
const placeEvents = [
  event('catalog.staged', { publicationId: PublicationId, change: CatalogChange }),
  event('catalog.published', {
    publicationId: PublicationId,
    by: StaffId.optional(),
    note: z.string().max(140).optional(),
    undoes: PublicationId.optional(),
  }),
  event('section.assigned', { tableIds: z.array(TableId), staffId: StaffId.nullable(), by: StaffId }),
  event('device.registered', {
    deviceId: DeviceId,
    name: z.string().max(60),
    kind: z.enum(['tablet', 'kitchen', 'front', 'office', 'board']),
    stationIds: z.array(StationId),
    by: StaffId.optional(),
  }),
  event('access.revoked', {
    deviceId: DeviceId.optional(),
    staffId: StaffId.optional(),
    sid: SessionId.optional(),
    by: StaffId.optional(),
  }),
  event('access.restored', { staffId: StaffId, by: StaffId }),
  event('command.refused', { commandId: CommandId, commandType: z.string(), code: z.string(), by: StaffId.optional() }),
  /** A command that was right and changed nothing: said twice, or already so. */
  event('nothing.changed', { commandId: CommandId, commandType: z.string() }),
] as const

export const DomainEvent = z.discriminatedUnion('type', [
  ...orderEvents,
  ...lineEvents,
  ...kitchenEvents,
  ...callEvents,
  ...billEvents,
  ...placeEvents,
])
export type DomainEvent = z.infer<typeof DomainEvent>
export type EventType = DomainEvent['type']
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>

/** An event in its place in the log: what evolve() and narrow() are fed, on the server and on every device. */
export const Recorded = z.object({ seq: z.int().min(1), at: Instant, businessDate: BusinessDate, event: DomainEvent })
export type Recorded = z.infer<typeof Recorded>
