// The fact tables as the projector fills them. A row is written by its columns' names, so that no value lands in another's place.
import type { FactRow, FactTable, FactValue } from '../facts-port.ts'

type Columns<Names extends readonly string[]> = { readonly [Name in Names[number]]: FactValue }

type Typed<Names extends readonly string[]> = FactTable & { row(values: Columns<Names>): FactRow }

const table = <const Names extends readonly string[]>(name: string, columns: Names): Typed<Names> => {
  const self: Typed<Names> = {
    name,
    columns,
    row: (values) => ({ table: self, values: columns.map((column: Names[number]) => values[column]) }),
  }
  return self
}

export const factLines = table('fact_lines', [
  'line_id',
  'piece_of',
  'order_id',
  'item_id',
  'item_name_en',
  'item_name_ru',
  'category_id',
  'category_name_en',
  'category_name_ru',
  'area_id',
  'seller_id',
  'tax_rate',
  'tax_included',
  'unit_cost',
  'remake_of',
])

export const factSales = table('fact_sales', [
  'business_date',
  'at',
  'order_id',
  'line_id',
  'kind',
  'quantity',
  'gross',
  'discounts',
  'comps',
  'voids',
])

export const factChanges = table('fact_changes', [
  'business_date',
  'at',
  'order_id',
  'line_id',
  'kind',
  'quantity',
  'amount',
  'reason',
  'staff_id',
  'approved_by',
  'after_bill',
])

export const factWaste = table('fact_waste', [
  'business_date',
  'at',
  'order_id',
  'line_id',
  'cause',
  'verdict',
  'assumed',
  'quantity',
  'cost',
  'reason',
  'staff_id',
])

export const factPayments = table('fact_payments', [
  'business_date',
  'at',
  'order_id',
  'payment_id',
  'kind',
  'method',
  'amount',
  'tip',
  'staff_id',
  'approved_by',
  'reason',
])

export const factOrders = table('fact_orders', ['business_date', 'at', 'order_id', 'type', 'table_id', 'staff_id'])

export const factClosings = table('fact_closings', [
  'business_date',
  'at',
  'order_id',
  'kind',
  'orders',
  'covers',
  'net',
  'service',
  'total',
  'unpaid',
  'walked_out',
  'staff_id',
  'approved_by',
])

export const factServiceTaxes = table('fact_service_taxes', ['business_date', 'rate', 'included', 'net', 'tax'])

export const factTickets = table('fact_tickets', [
  'business_date',
  'at',
  'ticket_id',
  'station_id',
  'fired_at',
  'target_seconds',
  'lines',
])

export const factCalls = table('fact_calls', ['business_date', 'at', 'call_id', 'step', 'kind', 'table_id', 'staff_id'])

export const factRefused = table('fact_refused', ['business_date', 'at', 'item_id', 'quantity', 'code'])

export const factTables: readonly FactTable[] = [
  factLines,
  factSales,
  factChanges,
  factWaste,
  factPayments,
  factOrders,
  factClosings,
  factServiceTaxes,
  factTickets,
  factCalls,
  factRefused,
]
