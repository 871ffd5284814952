// Bills: what was given away, how orders came together and apart, what was paid, and how each order ended.
import type { CommandOf } from '@comanda/shared/domain/commands'
import { apportion, percent, total } from './arithmetic.ts'
import { type Book, type BookLine, type BookOrder, grossOf, isCharged, netOf } from './book.ts'
import { serve } from './kitchen.ts'

type Done = { id: string; by: string; at: number }
type Given = { orderId: string; lineIds?: readonly string[] | undefined; reason: string }
type Asked = CommandOf<'discount.apply'>['args']['asked']

export function giveAway(
  book: Book,
  { id, by, at }: Done,
  args: Given,
  kind: 'discounts' | 'comps',
  asked: Asked,
): void {
  const order = book.order(args.orderId)
  const chosen = order.lines.filter((line) => isCharged(line) && (args.lineIds?.includes(line.id) ?? true))
  const left = chosen.map((line) => netOf(order, line))
  const whole = total(left, (one) => one)
  const amount = asked.by === 'percent' ? percent(whole, asked.rate) : asked.amount
  const parts = apportion(amount, left)
  const shares = new Map<BookLine, number>()
  for (const [index, line] of chosen.entries()) {
    const part = parts[index] ?? 0
    if (part === 0) continue
    shares.set(line, part)
    book.write(at, order, line, { [kind]: part })
  }
  order.adjustments.push({ id: `${id}.a`, kind, grows: kind === 'comps' || asked.by === 'percent', shares })
  const named = kind === 'comps' ? 'comp' : 'discount'
  noteAfterBill(book, order, { at, kind: named, amount, reason: args.reason, by })
}

function noteAfterBill(
  book: Book,
  order: BookOrder,
  change: { at: number; kind: string; amount: number; reason: string | null; by: string },
): void {
  if (order.prints > 0) book.changes.push({ ...change, orderId: order.id, approvedBy: null })
}

export function takeAway(
  book: Book,
  { by, at }: Done,
  { orderId, adjustmentId }: { orderId: string; adjustmentId: string },
): void {
  const order = book.order(orderId)
  const found = order.adjustments.find(({ id }) => id === adjustmentId)
  if (found === undefined) throw new Error(`nothing was given as ${adjustmentId}`)
  for (const [line, amount] of found.shares) book.write(at, order, line, { [found.kind]: -amount })
  order.adjustments = order.adjustments.filter((one) => one !== found)
  const amount = -total([...found.shares.values()], (share) => share)
  noteAfterBill(book, order, { at, kind: 'removal', amount, reason: null, by })
}

export function setService(book: Book, { by, at }: Done, orderId: string, rate: number, reason: string | null): void {
  const order = book.order(orderId)
  order.serviceRate = rate
  noteAfterBill(book, order, { at, kind: 'service', amount: 0, reason, by })
}

export function setCovers(book: Book, { orderId, covers }: { orderId: string; covers: number }): void {
  const order = book.order(orderId)
  if (order.coversAssumed || order.serviceCovers === order.covers) order.serviceCovers = covers
  order.covers = covers
  order.coversAssumed = false
}

/** One order becomes part of another. */
export function join(book: Book, args: { orderId: string; into: string }): void {
  const [from, to] = [book.order(args.orderId), book.order(args.into)]
  for (const ticket of book.tickets.values()) if (ticket.orderId === from.id) ticket.orderId = to.id
  to.lines.push(...from.lines.splice(0))
  to.adjustments.push(...from.adjustments.splice(0))
  to.payments.push(...from.payments.splice(0))
  for (const [course, status] of from.courses) if (!to.courses.has(course)) to.courses.set(course, status)
  to.covers += from.covers
  to.coversAssumed &&= from.coversAssumed
  to.serviceCovers += from.serviceCovers
  to.prints += from.prints
  from.open = false
  book.alias.set(from.id, to.id)
}

/** The guests stay counted with the first; a discount goes along with the dish it lies on. */
export function split(book: Book, { id, at }: Done, args: CommandOf<'order.split'>['args']): void {
  const from = book.order(args.orderId)
  const going = args.lines.map(({ lineId }) => book.line(lineId).line)
  const to: BookOrder = {
    ...from,
    ...{ id: `${id}.o`, openedAt: at, openedAtTable: from.tableId !== undefined, covers: 0, prints: 0 },
    ...{ lines: going, payments: [], courses: new Map(), adjustments: [] },
  }
  from.lines = from.lines.filter((line) => !going.includes(line))
  const courses = new Set(going.map(({ course }) => course))
  for (const [course, status] of from.courses) if (courses.has(course)) to.courses.set(course, status)
  for (const adjustment of from.adjustments) {
    const shares = new Map([...adjustment.shares].filter(([line]) => going.includes(line)))
    for (const line of shares.keys()) adjustment.shares.delete(line)
    if (shares.size > 0) to.adjustments.push({ ...adjustment, shares })
  }
  from.adjustments = from.adjustments.filter(({ shares }) => shares.size > 0)
  for (const ticket of new Set(going.flatMap(({ tickets }) => tickets))) {
    if (ticket.entries.every(({ line }) => going.includes(line))) ticket.orderId = to.id
  }
  book.orders.set(to.id, to)
}

export function pay(book: Book, { id }: Done, args: CommandOf<'payment.record'>['args']): void {
  const { orderId, method, amount, tip = 0 } = args
  if (amount === undefined) throw new Error('the book wants to know how much was paid')
  book.order(orderId).payments.push({ id: `${id}.p`, method, amount, tip, refunded: 0, refundedTip: 0 })
}

const paymentOf = (book: Book, orderId: string, paymentId: string) => {
  const found = book.order(orderId).payments.find(({ id }) => id === paymentId)
  if (found === undefined) throw new Error(`nobody paid ${paymentId}`)
  return found
}

export function correct(book: Book, args: CommandOf<'payment.correct'>['args']): void {
  const payment = paymentOf(book, args.orderId, args.paymentId)
  payment.method = args.method ?? payment.method
  payment.tip = args.tip ?? payment.tip
}

export function refund(book: Book, args: CommandOf<'payment.refund'>['args']): void {
  const payment = paymentOf(book, args.orderId, args.paymentId)
  payment.refunded += args.amount
  payment.refundedTip += args.tip ?? 0
}

export function end(book: Book, { at }: Done, orderId: string, walkedOut: boolean): void {
  const order = book.order(orderId)
  const charged = order.lines.filter(isCharged)
  if (!walkedOut)
    serve(
      book,
      charged.filter(({ status }) => status === 'ready'),
      at,
    )
  const { automatic, fromCovers, rate } = book.menu.settings.serviceCharge
  const net = total(charged, (line) => netOf(order, line))
  const service = percent(net, order.serviceRate ?? (automatic && order.serviceCovers >= fromCovers ? rate : 0))
  const paid = total(order.payments, ({ amount, refunded }) => amount - refunded)
  const counts = total(charged, grossOf) > 0
  const unpaid = walkedOut ? net + service - paid : 0
  book.closings.push({ order, at, counts, covers: order.covers, net, service, unpaid, walkedOut })
  order.open = false
}
