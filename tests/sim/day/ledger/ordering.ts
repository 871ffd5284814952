// Orders opened, dishes sent, changed, taken off and sent back: what each did to the worth of lines.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { DraftLine, Opening } from '@comanda/shared/domain/commands/draft'
import { scaledDown } from './arithmetic.ts'
import { type Book, type BookLine, type BookOrder, type Dish, grossOf, isCharged, takenOff, type Void } from './book.ts'
import { finishAfter, fire, strike, takeOff } from './kitchen.ts'

type Done = { id: string; by: string; at: number }

export function openOrder(book: Book, { id, at }: Done, open: Opening): BookOrder {
  const orderId = `${id}.o`
  const there = [...book.orders.values()].find((order) => order.open && order.tableId === open.tableId)
  if (there !== undefined && open.tableId !== undefined && open.apart !== true) {
    book.alias.set(orderId, there.id)
    return there
  }
  const table = open.tableId === undefined ? undefined : book.menu.table(open.tableId)
  const covers = open.covers ?? (open.type === 'takeaway' ? 0 : (table?.seats ?? 1))
  const order: BookOrder = {
    ...{ id: orderId, type: open.type, openedAt: at, openedAtTable: table !== undefined, open: true, prints: 0 },
    ...{ tableId: table?.id, areaId: table?.areaId, covers, serviceRate: undefined },
    ...{ coversAssumed: open.covers === undefined, serviceCovers: open.covers ?? 0 },
    ...{ promisedAt: open.promisedAt, lines: [], courses: new Map(), adjustments: [], payments: [] },
  }
  book.orders.set(orderId, order)
  return order
}

function dishOf(book: Book, order: BookOrder, line: DraftLine, staffId: string, at: number): Dish {
  const { menu } = book
  const item = menu.item(line.itemId)
  const category = menu.category(item)
  return {
    ...{ itemId: item.id, categoryId: category.id, name: item.name, categoryName: category.name },
    ...{ stations: item.stations, cost: item.cost ?? 0, taxRate: menu.taxRate(item.taxId), isRemake: false },
    ...{ unit: menu.price(item, line, at), prepSeconds: menu.prepSeconds(item, line) },
    ...{ areaId: order.areaId ?? null, staffId },
  }
}

export type Returned = readonly { position: number; itemId: string; quantity: number; code: string }[]

export function sendRound(book: Book, done: Done, args: CommandOf<'round.send'>['args'], returned: Returned): void {
  const order = 'open' in args.order ? openOrder(book, done, args.order.open) : book.order(args.order.orderId)
  const lines = args.lines.flatMap((draft, position): BookLine[] => {
    if (returned.some((one) => one.position === position)) return []
    const dish = dishOf(book, order, draft, done.by, done.at)
    const course = book.menu.course(book.menu.item(draft.itemId), draft)
    const { quantity, grams } = draft
    return [{ id: `${done.id}.${position}`, dish, quantity, course, grams, status: 'held', tickets: [] }]
  })
  const made = lines.filter(({ dish }) => dish.stations.length > 0)
  for (const line of lines) if (!made.includes(line)) line.status = 'served'
  const now = firesNow(book, order, made, done.at)
  for (const { course } of made)
    if (!order.courses.has(course)) order.courses.set(course, now.has(course) ? 'fired' : 'held')
  fire(
    book,
    order,
    made.filter(({ course }) => now.has(course)),
    done.id,
    done.at,
  )
  order.lines.push(...lines)
  for (const line of lines) book.write(done.at, order, line, { quantity: line.quantity, gross: grossOf(line) })
  for (const { itemId, quantity, code } of returned) book.refused.push({ itemId, quantity, code })
}

/** When a takeaway begins to be cooked. */
export const startsAt = ({ promisedAt }: BookOrder, lines: readonly BookLine[]): number =>
  (promisedAt ?? 0) - 1_000 * Math.max(0, ...lines.map(({ dish }) => dish.prepSeconds))

/** Drinks at once; the first course when the kitchen owes nothing; what comes to or before a course that is fired. */
function firesNow(_book: Book, order: BookOrder, lines: readonly BookLine[], at: number): Set<number> {
  const courses = new Set(lines.map(({ course }) => course))
  if (order.type === 'takeaway') {
    return order.promisedAt !== undefined && at < startsAt(order, lines) ? new Set() : courses
  }
  const fired = [...order.courses].filter(([, status]) => status === 'fired').map(([course]) => course)
  const highest = Math.max(0, ...fired)
  const owed = order.lines.some(
    (line) => line.course > 0 && line.dish.stations.length > 0 && isCharged(line) && line.status !== 'served',
  )
  const first = Math.min(...[...courses].filter((course) => course > 0))
  return new Set(
    [...courses].filter(
      (course) => course === 0 || course < highest || fired.includes(course) || (course === first && !owed),
    ),
  )
}

/** What lies on a line changes with what the line comes to. Gives how much less is taken off. */
function adjust(order: BookOrder, line: BookLine, before: number, after: number): { discounts: number; comps: number } {
  const less = { discounts: 0, comps: 0 }
  for (const { kind, grows, shares } of order.adjustments) {
    const share = shares.get(line)
    if (share === undefined || before === after) continue
    const now = after > before && !grows ? share : scaledDown(share, before, after)
    less[kind] += share - now
    if (now === 0) shares.delete(line)
    else shares.set(line, now)
  }
  return { discounts: -less.discounts || 0, comps: -less.comps || 0 }
}

