// Every identity in the system. An id is opaque text; its brand keeps an order from being taken for a table.
import { z } from 'zod'

/** What every object has: a catalog is looked up by id, and under these names it would find what nobody put there. */
const everyObjects = [
  ...[
    'constructor',
    'hasOwnProperty',
    'isPrototypeOf',
    'propertyIsEnumerable',
    'toLocaleString',
    'toString',
    'valueOf',
  ],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', '__proto__'],
]

const idPattern = new RegExp(`^(?!(?:${everyObjects.join('|')})$)[A-Za-z0-9_-]{1,48}$`)

const id = <Brand extends string>() =>
  z
    .string()
    .regex(idPattern, 'letters, digits, _ and - only, 48 at most, and no name that every object has')
    .brand<Brand>()

export const RestaurantId = id<'RestaurantId'>()
export type RestaurantId = z.infer<typeof RestaurantId>

/** One life of a restaurant's log: new when it is made and when a backup is restored. */
export const LogId = id<'LogId'>()
export type LogId = z.infer<typeof LogId>

/** One storage of one device. Its commands are numbered 1, 2, 3... under this id. */
export const ClientId = id<'ClientId'>()
export type ClientId = z.infer<typeof ClientId>

export const CommandId = id<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>

export const DeviceId = id<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>

/** A staff session: one person signed in on one device. */
export const SessionId = id<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

export const StaffId = id<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

export const AreaId = id<'AreaId'>()
export type AreaId = z.infer<typeof AreaId>

export const TableId = id<'TableId'>()
export type TableId = z.infer<typeof TableId>

export const StationId = id<'StationId'>()
export type StationId = z.infer<typeof StationId>

export const PrinterId = id<'PrinterId'>()
export type PrinterId = z.infer<typeof PrinterId>

export const CategoryId = id<'CategoryId'>()
export type CategoryId = z.infer<typeof CategoryId>

export const ItemId = id<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>

export const ModifierGroupId = id<'ModifierGroupId'>()
export type ModifierGroupId = z.infer<typeof ModifierGroupId>

export const ModifierId = id<'ModifierId'>()
export type ModifierId = z.infer<typeof ModifierId>

export const TaxId = id<'TaxId'>()
export type TaxId = z.infer<typeof TaxId>

// Made by commands: the command's id and the position in its arguments, so a retry makes the same entity.
const entity = <Brand extends string>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/, 'letters, digits, _ . and - only, 64 at most')
    .brand<Brand>()

export const OrderId = entity<'OrderId'>()
export type OrderId = z.infer<typeof OrderId>

export const LineId = entity<'LineId'>()
export type LineId = z.infer<typeof LineId>

export const RoundId = entity<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>

export const TicketId = z
  .string()
  .regex(/^[A-Za-z0-9_.~-]{1,160}$/)
  .brand<'TicketId'>()
export type TicketId = z.infer<typeof TicketId>

export const AllergyId = entity<'AllergyId'>()
export type AllergyId = z.infer<typeof AllergyId>

export const AdjustmentId = entity<'AdjustmentId'>()
export type AdjustmentId = z.infer<typeof AdjustmentId>

export const PaymentId = entity<'PaymentId'>()
export type PaymentId = z.infer<typeof PaymentId>

export const CallId = entity<'CallId'>()
export type CallId = z.infer<typeof CallId>

export const AskId = entity<'AskId'>()
export type AskId = z.infer<typeof AskId>

export const CashShiftId = entity<'CashShiftId'>()
export type CashShiftId = z.infer<typeof CashShiftId>

export const PublicationId = entity<'PublicationId'>()
export type PublicationId = z.infer<typeof PublicationId>

/** A one-use yes of somebody with the right role, bound to one command. */
export const ApprovalId = id<'ApprovalId'>()
export type ApprovalId = z.infer<typeof ApprovalId>
