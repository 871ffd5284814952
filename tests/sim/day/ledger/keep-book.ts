// Reads what was acknowledged in the order of the log, and keeps the book of it. Of what the server does by itself it knows
// two things: a takeaway begins in time for its promise, and a void that nobody judges counts as made.
import type { Deed } from '@comanda/demo/bots/bot'
import { dueAt } from '@comanda/shared/domain/timers/due'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { OrderId } from '@comanda/shared/model/ids'
import { correct, end, giveAway, join, pay, refund, setCovers, setService, split, takeAway } from './billing.ts'
import { Book, type BookLine, type BookOrder, type Ticket } from './book.ts'
import { answerCall, forgetCalls, openCall } from './calls.ts'
import { bump, fire, lineDone, recall, serve } from './kitchen.ts'
import { Menu } from './menu.ts'
import {
  cancel,
  change,
  judge,
  openOrder,
  type Returned,
  sendBack,
  sendRound,
  startsAt,
  substitute,
  takeBack,
} from './ordering.ts'

/** The command by which the server itself fires what was promised: a name, worked out as the server does. */
function firingOf(order: BookOrder, held: readonly BookLine[], at: number): string {
  const asked = { type: 'order.fire-promised', args: { orderId: order.id as OrderId } } as const
  return dueAt(at, order.id, `${at}~${held.at(-1)?.id}`, asked).command.id
}

export function keepBook(deeds: readonly Deed[], changes: readonly CatalogChange[], until: number): Book {
  const book = new Book(new Menu(changes))
  const seqOf = ({ outcome }: Deed): number => (outcome.kind === 'unsaved' ? 0 : (outcome.seq ?? 0))
  for (const deed of [...deeds].sort((a, b) => seqOf(a) - seqOf(b))) {
    letTimePass(book, deed.at)
    if (deed.outcome.kind === 'done') enter(book, deed, deed.outcome.returned)
    else if (deed.outcome.kind === 'refused') refuse(book, deed, deed.outcome.code)
  }
  letTimePass(book, until)
  return book
}

function letTimePass(book: Book, at: number): void {
  const patience = book.menu.settings.thresholds.verdict * 1_000
  for (const { void: struck } of book.voids) {
    if (struck.verdict === null && struck.at + patience <= at)
      judge(book, struck.at + patience, struck.lineId, 'made', true)
  }
  for (const order of book.orders.values()) {
    const held = order.lines.filter(({ status }) => status === 'held')
    if (order.type !== 'takeaway' || order.promisedAt === undefined || held.length === 0 || !order.open) continue
    const due = startsAt(order, held)
    if (due <= at) fire(book, order, held, firingOf(order, held, due), due)
  }
}

/** Who wanted it could not have it. */
function refuse(book: Book, { intention }: Deed, code: string): void {
  if (intention.type !== 'round.send') return
  for (const { itemId } of intention.args.lines) book.refused.push({ itemId, code, quantity: 1 })
}

/** A ticket's name begins with the command that fired it. */
function ticketOf(book: Book, id: string): Ticket {
  const known = book.tickets.get(id)
  if (known === undefined) throw new Error(`the book has no ticket ${id}`)
  return known
}

function enter(book: Book, deed: Deed, returned: unknown): void {
  const { intention, at } = deed
  const done = { id: deed.id, by: deed.by, at }
  switch (intention.type) {
    case 'order.open':
      openOrder(book, done, intention.args.open)
      break
    case 'round.send':
      sendRound(book, done, intention.args, (returned ?? []) as Returned)
      break
    case 'order.set-covers':
      setCovers(book, intention.args)
      break
    case 'order.move': {
      const order = book.order(intention.args.orderId)
      const table = book.menu.table(intention.args.tableId)
      order.tableId = table.id
      order.areaId = table.areaId
      break
    }
    case 'order.merge':
      join(book, intention.args)
      break
    case 'order.split':
      split(book, done, intention.args)
      break
    case 'line.take-back':
      takeBack(book, done, intention.args)
      break
    case 'line.change':
      change(book, done, intention.args)
      break
    case 'line.void':
      cancel(book, done, intention.args, intention.approvedBy ?? null)
      break
    case 'line.send-back':
      sendBack(book, done, intention.args)
      break
    case 'void.judge':
      judge(book, at, intention.args.lineId, intention.args.verdict, false)
      break
    case 'ask.raise':
      book.asks.set(`${deed.id}.q`, intention.args.lineId)
      break
    case 'ask.answer': {
      const lineId = book.asks.get(intention.args.askId)
      const { accept, substitute: other } = intention.args
      if (accept && other !== undefined && lineId !== undefined) substitute(book, done, lineId, other)
      break
    }
    case 'course.fire': {
      const { orderId, course } = intention.args
      const order = book.order(orderId)
      const held = order.lines.filter((line) => line.status === 'held' && line.course === course)
      fire(book, order, held, deed.id, at)
      break
    }
    case 'ticket.bump':
      bump(book, ticketOf(book, intention.args.ticketId), at)
      break
    case 'ticket.line-done':
      lineDone(book, ticketOf(book, intention.args.ticketId), book.line(intention.args.lineId).line, at)
      break
    case 'ticket.recall':
      recall(ticketOf(book, intention.args.ticketId))
      break
    case 'course.force-ready':
      for (const ticket of book.tickets.values()) {
        const { orderId, course } = intention.args
        if (ticket.orderId === book.order(orderId).id && ticket.course === course) bump(book, ticket, at, true)
      }
      break
    case 'lines.serve':
      serve(
        book,
        intention.args.lineIds.map((lineId) => book.line(lineId).line),
        at,
      )
      break
    case 'peak.set':
      book.peak = intention.args.on
      break
    case 'discount.apply':
      giveAway(book, done, intention.args, 'discounts', intention.args.asked)
      break
    case 'comp.apply':
      giveAway(book, done, intention.args, 'comps', { by: 'percent', rate: 10_000 })
      break
    case 'adjustment.remove':
      takeAway(book, done, intention.args)
      break
    case 'service.add':
      setService(book, done, intention.args.orderId, intention.args.rate ?? 0, null)
      break
    case 'service.remove':
      setService(book, done, intention.args.orderId, 0, intention.args.reason)
      break
    case 'bill.print':
      book.order(intention.args.orderId).prints += 1
      break
    case 'payment.record':
      pay(book, done, intention.args)
      break
    case 'payment.correct':
      correct(book, intention.args)
      break
    case 'payment.refund':
      refund(book, intention.args)
      break
    case 'order.close':
      end(book, done, intention.args.orderId, false)
      break
    case 'order.walk-out':
      end(book, done, intention.args.orderId, true)
      break
    case 'call.raise':
      openCall(book, done, intention.args)
      break
    case 'call.take':
    case 'call.resolve':
      answerCall(book, at, intention.args.callId, intention.type === 'call.resolve')
      break
    case 'table.clear':
      forgetCalls(book, intention.args.tableId)
      break
    default:
      break
  }
}