export function takeBack(book: Book, { at }: Done, { lineId }: { lineId: string }): void {
  const { order, line } = book.line(lineId)
  const gross = grossOf(line)
  book.write(at, order, line, { quantity: -line.quantity, gross: -gross || 0, ...adjust(order, line, gross, 0) })
  line.status = 'taken-back'
  takeOff(book, line, at)
}

export function change(book: Book, { at }: Done, args: CommandOf<'line.change'>['args']): void {
  const { order, line } = book.line(args.lineId)
  const { quantity = line.quantity } = args
  if (args.modifiers !== undefined) throw new Error('the book does not know how modifiers are changed')
  const before = { quantity: line.quantity, gross: grossOf(line) }
  line.quantity = quantity
  const gross = grossOf(line)
  const less = adjust(order, line, before.gross, gross)
  book.write(at, order, line, { quantity: quantity - before.quantity, gross: gross - before.gross, ...less })
}

export function substitute(book: Book, { at }: Done, lineId: string, itemId: string): void {
  const { order, line } = book.line(lineId)
  const item = book.menu.item(itemId)
  const modifiers = item.modifierGroups.flatMap((groupId) => {
    const group = book.menu.all('modifierGroup').find(({ id }) => id === groupId)
    return (group?.defaults ?? []).map((modifierId) => ({ groupId, modifierId }))
  })
  const draft = { itemId: item.id, quantity: line.quantity, modifiers }
  const made = dishOf(book, order, draft, line.dish.staffId, at)
  const other = line.dish.isRemake ? { ...made, unit: 0, isRemake: true } : made
  if (other.stations.join() !== line.dish.stations.join())
    throw new Error('the book knows no substitute from elsewhere')
  // the old dish goes with all that was taken off it, and the other comes with what is taken off that
  const before = grossOf(line)
  const off = takenOff(order, line)
  const gone = { gross: -before || 0, discounts: -off.discounts || 0, comps: -off.comps || 0 }
  book.write(at, order, line, { quantity: -line.quantity, ...gone })
  line.dish = other
  const gross = grossOf(line)
  adjust(order, line, before, gross)
  book.write(at, order, line, { quantity: line.quantity, gross, ...takenOff(order, line) })
  for (const ticket of line.tickets) for (const entry of ticket.entries) if (entry.line === line) entry.done = false
}

function verdictOf({ status, dish }: BookLine): Void['verdict'] {
  if (status === 'held' || dish.stations.length === 0) return 'not-started'
  return status === 'fired' ? null : 'made'
}

export function cancel(
  book: Book,
  { id, by, at }: Done,
  args: CommandOf<'line.void'>['args'],
  approvedBy: string | null,
): void {
  const { order, line } = book.line(args.lineId)
  const { quantity = line.quantity, reason } = args
  const whole = quantity === line.quantity
  const [before, after] = [grossOf(line), line.dish.unit * (line.quantity - quantity)]
  const amount = before - after
  const struck: Void = {
    ...{ at, lineId: whole ? line.id : `${id}.v`, quantity, amount, reason, by, approvedBy },
    ...{ afterBill: order.prints > 0, verdict: verdictOf(line), assumed: false },
  }
  book.write(at, order, line, { quantity: -quantity, voids: amount, ...adjust(order, line, before, after) })
  book.voids.push({ order, line, void: struck })
  if (struck.afterBill) book.changes.push({ at, orderId: order.id, kind: 'void', amount, reason, by, approvedBy })
  if (struck.verdict === 'made') throwAway(book, order, line, struck, at)
  if (whole) line.status = 'voided'
  else line.quantity -= quantity
  strike(book, line, whole, struck, at)
}

function throwAway(book: Book, order: BookOrder, line: BookLine, made: Void, at: number): void {
  const { lineId, quantity, reason, by, approvedBy, assumed } = made
  const cost = line.dish.cost * quantity
  book.waste.push({
    at,
    orderId: order.id,
    lineId,
    dish: line.dish,
    cause: 'void',
    quantity,
    cost,
    reason,
    by,
    approvedBy,
    assumed,
  })
}

export function judge(book: Book, at: number, lineId: string, verdict: 'not-started' | 'made', assumed: boolean): void {
  const found = book.voids.find((one) => one.void.lineId === lineId)
  if (found === undefined) throw new Error(`nothing was voided on ${lineId}`)
  found.void.verdict = verdict
  found.void.assumed = assumed
  if (verdict === 'made') throwAway(book, book.line(found.line.id).order, found.line, found.void, at)
  finishAfter(book, found.line.tickets, at)
}

export function sendBack(book: Book, { id, by, at }: Done, args: CommandOf<'line.send-back'>['args']): void {
  const { order, line } = book.line(args.lineId)
  const { quantity } = line
  if (args.quantity !== undefined && args.quantity !== quantity) throw new Error('the book sends back whole lines only')
  const dish = { ...line.dish, unit: 0, isRemake: true }
  const remake: BookLine = { ...line, id: `${id}.k`, dish, tickets: [] }
  line.status = 'served'
  fire(book, order, [remake], id, at, true)
  order.lines.push(remake)
  book.write(at, order, remake, {})
  const waste = { orderId: order.id, lineId: line.id, dish: line.dish, quantity, cost: line.dish.cost * quantity }
  book.waste.push({ at, ...waste, cause: 'send-back', reason: args.reason, by, approvedBy: null, assumed: false })
}
