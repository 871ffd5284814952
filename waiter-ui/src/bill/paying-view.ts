// A bill while it is being paid: how it is divided, which part comes to what, and which parts somebody paid, on the server
// or only on this tablet so far (BILL-1, BILL-7). What is under way here counts as taken, so that no part is taken twice.

import type { Leaving } from '@comanda/app-shell/leaving'
import type { WishOf } from '@comanda/app-shell/wish'
import { type Bill, type BillTerms, billOf } from '@comanda/shared/domain/bill'
import { amountOfPart, type Cell, cellsOf, coverage } from '@comanda/shared/domain/bill-parts'
import { splitEqually } from '@comanda/shared/domain/largest-remainder'
import type { BillPart, PaymentMethod } from '@comanda/shared/model/bill'
import type { CommandId, LineId } from '@comanda/shared/model/ids'
import type { Line, Order } from '@comanda/shared/model/order'
import type { CommandView } from '@comanda/sync-client/client-types'
import { argsOf, isWaiting } from '../asking/own-commands.ts'

export type Mode = 'whole' | 'seat' | 'lines' | 'equal' | 'amount'

/** What a person has chosen to pay for. */
export type Choice = {
  readonly mode: Mode
  readonly seat?: number
  readonly lineIds: readonly LineId[]
  readonly of: number
  readonly index?: number
  /** In the smallest unit. */
  readonly entered: number
}

export type OnItsWay = {
  readonly id: CommandId
  readonly part: BillPart
  readonly method: PaymentMethod
  readonly amount: number
  /** Still to be cancelled here, or kept on this tablet until the server has it. */
  readonly kind: 'leaving' | 'queued'
}

const mostParts = 60

type PaymentArgs = WishOf<'payment.record'>['args']

/** Payments of an order that nobody has recorded yet. */
export function paymentsOnTheirWay(
  orderId: Order['id'],
  commands: readonly CommandView[],
  leaving: readonly Leaving[],
): OnItsWay[] {
  const wayOf = (id: CommandId, args: PaymentArgs, kind: OnItsWay['kind']): OnItsWay[] =>
    args.orderId === orderId ? [{ id, part: args.part, method: args.method, amount: args.amount ?? 0, kind }] : []
  return [
    ...commands.flatMap((command) => {
      const args = argsOf(command, 'payment.record')
      return args !== undefined && isWaiting(command) ? wayOf(command.id, args, 'queued') : []
    }),
    ...leaving.flatMap(({ id, wish }) => (wish.type === 'payment.record' ? wayOf(id, wish.args, 'leaving') : [])),
  ]
}

export type PartState = 'open' | 'on-its-way' | 'paid'

export type EqualPart = { readonly index: number; readonly amount: number; readonly state: PartState }

export type PaidCell = Cell & { readonly state: PartState; readonly line: Line }

export type SeatColumn = {
  readonly seat: number | null
  readonly cells: readonly PaidCell[]
  readonly amount: number
  readonly open: number
  readonly state: PartState
}

export type PayingView = {
  readonly bill: Bill
  readonly cells: readonly PaidCell[]
  readonly onTheirWay: readonly OnItsWay[]
  /** What is left once everything on its way has arrived. */
  readonly left: number
}

const takesCell = (part: BillPart, cell: Cell): boolean =>
  (part.kind === 'seat' && part.seat === cell.seat) || (part.kind === 'lines' && part.lineIds.includes(cell.lineId))

export function payingView(order: Order, terms: BillTerms, ways: readonly OnItsWay[]): PayingView {
  const bill = billOf(order, terms)
  const isCovered = coverage(order)
  const cells = cellsOf(bill).flatMap((cell): PaidCell[] => {
    const line = order.lines.find(({ id }) => id === cell.lineId)
    if (line === undefined) return []
    const isLeaving = ways.some(({ part }) => takesCell(part, cell))
    return [{ ...cell, line, state: isCovered(cell) ? 'paid' : isLeaving ? 'on-its-way' : 'open' }]
  })
  const leaving = ways.reduce((sum, { amount }) => sum + amount, 0)
  return { bill, cells, onTheirWay: ways, left: Math.max(0, bill.balance - leaving) }
}

const stateOfCells = (cells: readonly PaidCell[]): PartState => {
  if (cells.some(({ state }) => state === 'open')) return 'open'
  return cells.some(({ state }) => state === 'on-its-way') ? 'on-its-way' : 'paid'
}

/** Seat by seat, what belongs to no seat last. */
export function seatColumns({ cells }: PayingView): SeatColumn[] {
  const seats = [...new Set(cells.map(({ seat }) => seat ?? null))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  )
  return seats.map((seat) => {
    const own = cells.filter((cell) => (cell.seat ?? null) === seat)
    const sum = (some: readonly PaidCell[]) => some.reduce((total, { amount }) => total + amount, 0)
    return {
      seat,
      cells: own,
      amount: sum(own),
      open: sum(own.filter(({ state }) => state === 'open')),
      state: stateOfCells(own),
    }
  })
}

