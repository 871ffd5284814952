// The bookkeeper's pages: orders with their lines as the commands made them, and every amount that was earned or lost.
import type { PaymentMethod } from '@comanda/shared/model/bill'
import type { OrderType } from '@comanda/shared/model/order'
import type { Menu } from './menu.ts'

/** What a line is of: a substitute is another dish on the same line. */
export type Dish = {
  itemId: string
  categoryId: string
  name: { en: string; ru: string }
  categoryName: { en: string; ru: string }
  stations: readonly string[]
  unit: number
  cost: number
  taxRate: number
  prepSeconds: number
  areaId: string | null
  staffId: string
  isRemake: boolean
}

export type Void = {
  at: number
  lineId: string
  quantity: number
  amount: number
  reason: string
  by: string
  approvedBy: string | null
  afterBill: boolean
  verdict: 'not-started' | 'made' | null
  assumed: boolean
}

export type BookLine = {
  id: string
  dish: Dish
  quantity: number
  course: number
  grams: number | undefined
  status: 'held' | 'fired' | 'ready' | 'served' | 'voided' | 'taken-back'
  tickets: Ticket[]
}

export type Ticket = {
  id: string
  orderId: string
  course: number
  station: string
  firedAt: number
  remake: boolean
  entries: { line: BookLine; done: boolean; struck?: Void }[]
  open: boolean
  everBumped: boolean
}

export type Adjustment = {
  id: string
  kind: 'discounts' | 'comps'
  grows: boolean
  shares: Map<BookLine, number>
}

export type Payment = {
  id: string
  method: PaymentMethod
  amount: number
  tip: number
  refunded: number
  refundedTip: number
}

export type BookOrder = {
  id: string
  type: OrderType
  openedAt: number
  /** Where it was opened: a turn is a turn of a table. */
  openedAtTable: boolean
  tableId: string | undefined
  areaId: string | undefined
  covers: number
  coversAssumed: boolean
  serviceCovers: number
  serviceRate: number | undefined
  promisedAt: number | undefined
  lines: BookLine[]
  courses: Map<number, 'held' | 'fired'>
  adjustments: Adjustment[]
  payments: Payment[]
  prints: number
  open: boolean
}

/** One step of one line's worth. */
export type Entry = {
  at: number
  lineId: string
  dish: Dish
  type: OrderType
  quantity: number
  gross: number
  discounts: number
  comps: number
  voids: number
}

export type Closing = {
  order: BookOrder
  at: number
  counts: boolean
  covers: number
  net: number
  service: number
  unpaid: number
  walkedOut: boolean
}
export type Change = {
  at: number
  orderId: string
  kind: string
  amount: number
  reason: string | null
  by: string
  approvedBy: string | null
}
export type Waste = {
  at: number
  orderId: string
  lineId: string
  dish: Dish
  cause: 'void' | 'send-back'
  quantity: number
  cost: number
  reason: string
  by: string
  approvedBy: string | null
  assumed: boolean
}
export type Bump = { station: string; seconds: number; target: number; lines: number }
export type Call = {
  tableId: string
  kind: string
  at: number
  answeredAt: number | undefined
  open: boolean
  cancelled: boolean
}

export class Book {
  readonly menu: Menu
  readonly orders = new Map<string, BookOrder>()
  readonly alias = new Map<string, string>()
  readonly tickets = new Map<string, Ticket>()
  readonly entries: Entry[] = []
  readonly closings: Closing[] = []
  readonly voids: { order: BookOrder; line: BookLine; void: Void }[] = []
  readonly waste: Waste[] = []
  readonly changes: Change[] = []
  readonly bumps: Bump[] = []
  readonly calls = new Map<string, Call>()
  readonly refused: { itemId: string; code: string; quantity: number }[] = []
  readonly asks = new Map<string, string>()
  peak = false

  constructor(menu: Menu) {
    this.menu = menu
  }

  order(id: string): BookOrder {
    let known = id
    for (let next = this.alias.get(known); next !== undefined; next = this.alias.get(known)) known = next
    const found = this.orders.get(known)
    if (found === undefined) throw new Error(`the book has no order ${id}`)
    return found
  }

  /** Wherever it has gone meanwhile. */
  line(lineId: string): { order: BookOrder; line: BookLine } {
    for (const order of this.orders.values()) {
      const line = order.lines.find(({ id }) => id === lineId)
      if (line !== undefined) return { order, line }
    }
    throw new Error(`the book has no line ${lineId}`)
  }

  write(
    at: number,
    order: BookOrder,
    line: BookLine,
    amounts: Partial<Pick<Entry, 'quantity' | 'gross' | 'discounts' | 'comps' | 'voids'>>,
  ): void {
    const nothing = { quantity: 0, gross: 0, discounts: 0, comps: 0, voids: 0 }
    const { dish } = line
    this.entries.push({ at, lineId: line.id, dish: { ...dish }, type: order.type, ...nothing, ...amounts })
  }
}

export const isCharged = ({ status }: BookLine): boolean => status !== 'voided' && status !== 'taken-back'
export const grossOf = ({ dish, quantity }: BookLine): number => dish.unit * quantity

export function takenOff(order: BookOrder, line: BookLine): { discounts: number; comps: number } {
  const off = { discounts: 0, comps: 0 }
  for (const { kind, shares } of order.adjustments) off[kind] += shares.get(line) ?? 0
  return off
}

export const netOf = (order: BookOrder, line: BookLine): number => {
  const { discounts, comps } = takenOff(order, line)
  return grossOf(line) - discounts - comps
}
