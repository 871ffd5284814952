// The text of a snapshot as it is on the wire: a state's tables are lists of [id, entity], what is published stands by id.
import type { DeviceRecord, State } from '@comanda/shared/domain/state'
import { CatalogChange } from '@comanda/shared/model/catalog'
import { Area, Printer, PrinterProblem, Station, Table } from '@comanda/shared/model/floor'
import * as ids from '@comanda/shared/model/ids'
import { BusinessDate, Instant } from '@comanda/shared/model/instant'
import { Category, Item, ModifierGroup } from '@comanda/shared/model/menu'
import { Money } from '@comanda/shared/model/money'
import { Order } from '@comanda/shared/model/order'
import { Ask, Call, CashShift, ItemCount, RefusedRound } from '@comanda/shared/model/service'
import { Settings, Tax } from '@comanda/shared/model/settings'
import { Person } from '@comanda/shared/model/staff'
import { Ticket } from '@comanda/shared/model/ticket'
import { Seq } from '@comanda/shared/protocol/down'
import { z } from 'zod'

const pairs = <Id extends z.ZodType, Entity extends z.ZodType>(id: Id, entity: Entity) => z.array(z.tuple([id, entity]))
const byId = <Entity extends z.ZodType>(entity: Entity) => z.record(z.string(), entity)

const Catalog = z.strictObject({
  settings: Settings,
  categories: byId(Category),
  items: byId(Item),
  modifierGroups: byId(ModifierGroup),
  areas: byId(Area),
  tables: byId(Table),
  stations: byId(Station),
  printers: byId(Printer),
  people: byId(Person),
  taxes: byId(Tax),
} satisfies Record<keyof State['catalog'], z.ZodType>)

const Device = z.strictObject({
  id: ids.DeviceId,
  name: z.string(),
  kind: z.enum(['tablet', 'kitchen', 'front', 'office', 'board']),
  stationIds: z.array(ids.StationId),
} satisfies Record<keyof DeviceRecord, z.ZodType>)

const Publication = z.strictObject({
  id: ids.PublicationId,
  changes: z.array(CatalogChange),
  before: z.array(CatalogChange),
} satisfies Record<keyof State['publications'][number], z.ZodType>)

const TableUse = z.strictObject({ orderIds: z.array(ids.OrderId), toClear: z.boolean() })

const Day = z.strictObject({
  date: BusinessDate.nullable(),
  lastOrderNumber: z.int().min(0),
  carriedNumbers: z.array(z.int().min(1)).optional(),
  lastZ: z.int().min(0),
  closedDates: z.array(BusinessDate),
  unclosed: z.array(BusinessDate),
  refunded: z.boolean().optional(),
  perpetual: z.strictObject({ gross: Money, net: Money, refunds: Money }).optional(),
} satisfies Record<keyof State['day'], z.ZodType>)

/** Of every room: what a room may not see is left out or empty. */
export const Snapshot = z.strictObject({
  seq: Seq,
  catalog: Catalog,
  staged: byId(z.array(CatalogChange)),
  publications: z.array(Publication),
  devices: pairs(ids.DeviceId, Device),
  revoked: z.strictObject({
    devices: z.array(ids.DeviceId),
    staff: z.array(ids.StaffId),
    sessions: z.array(ids.SessionId),
  }),
  orders: pairs(ids.OrderId, Order),
  tickets: pairs(ids.TicketId, Ticket),
  tables: pairs(ids.TableId, TableUse),
  aliases: pairs(ids.OrderId, ids.OrderId),
  lineHomes: pairs(ids.LineId, ids.OrderId),
  counts: pairs(ids.ItemId, ItemCount),
  switches: byId(ids.StationId),
  printerTroubles: byId(z.strictObject({ problem: PrinterProblem, since: Instant })),
  peak: z.boolean(),
  calls: pairs(ids.CallId, Call),
  asks: pairs(ids.AskId, Ask),
  refusedRounds: pairs(ids.RoundId, RefusedRound),
  sections: byId(ids.StaffId),
  cashShifts: pairs(ids.CashShiftId, CashShift),
  day: Day,
  clockDoubt: z.strictObject({ before: Instant, now: Instant }).nullable(),
} satisfies Record<keyof State, z.ZodType>)
