// Everything a device may ask for. A command says what a person wants, never what it costs or what follows from it.
import { z } from 'zod'
import { CatalogChange } from '../model/catalog.ts'
import {
  AdjustmentId,
  AllergyId,
  type ApprovalId,
  AskId,
  CallId,
  CashShiftId,
  type CommandId,
  DeviceId,
  ItemId,
  LineId,
  ModifierGroupId,
  ModifierId,
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
import { Instant } from '../model/instant.ts'
import { Allergen, Course } from '../model/menu.ts'
import { Amount, BasisPoints } from '../model/money.ts'
import { BillPart, ModifierPrefix, OrderType, PaymentMethod, Quantity, Seat, Verdict } from '../model/order.ts'
import { CallKind, CashCount } from '../model/service.ts'
import { Note, PersonName, Reason } from '../model/text.ts'

export const largestRound = 200

/** A new order: at a table, or with a name. `apart`: another order on purpose at a table that has one. */
export const Opening = z.strictObject({
  type: OrderType,
  tableId: TableId.optional(),
  name: PersonName.optional(),
  covers: z.int().min(0).max(200).optional(),
  promisedAt: Instant.optional(),
  apart: z.boolean().optional(),
})
export type Opening = z.infer<typeof Opening>

export const ChosenModifier = z.strictObject({
  groupId: ModifierGroupId,
  modifierId: ModifierId,
  prefix: ModifierPrefix.optional(),
})
export type ChosenModifier = z.infer<typeof ChosenModifier>

/** A line as the waiter wrote it. */
export const DraftLine = z.strictObject({
  itemId: ItemId,
  quantity: Quantity,
  modifiers: z.array(ChosenModifier).max(40),
  note: Note.optional(),
  seat: Seat.optional(),
  course: Course.optional(),
  /** For open-price dishes. */
  price: Amount.optional(),
  /** For dishes sold by weight. */
  grams: z.int().min(1).max(100_000).optional(),
  /** When it was drafted: a scheduled price is the one of that moment. */
  draftedAt: Instant.optional(),
  /** The bartender pours it here and now: no ticket. */
  ownBar: z.boolean().optional(),
})
export type DraftLine = z.infer<typeof DraftLine>

/** An order that is there, or one to be opened by the same command; its id is then the command's id and 'o'. */
export const OrderTarget = z.union([z.strictObject({ orderId: OrderId }), z.strictObject({ open: Opening })])
export type OrderTarget = z.infer<typeof OrderTarget>

const line = { orderId: OrderId, lineId: LineId }
const lines = { orderId: OrderId, lineIds: z.array(LineId).min(1).max(largestRound) }

const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, args: Shape) =>
  z.strictObject({ type: z.literal(type), args: z.strictObject(args) })

const orderCommands = [
  command('order.open', { open: Opening }),
  command('order.set-covers', { orderId: OrderId, covers: z.int().min(0).max(200) }),
  command('order.note', { orderId: OrderId, note: Note.nullable() }),
  command('order.promise', { orderId: OrderId, promisedAt: Instant.nullable() }),
  command('order.move', { orderId: OrderId, tableId: TableId, joining: z.enum(['join', 'apart']).optional() }),
  command('order.merge', { orderId: OrderId, into: OrderId }),
  command('order.unmerge', { orderId: OrderId, from: OrderId }),
  command('order.split', {
    orderId: OrderId,
    lines: z
      .array(z.strictObject({ lineId: LineId, quantity: Quantity.optional() }))
      .min(1)
      .max(largestRound),
  }),
  command('order.hand-over', { orderIds: z.array(OrderId).min(1).max(200), to: StaffId }),
  command('order.close', {
    orderId: OrderId,
    unready: z.enum(['served', 'void']).optional(),
    approvalReason: Reason.optional(),
  }),
  command('order.reopen', { orderId: OrderId, reason: Reason }),
  command('order.walk-out', { orderId: OrderId }),
  command('lines.move', {
    orderId: OrderId,
    lines: z
      .array(z.strictObject({ lineId: LineId, quantity: Quantity.optional(), seat: Seat.optional() }))
      .min(1)
      .max(largestRound),
    to: z.union([z.strictObject({ orderId: OrderId }), z.strictObject({ tableId: TableId })]),
  }),
  command('table.clear', { tableId: TableId }),
  command('allergy.declare', {
    orderId: OrderId,
    seat: Seat.optional(),
    allergens: z.array(Allergen).max(14),
    text: Note.optional(),
  }),
  command('allergy.withdraw', { orderId: OrderId, allergyId: AllergyId }),
] as const

