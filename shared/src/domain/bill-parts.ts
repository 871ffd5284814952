// Which part of a bill comes to what (BILL-1), and that no part is paid twice (BILL-3). A cell is one line, or one
// seat's share of a line that seats share: cells sum to the total, and a payment by seat or by lines covers whole cells.

import type { BillPart, Payment } from '../model/bill.ts'
import type { Seat } from '../model/floor.ts'
import type { LineId } from '../model/ids.ts'
import type { Order } from '../model/order.ts'
import type { Bill, BillLine } from './bill.ts'
import { assertNever, ok, type Result, refuse } from './decision.ts'
import { type DomainError, error } from './errors.ts'
import { splitEqually } from './largest-remainder.ts'

export type Cell = { readonly lineId: LineId; readonly seat?: Seat; readonly shared: boolean; readonly amount: number }

function cellsOfLine(line: BillLine): Cell[] {
  const { lineId, seats, total } = line
  if (seats.length < 2) {
    const [seat] = seats
    return [{ lineId, ...(seat === undefined ? {} : { seat }), shared: false, amount: total }]
  }
  const amounts = splitEqually(total, seats.length)
  return seats.map((seat, index) => ({ lineId, seat, shared: true, amount: amounts[index] ?? 0 }))
}

export const cellsOf = (bill: Bill): Cell[] => bill.lines.flatMap(cellsOfLine)

/** A payment that was given back whole covers nothing any more. */
const stands = (payment: Payment): boolean =>
  payment.amount === 0 || payment.refunds.reduce((sum, refund) => sum + refund.amount, 0) < payment.amount

/** Whether standing payments cover a cell. */
export function coverage(order: Pick<Order, 'payments'>): (cell: Cell) => boolean {
  const keys = new Set<string>()
  for (const payment of order.payments ?? []) {
    if (!stands(payment)) continue
    for (const { lineId, seat } of payment.covered ?? []) keys.add(`${lineId} ${seat ?? ''}`)
  }
  return ({ lineId, seat, shared }) => keys.has(`${lineId} `) || (shared && keys.has(`${lineId} ${seat}`))
}

export type PartAmount = { amount: number; covered?: NonNullable<Payment['covered']> }

/** What paying this part now means. `entered` is the amount a person typed, for the part 'amount'. */
export function amountOfPart(
  order: Order,
  bill: Bill,
  part: BillPart,
  entered: number | undefined,
): Result<PartAmount, DomainError> {
  switch (part.kind) {
    case 'rest':
      return bill.balance > 0 ? ok({ amount: bill.balance }) : refuse(error('nothing-to-pay'))
    case 'amount':
      return towardsBalance(bill, entered)
    case 'equal':
      return equalPart(order, bill, part.index, part.of)
    case 'seat':
      return cellsPart(order, bill, (cell) => cell.seat === part.seat)
    case 'lines': {
      const chosen = new Set(part.lineIds)
      const unknown = part.lineIds.find((lineId) => !bill.lines.some((line) => line.lineId === lineId))
      if (unknown !== undefined) return refuse(error('line-not-found', { lineId: unknown }))
      return cellsPart(order, bill, (cell) => chosen.has(cell.lineId))
    }
    default:
      return assertNever(part)
  }
}

function towardsBalance(bill: Bill, entered: number | undefined): Result<PartAmount, DomainError> {
  if (entered === undefined || entered === 0) return refuse(error('nothing-asked'))
  if (bill.balance <= 0) return refuse(error('nothing-to-pay'))
  if (entered > bill.balance) return refuse(error('amount-too-large', { balance: bill.balance }))
  return ok({ amount: entered })
}

function equalPart(order: Order, bill: Bill, index: number, of: number): Result<PartAmount, DomainError> {
  if (index > of) return refuse(error('command-invalid', { part: 'equal', index, of }))
  const paid = (order.payments ?? []).some(
    (payment) =>
      payment.part.kind === 'equal' && payment.part.index === index && payment.part.of === of && stands(payment),
  )
  if (paid) return refuse(error('part-already-paid', { index, of }))
  const due = Math.min(splitEqually(bill.total, of)[index - 1] ?? 0, bill.balance)
  return due > 0 ? ok({ amount: due }) : refuse(error('nothing-to-pay'))
}

function cellsPart(order: Order, bill: Bill, chosen: (cell: Cell) => boolean): Result<PartAmount, DomainError> {
  const cells = cellsOf(bill).filter(chosen)
  if (cells.length === 0) return refuse(error('nothing-to-pay'))
  const isCovered = coverage(order)
  const open = cells.filter((cell) => !isCovered(cell))
  if (open.length === 0) return refuse(error('part-already-paid'))
  const due = Math.min(
    open.reduce((sum, cell) => sum + cell.amount, 0),
    bill.balance,
  )
  if (due <= 0) return refuse(error('nothing-to-pay'))
  const covered = open.map(({ lineId, seat, shared }) => (shared && seat !== undefined ? { lineId, seat } : { lineId }))
  return ok({ amount: due, covered })
}

export type SeatPart = { readonly seat: Seat | null; readonly amount: number; readonly open: number }

/** The bill by seats, what belongs to no seat last: together the total. `open` is what nobody paid for yet. */
export function partsBySeat(order: Order, bill: Bill): SeatPart[] {
  const isCovered = coverage(order)
  const parts = new Map<Seat | null, { amount: number; open: number }>()
  for (const cell of cellsOf(bill)) {
    const part = parts.get(cell.seat ?? null) ?? { amount: 0, open: 0 }
    part.amount += cell.amount
    if (!isCovered(cell)) part.open += cell.amount
    parts.set(cell.seat ?? null, part)
  }
  return [...parts.entries()]
    .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map(([seat, part]) => ({ seat, ...part }))
}
