// The restaurant as it stands after a seq. Never changed in place: every evolve() shares what it does not touch.
// A room's replica has this same shape with fields left out, never with other rules.
import type { CatalogChange } from '../model/catalog.ts'
import type { Area, Printer, PrinterProblem, Station, Table } from '../model/floor.ts'
import type {
  AreaId,
  AskId,
  CallId,
  CashShiftId,
  CategoryId,
  DeviceId,
  ItemId,
  LineId,
  ModifierGroupId,
  OrderId,
  PrinterId,
  PublicationId,
  RoundId,
  SessionId,
  StaffId,
  StationId,
  TableId,
  TaxId,
  TicketId,
} from '../model/ids.ts'
import type { Category, Item, ModifierGroup } from '../model/menu.ts'
import type { Order } from '../model/order.ts'
import type { Ask, Call, CashShift, ItemCount, RefusedRound } from '../model/service.ts'
import type { Settings, Tax } from '../model/settings.ts'
import type { Person } from '../model/staff.ts'
import type { Ticket } from '../model/ticket.ts'
import { PersistentTable } from './persistent-table.ts'

type ById<Id extends string, Entity> = Readonly<Partial<Record<Id, Entity>>>

/** What is published: few entities that change seldom, so plain objects. */
export type Catalog = {
  readonly settings: Settings
  readonly categories: ById<CategoryId, Category>
  readonly items: ById<ItemId, Item>
  readonly modifierGroups: ById<ModifierGroupId, ModifierGroup>
  readonly areas: ById<AreaId, Area>
  readonly tables: ById<TableId, Table>
  readonly stations: ById<StationId, Station>
  readonly printers: ById<PrinterId, Printer>
  readonly people: ById<StaffId, Person>
  readonly taxes: ById<TaxId, Tax>
}

/** A publication that can be taken back: what it changed, and what was there before. */
export type Publication = {
  readonly id: PublicationId
  readonly changes: readonly CatalogChange[]
  readonly before: readonly CatalogChange[]
}

export type DeviceRecord = {
  readonly id: DeviceId
  readonly name: string
  readonly kind: 'tablet' | 'kitchen' | 'front' | 'office' | 'board'
  readonly stationIds: readonly StationId[]
}

/** What is at a table now. Absent: free. */
export type TableUse = { readonly orderIds: readonly OrderId[]; readonly toClear: boolean }

export type Day = {
  readonly date: string | null
  readonly lastOrderNumber: number
  /** Numbers of orders that were carried over from days before: nobody else gets them today. */
  readonly carriedNumbers?: readonly number[]
  readonly lastZ: number
  /** The dates that have their Z. */
  readonly closedDates: readonly string[]
  /** Dates that rolled by without their Z though something happened in them, oldest first. */
  readonly unclosed: readonly string[]
  /** Money was given back today, perhaps for an order of long ago. Not where nobody sees money. */
  readonly refunded?: boolean
  /** The perpetual totals, where the room has money of the day. */
  readonly perpetual?: { readonly gross: number; readonly net: number; readonly refunds: number }
}

export type State = {
  readonly seq: number
  readonly catalog: Catalog
  readonly staged: ById<PublicationId, readonly CatalogChange[]>
  readonly publications: readonly Publication[]
  readonly devices: PersistentTable<DeviceId, DeviceRecord>
  readonly revoked: {
    readonly devices: readonly DeviceId[]
    readonly staff: readonly StaffId[]
    readonly sessions: readonly SessionId[]
  }
  readonly orders: PersistentTable<OrderId, Order>
  readonly tickets: PersistentTable<TicketId, Ticket>
  readonly tables: PersistentTable<TableId, TableUse>
  /** Other names of an order: opened twice offline, or merged. Resolved before every decide. */
  readonly aliases: PersistentTable<OrderId, OrderId>
  /** Lines that left the order they were sent in. */
  readonly lineHomes: PersistentTable<LineId, OrderId>
  readonly counts: PersistentTable<ItemId, ItemCount>
  readonly switches: ById<StationId, StationId>
  /** Printers that cannot print now, and what waits for them. */
  readonly printerTroubles: ById<PrinterId, { readonly problem: PrinterProblem; readonly since: number }>
  readonly peak: boolean
  readonly calls: PersistentTable<CallId, Call>
  readonly asks: PersistentTable<AskId, Ask>
  readonly refusedRounds: PersistentTable<RoundId, RefusedRound>
  readonly sections: ById<TableId, StaffId>
  readonly cashShifts: PersistentTable<CashShiftId, CashShift>
  readonly day: Day
  /** Set while the server's clock is doubted: ordering goes on, day close waits. */
  readonly clockDoubt: { readonly before: number; readonly now: number } | null
}

export const emptyState = (settings: Settings): State => ({
  seq: 0,
  catalog: {
    settings,
    categories: {},
    items: {},
    modifierGroups: {},
    areas: {},
    tables: {},
    stations: {},
    printers: {},
    people: {},
    taxes: {},
  },
  staged: {},
  publications: [],
  devices: PersistentTable.empty(),
  revoked: { devices: [], staff: [], sessions: [] },
  orders: PersistentTable.empty(),
  tickets: PersistentTable.empty(),
  tables: PersistentTable.empty(),
  aliases: PersistentTable.empty(),
  lineHomes: PersistentTable.empty(),
  counts: PersistentTable.empty(),
  switches: {},
  printerTroubles: {},
  peak: false,
  calls: PersistentTable.empty(),
  asks: PersistentTable.empty(),
  refusedRounds: PersistentTable.empty(),
  sections: {},
  cashShifts: PersistentTable.empty(),
  day: { date: null, lastOrderNumber: 0, lastZ: 0, closedDates: [], unclosed: [] },
  clockDoubt: null,
})
