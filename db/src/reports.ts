// What may be asked of the facts: the read port, types only. It never waits for the writer nor holds it up (REP-9), and
// every answer is one moment of the log, named by its seq (REP-3). All money is in minor units.
import type { PaymentMethod, TaxSum } from '@comanda/shared/model/bill'
import type { OrderType } from '@comanda/shared/model/order'
import type { CallKind, DayFigures } from '@comanda/shared/model/service'

/** Business dates, both included. */
export type ReportRange = { readonly from: string; readonly to: string }

/** `zone` gives the hours their names. */
export type ReportTerms = ReportRange & { readonly zone: string }

/** Of sales: net = gross - discounts - comps - voids. */
export type SalesSums = {
  readonly quantity: number
  readonly gross: number
  readonly discounts: number
  readonly comps: number
  readonly voids: number
  readonly net: number
}

type Text = { readonly en: string; readonly ru: string }

export type HourSales = SalesSums & { readonly hour: number }
export type CategorySales = SalesSums & { readonly categoryId: string; readonly name: Text }
export type ItemSales = SalesSums & {
  readonly itemId: string
  readonly categoryId: string
  readonly name: Text
  /** What the sold ones cost, where the menu knows it. */
  readonly cost: number
}
export type StaffSales = SalesSums & { readonly staffId: string }
/** null: sold at no table. */
export type AreaSales = SalesSums & { readonly areaId: string | null }
export type TypeSales = SalesSums & { readonly type: OrderType }

export type StationSpeed = {
  readonly stationId: string
  readonly tickets: number
  readonly lines: number
  readonly medianSeconds: number
  readonly p90Seconds: number
  readonly late: number
  /** In hundredths of a percent. */
  readonly lateRate: number
}

export type VoidedLine = {
  readonly at: number
  readonly orderId: string
  readonly lineId: string
  readonly itemId: string
  readonly name: Text
  readonly quantity: number
  readonly amount: number
  readonly reason: string
  readonly by: string
  readonly approvedBy: string | null
  readonly afterBill: boolean
  /** null: no cook has said yet. */
  readonly verdict: 'not-started' | 'made' | null
  readonly assumed: boolean
}

export type WastedLine = {
  readonly at: number
  readonly orderId: string
  readonly lineId: string
  readonly itemId: string
  readonly name: Text
  readonly cause: 'void' | 'send-back'
  readonly quantity: number
  readonly cost: number
  readonly reason: string
  readonly by: string | null
  readonly approvedBy: string | null
  readonly assumed: boolean
}

export type AfterBillChange = {
  readonly at: number
  readonly orderId: string
  readonly kind: 'discount' | 'comp' | 'removal' | 'service' | 'void' | 'take-back' | 'change' | 'drop'
  readonly amount: number
  readonly reason: string | null
  readonly by: string
  readonly approvedBy: string | null
}

export type CallSpeed = {
  readonly kind: CallKind
  readonly calls: number
  readonly taken: number
  readonly cancelled: number
  readonly medianSeconds: number | null
  readonly p90Seconds: number | null
}

export type RefusedDemand = { readonly itemId: string; readonly quantity: number; readonly code: string }

export type TableTurn = {
  readonly orders: number
  readonly medianMinutes: number | null
  readonly averageMinutes: number | null
}

export type PaymentSums = {
  readonly method: PaymentMethod
  /** Towards bills, corrections counted in, refunds not. */
  readonly amount: number
  readonly tips: number
  readonly refunds: number
  readonly refundedTips: number
}

export type DailyReport = ReportTerms & {
  /** The seq that it was made as of. */
  readonly asOf: number
  readonly sales: SalesSums
  readonly remakes: { readonly count: number; readonly cost: number }
  readonly waste: number
  readonly tax: readonly TaxSum[]
  readonly service: number
  readonly tips: number
  readonly payments: readonly PaymentSums[]
  readonly refunds: number
  readonly walkOuts: { readonly count: number; readonly amount: number }
  /** Of orders that were closed. */
  readonly orders: number
  readonly covers: number
  readonly averageCheck: number | null
  readonly averagePerCover: number | null
  readonly byHour: readonly HourSales[]
  readonly byCategory: readonly CategorySales[]
  readonly byItem: readonly ItemSales[]
  readonly byStaff: readonly StaffSales[]
  readonly byArea: readonly AreaSales[]
  readonly byType: readonly TypeSales[]
  readonly stations: readonly StationSpeed[]
  readonly voids: readonly VoidedLine[]
  readonly wasted: readonly WastedLine[]
  readonly afterBill: readonly AfterBillChange[]
  readonly calls: readonly CallSpeed[]
  readonly turn: TableTurn
  readonly refusedDemand: readonly RefusedDemand[]
}

/** One step of one line's worth: what any figure of sales is made of. */
export type SalesEntry = {
  readonly seq: number
  readonly at: number
  readonly businessDate: string
  readonly orderId: string
  readonly lineId: string
  readonly kind: string
  readonly itemId: string
  readonly name: Text
  readonly categoryId: string
  readonly staffId: string
  readonly areaId: string | null
  readonly type: OrderType
  readonly quantity: number
  readonly gross: number
  readonly discounts: number
  readonly comps: number
  readonly voids: number
}

/** Which entries: all of a range, or one cell of one cut of it. */
export type EntryFilter = {
  readonly hour?: number
  readonly categoryId?: string
  readonly itemId?: string
  readonly staffId?: string
  readonly areaId?: string | null
  readonly type?: OrderType
}

/** One payment, correction or refund, as it was recorded. */
export type PaymentEntry = {
  readonly seq: number
  readonly at: number
  readonly businessDate: string
  readonly orderId: string
  readonly paymentId: string
  readonly kind: 'payment' | 'correction' | 'refund'
  readonly method: PaymentMethod
  readonly amount: number
  readonly tip: number
  readonly staffId: string
  readonly approvedBy: string | null
  readonly reason: string | null
}

/** One closing, or with minus signs one that was taken back. */
export type ClosingEntry = {
  readonly seq: number
  readonly at: number
  readonly businessDate: string
  readonly orderId: string
  readonly kind: 'closed' | 'walked-out' | 'reopened'
  readonly orders: number
  readonly covers: number
  readonly net: number
  readonly service: number
  readonly total: number
  readonly unpaid: number
  readonly staffId: string
  readonly approvedBy: string | null
}

/**
 * A report holds every event that was acknowledged before it was asked for, or says by its seq that it does not. What
 * cannot be made because of the disk is a LogUnavailable.
 */
export type Reports = {
  daily(restaurantId: string, terms: ReportTerms): Promise<DailyReport>
  /** The lines behind a figure (REP-3). */
  entries(restaurantId: string, terms: ReportTerms, filter: EntryFilter): Promise<readonly SalesEntry[]>
  /** The payments behind methods, tips and refunds; the closings behind orders, covers, service and walk-outs. */
  payments(restaurantId: string, range: ReportRange): Promise<readonly PaymentEntry[]>
  closings(restaurantId: string, range: ReportRange): Promise<readonly ClosingEntry[]>
  /** What a Z report of this date would fix now. */
  figures(restaurantId: string, date: string): Promise<{ figures: DayFigures; asOf: number; chainHead: string }>
  close(): Promise<void>
}