const lineCommands = [
  command('round.send', {
    order: OrderTarget,
    lines: z.array(DraftLine).min(1).max(largestRound),
    /** Allergies declared together with the round, so that no ticket is ever without them. */
    allergies: z
      .array(z.strictObject({ seat: Seat.optional(), allergens: z.array(Allergen).max(14), text: Note.optional() }))
      .max(30)
      .optional(),
    note: Note.optional(),
    /** The kitchen was told by voice while this waited. */
    alreadyTold: z.boolean().optional(),
    recordOnly: z.boolean().optional(),
    /** When it began to wait on the tablet. */
    queuedSince: Instant.optional(),
  }),
  command('round.answer', { orderId: OrderId, roundId: RoundId, fire: z.boolean() }),
  command('round.dismiss', { roundId: RoundId }),
  command('line.take-back', line),
  command('line.change', {
    ...line,
    quantity: Quantity.optional(),
    modifiers: z.array(ChosenModifier).max(40).optional(),
    note: Note.nullable().optional(),
    seat: Seat.nullable().optional(),
  }),
  command('line.void', { ...line, quantity: Quantity.optional(), reason: Reason }),
  command('void.judge', { ...line, verdict: Verdict }),
  command('line.send-back', { ...line, quantity: Quantity.optional(), reason: Reason }),
  command('line.share', { ...line, seats: z.array(Seat).max(60) }),
  command('lines.recourse', { ...lines, course: Course }),
  command('lines.serve', lines),
  command('course.fire', { orderId: OrderId, course: Course }),
  command('course.hold', { orderId: OrderId, course: Course }),
  command('order.rush', { orderId: OrderId, course: Course.optional(), on: z.boolean() }),
] as const

const kitchenCommands = [
  command('ticket.start', { ticketId: TicketId }),
  command('ticket.line-done', { ticketId: TicketId, lineId: LineId, done: z.boolean() }),
  command('ticket.bump', { ticketId: TicketId }),
  /** Expo hands a course out before every station is done: second press. */
  command('course.force-ready', { orderId: OrderId, course: Course }),
  /** Expo calls the waiter for a course that is ready (KDS-20). */
  command('course.call', { orderId: OrderId, course: Course }),
  command('ticket.recall', { ticketId: TicketId }),
  command('ticket.rush', { ticketId: TicketId, on: z.boolean() }),
  command('ticket.acknowledge-allergy', { ticketId: TicketId, role: z.enum(['station', 'expo']).optional() }),
  command('ticket.see', { ticketId: TicketId }),
  command('ticket.claim', { ticketId: TicketId, stationId: StationId }),
  command('station.switch', { stationId: StationId, to: StationId.nullable() }),
  command('peak.set', { on: z.boolean() }),
  command('pickup.take', { orderId: OrderId, course: Course, readyAt: Instant }),
  command('item.sold-out', { itemId: ItemId, soldOut: z.boolean(), pinned: z.boolean().optional() }),
  command('item.count', { itemId: ItemId, left: z.int().min(0).max(9999).nullable(), pinned: z.boolean().optional() }),
  command('ask.raise', { ...line, message: Note, substitutes: z.array(ItemId).max(8) }),
  command('ask.answer', { askId: AskId, accept: z.boolean(), substitute: ItemId.optional() }),
] as const

const callCommands = [
  command('call.raise', { tableId: TableId, kind: CallKind, payBy: PaymentMethod.optional() }),
  command('call.take', { callId: CallId }),
  command('call.resolve', { callId: CallId }),
  command('call.cancel', { callId: CallId }),
] as const