/** How many seats share this line's price; 1: nobody else. */
export const sharers = ({ cells }: PayingView, lineId: LineId): number =>
  cells.filter((cell) => cell.lineId === lineId).length

const stands = (payment: NonNullable<Order['payments']>[number]): boolean =>
  payment.refunds.reduce((sum, { amount }) => sum + amount, 0) < payment.amount

export function equalParts(order: Order, { bill, onTheirWay: ways }: PayingView, of: number): EqualPart[] {
  return splitEqually(bill.total, of).map((amount, at) => {
    const index = at + 1
    const isThis = (part: BillPart) => part.kind === 'equal' && part.index === index && part.of === of
    const isPaid = (order.payments ?? []).some((payment) => stands(payment) && isThis(payment.part))
    const isLeaving = ways.some(({ part }) => isThis(part))
    return { index, amount, state: isPaid ? 'paid' : isLeaving ? 'on-its-way' : 'open' }
  })
}

/** As many as somebody has begun with, else the guests. */
export function usualParts(order: Order, ways: readonly OnItsWay[]): number {
  const begun = [...(order.payments ?? []).map(({ part }) => part), ...ways.map(({ part }) => part)]
  const equal = begun.flatMap((part) => (part.kind === 'equal' ? [part.of] : []))
  return equal[0] ?? Math.min(mostParts, Math.max(2, order.covers))
}

/** The part that a tap on Card or Cash would settle; undefined: nothing is chosen yet. */
export function partOf(order: Order, view: PayingView, choice: Choice): BillPart | undefined {
  switch (choice.mode) {
    case 'whole':
      return { kind: 'rest' }
    case 'seat': {
      const columns = seatColumns(view)
      const seat = choice.seat ?? columns.find(({ state, seat: one }) => state === 'open' && one !== null)?.seat
      return seat === undefined || seat === null ? undefined : { kind: 'seat', seat }
    }
    case 'lines':
      return choice.lineIds.length === 0 ? undefined : { kind: 'lines', lineIds: [...choice.lineIds] }
    case 'equal': {
      const parts = equalParts(order, view, choice.of)
      const isOpen = (index: number | undefined) => parts.some((part) => part.index === index && part.state === 'open')
      const index = isOpen(choice.index) ? choice.index : parts.find(({ state }) => state === 'open')?.index
      return index === undefined ? undefined : { kind: 'equal', index, of: choice.of }
    }
    case 'amount':
      return choice.entered === 0 ? undefined : { kind: 'amount' }
  }
}

/** What paying that part comes to now; undefined: it cannot be paid. */
export function dueOf(order: Order, view: PayingView, choice: Choice): { part: BillPart; amount: number } | undefined {
  const part = partOf(order, view, choice)
  if (part === undefined) return undefined
  if (part.kind === 'rest')
    return view.onTheirWay.length > 0 || view.left === 0 ? undefined : { part, amount: view.left }
  const taken = view.onTheirWay.some(({ part: other }) => JSON.stringify(other) === JSON.stringify(part))
  const due = amountOfPart(order, view.bill, part, part.kind === 'amount' ? choice.entered : undefined)
  if (!due.ok || (taken && part.kind !== 'amount') || due.value.amount > view.left) return undefined
  return { part, amount: due.value.amount }
}

/** Once a part is on its way: the next one that is open, divided as before. */
export const nextChoice = ({ mode, of }: Choice): Choice => ({ mode, of, lineIds: [], entered: 0 })

const notes = [500, 1000, 2000, 5000, 10_000, 20_000]

/** What guests usually hand over for this: exact first, then the next round sums. */
export function usualCash(due: number, minorDigits: number): number[] {
  const unit = 10 ** (2 - minorDigits)
  const round = notes.map((note) => Math.ceil(due / (note / unit)) * (note / unit))
  return [...new Set([due, ...round])].sort((a, b) => a - b).slice(0, 4)
}

/** Not ready and not served: somebody has to say what becomes of it before the order ends (BILL-5). */
export const unreadyLines = (order: Order, { bill }: PayingView): Line[] =>
  order.lines.filter(
    ({ id, status }) => status !== 'ready' && status !== 'served' && bill.lines.some(({ lineId }) => lineId === id),
  )

/** 12.5 as typed, in the smallest unit. */
export function amountTyped(text: string, minorDigits: number): number {
  const value = Number.parseFloat(text.replace(',', '.'))
  return Number.isFinite(value) ? Math.round(value * 10 ** minorDigits) : 0
}
