// Which tickets there were, what stood on them, and when each was first bumped.
import type { Book, BookLine, BookOrder, Ticket, Void } from './book.ts'

const newTicket = (
  book: Book,
  order: BookOrder,
  line: BookLine,
  station: string,
  commandId: string,
  at: number,
  remake: boolean,
): Ticket => {
  const id = `${commandId}~${line.course}~${station}`
  const known = book.tickets.get(id)
  if (known !== undefined) return known
  const ticket: Ticket = {
    id,
    orderId: order.id,
    course: line.course,
    station,
    firedAt: at,
    remake,
    entries: [],
    open: true,
    everBumped: false,
  }
  book.tickets.set(id, ticket)
  return ticket
}

/** An addition goes on the ticket of its course that is still open at its station. */
function runningTicket(order: BookOrder, course: number, station: string): Ticket | undefined {
  for (const line of order.lines) {
    for (const ticket of line.tickets) {
      const fits = ticket.course === course && ticket.station === station && ticket.orderId === order.id
      if (fits && line.course === course && ticket.open && !ticket.remake) return ticket
    }
  }
  return undefined
}

export function fire(
  book: Book,
  order: BookOrder,
  lines: readonly BookLine[],
  commandId: string,
  at: number,
  remake = false,
): void {
  const placed = lines.map((line) => ({
    line,
    tickets: line.dish.stations.map((station) => {
      const running = remake ? undefined : runningTicket(order, line.course, station)
      if (running !== undefined) return running
      return newTicket(book, order, line, station, commandId, at, remake)
    }),
  }))
  for (const { line, tickets } of placed) {
    line.status = 'fired'
    line.tickets = tickets
    for (const ticket of tickets) ticket.entries.push({ line, done: false })
    order.courses.set(line.course, 'fired')
  }
}

const isGone = ({ status }: BookLine): boolean => status === 'voided' || status === 'taken-back'

/** A struck line keeps its ticket open until somebody says what became of it. */
const isThrough = ({ entries }: Ticket): boolean =>
  entries.every(
    ({ done, line, struck }) =>
      done || line.status === 'taken-back' || (struck !== undefined && struck.verdict !== null),
  )

function settle(line: BookLine): void {
  if (line.status !== 'fired') return
  const done = line.tickets.every(
    (ticket) =>
      !ticket.open || ticket.entries.every((entry) => entry.line !== line || entry.struck !== undefined || entry.done),
  )
  if (done) line.status = 'ready'
}

/** `silent`: nobody pressed; it says nothing of the station's speed. */
export function bump(book: Book, ticket: Ticket, at: number, silent = false): void {
  if (!ticket.open) return
  const alive = ticket.entries.filter(({ line, struck }) => struck === undefined && !isGone(line))
  if (!ticket.everBumped && !silent) {
    const longest = Math.max(0, ...alive.map(({ line }) => line.dish.prepSeconds))
    const { peakFactor } = book.menu.settings
    book.bumps.push({
      station: ticket.station,
      seconds: (at - ticket.firedAt) / 1_000,
      target: Math.round(longest * (book.peak ? peakFactor : 1)),
      lines: alive.length,
    })
  }
  ticket.open = false
  ticket.everBumped = true
  for (const entry of ticket.entries) entry.done = true
  for (const { line } of alive) settle(line)
}

export function lineDone(book: Book, ticket: Ticket, line: BookLine, at: number): void {
  for (const entry of ticket.entries) if (entry.line === line && entry.struck === undefined) entry.done = true
  settle(line)
  if (isThrough(ticket)) bump(book, ticket, at)
}

export function recall(ticket: Ticket): void {
  ticket.open = true
  for (const entry of ticket.entries) {
    if (isGone(entry.line) || entry.line.status === 'served') continue
    entry.done = false
    if (entry.line.status === 'ready') entry.line.status = 'fired'
  }
}

export function serve(book: Book, lines: readonly BookLine[], at: number): void {
  for (const line of lines) if (!isGone(line)) line.status = 'served'
  for (const ticket of new Set(lines.flatMap((line) => line.tickets))) {
    const through = ticket.entries.every(
      ({ done, line, struck }) =>
        done ||
        line.status === 'served' ||
        line.status === 'taken-back' ||
        (struck !== undefined && struck.verdict !== null),
    )
    if (ticket.open && through) bump(book, ticket, at, true)
  }
}

/** It leaves its tickets, and what waited for it alone is done. */
export function takeOff(book: Book, line: BookLine, at: number): void {
  for (const ticket of line.tickets) {
    ticket.entries = ticket.entries.filter((entry) => entry.line !== line)
    if (ticket.entries.length === 0) ticket.open = false
  }
  finishAfter(book, line.tickets, at)
}

/** Struck, and still there to be judged. A part of a line is struck beside the rest of it. */
export function strike(book: Book, line: BookLine, whole: boolean, made: Void, at: number): void {
  for (const ticket of line.tickets) {
    if (!ticket.open) continue
    const done = ticket.entries.some((entry) => entry.line === line && entry.done)
    if (!whole) ticket.entries.push({ line, done, struck: made })
    else for (const entry of ticket.entries) if (entry.line === line && entry.struck === undefined) entry.struck = made
  }
  finishAfter(book, line.tickets, at)
}

export function finishAfter(book: Book, tickets: readonly Ticket[], at: number): void {
  for (const ticket of tickets) {
    if (ticket.open && ticket.entries.some(({ done }) => done) && isThrough(ticket)) bump(book, ticket, at, true)
  }
}