const billCommands = [
  command('discount.apply', {
    orderId: OrderId,
    lineIds: z.array(LineId).min(1).max(largestRound).optional(),
    asked: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('percent'), rate: BasisPoints }),
      z.strictObject({ by: z.literal('amount'), amount: Amount }),
    ]),
    reason: Reason,
  }),
  command('comp.apply', {
    orderId: OrderId,
    lineIds: z.array(LineId).min(1).max(largestRound).optional(),
    reason: Reason,
  }),
  command('adjustment.remove', { orderId: OrderId, adjustmentId: AdjustmentId }),
  command('service.add', { orderId: OrderId, rate: BasisPoints.optional() }),
  command('service.remove', { orderId: OrderId, reason: Reason }),
  command('bill.ask', { orderId: OrderId }),
  command('bill.print', { orderId: OrderId, part: BillPart.optional(), printerId: PrinterId.optional() }),
  command('payment.record', {
    orderId: OrderId,
    part: BillPart,
    method: PaymentMethod,
    /** Required for the part 'amount'; else what the part comes to, and refused when it is something else now. */
    amount: Amount.optional(),
    tip: Amount.optional(),
    tendered: Amount.optional(),
    reference: z.string().trim().min(1).max(40).optional(),
  }),
  command('payment.correct', {
    orderId: OrderId,
    paymentId: PaymentId,
    method: PaymentMethod.optional(),
    tip: Amount.optional(),
  }),
  command('payment.refund', {
    orderId: OrderId,
    paymentId: PaymentId,
    amount: Amount,
    tip: Amount.optional(),
    reason: Reason,
  }),
  command('cash.open', { float: Amount }),
  command('cash.move', { shiftId: CashShiftId, direction: z.enum(['in', 'out']), amount: Amount, reason: Reason }),
  command('cash.close', { shiftId: CashShiftId, counted: CashCount }),
  command('staff.check-out', { staffId: StaffId, unsent: z.int().min(0) }),
  command('day.close', { carryOver: z.array(OrderId).max(500) }),
  command('clock.confirm', {}),
] as const

const placeCommands = [
  /** By HTTP only: it may be larger than a socket's frame. */
  command('catalog.publish', {
    changes: z.array(CatalogChange).min(1).max(5000),
    note: z.string().trim().max(140).optional(),
  }),
  command('catalog.take-back', { publicationId: PublicationId }),
  command('section.assign', { tableIds: z.array(TableId).min(1).max(500), staffId: StaffId.nullable() }),
  command('device.register', {
    deviceId: DeviceId,
    name: PersonName,
    kind: z.enum(['tablet', 'kitchen', 'front', 'office', 'board']),
    stationIds: z.array(StationId).max(12),
  }),
  command('access.revoke', { deviceId: DeviceId.optional(), staffId: StaffId.optional(), sid: SessionId.optional() }),
  command('access.restore', { staffId: StaffId }),
] as const

/** What the server asks of itself: due timers and receipts. Never accepted from a device. */
const systemCommands = [
  command('tickets.confirm', {
    deviceId: DeviceId,
    tickets: z
      .array(z.strictObject({ ticketId: TicketId, version: z.int() }))
      .min(1)
      .max(2000),
  }),
  command('ticket.alarm', { ticketId: TicketId, version: z.int() }),
  command('ticket.print', { ticketId: TicketId, version: z.int() }),
  command('ticket.print-backup', { ticketId: TicketId, version: z.int() }),
  command('ticket.mark-printed', { ticketId: TicketId, printerId: PrinterId, version: z.int(), backup: z.boolean() }),
  command('ticket.auto-start', { ticketId: TicketId }),
  command('course.remind', { orderId: OrderId, course: Course }),
  command('order.fire-promised', { orderId: OrderId }),
  command('void.assume', line),
  command('pickup.escalate', { orderId: OrderId, course: Course, readyAt: Instant, reach: z.int() }),
  command('call.escalate', { callId: CallId, reach: z.int() }),
  command('day.roll', {}),
  command('clock.doubt', { before: Instant, now: Instant }),
] as const

/** What a signed-in device may send. */
export const DeviceCommand = z.discriminatedUnion('type', [
  ...orderCommands,
  ...lineCommands,
  ...kitchenCommands,
  ...callCommands,
  ...billCommands,
  ...placeCommands,
])
export type DeviceCommand = z.infer<typeof DeviceCommand>

export const SystemCommand = z.discriminatedUnion('type', [...systemCommands])
export type SystemCommand = z.infer<typeof SystemCommand>

export type Command = DeviceCommand | SystemCommand
export type CommandType = Command['type']
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>

/** A command under its id: a retry has the same id, and so makes the same entities. */
export type Numbered<Type extends CommandType = CommandType> = CommandOf<Type> & {
  id: CommandId
  approvalId?: ApprovalId
}
